package cn.ecopark.worklist.web;

import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.worklist.LeftDrafts;
import cn.ecopark.worklist.TaskDrafts;
import cn.ecopark.worklist.TaskRefusals.TaskNotFound;
import cn.ecopark.worklist.WorkItem;

/** The page on which somebody reads what he has typed on a task that is another's now. */
@Controller
class LeftDraftController {

	private final LeftDrafts left;

	private final TaskDrafts drafts;

	private final UnsentWords words;

	private final CurrentActor current;

	LeftDraftController(LeftDrafts left, TaskDrafts drafts, UnsentWords words, CurrentActor current) {
		this.left = left;
		this.drafts = drafts;
		this.words = words;
		this.current = current;
	}

	@GetMapping("/tasks/{id}/left-draft")
	ModelAndView show(@PathVariable long id, Locale locale) {
		Actor author = this.current.get();
		WorkItem item = this.left.find(id, author).orElseThrow(TaskNotFound::new);
		TaskDrafts.Draft draft = this.drafts.of(id, author).orElseThrow(TaskNotFound::new);
		return new ModelAndView("worklist/left-draft", Map.of("title", item.subject().title(), "step",
				item.task().name(), "unsent", this.words.of(item, draft, locale)));
	}

}
