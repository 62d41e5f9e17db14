package cn.ecopark.expert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CaseParties;
import cn.ecopark.expert.PanelMember.Invitation;
import cn.ecopark.law.PanelRules;
import cn.ecopark.organisation.People;
import cn.ecopark.rulepack.Role.Resolve;

/**
 * The panel of a case in one stage. A stage is the id of its diagram, for instance
 * {@code plan-review}.
 */
@Component
@Transactional
public class Panels {

	/** Role of the leader among the parties of the case. */

	private final JdbcPanels panels;

	private final PanelSettings settings;

	private final CaseParties parties;

	private final CaseTime time;

	private final Audit audit;

	private final People people;

	Panels(JdbcPanels panels, PanelSettings settings, CaseParties parties, CaseTime time, Audit audit, People people) {
		this.panels = panels;
		this.settings = settings;
		this.parties = parties;
		this.time = time;
		this.audit = audit;
		this.people = people;
	}

	/**
	 * @return everybody who was ever named, the leader first
	 */
	@Transactional(readOnly = true)
	public List<PanelMember> all(String caseId, String stage) {
		return this.panels.members(caseId, stage);
	}

	/**
	 * @return who is invited and has not answered yet
	 */
	@Transactional(readOnly = true)
	public List<Long> invitees(String caseId, String stage) {
		return persons(caseId, stage, Invitation.PENDING);
	}

	/**
	 * @return who sits on the panel
	 */
	@Transactional(readOnly = true)
	public List<Long> members(String caseId, String stage) {
		return persons(caseId, stage, Invitation.ACCEPTED);
	}

	/**
	 * @return the leader, once accepted
	 */
	@Transactional(readOnly = true)
	public Optional<Long> leader(String caseId, String stage) {
		return this.panels.leader(caseId, stage);
	}

	/**
	 * Names the members. Whoever has accepted before stays.
	 * @param leader one of them, or of those who have accepted before
	 * @throws cn.ecopark.law.LegalRefusal when one of them has declined
	 */
	public void form(String caseId, String stage, Set<Long> persons, long leader) {
		List<Long> accepted = members(caseId, stage);
		if (!persons.contains(leader) && !accepted.contains(leader)) {
			throw new IllegalArgumentException("The leader is a member of the panel");
		}
		requireNotDeclined(caseId, stage, persons);
		Instant now = this.time.now();
		long panel = this.panels.form(caseId, stage, now);
		Set<Long> named = new TreeSet<>(persons);
		accepted.forEach(named::remove);
		Invitation invitation = this.settings.invites(caseId, stage) ? Invitation.PENDING : Invitation.ACCEPTED;
		named.forEach(person -> this.panels.ask(panel, person, invitation, now));
		if (invitation == Invitation.ACCEPTED) {
			this.panels.release(panel, List.copyOf(persons), now);
		}
		leader(caseId, stage).filter(before -> before != leader)
			.ifPresent(before -> this.parties.removePerson(caseId, this.settings.role(caseId, Resolve.LEADER), before));
		this.panels.lead(panel, leader);
		admit(caseId, stage, now);
		this.audit.record(Subject.ofCase(caseId), "panel.formed",
				Map.of("stage", stage, "members", List.copyOf(new TreeSet<>(persons)), "leader", leader));
	}

	/**
	 * Another member leads from now on.
	 */
	void lead(String caseId, String stage, long personId) {
		leader(caseId, stage)
			.ifPresent(before -> this.parties.removePerson(caseId, this.settings.role(caseId, Resolve.LEADER), before));
		Instant now = this.time.now();
		this.panels.lead(this.panels.idOf(caseId, stage), personId);
		this.parties.addPerson(caseId, this.settings.role(caseId, Resolve.LEADER), personId, now);
	}

	/**
	 * @throws cn.ecopark.law.LegalRefusal when one of them has declined this panel
	 */
	void requireNotDeclined(String caseId, String stage, Set<Long> persons) {
		this.panels.members(caseId, stage)
			.stream()
			.filter(member -> persons.contains(member.personId()))
			.forEach(member -> PanelRules.whoDeclinedIsNotAskedAgain(this.people.nameOf(member.personId()),
					member.hasDeclined()));
	}

	/**
	 * Keeps the answer of an expert; who is not asked or has answered already changes
	 * nothing.
	 */
	public void answer(String caseId, String stage, long personId, boolean accepted) {
		Instant now = this.time.now();
		Invitation answer = accepted ? Invitation.ACCEPTED : Invitation.DECLINED;
		if (this.panels.answer(caseId, stage, personId, answer, now) > 0) {
			admit(caseId, stage, now);
		}
	}

	/**
	 * The limit for answers is over, or all have answered: the silent do not sit on it.
	 * @return whether the panel is complete: enough members, one of them its leader
	 */
	public boolean settleInvitations(String caseId, String stage) {
		int silent = this.panels.answer(caseId, stage, null, Invitation.SILENT, this.time.now());
		int accepted = members(caseId, stage).size();
		boolean complete = accepted >= this.settings.leastMembers(caseId) && leader(caseId, stage).isPresent();
		this.audit.record(Subject.ofCase(caseId), "panel.settled",
				Map.of("stage", stage, "accepted", accepted, "silent", silent, "complete", complete));
		return complete;
	}

	/** Members take part in the case and may read it; the invited may not yet. */
	private void admit(String caseId, String stage, Instant now) {
		String role = this.settings.role(caseId, Resolve.EXPERTS);
		members(caseId, stage).forEach(person -> this.parties.addPerson(caseId, role, person, now));
		leader(caseId, stage).ifPresent(
				person -> this.parties.addPerson(caseId, this.settings.role(caseId, Resolve.LEADER), person, now));
	}

	private List<Long> persons(String caseId, String stage, Invitation invitation) {
		return this.panels.members(caseId, stage)
			.stream()
			.filter(member -> member.invitation() == invitation)
			.map(PanelMember::personId)
			.toList();
	}

}
