package cn.ecopark.outcome;

import java.util.Set;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseClosed;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.law.EndingRules;
import cn.ecopark.park.Parks;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;

/**
 * No case ends as named, approved or revoked without the register saying so, whatever the
 * end of its diagram is called.
 */
@Component
class ResultInRegister {

	private final Cases cases;

	private final Parks parks;

	private final RulePacks packs;

	ResultInRegister(Cases cases, Parks parks, RulePacks packs) {
		this.cases = cases;
		this.parks = parks;
		this.packs = packs;
	}

	/** Before anybody else acts on the end. */
	@EventListener
	@Order(-1)
	void on(CaseClosed closed) {
		EcoCase ended = this.cases.get(closed.caseId());
		RulePack pack = this.packs.get(ended.release());
		Set<String> statuses = pack.statusesAfter(ended.kind(), closed.result());
		if (!statuses.isEmpty()) {
			EndingRules.registerBearsOutTheResult(ended.park().name(), pack.outcome(closed.result()).label(),
					statuses.contains(this.parks.get(ended.park().id()).lifeStatus().name()));
		}
	}

}
