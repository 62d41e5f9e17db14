package cn.ecopark.release.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.law.IssueRules;
import cn.ecopark.officialdocument.Composer;
import cn.ecopark.officialdocument.IssuingBodies;
import cn.ecopark.officialdocument.IssuingBody;
import cn.ecopark.officialdocument.OfficialDocumentKind;
import cn.ecopark.officialdocument.OfficialWords;
import cn.ecopark.reference.ReferenceData;
import cn.ecopark.typesetting.Imprint;
import cn.ecopark.typesetting.Imprint.SigningBody;

/**
 * Shows what a template would make: a draft with the example values, signed as of today.
 */
@Component
class TemplatePreview {

	private final Composer composer;

	private final ReferenceData reference;

	private final IssuingBodies bodies;

	private final CaseTime time;

	private final OfficialWords naming;

	TemplatePreview(Composer composer, ReferenceData reference, IssuingBodies bodies, CaseTime time,
			OfficialWords naming) {
		this.composer = composer;
		this.naming = naming;
		this.reference = reference;
		this.bodies = bodies;
		this.time = time;
	}

	byte[] pdf(OfficialDocumentKind kind, String source) {
		LocalDate today = this.time.today();
		List<SigningBody> bodies = kind.issuers()
			.stream()
			.flatMap(issuer -> OfficialDocumentKind.MINISTRIES.equals(issuer)
					? IssueRules.inOrder(this.reference.partiesOn(kind.release().pack(), today), kind.issue().order())
						.stream()
					: Stream.of(issuer))
			.map(unit -> body(kind, unit, today))
			.toList();
		return this.composer.preview(kind, source, Imprint.draft(today, bodies)).pdf();
	}

	private SigningBody body(OfficialDocumentKind kind, String unit, LocalDate today) {
		if (OfficialDocumentKind.STEP_UNIT.equals(unit)) {
			return new SigningBody(this.naming.word("officialdocument.issuers." + unit), null);
		}
		IssuingBody body = this.bodies.of(unit, kind.issue().level(), today);
		return new SigningBody(body.name(), null, body.standIn());
	}

}
