package cn.ecopark.worklist;

import java.util.Map;

import org.springframework.stereotype.Component;

import cn.ecopark.law.LegalRefusal;
import cn.ecopark.organisation.Actor;
import cn.ecopark.shared.Refusal;
import cn.ecopark.worklist.TaskRefusals.FieldError;
import cn.ecopark.worklist.TaskRefusals.InvalidSubmission;

/**
 * Completes a task: the one way in which anybody decides anything. Three ministries that
 * decide in the same instant all succeed: each waits for the cases of the batch.
 */
@Component
public class CompleteTask {

	private final TaskCompletion completion;

	CompleteTask(TaskCompletion completion) {
		this.completion = completion;
	}

	/**
	 * @param token of the page or request that carries the decision; the same token twice
	 * is the same submission
	 * @return the item as it was done; the same submission a second time returns the same
	 * and changes nothing
	 * @throws TaskRefusals.TaskAlreadyDone when somebody else has done it
	 * @throws TaskRefusals.NotYourTask when it is another's
	 * @throws TaskRefusals.InvalidSubmission when fields are missing or wrong, or an
	 * entry breaks a rule of law
	 * @throws LegalRefusal when something that must come before is not on record
	 */
	public WorkItem complete(long itemId, String token, Decision decision, Actor actor) {
		try {
			return this.completion.complete(itemId, token, decision, actor);
		}
		catch (LegalRefusal unlawful) {
			throw atItsField(unlawful);
		}
	}

	/** A rule about one entry is told where it was entered. */
	private static Refusal atItsField(LegalRefusal unlawful) {
		String field = unlawful.field();
		return field == null ? unlawful : new InvalidSubmission(
				Map.of(field, new FieldError("problem." + unlawful.problem(), unlawful.arguments())));
	}

}
