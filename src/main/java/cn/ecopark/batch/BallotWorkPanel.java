package cn.ecopark.batch;

import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.form.InputError;
import cn.ecopark.organisation.Audience;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.worklist.Decision;
import cn.ecopark.worklist.Decision.BallotDecision;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkPanel;

/**
 * 逐园表决: a body chooses for each park it is asked about; the Office chooses for each park
 * on which the bodies are divided. No park may be left out, and whatever is not an
 * agreement needs a reason.
 */
@Component
class BallotWorkPanel implements WorkPanel<BallotDecision> {

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
		return Purpose.BALLOT.panel();
	}

	@Override
	public Audience widestAudience() {
		return Audience.AUTHORITIES;
	}

	@Override
	public Class<BallotDecision> takes() {
		return BallotDecision.class;
	}

	@Override
	public boolean isVote() {
		return true;
	}

	/** The text, and the parks that are asked about in their rounds. */
	@Override
	public String decidedText(WorkItem item) {
		Batch batch = batch(item);
		return this.count.of(batch)
			.askedIn(item)
			.stream()
			.map(place -> place.caseId() + ":" + place.round())
			.sorted()
			.collect(Collectors.joining(" ", batch.textDigest() + " ", ""));
	}

	@Override
	public void check(WorkItem item, BallotDecision decision, Map<String, InputError> errors) {
		Count.Reading reading = this.count.of(batch(item));
		if (!reading.choices().redrafts().equals(decision.outcome())) {
			BallotRules.everyParkIsVotedOn(reading.askedIn(item), item.description().choices(), reading.choices(),
					decision, errors);
		}
	}

	@Override
	public void carryOut(WorkItem item, BallotDecision decision, Kept kept) {
		Batch batch = batch(item);
		Count.Reading reading = this.count.of(batch);
		// Where the text itself is sent back, nothing is chosen for single parks.
		if (reading.choices().redrafts().equals(decision.outcome())) {
			return;
		}
		String unit = String.valueOf(item.holder().unitId());
		if (!Count.Reading.isCoordination(item)) {
			reading.decision().requireMayVote(unit, item.description().choices(), reading.choices().agrees());
		}
		for (BatchItem place : reading.askedIn(item)) {
			Decision.Vote vote = decision.vote(place.caseId());
			this.ballots.cast(new Ballot(place.batchId(), place.caseId(), unit, place.round(), vote.choice(),
					vote.reason(), decision.deputy(), batch.textDigest(), kept.actor().personId(), kept.opinionId(),
					this.time.now()));
		}
	}

	private Batch batch(WorkItem item) {
		return this.batches.get(String.valueOf(item.subject().batchId()));
	}

}
