package cn.ecopark.worklist;

import org.springframework.stereotype.Component;

import cn.ecopark.organisation.Actor;

/**
 * Completes a task: the one way in which anybody decides anything. Three ministries that
 * decide in the same instant all succeed: when a sibling was quicker at the barrier, the
 * whole transaction is tried again.
 */
@Component
public class CompleteTask {

	private final TaskCompletion completion;

	private final Attempts attempts;

	CompleteTask(TaskCompletion completion, Attempts attempts) {
		this.completion = completion;
		this.attempts = attempts;
	}

	/**
	 * @return the item as it was done; the same submission a second time returns the same
	 * and changes nothing
	 * @throws TaskRefusals.TaskAlreadyDone when somebody else has done it
	 * @throws TaskRefusals.NotYourTask when it is another's
	 * @throws TaskRefusals.InvalidSubmission when fields are missing or wrong
	 */
	public WorkItem complete(long itemId, Submission submission, Actor actor) {
		return this.attempts.at(() -> this.completion.complete(itemId, submission, actor));
	}

}
