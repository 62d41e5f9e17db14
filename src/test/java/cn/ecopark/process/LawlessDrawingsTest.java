package cn.ecopark.process;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.TestPropertySource;

import cn.ecopark.PastSteps;
import cn.ecopark.audit.Audit;
import cn.ecopark.audit.AuditEntry;
import cn.ecopark.audit.Subject;
import cn.ecopark.batch.Batch;
import cn.ecopark.batch.ComposeBatch;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.MoveCaseTime;
import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.casefile.Audience;
import cn.ecopark.casefile.CaseKind;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.CloseCase;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.OpenCase;
import cn.ecopark.casefile.Reason;
import cn.ecopark.casefile.Timeline;
import cn.ecopark.casefile.WithdrawCase;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.notice.PublicNotices;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.ActorAuthentication;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.UnitKind;
import cn.ecopark.park.LifeStatus;
import cn.ecopark.park.NewPark;
import cn.ecopark.park.Park;
import cn.ecopark.park.ParkKind;
import cn.ecopark.park.Parks;
import cn.ecopark.process.pack.PackDeployment;
import cn.ecopark.rulepack.PackRefused;
import cn.ecopark.rulepack.Prerequisite;
import cn.ecopark.rulepack.Prerequisite.Need;
import cn.ecopark.worklist.CompleteTask;
import cn.ecopark.worklist.Decision;
import cn.ecopark.worklist.Decision.BallotDecision;
import cn.ecopark.worklist.Decision.FormDecision;
import cn.ecopark.worklist.Decision.NoticeDecision;
import cn.ecopark.worklist.Decision.Vote;
import cn.ecopark.worklist.FormValue.Chosen;
import cn.ecopark.worklist.FormValues;
import cn.ecopark.worklist.Statement;
import cn.ecopark.worklist.TaskRefusals.InvalidSubmission;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkItems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The law holds whatever is drawn. Each test changes the shipped diagrams as an
 * administrator might, past all checks of models, and goes as far as it can: nothing is
 * issued or published, the register stays as it was, and the refusal is kept for those
 * who look after the procedure, in words.
 */
