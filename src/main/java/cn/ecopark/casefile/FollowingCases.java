package cn.ecopark.casefile;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.rulepack.Setting;

/**
 * Opens the procedure that the rule pack lets follow on the end of another, in the same
 * transaction: what was proposed can neither be forgotten nor begun twice.
 */
@Component
class FollowingCases {

	private final Cases cases;

	private final RulePacks packs;

	private final OpenCase openCase;

	FollowingCases(Cases cases, RulePacks packs, OpenCase openCase) {
		this.cases = cases;
		this.packs = packs;
		this.openCase = openCase;
	}

	@EventListener
	void on(CaseClosed closed) {
		EcoCase ended = this.cases.get(closed.caseId());
		Setting next = this.packs.get(ended.release()).settings().get("opens." + ended.kind() + "." + closed.result());
		if (next != null) {
			this.openCase.follow(next.value(), ended);
		}
	}

}
