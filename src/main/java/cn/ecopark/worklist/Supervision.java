package cn.ecopark.worklist;

import java.time.LocalDate;
import java.util.Optional;

import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.casefile.CaseAccess;
import cn.ecopark.casefile.Suspensions;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.law.SilenceRules;
import cn.ecopark.law.SilenceRules.StandIn;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.organisation.Units;
import cn.ecopark.rulepack.OutcomeKind;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.worklist.TaskEngine.SilentWay;
import cn.ecopark.worklist.TaskRefusals.NotTheSupervisor;

/**
 * Who may urge whom, until when a last day may be, and whether silence lets a step go on.
 */
@Component
public class Supervision {

	private final CaseAccess access;

	private final RulePacks packs;

	private final WorkPanels panels;

	private final TaskEngine engine;

	private final CaseTime time;

	private final WorkingDays workingDays;

	private final Suspensions suspensions;

	Supervision(CaseAccess access, RulePacks packs, WorkPanels panels, TaskEngine engine, CaseTime time,
			WorkingDays workingDays, Suspensions suspensions) {
		this.access = access;
		this.packs = packs;
		this.panels = panels;
		this.engine = engine;
		this.time = time;
		this.workingDays = workingDays;
		this.suspensions = suspensions;
	}

	/** First and last day that may be set as last day. */
	public record Bounds(LocalDate first, LocalDate last) {
	}

	/**
	 * Whoever works on cases in the Office urges everybody but the Office itself.
	 */
	public static boolean maySupervise(Actor actor, WorkItem item) {
		return actor.unitLevel() == UnitLevel.OFFICE && actor.worksOnCases()
				&& !Units.OFFICE.equals(item.holder().unitId());
	}

	/**
	 * @return whether the actor may do it to the task as it is now
	 */
	public boolean isOffered(Actor actor, WorkItem item) {
		return item.isOpen() && item.engineTaskId() != null && maySupervise(actor, item);
	}

	/**
	 * @throws NotTheSupervisor when the actor is not of the Office, or the task is the
	 * Office's own
	 * @throws cn.ecopark.casefile.CaseRefusals.CaseNotFound when nobody but the park may
	 * know of the case
	 * @throws cn.ecopark.casefile.CaseRefusals.CaseStandsStill when nobody can be urged,
	 * since nothing of the case can be done
	 */
	public void require(Actor actor, WorkItem item) {
		if (!maySupervise(actor, item)) {
			throw new NotTheSupervisor();
		}
		String caseId = item.subject().caseId();
		if (caseId != null) {
			this.access.read(actor, caseId);
			if (item.subject().objectionId() == null) {
				this.suspensions.requireRunning(caseId);
			}
		}
	}

	public Bounds bounds(WorkItem item) {
		RulePack pack = this.packs.get(item.task().release());
		LocalDate today = this.time.today();
		return new Bounds(this.workingDays.plus(today, pack.setting("lastDayLeast").number()),
				this.workingDays.plus(today, pack.setting("lastDayMost").number()));
	}

	/**
	 * @return how the diagram of the task lets it be left without an answer
	 */
	public SilenceRules.Way way(WorkItem item) {
		SilentWay drawn = this.engine.silentWay(item);
		String outcome = drawn.outcome();
		if (outcome == null || item.description().multiple()) {
			return new SilenceRules.Way(null, drawn.lapsesByItself());
		}
		OutcomeKind kind = this.packs.get(item.task().release()).outcome(outcome);
		return new SilenceRules.Way(
				new StandIn(kind.label(), kind.marks().silence(), item.description().outcomes().contains(outcome)),
				drawn.lapsesByItself());
	}

	/**
	 * @return why silence can never stand for an answer in that step; empty where it can
	 */
	public Optional<LegalRefusal> againstSilence(WorkItem item) {
		return LegalRefusal.of(() -> requireSilenceToStand(item));
	}

	void requireSilenceToStand(WorkItem item) {
		SilenceRules.silenceIsNoVote(item.task().name(), this.panels.isVote(item));
		SilenceRules.silenceIsNoDecision(item.task().name(), way(item));
	}

	String labelOf(WorkItem item, String outcome) {
		return this.packs.get(item.task().release()).outcome(outcome).label();
	}

}
