package cn.ecopark.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

import cn.ecopark.batch.Batch;
import cn.ecopark.batch.BatchProcess;
import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.release.TestReleases;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.worklist.WorkItem;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What several diagrams share is drawn once, and is in each of them what it was when each
 * had it drawn by itself.
 */
@TestPropertySource(properties = "spring.application.name=shared-parts")
class SharedPartsTest extends DecisionScene {

	@Autowired
	private RulePacks packs;

	@Autowired
	private ApplicationContext context;

	@Autowired
	private ManagementService management;

	@Autowired
	private BatchProcess batchProcess;

	@ParameterizedTest
	@CsvSource({ "creation, application, Task_SubmitApplication",
			"award, acceptance-application, Task_SubmitAcceptanceApplication" })
	void stepsBelongToTheStageThatCallsThePart(String kind, String stage, String submission) {
		EcoCase ecoCase = handedIn(kind, stage, submission);

		WorkItem commerce = only(ecoCase, "Task_CommerceOpinion");

		assertThat(commerce.task().stage()).isEqualTo(stage);
		assertThat(commerce.task().processKey()).isEqualTo("provincial-review");
		assertThat(commerce.limitKey()).isEqualTo("provincialOpinion");
		assertThat(this.cases.get(ecoCase.id()).stage()).isEqualTo(stage);
	}

	@ParameterizedTest
	@CsvSource({ "creation, application, Task_SubmitApplication, constructionPlan, workReport",
			"award, acceptance-application, Task_SubmitAcceptanceApplication, workReport, constructionPlan" })
	void stepsHaveTheFormsAndDocumentsOfTheStageThatCallsThePart(String kind, String stage, String submission,
			String own, String ofTheOther) {
		EcoCase ecoCase = handedIn(kind, stage, submission);
		String review = instanceOf(ecoCase.id(), "provincial-review");
		for (String step : List.of("Task_ProvincialReview", "Task_CheckCompleteness", "Task_Correct")) {
			this.runtime.createProcessInstanceModification(review).startBeforeActivity(step).execute();
		}

		assertThat(form(ecoCase, "Task_ProvincialReview")).isEqualTo(stage + "-provincial-review");
		assertThat(form(ecoCase, "Task_CheckCompleteness")).isEqualTo(stage + "-completeness");
		assertThat(only(ecoCase, "Task_CommerceOpinion").form()).isNull();
		assertThat(only(ecoCase, "Task_Correct").description().optionalDocuments()).contains(own, "supplement")
			.doesNotContain(ofTheOther);
	}

	@Test
	void stepsProduceTheDocumentsThatTheCallGives() {
		TestReleases releases = new TestReleases(this.context);
		String drawing = this.packs.files(this.packs.current("2015-167").release())
			.text("bpmn/application.bpmn")
			.orElseThrow();
		ReleaseId later = releases.release("2015-167", Map
			.of("application.bpmn", drawing.replace("<camunda:property name=\"form.Task_CheckCompleteness\"",
					"<camunda:property name=\"issues.Task_CheckCompleteness\" value=\"NOT_ADMIT:refusalOfAdmission\" />"
							+ "<camunda:property name=\"form.Task_CheckCompleteness\"")),
				Map.of());
		EcoCase ecoCase = handedIn("creation", "application", "Task_SubmitApplication");
		releases.withdraw(later);
		String review = instanceOf(ecoCase.id(), "provincial-review");
		this.runtime.createProcessInstanceModification(review).startBeforeActivity("Task_CheckCompleteness").execute();

		assertThat(ecoCase.release()).isEqualTo(later);
		assertThat(only(ecoCase, "Task_CheckCompleteness").description().issues())
			.containsExactly("NOT_ADMIT:refusalOfAdmission");
	}

	/** The case as a whole is withdrawn or closed with whatever of it is under way. */
	@Test
	void nothingOfThePartIsLeftWhenTheCaseEnds() {
		EcoCase ecoCase = handedIn("creation", "application", "Task_SubmitApplication");

		this.runtime.createMessageCorrelation("Message_CloseCase")
			.tenantId(ecoCase.release().toString())
			.processInstanceBusinessKey(ecoCase.id())
			.correlate();

		assertThat(this.runtime.createProcessInstanceQuery().processInstanceBusinessKey(ecoCase.id()).count()).isZero();
		assertThat(states(ecoCase, "Task_CommerceOpinion")).containsExactly("CANCELLED");
	}

