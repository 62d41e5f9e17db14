package cn.ecopark.batch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import org.springframework.modulith.test.PublishedEvents;

import cn.ecopark.CaseStage;
import cn.ecopark.ModuleTest;
import cn.ecopark.batch.BatchFlow.BallotsResult;
import cn.ecopark.batch.BatchFlow.CoordinationResult;
import cn.ecopark.casefile.Timeline;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.worklist.Decision.BallotDecision;
import cn.ecopark.worklist.Decision.Vote;
import cn.ecopark.worklist.Statement;
import cn.ecopark.worklist.TaskRefusals.InvalidSubmission;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.web.Entered;
import cn.ecopark.worklist.web.PanelPages;
import cn.ecopark.worklist.web.panel.BallotPanel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ModuleTest
@Import({ CaseStage.class, JointRounds.class })
@TestPropertySource(properties = "ecopark.case-time.movable=true")
class BatchFlowTest extends BatchOfTwoParks {

	private static final List<String> MINISTRIES = List.of("MEE", "MOFCOM", "MOST");

	@Autowired
	PanelPages panels;

	@Autowired
	Timeline timeline;

	@BeforeEach
	void theTextIsDrafted() {
		this.rounds.drafted(this.batch);
	}

	@Test
	void asksTheMinistriesOfTheDay() {
		assertThat(this.flow.ministries(this.batch.id())).containsExactlyElementsOf(MINISTRIES);
	}

	@Test
	void isUnanimousWhenEveryMinistryAgreesToEveryPark() {
		MINISTRIES.forEach(ministry -> votes(ministry, "AGREE", "AGREE"));

		assertThat(this.flow.tally(this.batch.id())).isEqualTo(BallotsResult.UNANIMOUS);
	}

	@Test
	void tellsOtherModulesWhatBecomesOfABatch(PublishedEvents events) {
		votes("MEE", "AGREE", "DISAGREE");
		this.flow.tally(this.batch.id());
		this.flow.strikeOut(this.second.id(), "WITHDRAWN");
		this.flow.sendResults(this.batch.id());
		this.flow.sendResults(this.batch.id());

		assertThat(events.ofType(BatchTallied.class)).containsExactly(
				new BatchTallied(this.batch.id(), BallotsResult.DIVIDED, List.of(this.first.id(), this.second.id())));
		assertThat(events.ofType(ParkStruckOut.class))
			.containsExactly(new ParkStruckOut(this.batch.id(), this.second.id()));
		assertThat(events.ofType(BatchClosed.class))
			.containsExactly(new BatchClosed(this.batch.id(), KIND, "ISSUED", false));
	}

	@Test
	void countsSilenceAndAbstentionAsNotAgreeing() {
		votes("MEE", "AGREE", "AGREE");
		votes("MOFCOM", "AGREE", "AGREE");
		assertThat(this.flow.tally(this.batch.id())).isEqualTo(BallotsResult.DIVIDED);

		votes("MOST", "AGREE", "ABSTAIN");
		assertThat(this.flow.tally(this.batch.id())).isEqualTo(BallotsResult.DIVIDED);
	}

	@Test
	void refusesABallotThatLeavesAParkOutOrGivesNoReason() {
		WorkItem ballot = ballot("MEE");
		Actor ministry = this.scene.ministry("MEE");
		BallotDecision voted = votes("VOTED", Map.of(this.first.id(), new Vote("DISAGREE", "")));

		assertThatThrownBy(() -> this.scene.does(ministry, ballot, voted))
			.isInstanceOfSatisfying(InvalidSubmission.class, refusal -> assertThat(refusal.errors())
				.containsOnlyKeys("choice." + this.first.id(), "choice." + this.second.id()));
	}

	@Test
	void asksAgainAboutDividedParksOnlyAndKeepsEarlierAgreement() {
		votes("MEE", "AGREE", "AGREE");
		votes("MOFCOM", "AGREE", "DISAGREE");
		votes("MOST", "AGREE", "AGREE");
		this.flow.tally(this.batch.id());
		WorkItem coordination = coordination();
		assertThat(parksOn(coordination, this.office)).containsExactly(this.second.id());
		assertThat(panel(coordination, this.office).parks().get(0).note()).contains("商务部", "理由");
		coordinates(coordination, Map.of(this.second.id(), "ASK_AGAIN"));

		assertThat(this.flow.applyCoordination(this.batch.id())).isEqualTo(CoordinationResult.ASK_AGAIN);
		for (String ministry : MINISTRIES) {
			WorkItem ballot = ballot(ministry);
			assertThat(parksOn(ballot, this.scene.ministry(ministry))).containsExactly(this.second.id());
			this.scene.does(this.scene.ministry(ministry), ballot,
					votes("VOTED", Map.of(this.second.id(), new Vote("AGREE", ""))));
		}
		assertThat(this.flow.tally(this.batch.id())).isEqualTo(BallotsResult.UNANIMOUS);
	}