@SpringBootTest
@TestPropertySource(properties = { "ecopark.case-time.movable=true", "camunda.bpm.job-execution.enabled=false",
		"ecopark.audit.seal-every=1h", "ecopark.paper.without-seal=true", "ecopark.paper.without-signature=true",
		"spring.application.name=lawless-drawings" })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LawlessDrawingsTest {

	private static final String PACK = "2015-167";

	private static final List<String> MINISTRIES = List.of("MEE", "MOFCOM", "MOST");

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private RepositoryService repository;

	@Autowired
	private PackDeployment deployment;

	@Autowired
	private CaseTime time;

	@Autowired
	private MoveCaseTime clock;

	@Autowired
	private WorkingDays workingDays;

	@Autowired
	private Parks parks;

	@Autowired
	private Cases cases;

	@Autowired
	private OpenCase openCase;

	@Autowired
	private WithdrawCase withdrawCase;

	@Autowired
	private CloseCase closeCase;

	@Autowired
	private ComposeBatch composeBatch;

	@Autowired
	private PublicNotices notices;

	@Autowired
	private WorkItems items;

	@Autowired
	private CompleteTask completeTask;

	@Autowired
	private Timeline timeline;

	@Autowired
	private Audit audit;

	@Autowired
	private MessageSource messages;

	private Actor office;

	@BeforeAll
	void itIs2018() {
		this.time.beginAt(LocalDateTime.parse("2018-06-04T09:00").atZone(CaseTime.ZONE).toInstant());
	}

	@BeforeEach
	void theOfficeIsSignedIn() {
		this.office = person("经办", "OFFICE", UnitKind.OFFICE);
		SecurityContextHolder.getContext().setAuthentication(new ActorAuthentication(this.office));
	}

	/** The shipped diagrams come back. */
	@AfterEach
	void lawReturns() {
		SecurityContextHolder.clearContext();
		List<Deployment> deployed = this.repository.createDeploymentQuery()
			.tenantIdIn(PACK)
			.orderByDeploymentTime()
			.asc()
			.list();
		deployed.stream()
			.skip(1)
			.forEach(lawless -> this.repository.deleteDeployment(lawless.getId(), true, true, true));
	}

	// Joint decisions

	@Test
	void issuesNoPaperThatNobodyHasDrafted() {
		draw(shipped().leads("construction-approval", "Flow_BatchComposed_DraftNotice", "Task_Issue"));
		EcoCase ecoCase = waiting("construction-approval");
		Batch batch = composed("construction-approval", ecoCase);

		refuses("text-missing", batch, () -> issues(batch));
		nothingIsIssued(ecoCase, batch);
	}

	@Test
	void issuesNoPaperThatNobodyHasVotedOn() {
		draw(shipped().leads("construction-approval", "Flow_DraftNotice_Countersign", "Task_Issue")
			.says("construction-approval", "Task_DraftNotice", "issues", ""));
		EcoCase ecoCase = waiting("construction-approval");
		Batch batch = composed("construction-approval", ecoCase);
		drafts(batch);

		refuses("ballots-missing", batch, () -> issues(batch));
		nothingIsIssued(ecoCase, batch);
	}

	@Test
	void issuesNoPaperThatAMinistryIsAgainst() {
		draw(shipped().leads("construction-approval", "Flow_TallyBallots_Unanimous", "Task_Issue")
			.says("construction-approval", "Task_DraftNotice", "issues", ""));
		EcoCase ecoCase = waiting("construction-approval");
		Batch batch = composed("construction-approval", ecoCase);
		drafts(batch);
		votes(batch, ecoCase, "Task_Countersign", "MEE", "AGREE");
		votes(batch, ecoCase, "Task_Countersign", "MOFCOM", "DISAGREE");
		votes(batch, ecoCase, "Task_Countersign", "MOST", "AGREE");
		carryOn();

		refuses("not-agreed", batch, () -> issues(batch));
		nothingIsIssued(ecoCase, batch);
	}

	@Test
	void countsNoBallotThatLeavesNoChoice() {
		draw(shipped().says("construction-approval", "Task_Countersign", "choices", "AGREE")
			.says("construction-approval", "Task_DraftNotice", "issues", ""));
		EcoCase ecoCase = waiting("construction-approval");
		Batch batch = composed("construction-approval", ecoCase);
		drafts(batch);

		refuses("vote-not-free", batch, () -> votes(batch, ecoCase, "Task_Countersign", "MEE", "AGREE"));
		nothingIsIssued(ecoCase, batch);
	}

	@Test
	void letsTheOfficeVoteForNoMinistry() {
		draw(shipped().belongs("construction-approval", "Task_Countersign", "OFFICE")
			.says("construction-approval", "Task_DraftNotice", "issues", ""));
		EcoCase ecoCase = waiting("construction-approval");
		Batch batch = composed("construction-approval", ecoCase);
		drafts(batch);
		WorkItem ballot = task(batch.id(), "Task_Countersign", "OFFICE");

		refuses("voter-not-party", batch, () -> does(this.office, ballot, ballot(ecoCase, "AGREE")));
		nothingIsIssued(ecoCase, batch);
	}

	@Test
	void letsAnExpertVoteForNoMinistry() {
		draw(shipped().says("construction-approval", "Task_DraftNotice", "issues", ""));
		EcoCase ecoCase = waiting("construction-approval");
		Batch batch = composed("construction-approval", ecoCase);
		drafts(batch);
		WorkItem ballot = task(batch.id(), "Task_Countersign", "MEE");
		Actor expert = person("专家", "EXPERTS", UnitKind.EXPERT_POOL);
		// An expert's ballot can only be drawn for a person.
		this.jdbc.sql("UPDATE work_item SET unit_id = NULL, person_id = :expert WHERE id = :id")
			.param("expert", expert.personId())
			.param("id", ballot.id())
			.update();

		refuses("voter-not-party", batch, () -> does(expert, ballot, ballot(ecoCase, "AGREE")));
		nothingIsIssued(ecoCase, batch);
	}

	@Test
	void statesNoDecisionInThePaperOfAnother() {
		draw(shipped().says("construction-approval", "Task_Issue", "issues", "ISSUED:namingNotice")
			.says("construction-approval", "Task_DraftNotice", "issues", ""));
		EcoCase ecoCase = waiting("construction-approval");
		Batch batch = composed("construction-approval", ecoCase);
		drafts(batch);
		MINISTRIES.forEach(ministry -> votes(batch, ecoCase, "Task_Countersign", ministry, "AGREE"));
		carryOn();

		refuses("paper-of-another-decision", batch, () -> issues(batch));
		nothingIsIssued(ecoCase, batch);
	}

	@Test
	void makesNoJointPaperInAStepOfOneBody() {
		draw(shipped().says("application", "Task_CheckCompleteness", "issues", "ADMIT:approvalToBuild"));
		EcoCase ecoCase = opened(CaseKind.CREATION);
		inStage(ecoCase, "application", "Task_CheckCompleteness");
		WorkItem check = task(ecoCase.id(), "Task_CheckCompleteness", "OFFICE");

		refuses("paper-of-another-decision", ecoCase,
				() -> does(this.office, check, new FormDecision(Statement.of("ADMIT", "材料齐全").with(yesToAll()))));
		nothingIsIssued(ecoCase, null);
	}

	// What must come before

	@ParameterizedTest
	@CsvSource({ "construction-approval, WORD, application, PROVINCE_ECOLOGY",
			"construction-approval, WORD, application, OFFICE", "construction-approval, PANEL_OPINION, plan-review, ''",
			"public-notice, WORD, technical-check, TECHNICAL_UNIT", "public-notice, PANEL_OPINION, acceptance, ''",
			"naming, WORD, acceptance-application, PROVINCE_ECOLOGY", "naming, WORD, technical-check, TECHNICAL_UNIT",
			"naming, PANEL_OPINION, acceptance, ''", "naming, NOTICE, public-notice, ''",
			"recheck-result, WORD, recheck, TECHNICAL_UNIT" })
	void decidesOnNoParkWhoseFileLacksAStep(String decision, Need need, String stage, String role) {
		EcoCase ecoCase = waiting(decision,
				needed -> !(needed.need() == need && needed.stage().equals(stage) && needed.role().equals(role)));

		refuses("not-on-record", ecoCase, () -> composed(decision, ecoCase));
		assertThat(this.jdbc.sql("SELECT count(*) FROM batch_item WHERE case_id = :case AND state = 'IN'")
			.param("case", ecoCase.id())
			.query(Integer.class)
			.single()).isZero();
		nothingIsIssued(ecoCase, null);
	}

	@Test
	void decidesAgainstNoParkThatWasNotHeard() {
		EcoCase ecoCase = waiting("revocation-decision", needed -> false);

		refuses("revocation-not-filed", ecoCase, () -> composed("revocation-decision", ecoCase));
		nothingIsIssued(ecoCase, null);
	}

	/** The record is looked into again when the paper goes out. */
	@Test
	void issuesNoPaperOverAWordTakenBackMeanwhile() {
		draw(shipped().says("construction-approval", "Task_DraftNotice", "issues", ""));
		EcoCase ecoCase = waiting("construction-approval");
		Batch batch = composed("construction-approval", ecoCase);
		drafts(batch);
		MINISTRIES.forEach(ministry -> votes(batch, ecoCase, "Task_Countersign", ministry, "AGREE"));
		carryOn();
		past().said(ecoCase, this.office.personId(), "application", "PROVINCE_ECOLOGY", "REFUSE");

		refuses("not-on-record", batch, () -> issues(batch));
		nothingIsIssued(ecoCase, batch);
	}

	// Notices

	@Test
	void publishesNoNoticeThatNobodyHasConfirmed() {
		draw(shipped().leads("public-notice", "Flow_DraftPublicNotice_ConfirmNotice", "Event_NoticeDay")
			.says("public-notice", "Task_DraftPublicNotice", "issues", ""));
		EcoCase ecoCase = waiting("public-notice");
		Batch batch = composed("public-notice", ecoCase);
		draftsNotice(batch);

		this.clock.to(this.time.now().plus(Duration.ofDays(12)));

		incident(batch, "ballots-missing");
		nothingIsPublished(ecoCase, batch);
	}

	@Test
	void closesNoNoticeAtOnce() {
		draw(shipped().leads("public-notice", "Flow_PublishNotice_NoticeClosed", "Task_CloseNotice")
			.says("public-notice", "Task_DraftPublicNotice", "issues", ""));
		EcoCase ecoCase = waiting("public-notice");
		Batch batch = confirmed(ecoCase);

		this.clock.to(this.time.now().plus(Duration.ofDays(12)));

		incident(batch, "notice-not-over");
		nothingIsPublished(ecoCase, batch);
	}

	@Test
	void closesNoNoticeAtADateThatIsDrawn() {
		draw(shipped().reads("public-notice", "${noticeClosing}", "2018-01-01T00:00:00")
			.says("public-notice", "Task_DraftPublicNotice", "issues", ""));
		EcoCase ecoCase = waiting("public-notice");
		Batch batch = confirmed(ecoCase);

		this.clock.to(this.time.now().plus(Duration.ofDays(12)));

		incident(batch, "notice-not-over");
		assertThat(this.notices.published(batch.id()).state().name()).isEqualTo("PUBLISHED");
		assertThat(this.cases.get(ecoCase.id()).isOpen()).isTrue();
	}

	// Stages and ends of cases

	@Test
	void letsNoParkAssessItself() {
		draw(shipped().belongs("technical-check", "Task_GiveCheckOpinion", "PARK")
			.says("technical-check", "Task_GiveCheckOpinion", "issues", "")
			.says("technical-check", "Task_GiveCheckOpinion", "documents", ""));
		EcoCase ecoCase = opened(CaseKind.AWARD);
		inStage(ecoCase, "technical-check", "Task_GiveCheckOpinion");
		WorkItem opinion = task(ecoCase.id(), "Task_GiveCheckOpinion", ecoCase.park().unitId());
		Actor park = parkStaff(ecoCase);

		refuses("own-case", ecoCase,
				() -> does(park, opinion, new FormDecision(Statement.of("PASS", "符合要求").with(yesToAll()))));
		nothingIsIssued(ecoCase, null);
	}

	@Test
	void passesNoStageWithoutAnOpinionOfItsPanel() {
		draw(shipped().leads("plan-review", "Flow_PreReview_FormPanel", "End_Passed")
			.says("plan-review", "Task_PreReview", "documents", ""));
		EcoCase ecoCase = opened(CaseKind.CREATION);
		inStage(ecoCase, "plan-review", "Task_PreReview");
		WorkItem review = task(ecoCase.id(), "Task_PreReview", "CRAES");
		Actor inspector = person("核查员", "CRAES", UnitKind.TECHNICAL_UNIT);

		refuses("panel-opinion-missing", ecoCase, () -> does(inspector, review, ready()));
		nothingIsIssued(ecoCase, null);
	}

	@Test
	void passesNoAcceptanceThatNobodyHasHeld() {
		draw(shipped().leads("acceptance", "Flow_Acceptance_FormPanel", "End_Passed"));
		EcoCase ecoCase = opened(CaseKind.AWARD);

		refuses("panel-opinion-missing", () -> inStage(ecoCase, "acceptance", "Start_Acceptance"));
		nothingIsIssued(ecoCase, null);
	}

	@Test
	void passesNoStageWhosePanelIsAgainstIt() {
		draw(shipped().leads("plan-review", "Flow_PreReview_FormPanel", "End_Passed")
			.says("plan-review", "Task_PreReview", "documents", ""));
		EcoCase ecoCase = opened(CaseKind.CREATION);
		inStage(ecoCase, "plan-review", "Task_PreReview");
		WorkItem review = task(ecoCase.id(), "Task_PreReview", "CRAES");
		past().concluded(ecoCase, this.office.personId(), review.id(), "plan-review", "FAIL");
		Actor inspector = person("核查员", "CRAES", UnitKind.TECHNICAL_UNIT);

		refuses("panel-opinion-against", ecoCase, () -> does(inspector, review, ready()));
		nothingIsIssued(ecoCase, null);
	}

	@Test
	void namesNoParkWithoutAPaper() {
		draw(shipped().leads("award", "Flow_Published_HandleStrikeOut", "Task_RecordNaming"));
		EcoCase ecoCase = waiting("public-notice");

		refuses("effect-without-paper",
				() -> this.runtime.createProcessInstanceModification(root(ecoCase))
					.startBeforeActivity("Gateway_Published")
					.setVariable("noticeResult", "NONE")
					.execute());
		nothingIsIssued(ecoCase, null);
	}

	@Test
	void endsNoCaseAsNamedThatTheRegisterDoesNotName() {
		draw(shipped().leads("award", "Flow_Published_HandleStrikeOut", "End_Named"));
		EcoCase ecoCase = waiting("public-notice");

		refuses("result-not-in-register",
				() -> this.runtime.createProcessInstanceModification(root(ecoCase))
					.cancelAllForActivity("Task_ComposeNoticeBatch")
					.startBeforeActivity("Gateway_Published")
					.setVariable("noticeResult", "NONE")
					.execute());
		nothingIsIssued(ecoCase, null);
	}

	@Test
	void letsAParkWithdrawWhereNoWithdrawalIsDrawn() {
		draw(shipped().lacks("creation", "subProcess", "Sub_Withdrawal")
			.reads("creation", "<bpmn:message id=\"Message_Withdraw\" name=\"Message_Withdraw\" />", ""));
		EcoCase ecoCase = waiting("construction-approval");
		Batch batch = composed("construction-approval", ecoCase);

		this.withdrawCase.withdraw(ecoCase.id(), new Reason("改日再报"), parkStaff(ecoCase));

		ended(ecoCase, batch, "WITHDRAWN");
	}

	@Test
	void letsAParkWithdrawWhereTheDrawnWithdrawalIsNone() {
		draw(shipped().leads("creation", "Flow_Withdrawn_RecordWithdrawal", "End_Withdrawn")
			.reads("creation", "<bpmn:startEvent id=\"Start_Withdrawn\"",
					"<bpmn:startEvent id=\"Start_Withdrawn\" isInterrupting=\"false\""));
		EcoCase ecoCase = waiting("construction-approval");
		Batch batch = composed("construction-approval", ecoCase);

		this.withdrawCase.withdraw(ecoCase.id(), new Reason("改日再报"), parkStaff(ecoCase));

		ended(ecoCase, batch, "WITHDRAWN");
	}

	@Test
	void letsTheOfficeCloseWhereNoClosingIsDrawn() {
		draw(shipped().lacks("creation", "subProcess", "Sub_Closing")
			.reads("creation", "<bpmn:message id=\"Message_CloseCase\" name=\"Message_CloseCase\" />", ""));
		EcoCase ecoCase = waiting("construction-approval");
		Batch batch = composed("construction-approval", ecoCase);

		this.closeCase.close(ecoCase.id(), new Reason("园区已撤销"), this.office);

		ended(ecoCase, batch, "CLOSED");
	}

	// Secrecy

	@Test
	void showsNoBallotToTheParkOrThePublic() {
		draw(shipped().saysEverywhere("construction-approval", "audience", "PUBLIC")
			.says("construction-approval", "Task_DraftNotice", "issues", ""));
		EcoCase ecoCase = waiting("construction-approval");
		Batch batch = composed("construction-approval", ecoCase);
		drafts(batch);

		assertThat(task(batch.id(), "Task_Countersign", "MEE").description().audience())
			.isEqualTo(Audience.AUTHORITIES);
	}

	@Test
	void showsNoOpinionOfADepartmentToTheParkOrThePublic() {
		draw(shipped().saysEverywhere("application", "audience", "PUBLIC"));
		EcoCase ecoCase = opened(CaseKind.CREATION);
		inStage(ecoCase, "application", "Task_CommerceOpinion");
		inStage(ecoCase, "application", "Task_ProvincialReview");

		assertThat(audience(ecoCase, "Task_CommerceOpinion")).isEqualTo(Audience.AUTHORITIES);
		assertThat(audience(ecoCase, "Task_ProvincialReview")).isEqualTo(Audience.PARK);
	}

	@Test
	void letsNoExpertSeeTheOthersVotesBeforeAllAreIn() {
		draw(shipped().says("acceptance", "Task_MinistryVote", "secret", "false"));
		EcoCase ecoCase = opened(CaseKind.AWARD);
		inStage(ecoCase, "acceptance", "Task_MinistryVote#multiInstanceBody");

		assertThat(task(ecoCase.id(), "Task_MinistryVote", "MEE").description().secret()).isTrue();
	}

	// Forging

	@ParameterizedTest
	@CsvSource({ "caseId, '\"another\"'", "ballotsResult, UNANIMOUS", "batchId, another" })
	void drawsNoFactThatOnlyTheSystemStates(String fact, String value) {
		LawlessDrawing forged = shipped().reads("award",
				"<camunda:outputParameter name=\"noticeResult\">${batchResult}</camunda:outputParameter>",
				"<camunda:outputParameter name=\"" + fact + "\">" + value + "</camunda:outputParameter>");

		assertThatThrownBy(() -> this.deployment.deploy(PACK, forged.models())).isInstanceOf(PackRefused.class);
		assertThatThrownBy(() -> draw(forged)).isInstanceOf(ProcessEngineException.class);
	}

	// What is drawn and done

	private static LawlessDrawing shipped() {
		return LawlessDrawing.of(PACK);
	}

	/** Past the check of models: it is the law that has to hold. */
	private void draw(LawlessDrawing drawing) {
		DeploymentBuilder drawn = this.repository.createDeployment().name("lawless").tenantId(PACK);
		drawing.models().forEach(drawn::addString);
		drawn.deploy();
	}

	private PastSteps past() {
		return new PastSteps(this.jdbc, this.time);
	}

	private EcoCase waiting(String decision) {
		return waiting(decision, needed -> true);
	}

	/** A case that waits to be composed, with that on record which the test wants. */
	private EcoCase waiting(String decision, Predicate<Prerequisite> wanted) {
		EcoCase ecoCase = opened(switch (decision) {
			case "construction-approval" -> CaseKind.CREATION;
			case "recheck-result" -> CaseKind.RECHECK;
			case "revocation-decision" -> CaseKind.REVOCATION;
			default -> CaseKind.AWARD;
		});
		String task = switch (decision) {
			case "construction-approval" -> "Task_ComposeApprovalBatch";
			case "recheck-result" -> "Task_ComposeResultBatch";
			case "revocation-decision" -> "Task_ComposeDecisionBatch";
			case "naming" -> "Task_ComposeNamingBatch";
			default -> "Task_ComposeNoticeBatch";
		};
		var modification = this.runtime.createProcessInstanceModification(root(ecoCase));
		for (var there : this.runtime.getActivityInstance(root(ecoCase)).getChildActivityInstances()) {
			modification.cancelActivityInstance(there.getId());
		}
		modification.startBeforeActivity(task).execute();
		this.jdbc.sql("UPDATE eco_case SET status = 'OPEN' WHERE id = :id").param("id", ecoCase.id()).update();
		past().before(decision, ecoCase, this.office.personId(), task(ecoCase.id(), task, "OFFICE").id(), wanted);
		return this.cases.get(ecoCase.id());
	}

	/** The token stands in a stage of the case, at that task. */
	private void inStage(EcoCase ecoCase, String stage, String element) {
		this.runtime.createProcessInstanceByKey(stage)
			.processDefinitionTenantId(PACK)
			.businessKey(ecoCase.id())
			.setVariable("caseId", ecoCase.id())
			.startBeforeActivity(element)
			.execute();
	}

	private Batch composed(String decision, EcoCase ecoCase) {
		return this.composeBatch.compose(decision, List.of(ecoCase.id()), "一批（虚构）", this.office);
	}

	private void drafts(Batch batch) {
		does(this.office, task(batch.id(), "Task_DraftNotice", "OFFICE"),
				new FormDecision(Statement.of("DRAFTED", "")
					.with(FormValues.NONE.with("title", "关于批准建设的通知")
						.with("requirements", "按规划建设（虚构）")
						.with("standard_COMPREHENSIVE", new Chosen("HJ 274-2015")))));
	}

	private void draftsNotice(Batch batch) {
		does(this.office, task(batch.id(), "Task_DraftPublicNotice", "OFFICE"),
				new NoticeDecision(Statement.of("DRAFTED", "")
					.with(FormValues.NONE.with("title", "公示")
						.with("introduction", "拟命名下列园区（虚构）")
						.with("publicationDay", this.workingDays.plus(this.time.today(), 1))
						.with("phone", "010-5555 0118")
						.with("email", "gongshi@example.gov.cn")
						.with("address", "北京市")
						.with("postcode", "100000")
						.with("visitingHours", "工作日"))));
	}

	private Batch confirmed(EcoCase ecoCase) {
		Batch batch = composed("public-notice", ecoCase);
		draftsNotice(batch);
		MINISTRIES.forEach(ministry -> votes(batch, ecoCase, "Task_ConfirmNotice", ministry, "AGREE"));
		carryOn();
		return batch;
	}

	private void votes(Batch batch, EcoCase ecoCase, String task, String ministry, String choice) {
		does(person("部员", ministry, UnitKind.MINISTRY), task(batch.id(), task, ministry), ballot(ecoCase, choice));
	}

	private static BallotDecision ballot(EcoCase ecoCase, String choice) {
		return new BallotDecision(Statement.of("VOTED", "意见（虚构）"),
				Map.of(ecoCase.id(), new Vote(choice, "AGREE".equals(choice) ? "" : "理由（虚构）")));
	}

	private void issues(Batch batch) {
		does(this.office, task(batch.id(), "Task_Issue", "OFFICE"),
				new FormDecision(Statement.of("ISSUED", "")
					.with(FormValues.NONE
						.with("documentNumber", "环科财〔2018〕" + (1 + batch.id().hashCode() & 0xffff) + "号")
						.with("issuedOn", this.time.today()))));
	}

	private void does(Actor actor, WorkItem item, Decision decision) {
		try {
			this.completeTask.complete(item.id(), UUID.randomUUID().toString(), decision, actor);
		}
		catch (InvalidSubmission invalid) {
			throw new AssertionError("The test itself is wrong: " + invalid.errors(), invalid);
		}
	}

	/** Lets happen what falls due at once. */
	private void carryOn() {
		this.clock.to(this.time.now().plusSeconds(2));
	}

	private WorkItem task(String dossierId, String taskKey, String unitId) {
		long id = this.jdbc
			.sql("""
					SELECT id FROM work_item
					 WHERE dossier_id = :dossier AND task_key = :task AND unit_id = :unit AND state = 'OPEN' ORDER BY id LIMIT 1
					""")
			.param("dossier", dossierId)
			.param("task", taskKey)
			.param("unit", unitId)
			.query(Long.class)
			.single();
		return this.items.find(id).orElseThrow();
	}

	private Audience audience(EcoCase ecoCase, String taskKey) {
		return this.items
			.find(this.jdbc.sql("SELECT id FROM work_item WHERE case_id = :case AND task_key = :task LIMIT 1")
				.param("case", ecoCase.id())
				.param("task", taskKey)
				.query(Long.class)
				.single())
			.orElseThrow()
			.description()
			.audience();
	}

	// What must hold

	private void refuses(String rule, Batch batch, ThrowingCallable command) {
		refuses(rule, command);
		incident(batch, rule);
	}

	private void refuses(String rule, EcoCase ecoCase, ThrowingCallable command) {
		refuses(rule, command);
		incident(Subject.ofCase(ecoCase.id()), ecoCase.id(), rule);
	}

	private void refuses(String rule, ThrowingCallable command) {
		assertThatThrownBy(command).isInstanceOfSatisfying(LegalRefusal.class, refusal -> {
			assertThat(refusal.rule()).isEqualTo(rule);
			assertThat(this.messages.getMessage(refusal, Locale.SIMPLIFIED_CHINESE)).containsPattern("\\p{IsHan}{4,}")
				.doesNotContain("{", "law.", "Task_");
		});
	}

	private void incident(Batch batch, String rule) {
		String caseId = this.jdbc.sql("SELECT case_id FROM batch_item WHERE batch_id = :batch")
			.param("batch", batch.id())
			.query(String.class)
			.single();
		incident(Subject.ofBatch(batch.id()), caseId, rule);
	}

	private void incident(Subject chain, String caseId, String rule) {
		List<AuditEntry> told = this.audit.entries(chain, Long.MAX_VALUE, 100)
			.stream()
			.filter(entry -> entry.action().equals("step.unlawful"))
			.toList();
		assertThat(told).hasSize(1);
		assertThat(told.get(0).details()).contains("\"rule\":\"" + rule + "\"");
		assertThat(this.timeline.of(caseId, List.of(Audience.AUTHORITIES))).extracting(Timeline.Entry::message)
			.containsOnlyOnce("worklist.timeline.unlawful");
		assertThat(this.timeline.of(caseId, List.of(Audience.PARK, Audience.PUBLIC)))
			.extracting(Timeline.Entry::message)
			.doesNotContain("worklist.timeline.unlawful");
	}

	private void nothingIsIssued(EcoCase ecoCase, Batch batch) {
		assertThat(this.jdbc.sql("""
				SELECT count(*) FROM issued_paper p JOIN batch_item i ON i.batch_id = p.batch_id WHERE i.case_id = :case
				""").param("case", ecoCase.id()).query(Integer.class).single()).isZero();
		assertThat(this.jdbc.sql("SELECT count(*) FROM official_paper WHERE dossier_id IN (:case, :batch)")
			.param("case", ecoCase.id())
			.param("batch", batch == null ? "" : batch.id())
			.query(Integer.class)
			.single()).isZero();
		assertThat(this.parks.get(ecoCase.park().id()).lifeStatus()).isEqualTo(statusOf(ecoCase.kind()));
		assertThat(this.cases.get(ecoCase.id()).isOpen()).isTrue();
	}

	private void nothingIsPublished(EcoCase ecoCase, Batch batch) {
		assertThat(this.notices.get(batch.id()).publishedAt()).isNull();
		nothingIsIssued(ecoCase, batch);
	}

	private void ended(EcoCase ecoCase, Batch batch, String result) {
		EcoCase now = this.cases.get(ecoCase.id());
		assertThat(now.isOpen()).isFalse();
		assertThat(now.result()).isEqualTo(result);
		assertThat(running(ecoCase.id())).isZero();
		assertThat(running(batch.id())).isZero();
		assertThat(this.jdbc.sql("SELECT state FROM batch_item WHERE case_id = :case")
			.param("case", ecoCase.id())
			.query(String.class)
			.single()).isEqualTo("STRUCK_OUT");
		assertThat(this.jdbc.sql("SELECT count(*) FROM work_item WHERE case_id = :case AND state = 'OPEN'")
			.param("case", ecoCase.id())
			.query(Integer.class)
			.single()).isZero();
	}

	private long running(String businessKey) {
		return this.runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey).count();
	}

	private static LifeStatus statusOf(CaseKind kind) {
		return switch (kind) {
			case CREATION -> LifeStatus.PROSPECT;
			case AWARD -> LifeStatus.UNDER_CONSTRUCTION;
			case RECHECK, REVOCATION -> LifeStatus.NAMED;
		};
	}

	// Who and what there is

	private EcoCase opened(CaseKind kind) {
		Park park = this.parks
			.register(new NewPark("园区" + UUID.randomUUID(), ParkKind.COMPREHENSIVE, "国家级经开区", "320000"));
		LocalDate before = LocalDate.parse("2016-01-04");
		if (kind != CaseKind.CREATION) {
			this.parks.recordApproval(park.id(), before, number(), "HJ 274-2015");
		}
		if (kind == CaseKind.RECHECK || kind == CaseKind.REVOCATION) {
			this.parks.recordNaming(park.id(), before, number(), "国家生态工业示范园区", 1);
		}
		return switch (kind) {
			case CREATION, AWARD -> this.openCase.open(kind, park.id(), person("园区经办", park.unitId(), UnitKind.PARK));
			case RECHECK -> this.openCase.open(kind, park.id(), this.office);
			case REVOCATION -> this.openCase.open(kind, park.id(), "复评仍不合格", this.office);
		};
	}

	private static String number() {
		return "试〔2016〕" + UUID.randomUUID() + "号";
	}

	private String root(EcoCase ecoCase) {
		return this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(ecoCase.id())
			.rootProcessInstances()
			.singleResult()
			.getId();
	}

	private Actor parkStaff(EcoCase ecoCase) {
		return person("园区经办", ecoCase.park().unitId(), UnitKind.PARK);
	}

	private Actor person(String name, String unitId, UnitKind kind) {
		long id = this.jdbc.sql(
				"INSERT INTO person (sign_in_name, display_name, created_at) VALUES (:sign, :name, now()) RETURNING id")
			.param("sign", UUID.randomUUID().toString())
			.param("name", name)
			.query(Long.class)
			.single();
		this.jdbc.sql("INSERT INTO membership (person_id, unit_id, role) VALUES (:id, :unit, 'STAFF')")
			.param("id", id)
			.param("unit", unitId)
			.update();
		return new Actor(id, name, unitId, kind, null, Set.of(MemberRole.STAFF));
	}

	private static FormDecision ready() {
		return new FormDecision(Statement.of("READY", "可以论证").with(yesToAll()));
	}

	/** Good for every form that these tests fill in. */
	private static FormValues yesToAll() {
		FormValues values = FormValues.NONE.with("keyIssues", "无（虚构）");
		for (String asked : List.of("documentsComplete", "opinionsComplete", "planFollowsGuide", "archivesComplete",
				"materialAmple", "dataCredible", "planDone", "conditionsMet", "boundaryClear", "indicatorsFeasible")) {
			values = values.with(asked, new Chosen("yes"));
		}
		return values;
	}

}
