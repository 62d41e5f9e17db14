package cn.ecopark.worklist.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.shared.Texts;
import cn.ecopark.worklist.ClaimTask;
import cn.ecopark.worklist.CompleteTask;
import cn.ecopark.worklist.Decision;
import cn.ecopark.worklist.TaskDrafts;
import cn.ecopark.worklist.TaskRefusals.InvalidSubmission;
import cn.ecopark.worklist.TaskRights;
import cn.ecopark.worklist.WorkItem;

/** The one page on which every task is done. */
@Controller
class TaskController {

	private final TaskRights rights;

	private final DecisionReader decisions;

	private final CompleteTask completeTask;

	private final ClaimTask claimTask;

	private final TaskDrafts drafts;

	private final TaskPageMaker pages;

	private final CurrentActor current;

	private final Texts texts;

	TaskController(TaskRights rights, DecisionReader decisions, CompleteTask completeTask, ClaimTask claimTask,
			TaskDrafts drafts, TaskPageMaker pages, CurrentActor current, Texts texts) {
		this.rights = rights;
		this.decisions = decisions;
		this.completeTask = completeTask;
		this.claimTask = claimTask;
		this.drafts = drafts;
		this.pages = pages;
		this.current = current;
		this.texts = texts;
	}

	@GetMapping("/tasks/{id}")
	ModelAndView show(@PathVariable long id, Locale locale) {
		Actor actor = this.current.get();
		WorkItem item = this.rights.read(actor, id);
		TaskDrafts.Draft draft = this.drafts.of(id, actor).orElse(null);
		Entered entered = draft == null ? Entered.nothing() : new Entered(UUID.randomUUID().toString(), draft.fields());
		return page(this.pages.page(item, actor, entered, Map.of(), draft, locale), HttpStatus.OK);
	}

	/** Called by the page itself while somebody types. */
	@PostMapping("/tasks/{id}/draft")
	@ResponseBody
	Map<String, String> keep(@PathVariable long id, @RequestParam MultiValueMap<String, String> fields, Locale locale) {
		Instant at = this.drafts.keep(id, fields, this.current.get());
		return Map.of("said", this.pages.kept(at, locale));
	}

	@PostMapping("/tasks/{id}/draft/discard")
	String discard(@PathVariable long id) {
		this.drafts.discard(id, this.current.get());
		return "redirect:/tasks/" + id;
	}

	@PostMapping("/tasks/{id}")
	ModelAndView complete(@PathVariable long id, @RequestParam MultiValueMap<String, String> fields, Locale locale,
			RedirectAttributes redirect) {
		Actor actor = this.current.get();
		Entered entered = Entered.posted(fields);
		Decision decision = this.decisions.read(this.rights.read(actor, id), entered);
		try {
			WorkItem done = this.completeTask.complete(id, entered.token(), decision, actor);
			redirect.addFlashAttribute("notice",
					this.texts.in(locale, "worklist.done", done.subject().title(), done.task().name()));
			return new ModelAndView("redirect:/desk");
		}
		catch (InvalidSubmission invalid) {
			Map<String, String> problems = new LinkedHashMap<>();
			invalid.errors()
				.forEach((field, error) -> problems.put(field,
						this.texts.in(locale, error.message(), error.arguments())));
			WorkItem item = this.rights.read(actor, id);
			return page(this.pages.page(item, actor, entered, problems, null, locale),
					HttpStatus.UNPROCESSABLE_CONTENT);
		}
	}

	@PostMapping("/tasks/{id}/claim")
	String claim(@PathVariable long id) {
		this.claimTask.claim(id, this.current.get());
		return "redirect:/tasks/" + id;
	}

	@PostMapping("/tasks/{id}/release")
	String release(@PathVariable long id) {
		this.claimTask.release(id, this.current.get());
		return "redirect:/tasks/" + id;
	}

	@PostMapping("/tasks/{id}/assign")
	String assign(@PathVariable long id, @RequestParam long person) {
		this.claimTask.assign(id, person, this.current.get());
		return "redirect:/tasks/" + id;
	}

	private static ModelAndView page(TaskPage page, HttpStatus status) {
		ModelAndView view = new ModelAndView("worklist/task", Map.of("page", page));
		view.setStatus(status);
		return view;
	}

}
