package cn.ecopark.reference.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.ecopark.law.LegalRefusal;
import cn.ecopark.law.UnitEndRules;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.reference.EndUnit;
import cn.ecopark.reference.ReferenceStatement;
import cn.ecopark.web.OncePerPage;
import cn.ecopark.web.view.FieldError;

/** 机构撤并: system administrators close and merge units, by day. */
@Controller
@RequestMapping("/admin/reference/unit-ends")
class UnitEndsController {

	private static final String URL = "/admin/reference/unit-ends";

	/** Where the inputs of the rules stand on the page. */
	private static final Map<String, String> INPUTS = Map.of(UnitEndRules.UNIT, "word0", UnitEndRules.SUCCESSOR,
			"word1", UnitEndRules.ON, "from");

	private final EndUnit endUnit;

	private final UnitEndsPages pages;

	private final ReferenceForms forms;

	private final CurrentActor current;

	UnitEndsController(EndUnit endUnit, UnitEndsPages pages, ReferenceForms forms, CurrentActor current) {
		this.endUnit = endUnit;
		this.pages = pages;
		this.forms = forms;
		this.current = current;
	}

	@GetMapping
	ModelAndView show(Locale locale) {
		return page(null, List.of(), locale);
	}

	@OncePerPage
	@PostMapping("/end")
	ModelAndView end(@ModelAttribute ReferenceController.Typed typed, Locale locale, RedirectAttributes redirect) {
		return done(this.endUnit::end, typed, locale, redirect);
	}

	@OncePerPage
	@PostMapping("/take-back")
	ModelAndView takeBack(@ModelAttribute ReferenceController.Typed typed, Locale locale, RedirectAttributes redirect) {
		return done(this.endUnit::takeBack, typed, locale, redirect);
	}

	private ModelAndView done(BiConsumer<ReferenceStatement, Actor> act, ReferenceController.Typed typed, Locale locale,
			RedirectAttributes redirect) {
		return this.forms.carryOut(typed, said -> act.accept(said, this.current.get()),
				new ReferenceForms.Place(URL, UnitEndsController::input, errors -> page(typed, errors, locale)), locale,
				redirect);
	}

	private static String input(LegalRefusal refusal) {
		String field = refusal.field();
		return field == null ? "reason" : INPUTS.getOrDefault(field, "reason");
	}

	private ModelAndView page(ReferenceController.@Nullable Typed typed, List<FieldError> errors, Locale locale) {
		return new ModelAndView("reference/unit-ends", "page", this.pages.page(typed, errors, locale));
	}

}
