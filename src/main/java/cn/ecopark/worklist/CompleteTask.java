package cn.ecopark.worklist;

import java.util.concurrent.ThreadLocalRandom;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

import cn.ecopark.organisation.Actor;
import cn.ecopark.worklist.TaskEngine.EngineConflict;
import cn.ecopark.worklist.TaskRefusals.Contended;

/**
 * Completes a task: the one way in which anybody decides anything. Three ministries that decide in the same instant all succeed: when a
 * sibling was quicker at the barrier, the whole transaction is tried again.
 */
@Component
public class CompleteTask {

	private static final int ATTEMPTS = 6;

	private final TaskCompletion completion;

	CompleteTask(TaskCompletion completion) {
		this.completion = completion;
	}

	/**
	 * @return the item as it was done; the same submission a second time returns the same and changes nothing
	 * @throws TaskRefusals.TaskAlreadyDone when somebody else has done it
	 * @throws TaskRefusals.NotYourTask when it is another's
	 * @throws TaskRefusals.InvalidSubmission when fields are missing or wrong
	 */
	public WorkItem complete(long itemId, Submission submission, Actor actor) {
		for (int attempt = 1;; attempt++) {
			try {
				return this.completion.complete(itemId, submission, actor);
			}
			catch (EngineConflict | ConcurrencyFailureException conflict) {
				if (attempt == ATTEMPTS) {
					throw new Contended();
				}
				pause(attempt);
			}
		}
	}

	private static void pause(int attempt) {
		try {
			Thread.sleep(ThreadLocalRandom.current().nextLong(20, 60) * attempt);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new Contended();
		}
	}

}
