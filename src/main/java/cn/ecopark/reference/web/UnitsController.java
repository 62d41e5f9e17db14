package cn.ecopark.reference.web;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;
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
import cn.ecopark.reference.ReferenceStatement;
import cn.ecopark.web.OncePerPage;
import cn.ecopark.web.view.FieldError;

/** System administrators enter kinds of units, cities and units. */
@Controller
@RequestMapping("/admin/reference/units")
class UnitsController {

	private final EnterUnits enterUnits;

	private final UnitsPages pages;

	private final ReferenceForms forms;

	private final CurrentActor current;

	UnitsController(EnterUnits enterUnits, UnitsPages pages, ReferenceForms forms, CurrentActor current) {
		this.enterUnits = enterUnits;
		this.pages = pages;
		this.forms = forms;
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
		return this.forms.carryOut(typed, said -> act.accept(said, this.current.get()),
				new ReferenceForms.Place("/admin/reference/units", refusal -> "reason",
						errors -> page(typed, errors, locale)),
				locale, redirect);
	}

	private ModelAndView page(ReferenceController.@Nullable Typed typed, List<FieldError> errors, Locale locale) {
		return new ModelAndView("reference/units", "page", this.pages.page(typed, errors, locale));
	}

}
