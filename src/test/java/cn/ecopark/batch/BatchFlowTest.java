package cn.ecopark.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import cn.ecopark.CaseStage;
import cn.ecopark.CaseStage.Scene;
import cn.ecopark.ModuleTest;
import cn.ecopark.RecordingEngine;
import cn.ecopark.batch.BatchFlow.BallotsResult;
import cn.ecopark.batch.BatchFlow.CoordinationResult;
import cn.ecopark.batch.BatchRefusals.IssuedInFuture;
import cn.ecopark.batch.BatchRefusals.MalformedNumber;
import cn.ecopark.batch.BatchRefusals.NumberTaken;
import cn.ecopark.casefile.CaseFlow;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Timeline;
import cn.ecopark.organisation.Actor;
import cn.ecopark.worklist.Submission;
import cn.ecopark.worklist.TaskRefusals.InvalidSubmission;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkPanels;
import cn.ecopark.worklist.web.panel.BallotPanel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ModuleTest
@Import(CaseStage.class)
@TestPropertySource(properties = "ecopark.case-time.movable=true")
class BatchFlowTest {

	private static final String KIND = "construction-approval";

	private static final List<String> MINISTRIES = List.of("MEE", "MOFCOM", "MOST");

	@Autowired
	Scene scene;

	@Autowired
	ComposeBatch composeBatch;

	@Autowired
	BatchFlow flow;

	@Autowired
	Batches batches;

	@Autowired
	BatchItems items;

	@Autowired
	CaseFlow caseFlow;

	@Autowired
	WorkPanels panels;

	@Autowired
	Timeline timeline;

	@Autowired
	RecordingEngine engine;

	Actor office;

	EcoCase first;

	EcoCase second;

	Batch batch;

	@BeforeEach
	void composeTwoParks() {
		this.scene.itIs("2018-03-01T10:00");
		this.office = this.scene.office();
		this.first = this.scene.openCase();
		this.second = this.scene.openCase();
		this.scene.waitsFor(KIND, this.first);
		this.scene.waitsFor(KIND, this.second);
		this.batch = this.composeBatch.compose(KIND, List.of(this.first.id(), this.second.id()), "一批", this.office);
	}

	@Test
	void asksTheMinistriesOfTheDayItWasComposed() {
		assertThat(this.flow.ministries(this.batch.id())).containsExactlyElementsOf(MINISTRIES);
	}

	@Test
	void isUnanimousWhenEveryMinistryAgreesToEveryPark() {
		MINISTRIES.forEach(ministry -> votes(ministry, "AGREE", "AGREE"));

		assertThat(this.flow.tally(this.batch.id())).isEqualTo(BallotsResult.UNANIMOUS);
	}

	@Test
	void countsSilenceAsNotAgreeing() {
		votes("MEE", "AGREE", "AGREE");
		votes("MOFCOM", "AGREE", "AGREE");

		assertThat(this.flow.tally(this.batch.id())).isEqualTo(BallotsResult.DIVIDED);
	}

	@Test
	void countsAbstentionAsNotAgreeing() {
		votes("MEE", "AGREE", "AGREE");
		votes("MOFCOM", "AGREE", "ABSTAIN");
		votes("MOST", "AGREE", "AGREE");

		assertThat(this.flow.tally(this.batch.id())).isEqualTo(BallotsResult.DIVIDED);
	}

	@Test
	void refusesABallotThatLeavesAParkOutOrGivesNoReason() {
		WorkItem ballot = ballot("MEE");
		Actor ministry = this.scene.ministry("MEE");
		Map<String, List<String>> fields = new HashMap<>();
		fields.put("choice." + this.first.id(), List.of("DISAGREE"));

		assertThatThrownBy(() -> this.scene.does(ministry, ballot, "VOTED", fields)).isInstanceOfSatisfying(
				InvalidSubmission.class,
				refusal -> assertThat(refusal.errors()).containsOnlyKeys("choice." + this.first.id(),
						"choice." + this.second.id()));
	}

