package cn.ecopark.worklist;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseParties;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.organisation.Actor;
import cn.ecopark.worklist.StepWays.Gone;
import cn.ecopark.worklist.TakeBackRules.Hindrance;

/** Whether a submission can still be taken back, by how things stand now. */
@Component
class TakeBackCheck {

	private final Cases cases;

	private final CaseParties parties;

	private final Opinions opinions;

	private final StepWays ways;

	private final StepBack engine;

	private final SinceSubmitted since;

	private final IssuedInStep issued;

	TakeBackCheck(Cases cases, CaseParties parties, Opinions opinions, StepWays ways, StepBack engine,
			SinceSubmitted since, IssuedInStep issued) {
		this.cases = cases;
		this.parties = parties;
		this.opinions = opinions;
		this.ways = ways;
		this.engine = engine;
		this.since = since;
		this.issued = issued;
	}

	/**
	 * What can be taken back.
	 *
	 * @param said with which the task was done
	 */
	record Submitted(Opinion said, Gone gone) {
	}

	/**
	 * @return the first reason why the actor cannot take it back; empty where there is
	 * none
	 */
	Optional<Hindrance> hindrance(WorkItem item, Actor actor) {
		Optional<Opinion> said = said(item);
		String caseId = item.subject().caseId();
		if (said.isEmpty() || caseId == null) {
			return Optional.of(Hindrance.NOT_SUBMITTED);
		}
		Optional<Gone> gone = this.ways.of(item.id());
		SinceSubmitted.Found found = this.since.of(item, gone.map(Gone::came).orElse(List.of()), said.get().at());
		return TakeBackRules.hindrance(new TakeBackRules.Facts(said.get().author().personId() == actor.personId(),
				isProvidedFor(item), item.description().isSignedBySeveral(), this.cases.get(caseId).isOpen(),
				isStillItsUnit(item, caseId), found.stoodStill(), this.issued.refuses(item),
				gone.map(one -> one.way().bar()).orElse(gone.isEmpty() ? Hindrance.WAY_UNKNOWN : null),
				!found.nextStage(), found.begun(),
				gone.filter(one -> this.engine.standsAsLeft(one.way(), item)).isPresent(), found.lastDaySet(),
				found.limitOver()));
	}

	/**
	 * @throws java.util.NoSuchElementException when there is a hindrance
	 */
	Submitted submitted(WorkItem item) {
		return new Submitted(said(item).orElseThrow(), this.ways.of(item.id()).orElseThrow());
	}

	/**
	 * @return whether such a step may be taken back at all: one of a case alone, on which
	 * nothing rests before the next has begun
	 */
	static boolean isProvidedFor(WorkItem item) {
		return item.description().purpose().mayBeTakenBack()
				&& item.subject().dossierId().equals(item.subject().caseId());
	}

	/**
	 * @return whether the case came before the authorities with it
	 */
	boolean begunWith(Opinion said) {
		return this.cases.get(String.valueOf(said.caseId())).cameInWith(said.at());
	}

	private Optional<Opinion> said(WorkItem item) {
		return item.state() == WorkItem.State.DONE ? this.opinions.standingIn(item.id()) : Optional.empty();
	}

	private boolean isStillItsUnit(WorkItem item, String caseId) {
		String unit = item.holder().unitId();
		return unit == null
				|| this.parties.unitInRole(caseId, item.holder().role()).filter(now -> !now.equals(unit)).isEmpty();
	}

}
