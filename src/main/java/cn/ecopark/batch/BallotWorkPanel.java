package cn.ecopark.batch;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import cn.ecopark.batch.Count.Reading;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.worklist.Decision.BallotDecision;
import cn.ecopark.worklist.Decision.Vote;
import cn.ecopark.worklist.PlainText;
import cn.ecopark.worklist.TaskRefusals.FieldError;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkPanel;

/**
 * 逐园表决: a body chooses for each park it is asked about; the Office chooses for each park
 * on which the bodies are divided. No park may be left out, and whatever is not an
 * agreement needs a reason.
 */
@Component
class BallotWorkPanel implements WorkPanel<BallotDecision> {

	/** What the field of a choice is called, before the id of its case. */
	static final String CHOICE = "choice.";

	static final String REASON = "reason.";

	private static final int LONGEST = 1000;

	/** Where the text itself is sent back, nothing is chosen for single parks. */
	private static final String REDRAFT = BatchFlow.CoordinationResult.REDRAFT.name();

	/** What may be chosen without saying why. */
	private static final List<String> SPEAK_FOR_THEMSELVES = List.of(Ballot.AGREE, Ballot.ASK_AGAIN);

	private final Batches batches;

	private final Ballots ballots;

	private final Count count;

	private final CaseTime time;

	BallotWorkPanel(Batches batches, Ballots ballots, Count count, CaseTime time) {
		this.batches = batches;
		this.ballots = ballots;
		this.count = count;
		this.time = time;
	}

	@Override
	public String name() {
		return "ballot";
	}

	@Override
	public Class<BallotDecision> takes() {
		return BallotDecision.class;
	}

	@Override
	public void check(WorkItem item, BallotDecision decision, Map<String, FieldError> errors) {
		if (!REDRAFT.equals(decision.outcome())) {
			everyParkIsVotedOn(asked(item), item.description().choices(), decision, errors);
		}
	}

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

	@Override
	public void carryOut(WorkItem item, BallotDecision decision, Kept kept) {
		if (REDRAFT.equals(decision.outcome())) {
			return;
		}
		Batch batch = this.batches.get(String.valueOf(item.subject().batchId()));
		Reading reading = this.count.of(batch);
		String unit = String.valueOf(item.holder().unitId());
		if (!Reading.isCoordination(item)) {
			reading.decision().requireMayVote(unit, item.description().choices(), Ballot.AGREE);
		}
		for (BatchItem place : reading.askedIn(item)) {
			Vote vote = decision.vote(place.caseId());
			this.ballots.cast(new Ballot(place.batchId(), place.caseId(), unit, place.round(), vote.choice(),
					vote.reason(), decision.deputy(), batch.textDigest(), kept.actor().personId(), kept.opinionId(),
					this.time.now()));
		}
	}

	private List<BatchItem> asked(WorkItem item) {
		return this.count.of(this.batches.get(String.valueOf(item.subject().batchId()))).askedIn(item);
	}

}
