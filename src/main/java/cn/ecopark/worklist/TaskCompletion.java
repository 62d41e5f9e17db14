package cn.ecopark.worklist;

import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.dossier.Documents;
import cn.ecopark.dossier.DocumentsOfStep;
import cn.ecopark.casefile.Suspensions;
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

	private final MoveOn moveOn;

	private final Suspensions suspensions;

	private final Documents documents;

	TaskCompletion(TaskLocks locks, Submissions submissions, TaskRights rights, DecisionCheck check,
			DecisionRecorder recorder, MoveOn moveOn, Suspensions suspensions, Documents documents) {
		this.documents = documents;
		this.locks = locks;
		this.submissions = submissions;
		this.rights = rights;
		this.check = check;
		this.recorder = recorder;
		this.moveOn = moveOn;
		this.suspensions = suspensions;
	}

	/**
	 * @param seen the task as it was read before; what counts is how it stands once it is
	 * locked
	 */
	@Transactional
	WorkItem complete(WorkItem seen, PageToken page, Decision decision, Actor actor) {
		WorkItem item = this.locks.lock(seen);
		if (this.submissions.isRepeated(page, item, actor.personId())) {
			return item;
		}
		this.rights.requireMayDo(actor, item);
		if (!item.isOpen() || item.engineTaskId() == null || item.description().batch() != null) {
			throw new TaskAlreadyDone();
		}
		requireRunning(item);
		DocumentsOfStep documents = this.documents.ofStep(item.subject().dossierId(), item.id());
		Map<String, Object> fields = this.check.check(item, decision, documents);
		this.rights.requireNotOwnCase(actor, item, decision.outcome());
		this.submissions.keep(page, item.id(), actor.personId());
		this.recorder.keep(item, decision, fields, documents, actor);
		this.moveOn.from(item, item.engineTaskId(), decision.outcome(), actor);
		return item;
	}

	/** Whoever objects is answered whether or not the case stands still. */
	private void requireRunning(WorkItem item) {
		if (item.subject().objectionId() == null) {
			this.suspensions.requireRunning(item.subject().caseId());
		}
	}

}
