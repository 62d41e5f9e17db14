package cn.ecopark.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.security.core.context.SecurityContextHolder;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.AuditEntry;
import cn.ecopark.audit.Subject;
import cn.ecopark.batch.Batch;
import cn.ecopark.casefile.CloseCase;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Reason;
import cn.ecopark.casefile.Timeline;
import cn.ecopark.casefile.WithdrawCase;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.notice.PublicNotices;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.park.LifeStatus;
import cn.ecopark.release.TestReleases;
import cn.ecopark.rulepack.PackRefused;
import cn.ecopark.rulepack.Prerequisite.Need;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.worklist.Decision.FormDecision;
import cn.ecopark.worklist.Statement;
import cn.ecopark.worklist.WorkItem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The law holds whatever is drawn. Each test changes the shipped diagrams as an
 * administrator might, past all checks of models, and goes as far as it can: nothing is
 * issued or published, the register stays as it was, and the refusal is kept for those
 * who look after the procedure, in words.
 */
class LawlessDrawingsTest extends DecisionScene {

	private static final String PACK = "2015-167";

	@Autowired
	private ApplicationContext context;

	private final List<ReleaseId> drawn = new ArrayList<>();

	@Autowired
	private WithdrawCase withdrawCase;

	@Autowired
	private CloseCase closeCase;

	@Autowired
	private PublicNotices notices;

	@Autowired
	private Timeline timeline;

	@Autowired
	private Audit audit;

	@Autowired
	private MessageSource messages;

	/** The shipped diagrams come back. */
	@AfterEach
	void lawReturns() {
		SecurityContextHolder.clearContext();
		this.drawn.forEach(new TestReleases(this.context)::withdraw);
		this.drawn.clear();
	}

	// Joint decisions

	@Test
	void issuesNoDocumentThatNobodyHasDrafted() {
		draw(shipped().leads("construction-approval", "Flow_BatchComposed_DraftNotice", "Task_Issue"));
		EcoCase ecoCase = waiting("construction-approval");
		Batch batch = composed("construction-approval", ecoCase);

		refuses("text-missing", batch, () -> issues(batch));
		nothingIsIssued(ecoCase, batch);
	}

	@Test
	void issuesNoDocumentThatNobodyHasVotedOn() {
		draw(shipped().leads("construction-approval", "Flow_DraftNotice_JointDecision", "Task_Issue")
			.says("construction-approval", "Task_DraftNotice", "issues", ""));
		EcoCase ecoCase = waiting("construction-approval");
		Batch batch = composed("construction-approval", ecoCase);
		drafts(batch);

		refuses("ballots-missing", batch, () -> issues(batch));
		nothingIsIssued(ecoCase, batch);
	}

