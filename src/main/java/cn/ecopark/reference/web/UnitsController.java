package cn.ecopark.reference.web;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.reference.EnterUnits;
import cn.ecopark.reference.ReferenceRefusals.EntryWrong;
import cn.ecopark.reference.ReferenceStatement;
import cn.ecopark.shared.Refusal;
import cn.ecopark.shared.StaleRecord;
import cn.ecopark.web.OncePerPage;
import cn.ecopark.web.view.FieldError;

/** System administrators enter kinds of units, cities and units. */
@Controller
@RequestMapping("/admin/reference/units")
class UnitsController {

	private final EnterUnits enterUnits;

	private final UnitsPages pages;

	private final SeriesPages words;

	private final CurrentActor current;

	UnitsController(EnterUnits enterUnits, UnitsPages pages, SeriesPages words, CurrentActor current) {
		this.enterUnits = enterUnits;
		this.pages = pages;
		this.words = words;
		this.current = current;
	}

	@GetMapping
	ModelAndView show(Locale locale) {
		return page(null, List.of(), locale);
	}

	@PostMapping("/kinds")
	ModelAndView kind(@ModelAttribute ReferenceController.Typed typed, Locale locale, RedirectAttributes redirect) {
		return done(this.enterUnits::kind, typed, locale, redirect);
	}

	@PostMapping("/cities")
	ModelAndView city(@ModelAttribute ReferenceController.Typed typed, Locale locale, RedirectAttributes redirect) {
		return done(this.enterUnits::city, typed, locale, redirect);
	}

	@OncePerPage
	@PostMapping("/units")
	ModelAndView unit(@ModelAttribute ReferenceController.Typed typed, Locale locale, RedirectAttributes redirect) {
		return done(this.enterUnits::unit, typed, locale, redirect);
	}

	private ModelAndView done(BiConsumer<ReferenceStatement, Actor> act, ReferenceController.Typed typed, Locale locale,
			RedirectAttributes redirect) {
		try {
			act.accept(typed.statement(), this.current.get());
		}
		catch (EntryWrong refusal) {
			return refused(typed, refusal.field(), refusal, HttpStatus.UNPROCESSABLE_CONTENT, locale);
		}
		catch (StaleRecord refusal) {
			return refused(typed, "reason", refusal, HttpStatus.CONFLICT, locale);
		}
		redirect.addFlashAttribute("notice", this.words.text("reference.done", locale));
		return new ModelAndView("redirect:/admin/reference/units");
	}

	private ModelAndView refused(ReferenceController.Typed typed, String field, Refusal refusal, HttpStatus status,
			Locale locale) {
		FieldError error = new FieldError(field + "-" + typed.id(),
				this.words.text(refusal.wordsKey(), locale, refusal.arguments()));
		ModelAndView page = page(typed, List.of(error), locale);
		page.setStatus(status);
		return page;
	}

	private ModelAndView page(ReferenceController.@Nullable Typed typed, List<FieldError> errors, Locale locale) {
		return new ModelAndView("reference/units", "page", this.pages.page(typed, errors, locale));
	}

}
