package cn.ecopark.release.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.officialdocument.Composer;
import cn.ecopark.officialdocument.OfficialDocumentKind;
import cn.ecopark.officialdocument.OfficialWords;
import cn.ecopark.organisation.Units;
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

	private final Units units;

	private final CaseTime time;

	private final OfficialWords naming;

	TemplatePreview(Composer composer, ReferenceData reference, Units units, CaseTime time, OfficialWords naming) {
		this.composer = composer;
		this.naming = naming;
		this.reference = reference;
		this.units = units;
		this.time = time;
	}

	byte[] pdf(OfficialDocumentKind kind, String source) {
		LocalDate today = this.time.today();
		List<SigningBody> bodies = kind.issuers()
			.stream()
			.flatMap((issuer) -> OfficialDocumentKind.MINISTRIES.equals(issuer)
					? this.reference.partiesOn(kind.release().pack(), today).stream() : Stream.of(issuer))
			.map((unit) -> new SigningBody(OfficialDocumentKind.STEP_UNIT.equals(unit)
					? this.naming.word("officialdocument.issuers." + unit) : this.units.nameOn(unit, today), null))
			.toList();
		return this.composer.preview(kind, source, Imprint.draft(today, bodies)).pdf();
	}

}
