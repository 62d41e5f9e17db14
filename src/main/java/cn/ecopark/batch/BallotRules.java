package cn.ecopark.batch;

import java.util.List;
import java.util.Map;

import cn.ecopark.form.InputError;
import cn.ecopark.form.PlainText;
import cn.ecopark.worklist.Decision;
import cn.ecopark.worklist.Decision.BallotDecision;

/** Whether the ballots of a body, or what the Office chooses, may be taken. */
final class BallotRules {

	/** What the field of a choice is called, before the id of its case. */
	static final String CHOICE = "choice.";

	/** Characters of a reason. */
	private static final int LONGEST = 1000;

	private BallotRules() {
	}

	/**
	 * @param asked the parks that are asked about; votes on others are left aside
	 * @param offered what may be chosen for each
	 * @param choices what the codes mean
	 */
	static void everyParkIsVotedOn(List<BatchItem> asked, List<String> offered, Choices choices,
			BallotDecision decision, Map<String, InputError> errors) {
		for (BatchItem place : asked) {
			Decision.Vote vote = decision.vote(place.caseId());
			String park = place.park().name();
			if (!offered.contains(vote.choice())) {
				errors.put(CHOICE + place.caseId(), new InputError("batch.error.choice-missing", park));
			}
			else if (vote.reason().isEmpty() && !choices.speaksForItself(vote.choice())) {
				errors.put(CHOICE + place.caseId(), new InputError("batch.error.reason-missing", park));
			}
			else if (vote.reason().length() > LONGEST) {
				errors.put(CHOICE + place.caseId(), new InputError("batch.error.reason-too-long", park, LONGEST));
			}
			else {
				InputError unreadable = PlainText.error(vote.reason());
				if (unreadable != null) {
					errors.put(CHOICE + place.caseId(), unreadable);
				}
			}
		}
	}

}
