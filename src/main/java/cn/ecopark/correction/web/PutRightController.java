package cn.ecopark.correction.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.ecopark.correction.DocumentCorrection;
import cn.ecopark.correction.CorrectionRefusals.NotOfItsIssuers;
import cn.ecopark.correction.CorrectionRefusals.WrongEntry;
import cn.ecopark.correction.PutDocumentsRight;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.officialdocument.RegisterRefusals.OfficialDocumentNotFound;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.shared.Refusal;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.OncePerPage;
import cn.ecopark.web.SecurityHeaders;
import cn.ecopark.web.view.FieldError;

/** 更正、作废 of one official document, by those who issued it. */
@Controller
@RequestMapping("/papers/{code}")
class PutRightController {

	/** Where a refusal is told that is about no input. */
	private static final String WHOLE = "put-right";

	private static final String DATE = "f.issuedOn";

	private final PutDocumentsRight putRight;

	private final PutRightPages pages;

	private final CurrentActor current;

	private final Texts texts;

	PutRightController(PutDocumentsRight putRight, PutRightPages pages, CurrentActor current, Texts texts) {
		this.putRight = putRight;
		this.pages = pages;
		this.current = current;
		this.texts = texts;
	}

	/** What was typed. */
	record Form(@Nullable String mistake, @Nullable String reason, @Nullable String voidReason, @Nullable String word) {

		PutRightPage.Typed typed(String issuedOn) {
			return new PutRightPage.Typed(issuedOn, text(this.mistake), text(this.reason), text(this.voidReason));
		}

		static String text(@Nullable String typed) {
			return typed == null ? "" : typed;
		}

	}

	@GetMapping
	ModelAndView show(@PathVariable String code, Locale locale) {
		return page(code, null, "", List.of(), locale);
	}

	@OncePerPage
	@PostMapping("/corrections")
	ModelAndView correct(@PathVariable String code, @RequestParam(name = DATE, defaultValue = "") String issuedOn,
			@ModelAttribute Form form, Locale locale, RedirectAttributes redirect) {
		return done(code, form, issuedOn, () -> {
			LocalDate day = day(issuedOn);
			if (day == null) {
				throw LegalRefusal.atField("no-date", DATE);
			}
			return this.putRight.correct(code, day, Form.text(form.mistake()), Form.text(form.reason()), actor());
		}, locale, redirect);
	}

	@OncePerPage
	@PostMapping("/void")
	ModelAndView annul(@PathVariable String code, @ModelAttribute Form form, Locale locale,
			RedirectAttributes redirect) {
		return done(code, form, null, () -> this.putRight.annul(code, Form.text(form.voidReason()), actor()), locale,
				redirect);
	}

	@OncePerPage
	@PostMapping("/corrections/{id}/word")
	ModelAndView say(@PathVariable String code, @PathVariable long id,
			@RequestParam(defaultValue = "false") boolean agrees, @ModelAttribute Form form, Locale locale,
			RedirectAttributes redirect) {
		return done(code, form, null, () -> this.putRight.say(code, id, agrees, Form.text(form.word()), actor()),
				locale, redirect);
	}

	@OncePerPage
	@PostMapping("/corrections/{id}/back")
	ModelAndView takeBack(@PathVariable String code, @PathVariable long id, @ModelAttribute Form form, Locale locale,
			RedirectAttributes redirect) {
		return done(code, form, null, () -> {
			this.putRight.takeBack(code, id, actor());
			return DocumentCorrection.State.TAKEN_BACK;
		}, locale, redirect);
	}

	@GetMapping("/corrections/{id}/draft")
	ResponseEntity<byte[]> draft(@PathVariable String code, @PathVariable long id) {
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.header("X-Content-Type-Options", "nosniff")
			.header("Content-Security-Policy", SecurityHeaders.FILES)
			.body(this.putRight.preview(code, id, actor()));
	}

	private ModelAndView done(String code, Form form, @Nullable String issuedOn, Supplier<DocumentCorrection.State> act,
			Locale locale, RedirectAttributes redirect) {
		try {
			DocumentCorrection.State state = act.get();
			redirect.addFlashAttribute("notice", this.texts.in(locale, "correction.done." + state));
			return new ModelAndView("redirect:/papers/" + code);
		}
		catch (OfficialDocumentNotFound | NotOfItsIssuers refusal) {
			throw refusal;
		}
		catch (Refusal refusal) {
			FieldError error = new FieldError(field(refusal),
					this.texts.in(locale, refusal.wordsKey(), refusal.arguments()));
			String day = issuedOn == null ? this.putRight.read(code, actor()).document().issuedOn().toString()
					: issuedOn;
			ModelAndView again = page(code, form.typed(day), Form.text(form.word()), List.of(error), locale);
			again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return again;
		}
	}

	private static String field(Refusal refusal) {
		if (refusal instanceof WrongEntry wrong) {
			return wrong.field();
		}
		return refusal instanceof LegalRefusal legal && legal.field() != null ? legal.field() : WHOLE;
	}

	private ModelAndView page(String code, PutRightPage.@Nullable Typed typed, String word, List<FieldError> errors,
			Locale locale) {
		return new ModelAndView("correction/put-right", "page",
				this.pages.page(this.putRight.read(code, actor()), actor(), typed, word, errors, locale));
	}

	private static @Nullable LocalDate day(String typed) {
		try {
			return LocalDate.parse(typed.strip());
		}
		catch (DateTimeParseException none) {
			return null;
		}
	}

	private Actor actor() {
		return this.current.get();
	}

}
