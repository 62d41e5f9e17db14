package cn.ecopark.expert;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.Cases;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;

/** What the rule pack of a case says about panels. */
@Component
class PanelSettings {

	private final RulePacks packs;

	private final Cases cases;

	PanelSettings(RulePacks packs, Cases cases) {
		this.packs = packs;
		this.cases = cases;
	}

	/**
	 * @return with how many members a panel is complete
	 */
	int leastMembers(String caseId) {
		return pack(caseId).setting("panelMinimum").number();
	}

	/**
	 * @return whether an even number of members is remarked on; it is never refused
	 */
	boolean warnsOfEvenNumber(String caseId) {
		return Boolean.parseBoolean(pack(caseId).setting("panelOddWarning").value());
	}

	private RulePack pack(String caseId) {
		return this.packs.get(this.cases.get(caseId).pack());
	}

}