	@Test
	void strikesOutAParkAndGoesOnWithTheOthers() {
		votes("MEE", "AGREE", "DISAGREE");
		votes("MOFCOM", "AGREE", "AGREE");
		votes("MOST", "AGREE", "AGREE");
		coordinates(coordination(), Map.of(this.second.id(), "STRIKE_OUT"));

		assertThat(this.flow.applyCoordination(this.batch.id())).isEqualTo(CoordinationResult.AGREED);

		assertThat(this.items.in(this.batch.id())).extracting(BatchItem::caseId).containsExactly(this.first.id());
		assertThat(this.engine.delivered()).containsEntry(this.second.id(), "STRUCK_OUT")
			.doesNotContainKey(this.first.id());
	}

	@Test
	void keepsReasonsFromThePark() {
		votes("MEE", "AGREE", "DISAGREE");
		coordinates(coordination(), Map.of(this.first.id(), "ASK_AGAIN", this.second.id(), "STRIKE_OUT"));
		this.flow.applyCoordination(this.batch.id());

		List<Timeline.Entry> seen = this.timeline.of(this.second.id(),
				List.of(cn.ecopark.organisation.Audience.PARK, cn.ecopark.organisation.Audience.PUBLIC));

		assertThat(seen).extracting(Timeline.Entry::message).contains("batch.timeline.struck-out");
		assertThat(seen).extracting(Timeline.Entry::remark).noneMatch(remark -> remark.contains("理由"));
	}

	@Test
	void endsEmptyWhenEveryParkIsStruckOut() {
		coordinates(coordination(), Map.of(this.first.id(), "STRIKE_OUT", this.second.id(), "STRIKE_OUT"));

		assertThat(this.flow.applyCoordination(this.batch.id())).isEqualTo(CoordinationResult.EMPTY);
		assertThat(this.batches.get(this.batch.id()).result()).isEqualTo("EMPTY");
		assertThat(this.engine.cancelled()).doesNotContain(this.batch.id());
	}

	@Test
	void strikesOutAWithdrawnParkWithoutTellingItsCase() {
		this.caseFlow.close(this.first.id(), "WITHDRAWN");

		assertThat(this.items.find(this.batch.id(), this.first.id()).orElseThrow().state())
			.isEqualTo(BatchItem.State.STRUCK_OUT);
		assertThat(this.engine.delivered()).doesNotContainKey(this.first.id());
		assertThat(this.flow.strikeOut(this.first.id(), "WITHDRAWN")).isFalse();
	}

	@Test
	void endsItsProcessWhenTheLastParkWithdraws() {
		this.flow.strikeOut(this.first.id(), "WITHDRAWN");
		assertThat(this.engine.cancelled()).doesNotContain(this.batch.id());
		this.flow.strikeOut(this.second.id(), "WITHDRAWN");

		assertThat(this.engine.cancelled()).contains(this.batch.id());
		assertThat(this.flow.tally(this.batch.id())).isEqualTo(BallotsResult.DIVIDED);
		assertThat(this.flow.applyCoordination(this.batch.id())).isEqualTo(CoordinationResult.EMPTY);
	}

	@Test
	void asksEverybodyAnewWhenTheDraftHasChanged() {
		MINISTRIES.forEach(ministry -> votes(ministry, "AGREE", "AGREE"));

		this.flow.askAllAgain(this.batch.id());

		assertThat(this.flow.tally(this.batch.id())).isEqualTo(BallotsResult.DIVIDED);
		this.flow.askAllAgain(this.batch.id());
		assertThat(this.items.in(this.batch.id())).extracting(BatchItem::round).containsOnly(2);
	}

