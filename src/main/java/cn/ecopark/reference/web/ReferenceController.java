package cn.ecopark.reference.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.reference.ChangeReference;
import cn.ecopark.reference.ReferenceRefusals.NoSuchSeries;
import cn.ecopark.reference.ReferenceSeries;
import cn.ecopark.reference.ReferenceStatement;
import cn.ecopark.reference.Series;
import cn.ecopark.reference.SetWorkingDays;
import cn.ecopark.web.OncePerPage;
import cn.ecopark.web.view.FieldError;

/** System administrators look at what goes by the day, and say what holds from when. */
@Controller
@RequestMapping("/admin/reference")
class ReferenceController {

	private final ReferenceSeries series;

	private final ChangeReference change;

	private final ReferencePages pages;

	private final SeriesPages seriesPages;

	private final SetWorkingDays setWorkingDays;

	private final CalendarPages calendarPages;

	private final ReferenceForms forms;

	private final CurrentActor current;

	ReferenceController(ReferenceSeries series, ChangeReference change, ReferencePages pages, SeriesPages seriesPages,
			SetWorkingDays setWorkingDays, CalendarPages calendarPages, ReferenceForms forms, CurrentActor current) {
		this.forms = forms;
		this.setWorkingDays = setWorkingDays;
		this.calendarPages = calendarPages;
		this.series = series;
		this.change = change;
		this.pages = pages;
		this.seriesPages = seriesPages;
		this.current = current;
	}

	/**
	 * What was typed.
	 *
	 * @param id of the entry; 0 for a new one
	 */
	record Typed(@Nullable String token, long seen, long id, @Nullable List<String> word, @Nullable String from,
			@Nullable String source, @Nullable Boolean confirmed, @Nullable String reason) {

		ReferenceStatement statement() {
			return new ReferenceStatement(text(this.token), this.seen,
					this.word == null ? List.of() : this.word.stream().map(Typed::text).toList(), text(this.from),
					text(this.source), Boolean.TRUE.equals(this.confirmed), text(this.reason));
		}

		private static String text(@Nullable String typed) {
			return typed == null ? "" : typed;
		}

	}

	@GetMapping
	ModelAndView all(Locale locale) {
		return new ModelAndView("reference/reference", "page", this.pages.page(locale));
	}

	@GetMapping("/{kind}")
	ModelAndView show(@PathVariable String kind, @RequestParam(defaultValue = "") String of, Locale locale) {
		return page(series(kind, of), null, List.of(), locale);
	}

	@OncePerPage
	@PostMapping("/{kind}/begin")
	ModelAndView begin(@PathVariable String kind, @RequestParam(defaultValue = "") String of,
			@ModelAttribute Typed typed, Locale locale, RedirectAttributes redirect) {
		Series named = series(kind, of);
		return done(named, typed, said -> this.change.begin(named, said, this.current.get()), locale, redirect);
	}

	@OncePerPage
	@PostMapping("/{kind}/correct")
	ModelAndView correct(@PathVariable String kind, @RequestParam(defaultValue = "") String of,
			@ModelAttribute Typed typed, Locale locale, RedirectAttributes redirect) {
		Series named = series(kind, of);
		return done(named, typed, said -> this.change.correct(named, typed.id(), said, this.current.get()), locale,
				redirect);
	}

	@OncePerPage
	@PostMapping("/{kind}/cancel")
	ModelAndView cancel(@PathVariable String kind, @RequestParam(defaultValue = "") String of,
			@ModelAttribute Typed typed, Locale locale, RedirectAttributes redirect) {
		Series named = series(kind, of);
		return done(named, typed, said -> this.change.cancel(named, typed.id(), said, this.current.get()), locale,
				redirect);
	}

	@OncePerPage
	@PostMapping("/calendar/days")
	ModelAndView days(@RequestParam(defaultValue = "") String of, @ModelAttribute Typed typed, Locale locale,
			RedirectAttributes redirect) {
		Series year = this.series.series(Series.Kind.CALENDAR, of);
		return done(year, typed, said -> this.setWorkingDays.set(year, said, this.current.get()), locale, redirect);
	}

	private ModelAndView done(Series named, Typed typed, Consumer<ReferenceStatement> act, Locale locale,
			RedirectAttributes redirect) {
		return this.forms.carryOut(typed, act, new ReferenceForms.Place(SeriesPages.url(named), refusal -> "word0",
				errors -> page(named, typed, errors, locale)), locale, redirect);
	}

	private ModelAndView page(Series named, @Nullable Typed typed, List<FieldError> errors, Locale locale) {
		return named.kind() == Series.Kind.CALENDAR
				? new ModelAndView("reference/calendar", "page", this.calendarPages.page(named, typed, errors, locale))
				: new ModelAndView("reference/series", "page", this.seriesPages.page(named, typed, errors, locale));
	}

	private Series series(String kind, String of) {
		return this.series.series(Arrays.stream(Series.Kind.values())
			.filter(one -> SeriesPages.path(one).equals(kind))
			.findFirst()
			.orElseThrow(NoSuchSeries::new), of);
	}

}
