package cn.ecopark.expert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CorrectionPoints;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.expert.JdbcPanelRecord.Stance;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.InputField;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.web.panel.ConclusionPanel;
import cn.ecopark.worklist.web.panel.SignaturePanel;

/** Shows members of a panel what their opinion is drawn up from, and as what. */
@Component
class OpinionViews {

	private final PanelPoll poll;

	private final PanelOpinions panelOpinions;

	private final Opinions opinions;

	private final CorrectionPoints points;

	private final PanelSettings settings;

	private final SeatNames names;

	private final Texts texts;

	OpinionViews(PanelPoll poll, PanelOpinions panelOpinions, Opinions opinions, CorrectionPoints points,
			PanelSettings settings, SeatNames names, Texts texts) {
		this.poll = poll;
		this.panelOpinions = panelOpinions;
		this.opinions = opinions;
		this.points = points;
		this.settings = settings;
		this.names = names;
		this.texts = texts;
	}

	/**
	 * @return every member with his own opinion, or that there is none
	 */
	List<ConclusionPanel.Member> votes(WorkItem item) {
		String caseId = String.valueOf(item.subject().caseId());
		List<ConclusionPanel.Member> members = new ArrayList<>();
		Map<Seat, @Nullable String> votes = this.poll.votes(caseId, item.task().stage());
		Map<Seat, String> called = this.names.of(votes.keySet());
		votes.forEach((seat, outcome) -> members.add(new ConclusionPanel.Member(called.getOrDefault(seat, ""),
				outcome == null ? this.texts.text("expert.silent") : this.settings.label(caseId, outcome), null)));
		return members;
	}

	/**
	 * @return who did not sign the draft before, and why
	 */
	List<ConclusionPanel.Member> unsigned(WorkItem item) {
		List<JdbcPanelRecord.Signature> missing = this.panelOpinions
			.signaturesBefore(String.valueOf(item.subject().caseId()), item.task().stage())
			.stream()
			.filter(signature -> signature.stance() != Stance.SIGNED)
			.toList();
		Map<Seat, String> called = this.names.of(missing.stream().map(JdbcPanelRecord.Signature::seat).toList());
		return missing.stream()
			.map(signature -> new ConclusionPanel.Member(called.getOrDefault(signature.seat(), ""),
					this.texts.text("expert.stance." + signature.stance()), orNull(signature.words())))
			.toList();
	}

	SignaturePanel draft(WorkItem item, List<InputField> fields) {
		String caseId = String.valueOf(item.subject().caseId());
		String stage = item.task().stage();
		JdbcPanelRecord.Draft draft = this.panelOpinions.draft(caseId, stage);
		Opinion opinion = this.opinions.get(draft.opinionId());
		List<SignaturePanel.Point> covered = new ArrayList<>();
		this.settings.opinionPoints(caseId, stage)
			.forEach((point, subject) -> covered.add(new SignaturePanel.Point(subject, opinion.field(point))));
		return new SignaturePanel(this.settings.label(caseId, draft.outcome()), opinion.author().personName(),
				opinion.text(), covered,
				this.points.of(caseId, CorrectionPoints.State.OPEN).stream().map(point -> point.remark()).toList(),
				fields);
	}

	private static @Nullable String orNull(String words) {
		return words.isBlank() ? null : words;
	}

}