	@Test
	void issuesNoDocumentThatAMinistryIsAgainst() {
		draw(shipped().leads("joint-decision", "Flow_TallyBallots_Unanimous", "End_Agreed")
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
		draw(shipped().says("joint-decision", "Task_Countersign", "choices", "AGREE")
			.says("construction-approval", "Task_DraftNotice", "issues", ""));
		EcoCase ecoCase = waiting("construction-approval");
		Batch batch = composed("construction-approval", ecoCase);
		drafts(batch);

		refuses("vote-not-free", batch, () -> votes(batch, ecoCase, "Task_Countersign", "MEE", "AGREE"));
		nothingIsIssued(ecoCase, batch);
	}

	@Test
	void letsTheOfficeVoteForNoMinistry() {
		draw(shipped().belongs("joint-decision", "Task_Countersign", "OFFICE")
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
		Actor expert = person("专家", "EXPERTS", ShippedKinds.EXPERT_POOL);
		// An expert's ballot can only be drawn for a person.
		this.jdbc.sql("UPDATE work_item SET unit_id = NULL, person_id = :expert WHERE id = :id")
			.param("expert", expert.personId())
			.param("id", ballot.id())
			.update();

		refuses("voter-not-party", batch, () -> does(expert, ballot, ballot(ecoCase, "AGREE")));
		nothingIsIssued(ecoCase, batch);
	}

	@Test
	void statesNoDecisionInTheDocumentOfAnother() {
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
	void makesNoJointDocumentInAStepOfOneBody() {
		draw(shipped().says("provincial-review", "Task_CheckCompleteness", "issues", "ADMIT:approvalToBuild"));
		EcoCase ecoCase = opened("creation");
		inStage(ecoCase, "provincial-review", "Task_CheckCompleteness");
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

	/** The record is looked into again when the document goes out. */
	@Test
	void issuesNoDocumentOverAWordTakenBackMeanwhile() {
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
		draw(shipped().leads("public-notice", "Flow_DraftPublicNotice_JointDecision", "Event_NoticeDay")
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
		EcoCase ecoCase = opened("award");
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
		EcoCase ecoCase = opened("creation");
		inStage(ecoCase, "plan-review", "Task_PreReview");
		WorkItem review = task(ecoCase.id(), "Task_PreReview", "CRAES");
		Actor inspector = person("核查员", "CRAES", ShippedKinds.TECHNICAL_UNIT);

		refuses("panel-opinion-missing", ecoCase, () -> does(inspector, review, ready()));
		nothingIsIssued(ecoCase, null);
	}

	@Test
	void passesNoAcceptanceThatNobodyHasHeld() {
		draw(shipped().leads("acceptance", "Flow_Acceptance_FormPanel", "End_Passed"));
		EcoCase ecoCase = opened("award");

		refuses("panel-opinion-missing", () -> inStage(ecoCase, "acceptance", "Start_Acceptance"));
		nothingIsIssued(ecoCase, null);
	}

	@Test
	void passesNoStageWhosePanelIsAgainstIt() {
		draw(shipped().leads("plan-review", "Flow_PreReview_FormPanel", "End_Passed")
			.says("plan-review", "Task_PreReview", "documents", ""));
		EcoCase ecoCase = opened("creation");
		inStage(ecoCase, "plan-review", "Task_PreReview");
		WorkItem review = task(ecoCase.id(), "Task_PreReview", "CRAES");
		past().concluded(ecoCase, this.office.personId(), review.id(), "plan-review", "FAIL");
		Actor inspector = person("核查员", "CRAES", ShippedKinds.TECHNICAL_UNIT);

		refuses("panel-opinion-against", ecoCase, () -> does(inspector, review, ready()));
		nothingIsIssued(ecoCase, null);
	}

	@Test
	void namesNoParkWithoutADocument() {
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
		draw(shipped().saysEverywhere("joint-decision", "audience", "PUBLIC")
			.says("construction-approval", "Task_DraftNotice", "issues", ""));
		EcoCase ecoCase = waiting("construction-approval");
		Batch batch = composed("construction-approval", ecoCase);
		drafts(batch);

		assertThat(task(batch.id(), "Task_Countersign", "MEE").description().audience())
			.isEqualTo(Audience.AUTHORITIES);
	}

	@Test
	void showsNoOpinionOfADepartmentToTheParkOrThePublic() {
		draw(shipped().saysEverywhere("provincial-review", "audience", "PUBLIC"));
		EcoCase ecoCase = opened("creation");
		inStage(ecoCase, "provincial-review", "Task_CommerceOpinion");
		inStage(ecoCase, "provincial-review", "Task_ProvincialReview");

		assertThat(audience(ecoCase, "Task_CommerceOpinion")).isEqualTo(Audience.AUTHORITIES);
		assertThat(audience(ecoCase, "Task_ProvincialReview")).isEqualTo(Audience.PARK);
	}

	@Test
	void letsNoExpertSeeTheOthersVotesBeforeAllAreIn() {
		draw(shipped().says("acceptance", "Task_MinistryVote", "secret", "false"));
		EcoCase ecoCase = opened("award");
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

		assertThatThrownBy(() -> new TestReleases(this.context).release(PACK, forged.models()))
			.isInstanceOf(PackRefused.class);
		assertThatThrownBy(() -> draw(forged)).isInstanceOf(ProcessEngineException.class);
	}

	// What is drawn and done

	private static LawlessDrawing shipped() {
		return LawlessDrawing.of(PACK);
	}

	/** Past the check of models: it is the law that has to hold. */
	private void draw(LawlessDrawing drawing) {
		this.drawn.add(new TestReleases(this.context).releasePastTheCheck(PACK, drawing.models()));
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

	private static LifeStatus statusOf(String kind) {
		return switch (kind) {
			case "creation" -> LifeStatus.PROSPECT;
			case "award" -> LifeStatus.UNDER_CONSTRUCTION;
			default -> LifeStatus.NAMED;
		};
	}

}
