package cn.ecopark.casefile.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.casefile.CaseAccess;
import cn.ecopark.casefile.CaseWay;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.casefile.UndoneSteps.Undone;
import cn.ecopark.casefile.UndoneSteps;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.shared.Texts;

/** The way a case has gone in words, and how long it took. */
@Component
class WayViews {

	/**
	 * An opinion and the end of its step are of one transaction, but not of one instant.
	 */
	private static final Duration TOGETHER = Duration.ofMinutes(1);

	private final CaseWay way;

	private final Opinions opinions;

	private final CaseAccess access;

	private final WorkingDays days;

	private final CaseWords words;

	private final UndoneSteps undone;

	private final Texts texts;

	WayViews(CaseWay way, Opinions opinions, CaseAccess access, WorkingDays days, CaseWords words, UndoneSteps undone,
			Texts texts) {
		this.way = way;
		this.opinions = opinions;
		this.access = access;
		this.days = days;
		this.words = words;
		this.undone = undone;
		this.texts = texts;
	}

	CasePage.Diagram diagram(EcoCase ecoCase, Actor reader, Locale locale) {
		Optional<CaseWay.Model> model = this.way.model(ecoCase.id());
		if (model.isEmpty()) {
			return new CasePage.Diagram(null, "", List.of());
		}
		RulePack pack = this.words.pack(ecoCase);
		List<Opinion> readable = this.opinions.of(ecoCase.id())
			.stream()
			.filter(opinion -> this.access.mayRead(reader, opinion))
			.toList();
		List<Undone> undone = this.undone.of(ecoCase.id(), reader);
		List<CasePage.Passed> path = new ArrayList<>();
		for (CaseWay.Step step : this.way.steps(ecoCase.id())) {
			List<Undone> ofStep = undone.stream().filter(one -> isOf(one, step)).toList();
			path.add(ofStep.isEmpty() ? passed(step, readable, pack, locale) : undone(step, ofStep, locale));
		}
		return new CasePage.Diagram("/cases/" + ecoCase.id() + "/diagram.json",
				this.texts.in(locale, "casefile.case.model", model.get().name(), model.get().version()), path);
	}

	private CasePage.Passed passed(CaseWay.Step step, List<Opinion> readable, RulePack pack, Locale locale) {
		Instant left = step.left();
		Opinion given = left == null ? null : given(step, left, readable);
		String role = step.role() == null ? null : this.words.role(step.role(), pack, locale);
		return new CasePage.Passed(step.name(), left == null ? null : LocalDate.ofInstant(left, CaseTime.ZONE),
				given == null ? role : given.author().unitName() + " " + given.author().personName(),
				given == null ? null : this.words.outcome(given.outcome(), pack, locale).label());
	}

	/** Several may have been asked side by side, of whom some have answered. */
	private CasePage.Passed undone(CaseWay.Step step, List<Undone> ofStep, Locale locale) {
		Instant left = step.left();
		return new CasePage.Passed(step.name(), left == null ? null : LocalDate.ofInstant(left, CaseTime.ZONE),
				ofStep.stream().map(Undone::who).distinct().collect(Collectors.joining("、")),
				ofStep.stream()
					.map(one -> this.texts.in(locale, one.message(), one.arguments().toArray()))
					.distinct()
					.collect(Collectors.joining("；")));
	}

	private static boolean isOf(Undone one, CaseWay.Step step) {
		Instant left = step.left();
		return one.stepKey().equals(step.key()) && !one.entered().isBefore(step.entered().minus(TOGETHER))
				&& (left == null || !one.entered().isAfter(left));
	}

	/** Where several gave one, none of them speaks for the step. */
	private static @Nullable Opinion given(CaseWay.Step step, Instant left, List<Opinion> readable) {
		List<Opinion> inStep = readable.stream()
			.filter(opinion -> opinion.step().taskKey().equals(step.key()))
			.filter(opinion -> !opinion.at().isBefore(step.entered().minus(TOGETHER))
					&& !opinion.at().isAfter(left.plus(TOGETHER)))
			.sorted(Comparator.comparing(Opinion::at).reversed())
			.toList();
		return inStep.size() == 1 ? inStep.get(0) : null;
	}

	/**
	 * @return how many working days the case has taken since it was handed in, and how
	 * many of them the park corrected
	 */
	@Nullable String taken(EcoCase ecoCase, Locale locale) {
		Instant submitted = ecoCase.submittedAt();
		if (submitted == null) {
			return null;
		}
		Instant end = ecoCase.closedAt();
		LocalDate until = end == null ? this.words.today() : LocalDate.ofInstant(end, CaseTime.ZONE);
		int gross = this.days.between(LocalDate.ofInstant(submitted, CaseTime.ZONE), until);
		int correcting = 0;
		for (CaseWay.Step step : this.way.steps(ecoCase.id())) {
			if (this.words.pack(ecoCase).isHeldBy(step.role(), UnitLevel.PARK.name())
					&& step.entered().isAfter(submitted)) {
				Instant left = step.left();
				correcting += this.days.between(LocalDate.ofInstant(step.entered(), CaseTime.ZONE),
						left == null ? until : LocalDate.ofInstant(left, CaseTime.ZONE));
			}
		}
		return correcting == 0 ? this.texts.in(locale, "casefile.case.taken", gross)
				: this.texts.in(locale, "casefile.case.taken.corrected", gross, correcting);
	}

}
