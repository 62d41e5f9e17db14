package cn.ecopark.expert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.expert.JdbcPanelRecord.Stance;
import cn.ecopark.typesetting.manuscript.Facts;

/**
 * What documents state of an opinion that holds: what it covers, and how each member
 * stands to it. Of one that does not hold, or was never signed, nothing is told, so that
 * no document can state it.
 */
@Component
class OpinionFacts {

	private final PanelOpinions panelOpinions;

	private final JdbcPanelRecord record;

	private final Opinions opinions;

	private final PanelSettings settings;

	private final SeatNames names;

	OpinionFacts(PanelOpinions panelOpinions, JdbcPanelRecord record, Opinions opinions, PanelSettings settings,
			SeatNames names) {
		this.panelOpinions = panelOpinions;
		this.record = record;
		this.opinions = opinions;
		this.settings = settings;
		this.names = names;
	}

	/**
	 * @param stage the one the document is about; empty for all of the case, of which the
	 * dissent alone is told
	 */
	void tell(String caseId, String stage, Facts facts) {
		if (stage.isEmpty()) {
			List<Map<String, String>> dissents = new ArrayList<>();
			this.record.stages(caseId)
				.forEach(each -> this.panelOpinions.held(caseId, each)
					.ifPresent(draft -> dissents.addAll(dissents(this.record.signatures(draft.id())))));
			facts.table("dissents", dissents);
			return;
		}
		this.panelOpinions.held(caseId, stage).ifPresent(draft -> {
			List<JdbcPanelRecord.Signature> signatures = this.record.signatures(draft.id());
			facts.table("reviewed", reviewed(caseId, stage, draft))
				.list("signed", names(signatures, Stance.SIGNED))
				.table("dissents", dissents(signatures))
				.text("silent", String.join("、", names(signatures, Stance.SILENT)));
		});
	}

	private List<Map<String, String>> reviewed(String caseId, String stage, JdbcPanelRecord.Draft draft) {
		Opinion opinion = this.opinions.get(draft.opinionId());
		List<Map<String, String>> rows = new ArrayList<>();
		this.settings.opinionPoints(caseId, stage)
			.forEach((key, point) -> rows.add(Map.of("point", point, "words", opinion.field(key))));
		return rows;
	}

	private List<Map<String, String>> dissents(List<JdbcPanelRecord.Signature> signatures) {
		return signatures.stream()
			.filter(signature -> signature.stance() == Stance.DISSENTED)
			.map(signature -> Map.of("name", name(signature), "words", signature.words()))
			.toList();
	}

	private List<String> names(List<JdbcPanelRecord.Signature> signatures, Stance stance) {
		return signatures.stream().filter(signature -> signature.stance() == stance).map(this::name).toList();
	}

	/** For a department the person who signed for it is named too. */
	private String name(JdbcPanelRecord.Signature signature) {
		String name = this.names.of(signature.seat());
		return signature.seat().isExperts() || signature.signer().isEmpty() ? name : name + " " + signature.signer();
	}

}
