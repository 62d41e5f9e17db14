package cn.ecopark.operations.web;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.ecopark.operations.OperationRefusals.RetryReasonMissing;
import cn.ecopark.operations.OperationRefusals.RetryReasonTooLong;
import cn.ecopark.operations.RetryFailed;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.OncePerPage;

/** 系统运行: what has failed and what waits, and trying it again. */
@Controller
@RequestMapping("/admin/operations")
class OperationsController {

	private final RetryFailed retry;

	private final OperationsPages pages;

	private final CurrentActor current;

	private final Texts texts;

	OperationsController(RetryFailed retry, OperationsPages pages, CurrentActor current, Texts texts) {
		this.retry = retry;
		this.pages = pages;
		this.current = current;
		this.texts = texts;
	}

	@GetMapping
	ModelAndView show(Locale locale) {
		return view(null, locale);
	}

	/**
	 * @param what a step of a flow, work of the queue or a place outside
	 */
	@OncePerPage
	@PostMapping
	ModelAndView retry(@RequestParam String what, @RequestParam String id,
			@RequestParam(defaultValue = "") String reason, RedirectAttributes redirect, Locale locale) {
		try {
			retry(what, id, reason, this.current.get());
		}
		catch (RetryReasonMissing | RetryReasonTooLong refusal) {
			ModelAndView again = view(new OperationsPages.Refused(what, id, reason, this.texts.of(locale, refusal)),
					locale);
			again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return again;
		}
		redirect.addFlashAttribute("notice", this.texts.in(locale, "operations.done"));
		return new ModelAndView("redirect:/admin/operations");
	}

	/** What is no number is the number of nothing. */
	private void retry(String what, String id, String reason, Actor actor) {
		switch (what) {
			case OperationsPages.JOB -> this.retry.job(id, reason, actor);
			case OperationsPages.PLACE -> this.retry.place(id, reason, actor);
			default -> this.retry.work(id.matches("\\d{1,18}") ? Long.parseLong(id) : 0, reason, actor);
		}
	}

	private ModelAndView view(OperationsPages.@Nullable Refused refused, Locale locale) {
		return new ModelAndView("operations/operations", "page", this.pages.page(refused, locale));
	}

}
