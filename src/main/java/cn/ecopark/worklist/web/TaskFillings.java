package cn.ecopark.worklist.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.organisation.Actor;
import cn.ecopark.shared.Texts;
import cn.ecopark.worklist.ReadProposal;
import cn.ecopark.worklist.TaskDrafts;
import cn.ecopark.worklist.TaskReaders;
import cn.ecopark.worklist.WorkItem;

/** With what the page of a task is filled when somebody opens it. */
@Component
class TaskFillings {

	private final TaskDrafts drafts;

	private final TaskReaders readers;

	private final UnsentWords words;

	private final ReadProposal proposals;

	private final Texts texts;

	TaskFillings(TaskDrafts drafts, TaskReaders readers, UnsentWords words, ReadProposal proposals, Texts texts) {
		this.proposals = proposals;
		this.texts = texts;
		this.drafts = drafts;
		this.readers = readers;
		this.words = words;
	}

	/** The reader is known to be at the task from now on. */
	TaskPageMaker.Filling of(WorkItem item, Actor actor, Locale locale) {
		TaskDrafts.Draft draft = this.drafts.of(item.id(), actor).orElse(null);
		List<String> others = this.words.others(this.readers.meet(item, actor), locale);
		ReadProposal.Standing standing = this.proposals.of(item, actor);
		if (standing != null && (standing.isWaiting() || draft == null)) {
			return proposed(item, standing, draft, others, locale);
		}
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

	/**
	 * While it waits everybody of the unit sees what was proposed; afterwards whoever
	 * goes on finds its words. What a reader has typed beside it stays readable.
	 */
	private TaskPageMaker.Filling proposed(WorkItem item, ReadProposal.Standing standing,
			TaskDrafts.@Nullable Draft draft, List<String> others, Locale locale) {
		Map<String, List<String>> fields = standing.proposal().fields();
		if (item.isOpen()) {
			TaskPage.Unsent typed = draft == null ? null
					: this.words.of(item, draft.fields(), this.texts.in(locale, "worklist.unsent.proposed"), locale);
			return new TaskPageMaker.Filling(new Entered(UUID.randomUUID().toString(), fields), Map.of(), null, others,
					typed);
		}
		TaskPage.Unsent unsent = standing.hasFallen()
				? this.words.of(item, fields, this.texts.in(locale, "worklist.unsent.fallen"), locale) : null;
		return new TaskPageMaker.Filling(Entered.nothing(), Map.of(), null, others, unsent);
	}

}
