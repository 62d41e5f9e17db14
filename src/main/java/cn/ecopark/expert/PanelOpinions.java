package cn.ecopark.expert;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.expert.JdbcPanelRecord.Round;
import cn.ecopark.expert.JdbcPanelRecord.Stance;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.law.PanelRules;
import cn.ecopark.worklist.WorkItem;

/** What the leader of a panel draws up and the other members sign or dissent from. */
@Component
@Transactional
public class PanelOpinions {

	private final JdbcPanelRecord record;

	private final Panels panels;

	private final PanelPoll poll;

	private final PanelSettings settings;

	private final CaseTime time;

	PanelOpinions(JdbcPanelRecord record, Panels panels, PanelPoll poll, PanelSettings settings, CaseTime time) {
		this.record = record;
		this.panels = panels;
		this.poll = poll;
		this.settings = settings;
		this.time = time;
	}

	/**
	 * @return the members who are asked to sign: all but the author of the newest draft
	 */
	@Transactional(readOnly = true)
	public List<String> signers(String caseId, String stage) {
		Seat author = Seat.ofExpert(draft(caseId, stage).leaderId());
		return this.poll.seats(caseId, stage).stream().filter(seat -> !seat.equals(author)).map(Seat::text).toList();
	}

	/**
	 * A stage that the pack leaves to its panel must not end without it.
	 * @param result how the stage would end
	 * @throws LegalRefusal when no opinion of the panel holds, or one that is against
	 * passing
	 */
	@Transactional(readOnly = true)
	public void requireOpinionFor(String caseId, String stage, String result) {
		if (this.settings.panelDecides(caseId, stage)) {
			Optional<JdbcPanelRecord.Draft> held = held(caseId, stage);
			PanelRules.stageEndsByAnOpinionThatHolds(this.settings.takesTheCaseForward(caseId, result),
					held.isPresent(),
					held.filter(draft -> this.settings.isAgainstTheApplicant(caseId, draft.outcome())).isPresent());
		}
	}

	/**
	 * @return by case, what the panel of that stage has concluded in an opinion that
	 * holds; cases without one are left out
	 */
	@Transactional(readOnly = true)
	public Map<String, String> heldIn(Collection<String> caseIds, String stage) {
		return this.record.held(caseIds, stage);
	}

	/**
	 * Keeps the leader's draft, which bears his signature.
	 * @throws LegalRefusal when he does not lead the panel
	 */
	void conclude(WorkItem item, long personId, String outcome, long opinionId) {
		String caseId = String.valueOf(item.subject().caseId());
		String stage = item.task().stage();
		PanelRules
			.onlyTheLeaderConcludes(this.panels.leader(caseId, stage).filter(leader -> leader == personId).isPresent());
		long draft = this.record.conclude(this.poll.round(caseId, stage), personId, outcome, opinionId, item.id());
		this.record.sign(draft, Seat.ofExpert(personId), Stance.SIGNED, opinionId, this.time.now());
	}

	/**
	 * Keeps whether a member signs the newest draft.
	 * @throws LegalRefusal when he has no seat on the panel
	 */
	void sign(WorkItem item, boolean signs, long opinionId) {
		String caseId = String.valueOf(item.subject().caseId());
		String stage = item.task().stage();
		Seat seat = Seat.of(item.holder());
		PanelRules.onlyMembersTakePart(this.poll.seats(caseId, stage).contains(seat));
		this.record.sign(draft(caseId, stage).id(), seat, signs ? Stance.SIGNED : Stance.DISSENTED, opinionId,
				this.time.now());
	}

	/**
	 * @return the newest draft of the panel as it was formed last
	 * @throws LegalRefusal when there is none
	 */
	JdbcPanelRecord.Draft draft(String caseId, String stage) {
		Round round = this.poll.round(caseId, stage);
		return this.record.latest(round).orElseThrow(() -> LegalRefusal.ofProcedure("panel-opinion-missing"));
	}

	/**
	 * @return the opinion of the panel that holds
	 */
	Optional<JdbcPanelRecord.Draft> held(String caseId, String stage) {
		return this.record.round(caseId, stage)
			.flatMap(this.record::latest)
			.filter(draft -> Boolean.TRUE.equals(draft.holds()));
	}

	/**
	 * @return how the members stand to the newest draft whose signatures were counted,
	 * held or not
	 */
	List<JdbcPanelRecord.Signature> signaturesBefore(String caseId, String stage) {
		return this.record.round(caseId, stage)
			.flatMap(this.record::latest)
			.filter(JdbcPanelRecord.Draft::isSettled)
			.map(draft -> this.record.signatures(draft.id()))
			.orElse(List.of());
	}

}