	@Test
	void ballotsHaveTheLimitAndTheChoicesOfTheBatchThatCallsThePart() {
		Batch approval = drafted("construction-approval", "Task_DraftNotice");
		Batch recheck = drafted("recheck-result", "Task_DraftCircular");

		for (String ministry : MINISTRIES) {
			WorkItem countersigned = task(approval.id(), "Task_Countersign", ministry);
			assertThat(countersigned.limitKey()).isEqualTo("countersign");
			assertThat(countersigned.description().choices()).containsExactly("AGREE", "DISAGREE", "ABSTAIN");
			assertThat(countersigned.task().stage()).isEqualTo("construction-approval");
			WorkItem confirmed = task(recheck.id(), "Task_Countersign", ministry);
			assertThat(confirmed.limitKey()).isEqualTo("confirmGrades");
			assertThat(confirmed.description().choices()).containsExactly("AGREE", "DISAGREE");
			assertThat(confirmed.task().stage()).isEqualTo("recheck-result");
		}
	}

	/** What is given is what runs: due date, reminder, and the end of the wait. */
	@Test
	void timersFollowTheLimitThatIsGiven() {
		RulePack pack = this.packs.current("2015-167");
		int given = pack.limit("confirmGrades").days() + 3;
		TestReleases releases = new TestReleases(this.context);
		String limits = this.packs.files(pack.release()).text("limits.yaml").orElseThrow();
		String drawing = this.packs.files(pack.release()).text("bpmn/recheck-result.bpmn").orElseThrow();
		ReleaseId later = releases.release("2015-167",
				Map.of("recheck-result.bpmn", drawing.replaceFirst("确认等级 \\d+", "确认等级 " + given)),
				Map.of("limits.yaml", limits
					.replaceFirst("(confirmGrades:\\s+zh: [^\\n]*\\s+en: [^\\n]*\\s+days: )\\d+", "$1" + given)));
		Batch recheck = drafted("recheck-result", "Task_DraftCircular");
		releases.withdraw(later);

		LocalDate end = this.workingDays.plus(this.time.today(), given);
		WorkItem ballot = task(recheck.id(), "Task_Countersign", "MEE");
		assertThat(recheck.release()).isEqualTo(later);
		assertThat(ballot.dueOn()).isEqualTo(end);
		assertThat(this.management.createJobQuery()
			.timers()
			.processInstanceId(instanceOf(recheck.id(), "joint-decision"))
			.list()).extracting(job -> job.getDuedate().toInstant())
			.contains(WorkingDays.endOf(end))
			.allMatch(due -> !due.isAfter(WorkingDays.endOf(end)));
	}

	@Test
	void nothingOfThePartIsLeftWhenTheBatchIsEmpty() {
		Batch batch = drafted("construction-approval", "Task_DraftNotice");
		assertThat(instanceOf(batch.id(), "joint-decision")).isNotNull();

		this.batchProcess.cancel(batch.id());

		assertThat(this.runtime.createProcessInstanceQuery().processInstanceBusinessKey(batch.id()).count()).isZero();
	}

	private Batch drafted(String decision, String draft) {
		Batch batch = composed(decision, waiting(decision));
		String instance = instanceOf(batch.id(), decision);
		this.runtime.createProcessInstanceModification(instance)
			.startBeforeActivity("Call_JointDecision")
			.cancelAllForActivity(draft)
			.execute();
		return batch;
	}

	/** A case whose documents have come in, as far as the flow is concerned. */
	private EcoCase handedIn(String kind, String stage, String submission) {
		EcoCase ecoCase = opened(kind);
		String instance = instanceOf(ecoCase.id(), stage);
		ActivityInstance there = this.runtime.getActivityInstance(instance).getChildActivityInstances()[0];
		assertThat(there.getActivityId()).isEqualTo(submission);
		this.runtime.createProcessInstanceModification(instance)
			.startBeforeActivity("Call_ProvincialReview")
			.cancelActivityInstance(there.getId())
			.execute();
		this.jdbc.sql("UPDATE eco_case SET status = 'OPEN' WHERE id = :id").param("id", ecoCase.id()).update();
		assertThat(this.packs.get(ecoCase.release()).isPart("provincial-review")).isTrue();
		return this.cases.get(ecoCase.id());
	}

	private String instanceOf(String dossier, String process) {
		return this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(dossier)
			.processDefinitionKey(process)
			.singleResult()
			.getId();
	}

	private WorkItem only(EcoCase ecoCase, String task) {
		List<Long> ids = this.jdbc.sql("SELECT id FROM work_item WHERE dossier_id = :case AND task_key = :task")
			.param("case", ecoCase.id())
			.param("task", task)
			.query(Long.class)
			.list();
		assertThat(ids).hasSize(1);
		return this.items.find(ids.get(0)).orElseThrow();
	}

	private String form(EcoCase ecoCase, String task) {
		WorkItem item = only(ecoCase, task);
		assertThat(item.form()).isNotNull();
		return item.form().id();
	}

	private List<String> states(EcoCase ecoCase, String task) {
		return this.jdbc.sql("SELECT state FROM work_item WHERE dossier_id = :case AND task_key = :task")
			.param("case", ecoCase.id())
			.param("task", task)
			.query(String.class)
			.list();
	}

}
