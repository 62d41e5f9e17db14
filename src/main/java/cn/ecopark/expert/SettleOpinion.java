package cn.ecopark.expert;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CorrectionPoints;
import cn.ecopark.expert.JdbcPanelRecord.Stance;
import cn.ecopark.law.PanelRules;
import cn.ecopark.rulepack.OutcomeKind.Meaning;

/**
 * Counts the signatures below the leader's draft, once all have answered or their limit
 * has ended.
 */
@Component
public class SettleOpinion {

	/** Too few have signed: the leader draws up another. */
	public static final String UNSIGNED = "UNSIGNED";

	private final PanelOpinions opinions;

	private final PanelPoll poll;

	private final JdbcPanelRecord record;

	private final PanelSettings settings;

	private final CorrectionPoints points;

	private final CaseTime time;

	private final OpinionNotices notices;

	SettleOpinion(PanelOpinions opinions, PanelPoll poll, JdbcPanelRecord record, PanelSettings settings,
			CorrectionPoints points, CaseTime time, OpinionNotices notices) {
		this.opinions = opinions;
		this.poll = poll;
		this.record = record;
		this.settings = settings;
		this.points = points;
		this.time = time;
		this.notices = notices;
	}

	/**
	 * Members who have not answered are recorded as silent. An opinion that holds is made
	 * out as an official document.
	 * @param documents kinds of the documents that state it
	 * @return the conclusion where it holds, otherwise {@value #UNSIGNED}, or, when too
	 * few have signed again, the outcome that says so: the Office has to see how it goes
	 * on
	 * @throws cn.ecopark.law.LegalRefusal when the leader has drawn up nothing
	 */
	@Transactional
	public String settle(String caseId, String stage, List<String> documents) {
		JdbcPanelRecord.Draft draft = this.opinions.draft(caseId, stage);
		List<Seat> seats = this.poll.seats(caseId, stage);
		recordSilence(draft, seats);
		List<JdbcPanelRecord.Signature> signatures = this.record.signatures(draft.id());
		int signed = Math
			.toIntExact(signatures.stream().filter(signature -> signature.stance() == Stance.SIGNED).count());
		boolean holds = PanelRules.opinionHolds(signed, signatures.size(), this.settings.policy(caseId).signatures());
		this.record.settle(draft.id(), holds);
		this.notices.counted(caseId, stage, draft, counts(signatures), holds);
		if (holds) {
			this.notices.makeOut(caseId, stage, draft, documents);
			return draft.outcome();
		}
		// The leader raises his points anew with the next draft.
		this.points.settle(caseId, null, CorrectionPoints.State.OPEN);
		int drafts = this.record.draftsSinceTheLastVote(this.poll.round(caseId, stage));
		return drafts < this.settings.draftsBeforeOffice(caseId) ? UNSIGNED
				: this.settings.outcome(caseId, Meaning.REACHES_NO_CONCLUSION);
	}

	private void recordSilence(JdbcPanelRecord.Draft draft, List<Seat> seats) {
		Set<Seat> answered = this.record.signatures(draft.id())
			.stream()
			.map(JdbcPanelRecord.Signature::seat)
			.collect(Collectors.toSet());
		seats.stream()
			.filter(seat -> !answered.contains(seat))
			.forEach(seat -> this.record.sign(draft.id(), seat, Stance.SILENT, null, this.time.now()));
	}

	private static Map<Stance, Long> counts(List<JdbcPanelRecord.Signature> signatures) {
		return signatures.stream()
			.collect(Collectors.groupingBy(JdbcPanelRecord.Signature::stance, Collectors.counting()));
	}

}
