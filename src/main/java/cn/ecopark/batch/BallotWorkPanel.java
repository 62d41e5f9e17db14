package cn.ecopark.batch;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import cn.ecopark.batch.Count.Reading;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.Actor;
import cn.ecopark.worklist.FormSchemas;
import cn.ecopark.worklist.Submission;
import cn.ecopark.worklist.TaskRefusals.FieldError;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkPanel;
import cn.ecopark.worklist.web.panel.BallotPanel;
import cn.ecopark.worklist.web.panel.PanelView;

/**
 * 逐园表决: a body chooses for each park it is asked about; the Office chooses for each park
 * on which the bodies are divided. No park may be left out, and whatever is not an
 * agreement needs a reason.
 */
@Component
class BallotWorkPanel implements WorkPanel {

	private static final String CHOICE = "choice.";

	private static final String REASON = "reason.";

	/** 代: whether a deputy of the body's head signs. */
	private static final String DEPUTY = "deputy";

	private static final int LONGEST = 1000;

	/** Where the text itself is sent back, nothing is chosen for single parks. */
	private static final String REDRAFT = BatchFlow.CoordinationResult.REDRAFT.name();

	/** What may be chosen without saying why. */
	private static final List<String> SPEAK_FOR_THEMSELVES = List.of(Ballot.AGREE, Ballot.ASK_AGAIN);

	private final Batches batches;

	private final Ballots ballots;

	private final Count count;

	private final BallotNotes notes;

	private final Surroundings surroundings;

	BallotWorkPanel(Batches batches, Ballots ballots, Count count, BallotNotes notes, Surroundings surroundings) {
		this.batches = batches;
		this.ballots = ballots;
		this.count = count;
		this.notes = notes;
		this.surroundings = surroundings;
	}

	/** Time, words and forms. */
	@Component
	record Surroundings(CaseTime time, Wordings words, FormSchemas schemas) {
	}

	@Override
	public String name() {
		return "ballot";
	}

	@Override
	public PanelView view(WorkItem item, Actor actor, Submission entered, Map<String, String> problems) {
		Batch batch = batch(item);
		Reading reading = this.count.of(batch);
		List<BallotPanel.Park> parks = asked(item, reading).stream()
			.map(place -> park(item, batch, reading, place, entered, problems))
			.toList();
		List<cn.ecopark.web.view.Choice> choices = item.description()
			.choices()
			.stream()
			.map(code -> new cn.ecopark.web.view.Choice(code, this.surroundings.words().outcome(batch.pack(), code),
					false))
			.toList();
		return new BallotPanel(parks, choices, this.surroundings.schemas().fields(item, entered, problems));
	}

	@Override
	public void check(WorkItem item, Submission submission, Map<String, FieldError> errors) {
		if (REDRAFT.equals(submission.outcome())) {
			return;
		}
		for (BatchItem place : asked(item, this.count.of(batch(item)))) {
			String choice = submission.field(CHOICE + place.caseId());
			String reason = submission.field(REASON + place.caseId());
			if (!item.description().choices().contains(choice)) {
				errors.put(CHOICE + place.caseId(), new FieldError("batch.error.choice-missing", place.park().name()));
			}
			else if (reason.isEmpty() && !SPEAK_FOR_THEMSELVES.contains(choice)) {
				errors.put(CHOICE + place.caseId(), new FieldError("batch.error.reason-missing", place.park().name()));
			}
			else if (reason.length() > LONGEST) {
				errors.put(CHOICE + place.caseId(),
						new FieldError("batch.error.reason-too-long", place.park().name(), LONGEST));
			}
		}
	}

	@Override
	public void carryOut(WorkItem item, Submission submission, Decision decision) {
		if (REDRAFT.equals(submission.outcome())) {
			return;
		}
		Batch batch = batch(item);
		Reading reading = this.count.of(batch);
		if (!isCoordination(item)) {
			reading.decision().requireMayVote(unit(item), item.description().choices(), Ballot.AGREE);
		}
		for (BatchItem place : asked(item, reading)) {
			this.ballots.cast(new Ballot(place.batchId(), place.caseId(), unit(item), place.round(),
					submission.field(CHOICE + place.caseId()), submission.field(REASON + place.caseId()),
					!submission.field(DEPUTY).isEmpty(), batch.textDigest(), decision.actor().personId(),
					decision.opinionId(), this.surroundings.time().now()));
		}
	}

	private Batch batch(WorkItem item) {
		return this.batches.get(String.valueOf(item.subject().batchId()));
	}

	/**
	 * A body is asked about what it has not voted on in the present round; the Office
	 * about what the bodies are divided on.
	 */
	private static List<BatchItem> asked(WorkItem item, Reading reading) {
		return isCoordination(item) ? reading.divided() : reading.notVotedOnBy(unit(item));
	}

	private static boolean isCoordination(WorkItem item) {
		return item.description().choices().contains(Ballot.STRIKE_OUT);
	}

	private static String unit(WorkItem item) {
		return String.valueOf(item.holder().unitId());
	}

	private BallotPanel.Park park(WorkItem item, Batch batch, Reading reading, BatchItem place, Submission entered,
			Map<String, String> problems) {
		String choice = CHOICE + place.caseId();
		boolean coordinating = isCoordination(item);
		return new BallotPanel.Park(place.caseId(), place.park().name(), this.surroundings.words().meta(place.park()),
				"/cases/" + place.caseId(), this.notes.about(batch, reading, place, coordinating),
				entered.field(choice), entered.field(REASON + place.caseId()), problems.get(choice));
	}

}
