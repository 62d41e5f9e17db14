package cn.ecopark.officialdocument;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.Timeline;
import cn.ecopark.officialdocument.Reissue.Mistake;

/** The timeline of a case tells that a document of the case was put right. */
@Component
@Order(0)
class CaseConsequences implements DocumentConsequences {

	private final Cases cases;

	private final Timeline timeline;

	CaseConsequences(Cases cases, Timeline timeline) {
		this.cases = cases;
		this.timeline = timeline;
	}

	@Override
	public void replaced(OfficialDocument wrong, OfficialDocument by, Mistake mistake) {
		tell(wrong, "officialdocument.timeline.corrected", mistake.what());
	}

	@Override
	public void voided(OfficialDocument document, String reason) {
		tell(document, "officialdocument.timeline.voided", reason);
	}

	private void tell(OfficialDocument document, String message, String remark) {
		this.cases.find(document.dossierId())
			.ifPresent(ofCase -> this.timeline.wrote(ofCase.id(), document.audience(), message, remark, null, null,
					document.number() == null ? document.title() : document.number().text()));
	}

}
