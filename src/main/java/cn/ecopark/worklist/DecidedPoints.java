package cn.ecopark.worklist;

import java.util.Set;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CorrectionPoints;
import cn.ecopark.rulepack.Role;
import cn.ecopark.rulepack.RulePacks;

/** What a decision does to the correction points of its case. */
@Component
class DecidedPoints {

	private final CorrectionPoints points;

	private final RulePacks packs;

	DecidedPoints(CorrectionPoints points, RulePacks packs) {
		this.points = points;
		this.packs = packs;
	}

	/** Settles what the reviewer has looked at and raises what is to be corrected now. */
	void record(String caseId, WorkItem item, Statement statement, long opinionId) {
		boolean asks = item.description().asksForPoints(statement.outcome());
		Role role = this.packs.get(item.task().release()).roles().get(item.holder().role());
		Set<CorrectionPoints.State> settled = CorrectionRules.settledBy(asks, role != null && role.advises());
		if (!settled.isEmpty()) {
			this.points.settle(caseId, opinionId, settled.toArray(CorrectionPoints.State[]::new));
		}
		if (asks) {
			this.points.raise(caseId, opinionId, statement.points());
		}
	}

}
