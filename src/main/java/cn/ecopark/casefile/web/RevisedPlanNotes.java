package cn.ecopark.casefile.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.organisation.Actor;
import cn.ecopark.park.KnownDate;
import cn.ecopark.park.ParkEvent;
import cn.ecopark.park.Parks;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.FileNote;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.Tone;

/**
 * That the park was given another plan, beside each case that goes on after it: it is
 * checked and accepted by that plan.
 */
@Component
class RevisedPlanNotes implements FileNotes {

	private final Cases cases;

	private final Parks parks;

	private final CaseWords words;

	private final Texts texts;

	RevisedPlanNotes(Cases cases, Parks parks, CaseWords words, Texts texts) {
		this.cases = cases;
		this.parks = parks;
		this.words = words;
		this.texts = texts;
	}

	@Override
	public List<FileNote> of(String dossierId, Actor reader, Locale locale) {
		List<FileNote> notes = new ArrayList<>();
		this.cases.find(dossierId)
			.ifPresent(ecoCase -> this.parks.revisionsOfPlan(ecoCase.park().id())
				.stream()
				.filter(revision -> !ecoCase.id().equals(revision.planCase()) && !endedBefore(ecoCase, revision))
				.map(revision -> note(revision, locale))
				.forEach(notes::add));
		Collections.reverse(notes);
		return notes;
	}

	private static boolean endedBefore(EcoCase ecoCase, ParkEvent revision) {
		Instant closed = ecoCase.closedAt();
		KnownDate decided = revision.decidedOn();
		return closed != null && decided != null
				&& LocalDate.ofInstant(closed, CaseTime.ZONE).isBefore(decided.earliest());
	}

	private FileNote note(ParkEvent revision, Locale locale) {
		String number = this.cases.find(Objects.requireNonNullElse(revision.planCase(), ""))
			.map(EcoCase::number)
			.orElse(null);
		KnownDate decided = revision.decidedOn();
		return new FileNote(
				this.texts.in(locale, "casefile.plan.revised", decided == null ? "" : this.words.date(decided, locale)),
				new Tag(this.texts.in(locale, "casefile.plan.holds"), Tone.WARN),
				Stream
					.of(revision.documentNumber(),
							number == null ? null : this.texts.in(locale, "casefile.plan.case", number))
					.filter(Objects::nonNull)
					.toList(),
				List.of());
	}

}