	@Test
	void countsNoBallotOfAUnitThatIsNotParty() {
		WorkItem ballot = this.scene.batchTask(this.batch.id(), "Task_Countersign", "OFFICE", Purpose.BALLOT, "VOTED",
				"AGREE", "DISAGREE");

		assertThatThrownBy(() -> this.scene.does(this.office, ballot,
				votes("VOTED", Map.of(this.first.id(), vote("AGREE"), this.second.id(), vote("AGREE")))))
			.isInstanceOfSatisfying(LegalRefusal.class,
					refusal -> assertThat(refusal.rule()).isEqualTo("voter-not-party"));
	}

	@Test
	void countsNoBallotThatCouldOnlyAgree() {
		WorkItem ballot = this.scene.batchTask(this.batch.id(), "Task_Countersign", "MEE", Purpose.BALLOT, "VOTED",
				"AGREE");

		assertThatThrownBy(() -> this.scene.does(this.scene.ministry("MEE"), ballot,
				votes("VOTED", Map.of(this.first.id(), vote("AGREE"), this.second.id(), vote("AGREE")))))
			.isInstanceOfSatisfying(LegalRefusal.class,
					refusal -> assertThat(refusal.rule()).isEqualTo("vote-not-free"));
	}

	/** Nothing is chosen for single parks; the drafter has the text again. */
	@Test
	void sendsTheTextBackToTheDrafter() {
		MINISTRIES.forEach(ministry -> votes(ministry, "AGREE", "DISAGREE"));
		WorkItem coordination = this.scene.batchTask(this.batch.id(), "Task_Coordinate", "OFFICE", Purpose.COORDINATION,
				"REDRAFT", "ASK_AGAIN", "STRIKE_OUT");
		assertThatThrownBy(() -> this.scene.does(this.office, coordination, votes("REDRAFT", Map.of())))
			.isInstanceOfSatisfying(InvalidSubmission.class,
					refused -> assertThat(refused.errors()).containsOnlyKeys("opinion"));
		this.scene.does(this.office, coordination,
				new BallotDecision(Statement.of("REDRAFT", "按商务部意见补充配套要求"), Map.of()));

		assertThat(this.flow.applyCoordination(this.batch.id())).isEqualTo(CoordinationResult.REDRAFT);
		assertThat(this.items.in(this.batch.id())).extracting(BatchItem::round).containsOnly(1);
		this.rounds.drafted(this.batch, "（一）改动后的要求");
		assertThat(this.items.in(this.batch.id())).extracting(BatchItem::round).containsOnly(2);
		assertThat(this.flow.toBeAsked(this.batch.id())).containsExactlyElementsOf(MINISTRIES);
	}

	private void votes(String ministry, String onFirst, String onSecond) {
		this.scene.does(this.scene.ministry(ministry), ballot(ministry),
				votes("VOTED", Map.of(this.first.id(), vote(onFirst), this.second.id(), vote(onSecond))));
	}

	private void coordinates(WorkItem item, Map<String, String> choices) {
		Map<String, Vote> votes = new HashMap<>();
		choices.forEach((caseId, choice) -> votes.put(caseId, vote(choice)));
		parksOn(item, this.office).forEach(caseId -> votes.putIfAbsent(caseId, vote("ASK_AGAIN")));
		this.scene.does(this.office, item, votes("COORDINATED", votes));
	}

	private static BallotDecision votes(String outcome, Map<String, Vote> votes) {
		return new BallotDecision(Statement.of(outcome, "意见"), votes);
	}

	private static Vote vote(String choice) {
		return new Vote(choice, "AGREE".equals(choice) ? "" : "理由");
	}

	private WorkItem ballot(String ministry) {
		return this.scene.batchTask(this.batch.id(), "Task_Countersign", ministry, Purpose.BALLOT, "VOTED", "AGREE",
				"DISAGREE", "ABSTAIN");
	}

	private WorkItem coordination() {
		return this.scene.batchTask(this.batch.id(), "Task_Coordinate", "OFFICE", Purpose.COORDINATION, "COORDINATED",
				"ASK_AGAIN", "STRIKE_OUT");
	}

	private BallotPanel panel(WorkItem item, Actor actor) {
		return (BallotPanel) this.panels.get(item).view(item, actor, Entered.nothing(), Map.of());
	}

	private List<String> parksOn(WorkItem item, Actor actor) {
		return panel(item, actor).parks().stream().map(BallotPanel.Park::itemId).toList();
	}

}
