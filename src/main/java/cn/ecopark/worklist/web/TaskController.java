package cn.ecopark.worklist.web;

import java.util.Locale;
import java.util.Optional;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.shared.Contended;
import cn.ecopark.shared.Refusal;
import cn.ecopark.worklist.TaskRights;
import cn.ecopark.worklist.WorkItem;

/** The one page on which every task is done. */
@Controller
@RequestMapping("/tasks/{id}")
class TaskController {

	private final TaskRights rights;

	private final SubmitDecision submit;

	private final TaskFillings fillings;

	private final TaskPageMaker pages;

	private final RefusedSubmissions refused;

	private final CurrentActor current;

	private final TakeBackLinks takeBack;

	TaskController(TaskRights rights, SubmitDecision submit, TaskFillings fillings, TaskPageMaker pages,
			RefusedSubmissions refused, CurrentActor current, TakeBackLinks takeBack) {
		this.rights = rights;
		this.submit = submit;
		this.fillings = fillings;
		this.pages = pages;
		this.refused = refused;
		this.current = current;
		this.takeBack = takeBack;
	}

	@GetMapping
	ModelAndView show(@PathVariable long id, Locale locale) {
		Actor actor = this.current.get();
		WorkItem item = this.rights.read(actor, id);
		return new ModelAndView("worklist/task", "page",
				this.pages.page(item, actor, this.fillings.of(item, actor, locale), locale));
	}

	@PostMapping
	ModelAndView complete(@PathVariable long id, @RequestParam MultiValueMap<String, String> fields, Locale locale,
			RedirectAttributes redirect) {
		Actor actor = this.current.get();
		Entered entered = Entered.posted(fields);
		try {
			WorkItem item = this.rights.read(actor, id);
			redirect.addFlashAttribute("notice", this.submit.submit(item, entered, actor, locale));
			Optional.ofNullable(item.subject().caseId())
				.flatMap(caseId -> this.takeBack.of(caseId, actor, locale).stream().findFirst())
				.ifPresent(link -> redirect.addFlashAttribute("noticeLink", link.label())
					.addFlashAttribute("noticeUrl", link.url()));
			return new ModelAndView("redirect:/desk");
		}
		catch (ConcurrencyFailureException conflict) {
			return this.refused.page(new Contended(conflict), id, entered, actor, locale);
		}
		catch (Refusal refusal) {
			return this.refused.page(refusal, id, entered, actor, locale);
		}
	}

}
