package cn.ecopark.worklist;

import java.util.EnumSet;
import java.util.Set;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CorrectionPoints;
import cn.ecopark.casefile.CorrectionPoints.State;
import cn.ecopark.rulepack.RulePack.Role;
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
		Role role = this.packs.get(item.task().pack()).roles().get(item.holder().role());
		Set<State> settled = settledBy(asks, role != null && role.advises());
		if (!settled.isEmpty()) {
			this.points.settle(caseId, settled.toArray(State[]::new));
		}
		if (asks) {
			this.points.raise(caseId, opinionId, statement.points());
		}
	}

	/**
	 * Whoever asks for more leaves open what the park has not answered; whoever goes on
	 * settles everything; an adviser settles nothing, the one advised does.
	 */
	static Set<State> settledBy(boolean asksForMore, boolean advises) {
		if (advises) {
			return EnumSet.noneOf(State.class);
		}
		return asksForMore ? EnumSet.of(State.ANSWERED) : EnumSet.of(State.OPEN, State.ANSWERED);
	}

}
