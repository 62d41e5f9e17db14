package cn.ecopark.worklist;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.casefile.Reason;
import cn.ecopark.organisation.Actor;
import cn.ecopark.worklist.TakeBackCheck.Submitted;
import cn.ecopark.worklist.TaskRefusals.CannotBeTakenBack;
import cn.ecopark.worklist.TaskRefusals.NotYourTask;
import cn.ecopark.worklist.TaskRefusals.TaskNotFound;

/**
 * 撤回: whoever submitted takes it back while the next step has not begun. What was said
 * stays on record and does not count any more; the step is there again with the day it
 * had to be done by, and what it was done with is the draft of whoever took it back.
 */
@Component
@Transactional
public class TakeBack {

	private final TaskLocks locks;

	private final WorkItems items;

	private final TaskRights rights;

	private final TakeBackCheck check;

	private final UndoSubmission undo;

	private final StepAgain again;

	private final TakenBackDraft drafts;

	TakeBack(TaskLocks locks, WorkItems items, TaskRights rights, TakeBackCheck check, UndoSubmission undo,
			StepAgain again, TakenBackDraft drafts) {
		this.locks = locks;
		this.items = items;
		this.rights = rights;
		this.check = check;
		this.undo = undo;
		this.again = again;
		this.drafts = drafts;
	}

	/**
	 * @return id of the task that is there in its place
	 * @throws TaskNotFound when there is no such task
	 * @throws NotYourTask when it is another's
	 * @throws CannotBeTakenBack when it is too late, or never could be
	 */
	public long takeBack(long itemId, Reason reason, Actor actor) {
		WorkItem item = this.locks.lock(itemId);
		// Whoever types or hands in locks the task alone, and not its case.
		this.items.openOf(item.subject().dossierId()).forEach(open -> this.items.lock(open.id()));
		requireTakeable(item, actor);
		Submitted submitted = this.check.submitted(item);
		Map<Long, Long> points = this.undo.undo(item, submitted.said(), reason, actor);
		WorkItem again = this.again.begin(item, submitted.gone(), actor);
		this.drafts.lay(item, again, points, actor);
		return again.id();
	}

	/**
	 * What could be taken back as things stand.
	 *
	 * @param next names of the steps that came of it
	 * @param draftAgain whether the whole case is the park's draft again
	 */
	public record Takeable(WorkItem item, List<String> next, boolean draftAgain) {
	}

	/**
	 * @throws cn.ecopark.shared.Refusal as {@link #takeBack}
	 */
	@Transactional(readOnly = true)
	public Takeable read(long itemId, Actor actor) {
		WorkItem item = this.rights.read(actor, itemId);
		requireTakeable(item, actor);
		Submitted submitted = this.check.submitted(item);
		List<String> next = submitted.gone()
			.came()
			.stream()
			.flatMap(id -> this.items.find(id).stream())
			.map(came -> came.task().name())
			.distinct()
			.toList();
		return new Takeable(item, next, this.check.begunWith(submitted.said()));
	}

	/**
	 * @return the task that was done last in the case, when the actor could take it back
	 * as things stand
	 */
	@Transactional(readOnly = true)
	public Optional<WorkItem> offered(String caseId, Actor actor) {
		return this.items.lastDone(caseId, actor.personId())
			.filter(item -> this.rights.isOf(actor, item) && this.check.hindrance(item, actor).isEmpty());
	}

	private void requireTakeable(WorkItem item, Actor actor) {
		if (!this.rights.isOf(actor, item)) {
			throw new NotYourTask();
		}
		this.check.hindrance(item, actor).ifPresent(hindrance -> {
			throw new CannotBeTakenBack(hindrance);
		});
	}

}
