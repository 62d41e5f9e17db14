package cn.ecopark.process;
import java.util.*;
import org.junit.jupiter.api.Test;
import cn.ecopark.process.engine.SafeXml;
import cn.ecopark.rulepack.*;
class ScratchTime {
	@Test void time() throws Exception {
		PackFiles shipped = PackFiles.shipped(ShippedPacks.FIRST.pack());
		RulePack pack = ShippedPacks.packs().get(ShippedPacks.FIRST);
		for (int i = 0; i < 25; i++) {
			long a = System.nanoTime();
			for (var e : shipped.all().entrySet()) if (e.getKey().endsWith(".bpmn")) SafeXml.read(e.getValue());
			long b = System.nanoTime();
			PackCheck.dataOf(shipped);
			long c = System.nanoTime();
			ProcessTestEngine.modelCheck().check(pack, shipped, "bpmn/award.bpmn", shipped.find("bpmn/award.bpmn").orElseThrow());
			long d = System.nanoTime();
			ProcessTestEngine.modelCheck().check(pack, shipped);
			long e2 = System.nanoTime();
			System.out.println("TIME parse all " + (b - a) / 1000 + " data " + (c - b) / 1000 + " door(pack) " + (d - c) / 1000 + " whole " + (e2 - d) / 1000);
		}
	}
}
