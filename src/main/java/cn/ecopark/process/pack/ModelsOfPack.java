package cn.ecopark.process.pack;

import org.springframework.stereotype.Component;

import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.PackFindings;
import cn.ecopark.rulepack.PackPart;
import cn.ecopark.rulepack.RulePack;

/** Lets the diagrams and forms of a pack be checked together with its data. */
@Component
class ModelsOfPack implements PackPart {

	private final ModelCheck check;

	ModelsOfPack(ModelCheck check) {
		this.check = check;
	}

	@Override
	public void check(PackFiles files, RulePack pack, PackFindings findings) {
		this.check.check(pack, files).forEach(findings::add);
	}

}
