package cn.ecopark.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

import cn.ecopark.rulepack.ShippedPacks;
import cn.ecopark.worklist.TaskEngine.NextHandler;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkItem.Holder;
import cn.ecopark.worklist.WorkItem.State;
import cn.ecopark.worklist.WorkItem.Subject;

import static org.assertj.core.api.Assertions.assertThat;

/** Before anybody decides, the diagrams themselves say who would act next. */
class NextStepsTest extends StagedProcessTest {

	private static final NextHandler CORRECTION = new NextHandler("逐项补正", "PARK", "correction", false);

	private final ProcessEngine engine = ProcessTestEngine.engine();

	private final NextSteps nextSteps = new NextSteps(new DeployedModels(this.engine.getRepositoryService()),
			this.engine.getRuntimeService(), this.engine.getTaskService(),
			new LinesOfCallers(this.engine.getRuntimeService()));

	@Test
	void seesTheDepartmentsSideBySide() {
		caseIn("creation").isStarted();

		assertThat(next("Task_SubmitApplication")).containsExactly(Map.entry("SUBMIT",
				List.of(new NextHandler("商务部门提出初审意见", "PROVINCE_COMMERCE", "provincialOpinion", false),
						new NextHandler("科技部门提出初审意见", "PROVINCE_SCIENCE", "provincialOpinion", false))));
	}

	@Test
	void seesBeyondTheEndOfTheStage() {
		caseIn("creation").isStarted();
		park().submits();
		commerce().decides("AGREE");
		otherAdviser().decides("AGREE");
		ecology().decides("FORWARD");

		assertThat(next("Task_CheckCompleteness")).containsExactly(
				Map.entry("ADMIT", List.of(new NextHandler("技术预审", "TECHNICAL_UNIT", "preReview", false))),
				Map.entry("SEND_BACK", List.of(CORRECTION)), Map.entry("NOT_ADMIT", List.of(ends("不予受理"))));
	}

	@Test
	void seesTheEndOfTheStageItselfWhereNobodyCalledIt() {
		caseIn("application").isStarted();
		park().submits();
		commerce().decides("AGREE");
		otherAdviser().decides("AGREE");

		assertThat(next("Task_ProvincialReview")).containsExactly(
				Map.entry("FORWARD", List.of(new NextHandler("审查材料完整性", "OFFICE", "completenessCheck", false))),
				Map.entry("SEND_BACK", List.of(CORRECTION)), Map.entry("REFUSE", List.of(ends("初审、受理办结"))));
	}

	@Test
	void seesToWhomACorrectionReturns() {
		caseIn("creation").isStarted();
		park().submits();
		commerce().decides("AGREE");
		otherAdviser().decides("AGREE");
		ecology().decides("SEND_BACK");
		assertThat(next("Task_Correct").get("SUBMIT")).extracting(NextHandler::step).containsExactly("省级初审");

		park().submits();
		ecology().decides("FORWARD");
		office().decides("SEND_BACK");

		assertThat(next("Task_Correct").get("SUBMIT")).extracting(NextHandler::step).containsExactly("审查材料完整性");
	}

	@Test
	void seesIntoADiagramThatIsCalledNext() {
		applicationEnds(caseIn("award").isStarted(), "ADMITTED");
		technicalUnit().decides("READY");
		technicalUnit().decides("DONE");

		assertThat(next("Task_GiveCheckOpinion")).containsExactly(
				Map.entry("PASS", List.of(new NextHandler("组建验收组", "OFFICE", "formPanel", false))),
				Map.entry("RECTIFY", List.of(new NextHandler("逐项整改", "PARK", "rectification", false))),
				Map.entry("FAIL", List.of(ends("核查未通过"))));
	}

	@Test
	void seesThroughTwoEndsAtOnce() {
		applicationEnds(caseIn("award").isStarted(), "ADMITTED");
		technicalUnit().decides("READY");
		technicalUnit().decides("DONE");
		technicalUnit().decides("RECTIFY");
		park().submits();

		assertThat(next("Task_ReviewRectification")).containsExactly(
				Map.entry("DONE", List.of(new NextHandler("提出技术核查意见", "TECHNICAL_UNIT", "giveCheckOpinion", false))),
				Map.entry("AGAIN", List.of(new NextHandler("逐项整改", "PARK", "rectification", false))),
				Map.entry("NOT_DONE", List.of(ends("核查未通过"))));
	}

	@Test
	void namesEveryWayWhereAFactIsNotYetKnown() {
		batchIn("naming").isStarted();
		office().decides("DRAFTED");

		assertThat(next("Task_Countersign").get("VOTED")).extracting(NextHandler::step).containsExactly("编号、印发", "协调");
	}

	/** What the Office chooses is what the co-ordination comes to. */
	@Test
	void sendsATextBackToTheDrafterAndNowhereElse() {
		finds("tallyBallots", "DIVIDED");
		batchIn("naming").isStarted();
		office().decides("DRAFTED");
		ministries().forEach(ministry -> ministry.decides("VOTED"));

		assertThat(next("Task_Coordinate").get("REDRAFT")).extracting(NextHandler::step).containsExactly("起草命名通知");
		assertThat(next("Task_Coordinate").get("COORDINATED")).extracting(NextHandler::step)
			.containsExactlyInAnyOrder("编号、印发", "会签", "本批已无园区");
	}

	@Test
	void seesThatACaseWaitsForItsBatch() {
		applicationEnds(caseIn("creation").isStarted(), "ADMITTED");
		planReviewEnds("PASSED");

		assertThat(next("Task_ComposeApprovalBatch").get("COMPOSED"))
			.containsExactly(new NextHandler("批次结果", null, null, false));
	}

	@Test
	void knowsNothingOfATaskThatIsDone() {
		caseIn("creation").isStarted();
		WorkItem item = item("Task_SubmitApplication");
		park().submits();

		assertThat(this.nextSteps.of(item)).isEmpty();
	}

	private Map<String, List<NextHandler>> next(String taskKey) {
		return this.nextSteps.of(item(taskKey));
	}

	private WorkItem item(String taskKey) {
		Task task = this.engine.getTaskService().createTaskQuery().taskDefinitionKey(taskKey).list().get(0);
		FlowRecord.Described described = ProcessTestEngine.FLOW.task(task.getId());
		String process = Definitions.keyOf(task.getProcessDefinitionId());
		return new WorkItem(1, task.getId(),
				new WorkItem.Task(ShippedPacks.FIRST, task.getProcessDefinitionId(), process, taskKey, task.getName(),
						process),
				new Subject("a dossier", null, null, null, "a park", null, null, null, null),
				new Holder("OFFICE", null, null, null), Instant.EPOCH, null, described.limitKey(), false, null, null,
				described.description(), State.OPEN, null, null, 0);
	}

	private static NextHandler ends(String how) {
		return new NextHandler(how, null, null, true);
	}

}
