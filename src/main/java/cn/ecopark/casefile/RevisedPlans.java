package cn.ecopark.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.Actor;
import cn.ecopark.park.KnownDate;
import cn.ecopark.park.ParkEvent;
import cn.ecopark.park.Parks;
import cn.ecopark.rulepack.PlanOutlines;

/** 规划修订: by which revised plan a case is measured, and who may open that plan. */
@Component
public class RevisedPlans {

	private final Cases cases;

	private final Parks parks;

	private final PlanOutlines outlines;

	RevisedPlans(Cases cases, Parks parks, PlanOutlines outlines) {
		this.cases = cases;
		this.parks = parks;
		this.outlines = outlines;
	}

	/**
	 * A case that goes on after the park was given another plan is measured by that one;
	 * the case that brought the plan about is not.
	 * @return the decisions by which it is measured, the newest first
	 */
	public List<ParkEvent> measuring(EcoCase ecoCase) {
		List<ParkEvent> measuring = new ArrayList<>(this.parks.revisionsOfPlan(ecoCase.park().id())
			.stream()
			.filter(revision -> !ecoCase.id().equals(revision.planCase()) && !endedBefore(ecoCase, revision))
			.toList());
		Collections.reverse(measuring);
		return measuring;
	}

	private static boolean endedBefore(EcoCase ecoCase, ParkEvent revision) {
		Instant closed = ecoCase.closedAt();
		KnownDate decided = revision.decidedOn();
		return closed != null && decided != null
				&& LocalDate.ofInstant(closed, CaseTime.ZONE).isBefore(decided.earliest());
	}

	/**
	 * @return whether a plan was adopted in that case by which another case is measured
	 * that the actor may read
	 */
	boolean isMeasureFor(Actor actor, EcoCase planCase) {
		return this.cases.ofParks(List.of(planCase.park().id()), actor)
			.stream()
			.flatMap(ecoCase -> measuring(ecoCase).stream())
			.anyMatch(revision -> planCase.id().equals(revision.planCase()));
	}

	/**
	 * @return kinds of documents that are plans; the one handed in last is the one that
	 * was adopted, also where the experts had asked for changes
	 */
	public Set<String> kindsOfPlan(EcoCase planCase) {
		return this.outlines.plans(planCase.release());
	}

}
