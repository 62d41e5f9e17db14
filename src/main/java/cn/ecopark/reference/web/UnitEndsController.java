package cn.ecopark.reference.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

import org.springframework.http.HttpStatus;
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
import cn.ecopark.reference.ReferenceRefusals.EntryWrong;
import cn.ecopark.reference.ReferenceStatement;
import cn.ecopark.shared.Refusal;
import cn.ecopark.shared.StaleRecord;
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

	private final SeriesPages words;

	private final CurrentActor current;

	UnitEndsController(EndUnit endUnit, UnitEndsPages pages, SeriesPages words, CurrentActor current) {
		this.endUnit = endUnit;
		this.pages = pages;
		this.words = words;
		this.current = current;
	}

	@GetMapping
	ModelAndView show(Locale locale) {
		return new ModelAndView("reference/unit-ends", "page", this.pages.page(null, List.of(), locale));
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
		try {
			act.accept(typed.statement(), this.current.get());
		}
		catch (EntryWrong refusal) {
			return refused(typed, refusal.field(), refusal, HttpStatus.UNPROCESSABLE_CONTENT, locale);
		}
		catch (LegalRefusal refusal) {
			String field = refusal.field();
			return refused(typed, field == null ? "reason" : INPUTS.getOrDefault(field, "reason"), refusal,
					HttpStatus.UNPROCESSABLE_CONTENT, locale);
		}
		catch (StaleRecord refusal) {
			return refused(typed, "reason", refusal, HttpStatus.CONFLICT, locale);
		}
		redirect.addFlashAttribute("notice", this.words.text("reference.done", locale));
		return new ModelAndView("redirect:" + URL);
	}

	private ModelAndView refused(ReferenceController.Typed typed, String field, Refusal refusal, HttpStatus status,
			Locale locale) {
		FieldError error = new FieldError(field + "-" + typed.id(),
				this.words.text(refusal.wordsKey(), locale, refusal.arguments()));
		ModelAndView page = new ModelAndView("reference/unit-ends", "page",
				this.pages.page(typed, List.of(error), locale));
		page.setStatus(status);
		return page;
	}

}
