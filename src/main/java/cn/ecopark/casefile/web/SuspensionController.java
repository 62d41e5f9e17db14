package cn.ecopark.casefile.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CaseAccess;
import cn.ecopark.casefile.CaseProcess.NotWaiting;
import cn.ecopark.casefile.CaseRefusals.DocumentNameTooLong;
import cn.ecopark.casefile.CaseRefusals.ReasonMissing;
import cn.ecopark.casefile.CaseRefusals.ReasonTooLong;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Reason;
import cn.ecopark.casefile.SuspendCase;
import cn.ecopark.casefile.SuspensionGround;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.law.SuspensionRules;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.shared.Refusal;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.OncePerPage;
import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.FieldError;

/** 中止、恢复办理: the page on which the Office lets a case stand still and takes it up. */
@Controller
@RequestMapping("/cases/{id}/suspension")
class SuspensionController {

	private static final String GROUND = "ground";

	private static final String DOCUMENT = "document";

	private static final String REASON = "reason";

	private final SuspendCase suspendCase;

	private final CaseAccess access;

	private final SuspensionWords words;

	private final CurrentActor current;

	private final CaseTime time;

	private final Texts texts;

	SuspensionController(SuspendCase suspendCase, CaseAccess access, SuspensionWords words, CurrentActor current,
			CaseTime time, Texts texts) {
		this.suspendCase = suspendCase;
		this.access = access;
		this.words = words;
		this.current = current;
		this.time = time;
		this.texts = texts;
	}

	@GetMapping
	ModelAndView page(@PathVariable String id, Locale locale) {
		return page(id, new Entry("", "", "", List.of()), HttpStatus.OK, locale);
	}

	@OncePerPage
	@PostMapping
	ModelAndView suspend(@PathVariable String id, @RequestParam(defaultValue = "") String ground,
			@RequestParam(defaultValue = "") String document, @RequestParam(defaultValue = "") String reason,
			RedirectAttributes redirect, Locale locale) {
		List<FieldError> errors = new ArrayList<>();
		LegalRefusal.of(() -> SuspensionRules.onlyForAKnownGround(isKnown(ground)))
			.ifPresent(refused -> errors.add(error(GROUND, refused, locale)));
		try {
			Reason why = Reason.of(reason);
			if (errors.isEmpty()) {
				this.suspendCase.suspend(id, ground, why, document, this.current.get());
			}
		}
		catch (ReasonMissing | ReasonTooLong refused) {
			errors.add(error(REASON, refused, locale));
		}
		catch (DocumentNameTooLong refused) {
			errors.add(error(DOCUMENT, refused, locale));
		}
		if (!errors.isEmpty()) {
			return page(id, new Entry(ground, document, reason, errors), HttpStatus.UNPROCESSABLE_CONTENT, locale);
		}
		return done(id, "casefile.suspension.done", redirect, locale);
	}

	@OncePerPage
	@PostMapping("/take-up")
	ModelAndView takeUp(@PathVariable String id, @RequestParam(defaultValue = "") String reason,
			RedirectAttributes redirect, Locale locale) {
		try {
			this.suspendCase.takeUp(id, Reason.of(reason), this.current.get());
		}
		catch (ReasonMissing | ReasonTooLong refused) {
			return page(id, new Entry("", "", reason, List.of(error(REASON, refused, locale))),
					HttpStatus.UNPROCESSABLE_CONTENT, locale);
		}
		return done(id, "casefile.suspension.taken-up", redirect, locale);
	}

	private record Entry(String ground, String document, String reason, List<FieldError> errors) {
	}

	private ModelAndView page(String id, Entry entry, HttpStatus status, Locale locale) {
		Actor actor = this.current.get();
		EcoCase ecoCase = this.access.read(actor, id);
		if (!this.suspendCase.isOffered(actor, ecoCase) && !this.suspendCase.isTakingUpOffered(actor, ecoCase)) {
			throw new NotWaiting();
		}
		List<SuspensionGround> grounds = SuspensionGround.on(this.time.today());
		ModelAndView view = new ModelAndView("casefile/suspension", "page",
				new SuspensionPage(id, ecoCase.park().name(), this.words.of(id, locale),
						grounds.stream()
							.map(one -> new Choice(one.code(), one.in(locale), one.code().equals(entry.ground())))
							.toList(),
						grounds.stream().map(SuspensionGround::source).distinct().toList(), entry.document(),
						entry.reason(), entry.errors()));
		view.setStatus(status);
		return view;
	}

	private ModelAndView done(String id, String words, RedirectAttributes redirect, Locale locale) {
		redirect.addFlashAttribute("notice", this.texts.in(locale, words));
		return new ModelAndView("redirect:/cases/" + id);
	}

	private boolean isKnown(String ground) {
		return SuspensionGround.on(this.time.today()).stream().anyMatch(one -> one.code().equals(ground));
	}

	private FieldError error(String field, Refusal refused, Locale locale) {
		return new FieldError(field, this.texts.in(locale, refused.wordsKey(), refused.arguments()));
	}

}
