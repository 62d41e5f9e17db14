package cn.ecopark.process;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import cn.ecopark.rulepack.*;
class ScratchSeeds {
	@Test @SuppressWarnings("unchecked") void print() throws Exception {
		PackFiles shipped = PackFiles.shipped(ShippedPacks.FIRST.pack());
		StringBuilder out = new StringBuilder();
		SeededFaultsTest.faults().forEach(a -> {
			Object[] x = a.get();
			String file = "bpmn/" + x[0] + ".bpmn";
			long t = System.nanoTime();
			List<PackFinding> all = ProcessTestEngine.modelCheck().check(shipped, file, ((UnaryOperator<Drawing>) x[3]).apply(new Drawing(shipped.find(file).orElseThrow())).content());
			long ms = (System.nanoTime() - t) / 1000000;
			String s = all.stream().filter(f -> f.key().equals("model." + x[1]) && f.place().equals(x[2])).map(FindingWords::chinese).findFirst().orElse("?? NONE");
			out.append(s).append("\n");
			System.out.println("SEED " + x[1] + " " + ms + " ms " + (all.size() == 1 ? "" : all.size()) + " " + s + "   | " + all.stream().filter(f -> f.key().equals("model." + x[1]) && f.place().equals(x[2])).map(FindingWords::english).findFirst().orElse(""));
			if (all.size() > 1 || s.startsWith("??")) all.forEach(f -> System.out.println("     - " + f.severity() + " " + f.file() + " " + f.place() + " " + f.key() + " " + FindingWords.chinese(f)));
		});
		java.nio.file.Files.writeString(java.nio.file.Path.of("/tmp/w/scratch_check/sentences.txt"), out);
	}
}
