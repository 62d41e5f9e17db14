package cn.ecopark.casefile.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.ecopark.casefile.CaseAccess;
import cn.ecopark.casefile.CaseProcess.NotWaiting;
import cn.ecopark.casefile.CaseRefusals.ReasonMissing;
import cn.ecopark.casefile.CaseRefusals.ReasonTooLong;
import cn.ecopark.casefile.ContinueCase;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Reason;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.shared.Refusal;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.OncePerPage;
import cn.ecopark.web.view.FieldError;

/** 接续办理: the page on which the Office has a closed case taken up anew. */
@Controller
@RequestMapping("/cases/{id}/continuation")
class ContinuationController {

	private final ContinueCase continueCase;

	private final CaseAccess access;

	private final CurrentActor current;

	private final Texts texts;

	ContinuationController(ContinueCase continueCase, CaseAccess access, CurrentActor current, Texts texts) {
		this.continueCase = continueCase;
		this.access = access;
		this.current = current;
		this.texts = texts;
	}

	@GetMapping
	ModelAndView page(@PathVariable String id) {
		return page(id, "", List.of(), HttpStatus.OK);
	}

	@OncePerPage
	@PostMapping
	ModelAndView continueClosed(@PathVariable String id, @RequestParam(defaultValue = "") String reason,
			RedirectAttributes redirect, Locale locale) {
		try {
			this.continueCase.continueClosed(id, Reason.of(reason), this.current.get());
		}
		catch (ReasonMissing | ReasonTooLong refused) {
			return page(id, reason, List.of(error(refused, locale)), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		redirect.addFlashAttribute("notice", this.texts.in(locale, "casefile.continuation.done"));
		return new ModelAndView("redirect:/cases/" + id);
	}

	private ModelAndView page(String id, String reason, List<FieldError> errors, HttpStatus status) {
		Actor actor = this.current.get();
		EcoCase ecoCase = this.access.read(actor, id);
		if (!this.continueCase.isOffered(actor, ecoCase)) {
			throw new NotWaiting();
		}
		ModelAndView view = new ModelAndView("casefile/continuation",
				Map.of("caseId", id, "park", ecoCase.park().name(), "reason", reason, "errors", errors));
		view.setStatus(status);
		return view;
	}

	private FieldError error(Refusal refused, Locale locale) {
		return new FieldError("reason", this.texts.in(locale, refused.wordsKey(), refused.arguments()));
	}

}
