package cn.ecopark.batch;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import cn.ecopark.batch.Count.Reading;
import cn.ecopark.law.JointDecisionRules;
import cn.ecopark.law.JointDecisionRules.Body;
import cn.ecopark.law.JointDecisionRules.Policy;
import cn.ecopark.law.JointDecisionRules.Vote;
import cn.ecopark.organisation.Audience;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.rulepack.ShippedPacks;
import cn.ecopark.worklist.TaskDescription;
import cn.ecopark.worklist.WorkItem;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Three parks: all agree on the first, one body disagrees on the second, the third is in
 * its second round.
 */
class BallotReadingTest {

	private static final BatchItem AGREED = place("agreed", 1);

	private static final BatchItem DISPUTED = place("disputed", 1);

	private static final BatchItem AGAIN = place("again", 2);

	private static final BatchItem UNHEARD = place("unheard", 1);

	private static final Reading READING = new Reading(List.of(AGREED, DISPUTED, AGAIN, UNHEARD),
			List.of(ballot(AGREED, "MEE", 1, "AGREE"), ballot(AGREED, "MOST", 1, "AGREE"),
					ballot(DISPUTED, "MEE", 1, "AGREE"), ballot(DISPUTED, "MOST", 1, "ABSTAIN"),
					ballot(AGAIN, "MEE", 1, "AGREE"), ballot(AGAIN, "MOST", 1, "AGREE"),
					ballot(AGAIN, "MEE", 2, "AGREE"), ballot(UNHEARD, "NOBODY", 1, "AGREE")),
			new JointDecisionRules(Policy.UNANIMOUS, List.of(new Body("MEE", "环境部"), new Body("MOST", "科技部")), "text"),
			new Choices("AGREE", "ASK_AGAIN", "STRIKE_OUT", "REDRAFT"));

	@Test
	void findsTheBallotOfABodyInARound() {
		assertThat(READING.ballot(DISPUTED, "MOST")).get().extracting(Ballot::choice).isEqualTo("ABSTAIN");
		assertThat(READING.ballot(AGAIN, "MOST")).as("of the present round").isEmpty();
		assertThat(READING.ballot(AGAIN, "MOST", 1)).isPresent();
		assertThat(READING.ballot(DISPUTED, "MOFCOM")).isEmpty();
		assertThat(READING.bodies()).containsExactly("MEE", "MOST");
	}

	@Test
	void readsTheVotesOfThePresentRound() {
		assertThat(READING.votes(DISPUTED)).containsExactly(new Vote("MEE", true, "text"),
				new Vote("MOST", false, "text"));
		assertThat(READING.votes(AGAIN)).containsExactly(new Vote("MEE", true, "text"));
	}

	@Test
	void isDividedOnWhateverNotAllHaveAgreedTo() {
		assertThat(READING.divided()).containsExactly(DISPUTED, AGAIN, UNHEARD);
	}

	@Test
	void knowsAboutWhichParksABodyHasSpoken() {
		assertThat(READING.votedOn()).containsExactly(AGREED, DISPUTED, AGAIN);
		assertThat(READING.notVotedOnBy("MEE")).containsExactly(UNHEARD);
		assertThat(READING.notVotedOnBy("MOST")).containsExactly(AGAIN, UNHEARD);
		assertThat(READING.toBeAsked()).containsExactly("MEE", "MOST");
	}

	@Test
	void asksNobodyWhereEverybodyHasVoted() {
		Reading done = new Reading(List.of(AGREED, DISPUTED), READING.ballots(), READING.decision(), READING.choices());

		assertThat(done.toBeAsked()).isEmpty();
	}

	@Test
	void asksABodyAboutWhatItHasNotVotedOnAndTheOfficeAboutWhatIsDivided() {
		assertThat(READING.askedIn(task(Purpose.BALLOT, "MOST", "AGREE", "DISAGREE"))).containsExactly(AGAIN, UNHEARD);
		assertThat(READING.askedIn(task(Purpose.COORDINATION, "OFFICE", "ASK_AGAIN", "STRIKE_OUT")))
			.containsExactly(DISPUTED, AGAIN, UNHEARD);
	}

	private static BatchItem place(String caseId, int round) {
		return new BatchItem("batch", caseId, new BatchItem.Park(1, caseId, "COMPREHENSIVE", "320000", null),
				BatchItem.State.IN, round, "", "", null);
	}

	private static Ballot ballot(BatchItem place, String body, int round, String choice) {
		return new Ballot("batch", place.caseId(), body, round, choice, "", false, "text", 1, 1, Instant.EPOCH);
	}

	private static WorkItem task(Purpose purpose, @Nullable String unit, String... choices) {
		return new WorkItem(1, "engine", new WorkItem.Task(ShippedPacks.FIRST, "d:1", "batch", "Task", "一步", "batch"),
				new WorkItem.Subject("batch", null, "batch", null, "批次", null, null, null, null),
				new WorkItem.Holder("MINISTRY", unit, null, null), Instant.EPOCH, null, null, false, null, null,
				new TaskDescription(purpose, List.of("VOTED"), List.of(), List.of(), Audience.AUTHORITIES, List.of(),
						List.of(choices), null, null, false, false, List.of()),
				WorkItem.State.OPEN, null, null, 0);
	}

}
