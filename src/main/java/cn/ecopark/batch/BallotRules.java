package cn.ecopark.batch;

import java.util.List;
import java.util.Map;

import cn.ecopark.worklist.Decision.BallotDecision;
import cn.ecopark.worklist.Decision.Vote;
import cn.ecopark.worklist.PlainText;
import cn.ecopark.worklist.TaskRefusals.FieldError;

/** Whether the ballots of a body, or what the Office chooses, may be taken. */
final class BallotRules {

	/** What the field of a choice is called, before the id of its case. */
	static final String CHOICE = "choice.";

	/** Characters of a reason. */
	private static final int LONGEST = 1000;

	/** What may be chosen without saying why. */
	private static final List<String> SPEAK_FOR_THEMSELVES = List.of(Ballot.AGREE, Ballot.ASK_AGAIN);

	private BallotRules() {
	}

	/**
	 * @param asked the parks that are asked about; votes on others are left aside
	 * @param choices what may be chosen for each
	 */
	static void everyParkIsVotedOn(List<BatchItem> asked, List<String> choices, BallotDecision decision,
			Map<String, FieldError> errors) {
		for (BatchItem place : asked) {
			Vote vote = decision.vote(place.caseId());
			String park = place.park().name();
			if (!choices.contains(vote.choice())) {
				errors.put(CHOICE + place.caseId(), new FieldError("batch.error.choice-missing", park));
			}
			else if (vote.reason().isEmpty() && !SPEAK_FOR_THEMSELVES.contains(vote.choice())) {
				errors.put(CHOICE + place.caseId(), new FieldError("batch.error.reason-missing", park));
			}
			else if (vote.reason().length() > LONGEST) {
				errors.put(CHOICE + place.caseId(), new FieldError("batch.error.reason-too-long", park, LONGEST));
			}
			else if (!PlainText.isPlain(vote.reason())) {
				errors.put(CHOICE + place.caseId(), new FieldError("task.error.control-characters"));
			}
		}
	}

}
