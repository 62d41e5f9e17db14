package cn.ecopark.casefile.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.ecopark.casefile.DueRechecks;
import cn.ecopark.casefile.DueRechecks.Begun;
import cn.ecopark.casefile.DueRechecks.DueRecheck;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.organisation.Units;
import cn.ecopark.park.KnownDate;
import cn.ecopark.park.Park;
import cn.ecopark.rulepack.KindOfCase;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.Tone;

/** The page on which the Office begins a round of rechecks. */
@Controller
@RequestMapping("/rechecks")
class RecheckController {

	private final DueRechecks rechecks;

	private final CurrentActor current;

	private final Units units;

	private final CaseWords words;

	private final Texts texts;

	RecheckController(DueRechecks rechecks, CurrentActor current, Units units, CaseWords words, Texts texts) {
		this.rechecks = rechecks;
		this.current = current;
		this.units = units;
		this.words = words;
		this.texts = texts;
	}

	@GetMapping
	String page(Model model, Locale locale) {
		List<RecheckPage.Row> rows = this.rechecks.of(this.current.get())
			.stream()
			.map(due -> row(due, locale))
			.toList();
		model.addAttribute("page", page(rows, locale));
		return "casefile/rechecks";
	}

	private RecheckPage page(List<RecheckPage.Row> rows, Locale locale) {
		KindOfCase kind = this.rechecks.kind();
		return new RecheckPage(kind.label().in(locale), kind.about().in(locale), this.words.today().getYear(), rows);
	}

	@PostMapping
	String begin(@RequestParam(required = false) @Nullable List<Long> park, RedirectAttributes redirect,
			Locale locale) {
		Begun begun = this.rechecks.begin(park == null ? List.of() : park, this.current.get());
		KindOfCase kind = this.rechecks.kind();
		StringBuilder told = new StringBuilder(
				this.texts.in(locale, "casefile.rechecks.begun", begun.begun().size(), kind.label().in(locale)));
		begun.leftOut()
			.forEach(left -> told.append(this.texts.in(locale, "casefile.rechecks.left-out", left.park().name(),
					this.texts.in(locale, left.reason().wordsKey(), left.reason().arguments()))));
		redirect.addFlashAttribute("notice", told.toString());
		return begun.begun().isEmpty() ? "redirect:/rechecks" : "redirect:/cases?kind=" + kind.process();
	}

	private RecheckPage.Row row(DueRecheck due, Locale locale) {
		Park park = due.park();
		LocalDate on = park.recheckDueOn();
		return new RecheckPage.Row(park.id(), "/parks/" + park.id(), park.name(),
				List.of(this.units.provinceName(park.provinceCode()),
						this.texts.in(locale, "park.kind." + park.kind())),
				known(park.namedOn(), locale), on == null ? this.texts.in(locale, "casefile.rechecks.unknown")
						: this.words.date(KnownDate.of(on), locale),
				state(due, on, locale), due.busy() || due.early());
	}

	private Tag state(DueRecheck due, @Nullable LocalDate on, Locale locale) {
		if (due.busy()) {
			return tag("busy", Tone.STRONG, locale);
		}
		if (on == null) {
			return tag("undated", Tone.QUIET, locale);
		}
		if (due.early()) {
			return tag("early", Tone.QUIET, locale);
		}
		return on.isAfter(this.words.today()) ? tag("this-year", Tone.QUIET, locale) : tag("due", Tone.WARN, locale);
	}

	private Tag tag(String name, Tone tone, Locale locale) {
		return new Tag(this.texts.in(locale, "casefile.rechecks." + name), tone);
	}

	private String known(@Nullable KnownDate date, Locale locale) {
		return date == null ? this.texts.in(locale, "casefile.rechecks.unknown") : this.words.date(date, locale);
	}

}
