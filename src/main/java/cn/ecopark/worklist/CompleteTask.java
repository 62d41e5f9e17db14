package cn.ecopark.worklist;

import org.springframework.stereotype.Component;

import cn.ecopark.law.LegalRefusal;
import cn.ecopark.organisation.Actor;
import cn.ecopark.shared.Refusal;
import cn.ecopark.worklist.TaskRefusals.InvalidSubmission;
import cn.ecopark.worklist.TaskRefusals.SignaturesNeeded;

/**
 * Completes a task that one person decides; what several have to sign is proposed first
 * ({@link ProposeDecision}) and carried out in the same way by whoever signs last. Three
 * ministries that decide in the same instant all succeed: each waits for the cases of the
 * batch.
 */
@Component
public class CompleteTask {

	private final TaskCompletion completion;

	private final UnlawfulSteps unlawful;

	CompleteTask(TaskCompletion completion, UnlawfulSteps unlawful) {
		this.completion = completion;
		this.unlawful = unlawful;
	}

	/**
	 * @param seen the task as it was read before
	 * @param page that carries the decision; the same page twice is the same submission
	 * @return the item as it was done; the same submission a second time returns the same
	 * and changes nothing
	 * @throws TaskRefusals.TaskAlreadyDone when somebody else has done it
	 * @throws TaskRefusals.PageAlreadySubmitted when the page said something else before
	 * @throws TaskRefusals.NotYourTask when it is another's
	 * @throws TaskRefusals.InvalidSubmission when fields are missing or wrong, or an
	 * entry breaks a rule of law
	 * @throws SignaturesNeeded when one person alone does not decide in that step
	 * @throws LegalRefusal when something that must come before is not on record
	 */
	public WorkItem complete(WorkItem seen, PageToken page, Decision decision, Actor actor) {
		if (seen.description().isSignedBySeveral()) {
			throw new SignaturesNeeded(seen.description().signatures());
		}
		try {
			return this.completion.complete(seen, page, decision, actor);
		}
		catch (LegalRefusal refusal) {
			throw told(seen, refusal);
		}
	}

	/**
	 * A rule about one entry is told where it was entered; where no entry could keep it,
	 * that is kept for those who look after the procedure.
	 */
	Refusal told(WorkItem item, LegalRefusal refusal) {
		if (refusal.field() == null) {
			this.unlawful.note(item.subject().caseId(), item.subject().dossierId(), item.task().name(), refusal);
		}
		return InvalidSubmission.of(refusal);
	}

}
