package cn.ecopark.worklist.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.worklist.TaskDrafts;
import cn.ecopark.worklist.TaskReaders;
import cn.ecopark.worklist.TaskRights;

/** What the page of a task says while somebody works on it. */
@Controller
@RequestMapping("/tasks/{id}")
class DraftController {

	private final TaskRights rights;

	private final TaskDrafts drafts;

	private final TaskReaders readers;

	private final TaskPageMaker pages;

	private final UnsentWords words;

	private final CurrentActor current;

	DraftController(TaskRights rights, TaskDrafts drafts, TaskReaders readers, TaskPageMaker pages, UnsentWords words,
			CurrentActor current) {
		this.rights = rights;
		this.drafts = drafts;
		this.readers = readers;
		this.pages = pages;
		this.words = words;
		this.current = current;
	}

	/**
	 * @param said that it was kept, and when
	 * @param others who else is at the task
	 */
	record Kept(String said, List<String> others) {
	}

	@PostMapping("/draft")
	@ResponseBody
	Kept keep(@PathVariable long id, @RequestParam MultiValueMap<String, String> fields, Locale locale) {
		Actor actor = this.current.get();
		Instant at = this.drafts.keep(id, fields, actor);
		return new Kept(this.pages.kept(at, locale), others(id, actor, locale));
	}

	@PostMapping("/draft/discard")
	String discard(@PathVariable long id) {
		this.drafts.discard(id, this.current.get());
		return "redirect:/tasks/" + id;
	}

	/** Asked by a page whose reader is active, and does not type. */
	@PostMapping("/others")
	@ResponseBody
	List<String> others(@PathVariable long id, Locale locale) {
		return others(id, this.current.get(), locale);
	}

	private List<String> others(long id, Actor actor, Locale locale) {
		return this.words.others(this.readers.meet(this.rights.read(actor, id), actor), locale);
	}

}