	@Test
	void asksAgainAboutDividedParksOnlyAndKeepsEarlierAgreement() {
		votes("MEE", "AGREE", "AGREE");
		votes("MOFCOM", "AGREE", "DISAGREE");
		votes("MOST", "AGREE", "AGREE");
		this.flow.tally(this.batch.id());
		WorkItem coordination = coordination();
		assertThat(parksOn(coordination, this.office)).containsExactly(this.second.id());
		assertThat(noteOn(coordination)).contains("商务部", "理由");
		coordinates(coordination, Map.of(this.second.id(), "ASK_AGAIN"));

		assertThat(this.flow.applyCoordination(this.batch.id())).isEqualTo(CoordinationResult.ASK_AGAIN);
		for (String ministry : MINISTRIES) {
			WorkItem ballot = ballot(ministry);
			assertThat(parksOn(ballot, this.scene.ministry(ministry))).containsExactly(this.second.id());
			this.scene.does(this.scene.ministry(ministry), ballot, "VOTED",
					Map.of("choice." + this.second.id(), List.of("AGREE")));
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
		assertThat(this.engine.delivered()).containsEntry(this.second.id(), "STRUCK_OUT").doesNotContainKey(this.first.id());
	}

	@Test
	void keepsReasonsFromThePark() {
		votes("MEE", "AGREE", "DISAGREE");
		coordinates(coordination(), Map.of(this.first.id(), "ASK_AGAIN", this.second.id(), "STRIKE_OUT"));
		this.flow.applyCoordination(this.batch.id());

		List<Timeline.Entry> seen = this.timeline.of(this.second.id(),
				List.of(cn.ecopark.casefile.Audience.PARK, cn.ecopark.casefile.Audience.PUBLIC));

		assertThat(seen).extracting(Timeline.Entry::message).contains("batch.timeline.struck-out");
		assertThat(seen).extracting(Timeline.Entry::remark).noneMatch(remark -> remark.contains("理由"));
	}

	@Test
	void endsEmptyWhenEveryParkIsStruckOut() {
		coordinates(coordination(), Map.of(this.first.id(), "STRIKE_OUT", this.second.id(), "STRIKE_OUT"));

		assertThat(this.flow.applyCoordination(this.batch.id())).isEqualTo(CoordinationResult.EMPTY);
		assertThat(this.batches.get(this.batch.id()).result()).isEqualTo(Batch.EMPTY);
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
	void issuesThePaperAndSendsEveryParkOnItsWay() {
		String number = number();
		stated(this.batch, number.replace('〔', '[').replace('〕', ']'), "2018-03-01");

		IssuedPaper paper = this.flow.issuePaper(this.batch.id());
		this.flow.sendResults(this.batch.id());

		assertThat(paper.number()).isEqualTo(number);
		assertThat(paper.standard()).isEqualTo("HJ 274-2009");
		assertThat(this.flow.paperOf(this.first.id(), KIND)).contains(paper);
		assertThat(this.flow.paperOf(this.first.id(), "naming")).isEmpty();
		assertThat(this.engine.delivered()).containsEntry(this.first.id(), "ISSUED").containsEntry(this.second.id(), "ISSUED");
		assertThat(this.batches.get(this.batch.id()).result()).isEqualTo("ISSUED");
	}

	@Test
	void namesNoPaperForAParkThatWasStruckOut() {
		this.flow.strikeOutAndTell(this.second.id(), "UPHOLD");
		stated(this.batch, number(), "2018-03-01");
		this.flow.issuePaper(this.batch.id());

		assertThat(this.flow.paperOf(this.first.id(), KIND)).isPresent();
		assertThat(this.flow.paperOf(this.second.id(), KIND)).isEmpty();
	}

	@Test
	void refusesANumberThatIsTaken() {
		String number = number();
		stated(this.batch, number, "2018-03-01");
		this.flow.issuePaper(this.batch.id());
		EcoCase third = this.scene.openCase();
		this.scene.waitsFor(KIND, third);
		Batch other = this.composeBatch.compose(KIND, List.of(third.id()), "二批", this.office);
		stated(other, number, "2018-03-01");

		assertThatThrownBy(() -> this.flow.issuePaper(other.id())).isInstanceOf(NumberTaken.class);
	}

	@Test
	void refusesWhatIsNoNumberAndADateToCome() {
		stated(this.batch, "环发2018年第1号", "2018-03-01");
		assertThatThrownBy(() -> this.flow.issuePaper(this.batch.id())).isInstanceOf(MalformedNumber.class);

		stated(this.batch, number(), "2018-03-02");
		assertThatThrownBy(() -> this.flow.issuePaper(this.batch.id())).isInstanceOf(IssuedInFuture.class);
	}

	@Test
	void asksEverybodyAnewWhenTheDraftHasChanged() {
		MINISTRIES.forEach(ministry -> votes(ministry, "AGREE", "AGREE"));

		this.flow.askAllAgain(this.batch.id());

		assertThat(this.flow.tally(this.batch.id())).isEqualTo(BallotsResult.DIVIDED);
		this.flow.askAllAgain(this.batch.id());
		assertThat(this.items.in(this.batch.id())).extracting(BatchItem::round).containsOnly(2);
	}

	private void votes(String ministry, String onFirst, String onSecond) {
		Map<String, List<String>> fields = new HashMap<>();
		choose(fields, this.first.id(), onFirst);
		choose(fields, this.second.id(), onSecond);
		this.scene.does(this.scene.ministry(ministry), ballot(ministry), "VOTED", fields);
	}

	private void coordinates(WorkItem item, Map<String, String> choices) {
		Map<String, List<String>> fields = new HashMap<>();
		choices.forEach((caseId, choice) -> choose(fields, caseId, choice));
		parksOn(item, this.office).stream()
			.filter(caseId -> !choices.containsKey(caseId))
			.forEach(caseId -> choose(fields, caseId, "ASK_AGAIN"));
		this.scene.does(this.office, item, "COORDINATED", fields);
	}

	private static void choose(Map<String, List<String>> fields, String caseId, String choice) {
		fields.put("choice." + caseId, List.of(choice));
		fields.put("reason." + caseId, List.of("AGREE".equals(choice) ? "" : "理由"));
	}

	private WorkItem ballot(String ministry) {
		return this.scene.batchTask(this.batch.id(), "Task_Countersign", ministry, "ballot", "VOTED", "AGREE", "DISAGREE",
				"ABSTAIN");
	}

	private WorkItem coordination() {
		return this.scene.batchTask(this.batch.id(), "Task_Coordinate", "OFFICE", "ballot", "COORDINATED", "ASK_AGAIN",
				"STRIKE_OUT");
	}

	private List<String> parksOn(WorkItem item, Actor actor) {
		List<String> parks = new ArrayList<>();
		BallotPanel panel = (BallotPanel) this.panels.get("ballot").view(item, actor, Submission.empty(), Map.of());
		panel.parks().forEach(park -> parks.add(park.itemId()));
		return parks;
	}

	private String noteOn(WorkItem item) {
		BallotPanel panel = (BallotPanel) this.panels.get("ballot").view(item, this.office, Submission.empty(), Map.of());
		return String.valueOf(panel.parks().get(0).note());
	}

	private void stated(Batch about, String number, String day) {
		WorkItem issue = this.scene.batchTask(about.id(), "Task_Issue", "OFFICE", "form", "ISSUED");
		this.scene.states(this.office, about.id(), issue, "ISSUED",
				"{\"documentNumber\":\"%s\",\"issuedOn\":\"%s\",\"standard\":\"HJ 274-2009\"}".formatted(number, day));
	}

	/** A number no other test uses. */
	private String number() {
		return "环发〔2018〕" + (this.office.personId() + 1) + "号";
	}

}
