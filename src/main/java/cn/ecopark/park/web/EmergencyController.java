package cn.ecopark.park.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.law.EmergencyRules;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.park.Emergency;
import cn.ecopark.park.ReportEmergency;
import cn.ecopark.park.ReportEmergency.EmergencyEntryWrong;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.OncePerPage;
import cn.ecopark.web.view.FieldError;

/** Emergencies of a park are reported, and what follows of them is noted. */
@Controller
@RequestMapping("/parks/{id}/emergencies")
class EmergencyController {

	private final ReportEmergency reportEmergency;

	private final EmergencyPages pages;

	private final CurrentActor current;

	private final Texts texts;

	EmergencyController(ReportEmergency reportEmergency, EmergencyPages pages, CurrentActor current, Texts texts) {
		this.reportEmergency = reportEmergency;
		this.pages = pages;
		this.current = current;
		this.texts = texts;
	}

	/** What was typed. */
	record Form(@Nullable String kind, @Nullable String occurred, @Nullable String level, @Nullable String text,
			@Nullable String measures) {

		EmergencyPages.Typed typed(@Nullable Long emergency) {
			return new EmergencyPages.Typed(emergency, given(this.kind), given(this.occurred), given(this.level),
					given(this.text), given(this.measures));
		}

		private static String given(@Nullable String typed) {
			return (typed != null) ? typed.strip() : "";
		}

	}

	@GetMapping
	ModelAndView page(@PathVariable long id, Locale locale) {
		return shown(id, null, List.of(), locale);
	}

	@OncePerPage
	@PostMapping
	ModelAndView first(@PathVariable long id, @ModelAttribute Form form, RedirectAttributes redirect, Locale locale) {
		EmergencyPages.Typed typed = form.typed(null);
		Instant occurred = moment(typed.occurred());
		if (occurred == null) {
			return refused(id, typed, EmergencyRules.OCCURRED, this.texts.in(locale, "park.emergency.noMoment"),
					locale);
		}
		return done(id, typed, redirect, locale,
				() -> this.reportEmergency.first(id, occurred, typed.said(Emergency.Kind.FIRST), this.current.get()));
	}

	@OncePerPage
	@PostMapping("/{number}")
	ModelAndView further(@PathVariable long id, @PathVariable long number, @ModelAttribute Form form,
			RedirectAttributes redirect, Locale locale) {
		EmergencyPages.Typed typed = form.typed(number);
		Emergency.Kind kind = List.of(Emergency.Kind.FURTHER, Emergency.Kind.FINAL, Emergency.Kind.NOTE)
			.stream()
			.filter((one) -> one.name().equals(typed.kind()))
			.findFirst()
			.orElse(null);
		if (kind == null) {
			return refused(id, typed, "kind", this.texts.in(locale, "park.emergency.noKind"), locale);
		}
		return done(id, typed, redirect, locale,
				() -> this.reportEmergency.further(id, number, typed.said(kind), this.current.get()));
	}

	private ModelAndView done(long id, EmergencyPages.Typed typed, RedirectAttributes redirect, Locale locale,
			Runnable command) {
		try {
			command.run();
		}
		catch (EmergencyEntryWrong wrong) {
			return refused(id, typed, wrong.field(), this.texts.in(locale, wrong.wordsKey(), wrong.arguments()),
					locale);
		}
		catch (LegalRefusal refused) {
			return refused(id, typed, Objects.requireNonNullElse(refused.field(), "text"),
					this.texts.in(locale, refused.wordsKey(), refused.arguments()), locale);
		}
		redirect.addFlashAttribute("notice", this.texts.in(locale, "park.emergency.done"));
		return new ModelAndView("redirect:/parks/" + id + "/emergencies");
	}

	private static @Nullable Instant moment(String typed) {
		try {
			return LocalDateTime.parse(typed).atZone(CaseTime.ZONE).toInstant();
		}
		catch (DateTimeException noMoment) {
			return null;
		}
	}

	private ModelAndView refused(long id, EmergencyPages.Typed typed, String field, String message, Locale locale) {
		ModelAndView page = shown(id, typed, List.of(new FieldError(field + typed.suffix(), message)), locale);
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	private ModelAndView shown(long id, EmergencyPages.@Nullable Typed typed, List<FieldError> errors, Locale locale) {
		return new ModelAndView("park/emergencies", "page",
				this.pages.page(id, typed, errors, this.current.get(), locale));
	}

}
