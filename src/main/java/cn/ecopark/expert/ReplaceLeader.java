package cn.ecopark.expert;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.casefile.CaseAccess;
import cn.ecopark.casefile.CaseFlow;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Reason;
import cn.ecopark.casefile.Suspensions;
import cn.ecopark.casefile.Timeline;
import cn.ecopark.expert.PanelRefusals.CannotLead;
import cn.ecopark.expert.PanelRefusals.NoPanel;
import cn.ecopark.expert.PanelRefusals.NotTheOffices;
import cn.ecopark.law.PanelRules;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.UnitLevel;

/**
 * 更换组长: a leader who does not conclude, or can no longer, gives way to another member.
 */
@Component
public class ReplaceLeader {

	/** 更换组长, as the record names what ended the step of the old leader. */
	private static final String REPLACED = "更换组长";

	private final CaseAccess access;

	private final CaseFlow flow;

	private final Panels panels;

	private final LeaderTasks tasks;

	private final Suspensions suspensions;

	private final Timeline timeline;

	private final Audit audit;

	ReplaceLeader(CaseAccess access, CaseFlow flow, Panels panels, LeaderTasks tasks, Suspensions suspensions,
			Timeline timeline, Audit audit) {
		this.access = access;
		this.flow = flow;
		this.panels = panels;
		this.tasks = tasks;
		this.suspensions = suspensions;
		this.timeline = timeline;
		this.audit = audit;
	}

	/**
	 * The panel of the stage in which the case is.
	 *
	 * @param members who could lead instead
	 */
	public record Led(long leader, List<Long> members) {
	}

	/**
	 * @return the panel whose leader the actor may replace now
	 */
	@Transactional(readOnly = true)
	public Optional<Led> offered(EcoCase ecoCase, Actor actor) {
		Long leader = leader(ecoCase);
		boolean may = isOffice(actor) && leader != null
				&& (this.tasks.isLate(ecoCase.id(), leader) || !this.tasks.hasAccount(leader));
		return may && leader != null ? Optional.of(new Led(leader, others(ecoCase, leader))) : Optional.empty();
	}

	/**
	 * The open task of the old leader moves to the new one, with a limit of its own.
	 * @param personId another member whose account is open
	 * @throws NotTheOffices when the actor is not of the Office
	 * @throws NoPanel when no panel with a leader works on the case
	 * @throws CannotLead when the person is no other member, or has no account any more
	 * @throws cn.ecopark.casefile.CaseRefusals.CaseStandsStill when it does
	 * @throws cn.ecopark.law.LegalRefusal when the leader is neither late nor gone
	 */
	@Transactional
	public void replace(String caseId, @Nullable Long personId, Reason reason, Actor actor) {
		this.access.read(actor, caseId);
		if (!isOffice(actor)) {
			throw new NotTheOffices();
		}
		this.flow.lock(caseId);
		EcoCase ecoCase = this.access.read(actor, caseId);
		this.suspensions.requireRunning(caseId);
		Long leader = leader(ecoCase);
		String stage = ecoCase.stage();
		if (leader == null || stage == null) {
			throw new NoPanel();
		}
		if (personId == null || !others(ecoCase, leader).contains(personId)) {
			throw new CannotLead();
		}
		PanelRules.leaderIsReplacedOnlyWhenLateOrGone(this.tasks.nameOf(leader), this.tasks.isLate(caseId, leader),
				this.tasks.hasAccount(leader));
		this.panels.lead(caseId, stage, personId);
		this.tasks.move(caseId, leader, personId, REPLACED);
		this.audit.record(Subject.ofCase(caseId), "panel.leader-replaced",
				Map.of("stage", stage, "from", leader, "to", personId, "reason", reason.text()));
		this.timeline.wrote(caseId, Audience.AUTHORITIES, "expert.timeline.leader-replaced", reason.text(),
				actor.name(), this.tasks.unitOf(actor), this.tasks.nameOf(leader), this.tasks.nameOf(personId));
	}

	private @Nullable Long leader(EcoCase ecoCase) {
		String stage = ecoCase.stage();
		return !ecoCase.isOpen() || stage == null ? null : this.panels.leader(ecoCase.id(), stage).orElse(null);
	}

	private List<Long> others(EcoCase ecoCase, long leader) {
		return this.panels.members(ecoCase.id(), String.valueOf(ecoCase.stage()))
			.stream()
			.filter(person -> person != leader && this.tasks.hasAccount(person))
			.toList();
	}

	private static boolean isOffice(Actor actor) {
		return actor.worksOnCases() && actor.unitLevel() == UnitLevel.OFFICE;
	}

}
