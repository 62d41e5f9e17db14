package cn.ecopark.worklist;

import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.organisation.Actor;
import cn.ecopark.worklist.TaskRefusals.TaskAlreadyDone;

/**
 * One attempt to complete a task: evidence, worklist, audit and token in one transaction.
 */
@Component
class TaskCompletion {

	private final TaskLocks locks;

	private final Submissions submissions;

	private final TaskRights rights;

	private final DecisionCheck check;

	private final DecisionRecorder recorder;

	private final TaskEngine engine;

	private final StepDocuments documents;

	TaskCompletion(TaskLocks locks, Submissions submissions, TaskRights rights, DecisionCheck check,
			DecisionRecorder recorder, TaskEngine engine, StepDocuments documents) {
		this.locks = locks;
		this.submissions = submissions;
		this.rights = rights;
		this.check = check;
		this.recorder = recorder;
		this.engine = engine;
		this.documents = documents;
	}

	@Transactional
	WorkItem complete(long itemId, PageToken page, Decision decision, Actor actor) {
		WorkItem item = this.locks.lock(itemId);
		if (this.submissions.isRepeated(page, item, actor.personId())) {
			return item;
		}
		this.rights.requireMayDo(actor, item);
		if (!item.isOpen() || item.engineTaskId() == null || item.description().batch() != null) {
			throw new TaskAlreadyDone();
		}
		this.check.requireDocumentsJudged(item);
		Map<String, Object> fields = this.check.check(item, decision);
		this.rights.requireNotOwnCase(actor, item, decision.outcome());
		this.submissions.keep(page, itemId, actor.personId());
		this.recorder.keep(item, decision, fields, actor);
		this.engine.complete(item.engineTaskId(), facts(item, decision.outcome()));
		this.documents.produce(item, decision.outcome(), actor);
		return item;
	}

	private static Map<String, String> facts(WorkItem item, String outcome) {
		return item.description().multiple() ? Map.of() : Map.of(item.task().taskKey() + "_outcome", outcome);
	}

}
