package cn.ecopark.process.pack;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import cn.ecopark.rulepack.PackPart;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.PackFinding;
import cn.ecopark.rulepack.PackFindings;
import cn.ecopark.rulepack.RulePack;

/** Lets the diagrams and forms of a pack be checked together with its data. */
@Component
class ModelsOfPack implements PackPart {

	private final ModelCheck check;

	ModelsOfPack(ModelCheck check) {
		this.check = check;
	}

	@Override
	public List<PackFinding> findings(RulePack pack, PackFiles files) {
		Map<String, String> models = new LinkedHashMap<>();
		files.in(PackFiles.DIAGRAMS)
			.forEach((name, content) -> models.put(name, new String(content, StandardCharsets.UTF_8)));
		files.in(PackFiles.FORMS)
			.forEach((name, content) -> models.put(name, new String(content, StandardCharsets.UTF_8)));
		return this.check.check(pack, models)
			.stream()
			.map(fault -> PackFinding.error(fault.file(), 0, fault.element(), "model", fault.message()))
			.toList();
	}

}
