package cn.ecopark.worklist.web;

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

import cn.ecopark.casefile.CaseRefusals.ReasonMissing;
import cn.ecopark.casefile.CaseRefusals.ReasonTooLong;
import cn.ecopark.casefile.Reason;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.shared.Refusal;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.OncePerPage;
import cn.ecopark.web.view.FieldError;
import cn.ecopark.worklist.TakeBack;
import cn.ecopark.worklist.WorkItem;

/** 撤回: the page on which whoever submitted takes it back. */
@Controller
@RequestMapping("/tasks/{id}/take-back")
class TakeBackController {

	private static final String REASON = "reason";

	private final TakeBack takeBack;

	private final CurrentActor current;

	private final Texts texts;

	TakeBackController(TakeBack takeBack, CurrentActor current, Texts texts) {
		this.takeBack = takeBack;
		this.current = current;
		this.texts = texts;
	}

	@GetMapping
	ModelAndView page(@PathVariable long id) {
		return page(id, "", List.of(), HttpStatus.OK);
	}

	@OncePerPage
	@PostMapping
	ModelAndView takeBack(@PathVariable long id, @RequestParam(defaultValue = "") String reason,
			RedirectAttributes redirect, Locale locale) {
		try {
			long again = this.takeBack.takeBack(id, Reason.of(reason), this.current.get());
			redirect.addFlashAttribute("notice", this.texts.in(locale, "worklist.take-back.done"));
			return new ModelAndView("redirect:/tasks/" + again);
		}
		catch (ReasonMissing | ReasonTooLong refused) {
			return page(id, reason, List.of(error(refused, locale)), HttpStatus.UNPROCESSABLE_CONTENT);
		}
	}

	private ModelAndView page(long id, String reason, List<FieldError> errors, HttpStatus status) {
		TakeBack.Takeable takeable = this.takeBack.read(id, this.current.get());
		WorkItem item = takeable.item();
		ModelAndView view = new ModelAndView("worklist/take-back", "page",
				new TakeBackPage(String.valueOf(id), String.valueOf(item.subject().caseId()), item.subject().title(),
						item.task().name(), item.dueOn(), takeable.next(), takeable.draftAgain(), reason, errors));
		view.setStatus(status);
		return view;
	}

	private FieldError error(Refusal refused, Locale locale) {
		return new FieldError(REASON, this.texts.in(locale, refused.wordsKey(), refused.arguments()));
	}

}
