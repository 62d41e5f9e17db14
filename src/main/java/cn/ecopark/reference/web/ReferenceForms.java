package cn.ecopark.reference.web;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.ecopark.law.LegalRefusal;
import cn.ecopark.reference.ReferenceRefusals.EntryGone;
import cn.ecopark.reference.ReferenceRefusals.EntryWrong;
import cn.ecopark.reference.ReferenceStatement;
import cn.ecopark.shared.Refusal;
import cn.ecopark.shared.StaleRecord;
import cn.ecopark.web.view.FieldError;

/**
 * Carries out what is entered on the pages of reference data. What is refused comes back
 * on the same page with what was typed, told at its field.
 */
@Component
class ReferenceForms {

	private final SeriesPages words;

	ReferenceForms(SeriesPages words) {
		this.words = words;
	}

	/**
	 * The page that a form stands on.
	 *
	 * @param url where it is
	 * @param inputs name of the input at which a broken rule of law is told
	 * @param again the page with what was typed and what is wrong with it
	 */
	record Place(String url, Function<LegalRefusal, String> inputs, Function<List<FieldError>, ModelAndView> again) {
	}

	ModelAndView carryOut(ReferenceController.Typed typed, Consumer<ReferenceStatement> act, Place place, Locale locale,
			RedirectAttributes redirect) {
		try {
			act.accept(typed.statement());
		}
		catch (EntryWrong refusal) {
			return refused(typed, refusal.field(), refusal, HttpStatus.UNPROCESSABLE_CONTENT, place, locale);
		}
		catch (LegalRefusal refusal) {
			return refused(typed, place.inputs().apply(refusal), refusal, HttpStatus.UNPROCESSABLE_CONTENT, place,
					locale);
		}
		catch (StaleRecord | EntryGone refusal) {
			return refused(typed, "reason", refusal, HttpStatus.CONFLICT, place, locale);
		}
		redirect.addFlashAttribute("notice", this.words.text("reference.done", locale));
		return new ModelAndView("redirect:" + place.url());
	}

	private ModelAndView refused(ReferenceController.Typed typed, String field, Refusal refusal, HttpStatus status,
			Place place, Locale locale) {
		ModelAndView page = place.again()
			.apply(List.of(new FieldError(field + "-" + typed.id(),
					this.words.text(refusal.wordsKey(), locale, refusal.arguments()))));
		page.setStatus(status);
		return page;
	}

}
