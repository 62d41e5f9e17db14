package cn.ecopark.paper.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.Units;
import cn.ecopark.paper.ComposedPaper.TemplateRef;
import cn.ecopark.paper.Imprint;
import cn.ecopark.paper.Imprint.SigningBody;
import cn.ecopark.paper.PaperComposer;
import cn.ecopark.paper.PaperKind;
import cn.ecopark.paper.PaperNaming;
import cn.ecopark.paper.TemplateVersion;
import cn.ecopark.rulepack.RulePacks;

/**
 * Shows what a template would make: a draft with the example values, signed as of today.
 */
@Component
class TemplatePreview {

	private final PaperComposer composer;

	private final RulePacks packs;

	private final Units units;

	private final CaseTime time;

	private final PaperNaming naming;

	TemplatePreview(PaperComposer composer, RulePacks packs, Units units, CaseTime time, PaperNaming naming) {
		this.composer = composer;
		this.naming = naming;
		this.packs = packs;
		this.units = units;
		this.time = time;
	}

	byte[] pdf(PaperKind kind, String source) {
		LocalDate today = this.time.today();
		List<SigningBody> bodies = kind.issuers()
			.stream()
			.flatMap((issuer) -> PaperKind.MINISTRIES.equals(issuer)
					? this.packs.get(kind.release()).ministriesOn(today).stream() : Stream.of(issuer))
			.map((unit) -> new SigningBody(PaperKind.STEP_UNIT.equals(unit) ? this.naming.word("paper.issuers." + unit)
					: this.units.nameOn(unit, today), null))
			.toList();
		TemplateVersion unsaved = new TemplateVersion(new TemplateRef(kind.release().pack(), kind.key(), 0), source, "",
				"", null);
		return this.composer.preview(kind, unsaved, Imprint.draft(today, bodies)).pdf();
	}

}
