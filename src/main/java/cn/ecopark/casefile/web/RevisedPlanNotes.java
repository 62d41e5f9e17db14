package cn.ecopark.casefile.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.RevisedPlans;
import cn.ecopark.dossier.Documents;
import cn.ecopark.organisation.Actor;
import cn.ecopark.park.KnownDate;
import cn.ecopark.park.ParkEvent;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.FileNote;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.Tone;

/**
 * That the park was given another plan, beside each case that goes on after it, with the
 * plan itself: the park is checked and accepted by it.
 */
@Component
class RevisedPlanNotes implements FileNotes {

	private final Cases cases;

	private final RevisedPlans plans;

	private final Documents documents;

	private final CaseWords words;

	private final Texts texts;

	RevisedPlanNotes(Cases cases, RevisedPlans plans, Documents documents, CaseWords words, Texts texts) {
		this.cases = cases;
		this.plans = plans;
		this.documents = documents;
		this.words = words;
		this.texts = texts;
	}

	@Override
	public List<FileNote> of(String dossierId, Actor reader, Locale locale) {
		return this.cases.find(dossierId)
			.map(this.plans::measuring)
			.orElse(List.of())
			.stream()
			.map(revision -> note(revision, reader, locale))
			.toList();
	}

	private FileNote note(ParkEvent revision, Actor reader, Locale locale) {
		Optional<EcoCase> planCase = this.cases.find(Objects.requireNonNullElse(revision.planCase(), ""));
		KnownDate decided = revision.decidedOn();
		return new FileNote(
				this.texts.in(locale, "casefile.plan.revised", decided == null ? "" : this.words.date(decided, locale)),
				new Tag(this.texts.in(locale, "casefile.plan.holds"), Tone.WARN),
				Stream
					.of(revision.documentNumber(),
							planCase.map(EcoCase::number)
								.map(number -> this.texts.in(locale, "casefile.plan.case", number))
								.orElse(null))
					.filter(Objects::nonNull)
					.toList(),
				List.of(), planCase.flatMap(adopted -> plan(adopted, reader, locale)).stream().toList());
	}

	private Optional<FileNote.Link> plan(EcoCase planCase, Actor reader, Locale locale) {
		return Documents.last(this.documents.versions(planCase.id(), reader), this.plans.kindsOfPlan(planCase))
			.map(plan -> new FileNote.Link(this.texts.in(locale, "casefile.plan.open", plan.fileName()),
					"/documents/" + plan.id() + "/view"));
	}

}
