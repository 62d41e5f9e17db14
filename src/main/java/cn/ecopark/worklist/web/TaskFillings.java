package cn.ecopark.worklist.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;

import cn.ecopark.organisation.Actor;
import cn.ecopark.worklist.TaskDrafts;
import cn.ecopark.worklist.TaskReaders;
import cn.ecopark.worklist.WorkItem;

/** With what the page of a task is filled when somebody opens it. */
@Component
class TaskFillings {

	private final TaskDrafts drafts;

	private final TaskReaders readers;

	private final UnsentWords words;

	TaskFillings(TaskDrafts drafts, TaskReaders readers, UnsentWords words) {
		this.drafts = drafts;
		this.readers = readers;
		this.words = words;
	}

	/** The reader is known to be at the task from now on. */
	TaskPageMaker.Filling of(WorkItem item, Actor actor, Locale locale) {
		TaskDrafts.Draft draft = this.drafts.of(item.id(), actor).orElse(null);
		List<String> others = this.words.others(this.readers.meet(item, actor), locale);
		if (draft == null) {
			return new TaskPageMaker.Filling(Entered.nothing(), Map.of(), null, others, null);
		}
		if (!item.isOpen()) {
			return new TaskPageMaker.Filling(Entered.nothing(), Map.of(), null, others,
					this.words.of(item, draft, locale));
		}
		return new TaskPageMaker.Filling(new Entered(UUID.randomUUID().toString(), draft.fields()), Map.of(), draft,
				others, null);
	}

}
