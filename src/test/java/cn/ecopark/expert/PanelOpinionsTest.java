package cn.ecopark.expert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import cn.ecopark.CaseStage;
import cn.ecopark.CaseStage.Scene;
import cn.ecopark.ModuleTest;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Timeline;
import cn.ecopark.form.FormValues;
import cn.ecopark.form.InputError;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.typesetting.manuscript.Facts;
import cn.ecopark.worklist.Decision.FormDecision;
import cn.ecopark.worklist.Statement;
import cn.ecopark.worklist.TaskRefusals.InvalidSubmission;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkItem.Holder;
import cn.ecopark.worklist.WorkPanels;
import cn.ecopark.worklist.web.Entered;
import cn.ecopark.worklist.web.PanelPages;
import cn.ecopark.worklist.web.panel.ConclusionPanel;
import cn.ecopark.worklist.web.panel.PanelView;
import cn.ecopark.worklist.web.panel.SignaturePanel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a panel votes, what its leader may conclude from it, and who signs. */
@ModuleTest
@Import(CaseStage.class)
@TestPropertySource(properties = "ecopark.case-time.movable=true")
class PanelOpinionsTest {

	private static final String STAGE = "plan-review";

	private static final String[] CONCLUSIONS = { "PASS", "PASS_AFTER_REVISION", "FAIL", "NO_CONCLUSION" };

	@Autowired
	Scene scene;

	@Autowired
	Panels panels;

	@Autowired
	PanelOpinions opinions;

	@Autowired
	SettleOpinion settleOpinion;

	@Autowired
	OpinionFacts facts;

	@Autowired
	WorkPanels workPanels;

	@Autowired
	PanelPages pages;

	@Autowired
	Timeline timeline;

	@Autowired
	JdbcClient jdbc;

	EcoCase ecoCase;

	List<Long> experts;

	@BeforeEach
	void fiveExpertsHaveAccepted() {
		LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
		this.scene.itIs("2018-01-15T10:00");
		this.ecoCase = this.scene.openCase();
		this.experts = new ArrayList<>();
		for (int number = 1; number <= 5; number++) {
			this.experts.add(this.scene.expert("专家" + number, "某大学"));
		}
		formed(this.experts);
	}

	@AfterEach
	void speaksAsBefore() {
		LocaleContextHolder.resetLocaleContext();
	}

	@Test
	void closesWhatThreeOfFiveVoteAgainst() {
		votes("PASS", "PASS", "FAIL", "FAIL", "FAIL");
		WorkItem conclusion = conclusion();

		assertThat(this.workPanels.closedOutcomes(conclusion)).containsOnlyKeys("PASS", "PASS_AFTER_REVISION");
		assertThatThrownBy(() -> concludes(conclusion, "PASS")).isInstanceOfSatisfying(InvalidSubmission.class,
				refusal -> {
					InputError error = refusal.errors().get("outcome");
					assertThat(error.message()).isEqualTo("problem.law.conclusion-better-than-votes");
					assertThat(error.arguments()).containsExactly(5, 0, 3, "不通过", "通过", 4);
				});
		assertThatCode(() -> concludes(conclusion, "FAIL")).doesNotThrowAnyException();
	}

	@Test
	void closesEveryConclusionWithoutOpinions() {
		WorkItem conclusion = conclusion();

		assertThat(this.workPanels.closedOutcomes(conclusion)).containsOnlyKeys("PASS", "PASS_AFTER_REVISION", "FAIL")
			.allSatisfy((outcome, refusal) -> assertThat(refusal.rule()).isEqualTo("panel-without-opinions"));
		assertThatThrownBy(() -> concludes(conclusion, "FAIL")).isInstanceOf(LegalRefusal.class);
		assertThatThrownBy(() -> does(this.experts.get(0), conclusion, "NO_CONCLUSION", " ")).isInstanceOfSatisfying(
				InvalidSubmission.class, refusal -> assertThat(refusal.errors()).containsOnlyKeys("opinion"));
		assertThatCode(() -> does(this.experts.get(0), conclusion, "NO_CONCLUSION", "无人提交意见"))
			.doesNotThrowAnyException();
	}

	@Test
	void countsTheNewestVoteOfEachMember() {
		votes("FAIL", "FAIL", "PASS", "PASS", "PASS");
		vote(this.experts.get(0), "PASS");

		assertThat(this.workPanels.closedOutcomes(conclusion())).isEmpty();
	}

	@Test
	void countsNoVoteOfAnEarlierRound() {
		votes("PASS", "PASS", "PASS", "PASS", "PASS");
		formed(List.of(this.scene.expert("专家6", "某大学")), this.experts.get(0));

		assertThat(this.workPanels.closedOutcomes(conclusion())).containsOnlyKeys("PASS", "PASS_AFTER_REVISION",
				"FAIL");
	}

	@Test
	void countsADepartmentOnceItHasBeenAsked() {
		votes("PASS", "PASS", "PASS", "FAIL", "PASS");
		assertThat(this.workPanels.closedOutcomes(conclusion())).isEmpty();

		for (String ministry : List.of("MEE", "MOFCOM", "MOST")) {
			this.scene.caseTask(this.ecoCase, null, STAGE, "Task_Vote", new Holder("MINISTRY", ministry, null, null),
					Purpose.PANEL_VOTE, "PASS", "FAIL");
		}

		assertThat(this.workPanels.closedOutcomes(conclusion()))
			.allSatisfy((outcome, refusal) -> assertThat(refusal.rule()).isEqualTo("panel-without-quorum"))
			.containsOnlyKeys("PASS", "PASS_AFTER_REVISION", "FAIL");
	}

	@Test
	void letsNobodyVoteWhoHasNoSeat() {
		long stranger = this.scene.expert("局外人", "某大学");
		assertThatThrownBy(() -> vote(stranger, "PASS")).isInstanceOfSatisfying(LegalRefusal.class,
				refusal -> assertThat(refusal.rule()).isEqualTo("not-of-the-panel"));

		Actor office = this.scene.office();
		WorkItem item = this.scene.caseTask(this.ecoCase, null, STAGE, "Task_Vote",
				new Holder("OFFICE", "OFFICE", null, null), Purpose.PANEL_VOTE, "PASS");
		assertThatThrownBy(() -> this.scene.does(office, item, new FormDecision(Statement.of("PASS", "意见"))))
			.isInstanceOfSatisfying(LegalRefusal.class,
					refusal -> assertThat(refusal.rule()).isEqualTo("not-of-the-panel"));
	}

	@Test
	void letsNobodyConcludeButTheLeader() {
		votes("PASS", "PASS", "PASS", "PASS", "PASS");
		WorkItem item = this.scene.caseTask(this.ecoCase, null, STAGE, "Task_Conclude",
				new Holder("EXPERT", null, this.experts.get(1), null), Purpose.PANEL_CONCLUSION, CONCLUSIONS);

		assertThatThrownBy(() -> does(this.experts.get(1), item, "PASS", "意见", points())).isInstanceOfSatisfying(
				LegalRefusal.class, refusal -> assertThat(refusal.rule()).isEqualTo("conclusion-not-by-leader"));
	}

	@Test
	void asksForEachPointThatAnOpinionMustCover() {
		votes("PASS", "PASS", "PASS", "PASS", "PASS");
		Map<String, List<String>> points = points();
		points.remove("f.dataTrue");
		points.put("f.publicOpinion", List.of(" "));

		assertThatThrownBy(() -> does(this.experts.get(0), conclusion(), "PASS", "意见", points)).isInstanceOfSatisfying(
				InvalidSubmission.class,
				refusal -> assertThat(refusal.errors()).containsOnlyKeys("f.dataTrue", "f.publicOpinion"));
	}

	@Test
	void showsTheLeaderTheVotesAndTheMembersTheDraft() {
		votes("PASS", "PASS", "PASS", "PASS", null);
		WorkItem conclusion = conclusion();
		ConclusionPanel shown = (ConclusionPanel) shown(conclusion, this.experts.get(0));
		assertThat(shown.votes()).extracting(ConclusionPanel.Member::stance)
			.containsExactlyInAnyOrder("通过", "通过", "通过", "通过", "未提交意见");
		assertThat(shown.before()).isEmpty();

		concludes(conclusion, "PASS");
		SignaturePanel draft = (SignaturePanel) shown(
				signature(new Holder("PANEL_MEMBER", null, this.experts.get(1), null)), this.experts.get(1));

		assertThat(draft.conclusion()).isEqualTo("通过");
		assertThat(draft.text()).isEqualTo("意见");
		assertThat(draft.points()).hasSize(6).extracting(SignaturePanel.Point::subject).contains("评价方法的适当性");
	}

	@Test
	void holdsByThreeQuartersAndTellsDissentAndSilence() {
		votes("PASS", "PASS", "PASS", "PASS", "PASS");
		concludes(conclusion(), "PASS");
		assertThat(this.opinions.signers(this.ecoCase.id(), STAGE))
			.containsExactlyInAnyOrderElementsOf(this.experts.subList(1, 5).stream().map(String::valueOf).toList());
		signs(1, "SIGN", "");
		signs(2, "SIGN", "");
		assertThatThrownBy(() -> signs(3, "DISSENT", "")).isInstanceOfSatisfying(InvalidSubmission.class,
				refusal -> assertThat(refusal.errors()).containsOnlyKeys("opinion"));
		signs(3, "DISSENT", "数据待复核");
		signs(4, "SIGN", "");

		assertThat(this.settleOpinion.settle(this.ecoCase.id(), STAGE, List.of())).isEqualTo("PASS");

		Facts told = Facts.empty();
		this.facts.tell(this.ecoCase.id(), STAGE, told);
		assertThat(told.items("signed")).containsExactly("专家1", "专家2", "专家3", "专家5");
		assertThat(told.rows("dissents")).containsExactly(Map.of("name", "专家4", "words", "数据待复核"));
		assertThat(told.lacks("silent")).isTrue();
		Facts sheet = Facts.empty();
		this.facts.tell(this.ecoCase.id(), "", sheet);
		assertThat(sheet.rows("dissents")).hasSize(1);
		assertThat(messages(Audience.PARK)).contains("expert.timeline.holds");
		assertThat(messages(Audience.AUTHORITIES)).contains("expert.timeline.signed");
	}

	@Test
	void takesSilenceForNoAgreement() {
		votes("PASS", "PASS", "PASS", "PASS", "PASS");
		concludes(conclusion(), "PASS");
		signs(1, "SIGN", "");
		signs(2, "SIGN", "");

		assertThat(this.settleOpinion.settle(this.ecoCase.id(), STAGE, List.of())).isEqualTo("UNSIGNED");

		assertThat(stances()).containsExactlyInAnyOrder("SIGNED", "SIGNED", "SIGNED", "SILENT", "SILENT");
		Facts told = Facts.empty();
		this.facts.tell(this.ecoCase.id(), STAGE, told);
		assertThat(told.lacks("signed")).isTrue();
		assertThat(messages(Audience.PARK)).doesNotContain("expert.timeline.holds");
		ConclusionPanel shown = (ConclusionPanel) shown(conclusion(), this.experts.get(0));
		assertThat(shown.before()).extracting(ConclusionPanel.Member::stance).containsExactly("未签署", "未签署");
	}

	@Test
	void goesToTheOfficeTheSecondTimeAndBackToTheLeaderAfterNewVotes() {
		votes("PASS", "PASS", "PASS", "PASS", "PASS");
		concludes(conclusion(), "PASS");
		assertThat(this.settleOpinion.settle(this.ecoCase.id(), STAGE, List.of())).isEqualTo("UNSIGNED");
		concludes(conclusion(), "PASS_AFTER_REVISION");
		assertThat(this.settleOpinion.settle(this.ecoCase.id(), STAGE, List.of())).isEqualTo("NO_CONCLUSION");

		votes("PASS", "PASS", "PASS", "PASS", "PASS");
		concludes(conclusion(), "PASS");
		assertThat(this.settleOpinion.settle(this.ecoCase.id(), STAGE, List.of())).isEqualTo("UNSIGNED");
	}

	@Test
	void endsTheStageOnlyByAnOpinionThatHolds() {
		String caseId = this.ecoCase.id();
		refuses("panel-opinion-missing", () -> this.opinions.requireOpinionFor(caseId, STAGE, "PASSED"));
		refuses("panel-opinion-missing", () -> this.opinions.requireOpinionFor(caseId, STAGE, "FAILED"));
		votes("FAIL", "FAIL", "FAIL", "FAIL", "FAIL");
		concludes(conclusion(), "FAIL");
		refuses("panel-opinion-missing", () -> this.opinions.requireOpinionFor(caseId, STAGE, "FAILED"));
		for (int member = 1; member < 5; member++) {
			signs(member, "SIGN", "");
		}
		this.settleOpinion.settle(caseId, STAGE, List.of());

		refuses("panel-opinion-against", () -> this.opinions.requireOpinionFor(caseId, STAGE, "PASSED"));
		assertThatCode(() -> this.opinions.requireOpinionFor(caseId, STAGE, "FAILED")).doesNotThrowAnyException();
		assertThatCode(() -> this.opinions.requireOpinionFor(caseId, "technical-check", "PASSED"))
			.doesNotThrowAnyException();
	}

	@Test
	void refusesToCountWhereNothingWasDrawnUp() {
		votes("PASS", "PASS", "PASS", "PASS", "PASS");

		refuses("panel-opinion-missing", () -> this.settleOpinion.settle(this.ecoCase.id(), STAGE, List.of()));
	}

	@Test
	void neverChangesAVoteOrASignature() {
		votes("PASS", "PASS", "PASS", "PASS", "PASS");
		concludes(conclusion(), "PASS");
		this.settleOpinion.settle(this.ecoCase.id(), STAGE, List.of());

		for (String sql : List.of("UPDATE panel_vote SET outcome = 'FAIL'", "DELETE FROM panel_signature",
				"UPDATE panel_conclusion SET holds = TRUE", "DELETE FROM panel_conclusion")) {
			assertThatThrownBy(() -> this.jdbc.sql(sql).update()).as(sql).hasMessageContaining("panel");
		}
	}

	private static void refuses(String rule, org.assertj.core.api.ThrowableAssert.ThrowingCallable command) {
		assertThatThrownBy(command).isInstanceOfSatisfying(LegalRefusal.class,
				refusal -> assertThat(refusal.rule()).isEqualTo(rule));
	}

	private void formed(List<Long> named) {
		formed(named, named.get(0));
	}

	private void formed(List<Long> named, long leader) {
		this.panels.form(this.ecoCase.id(), STAGE, Set.copyOf(named), leader);
		named.forEach(expert -> this.panels.answer(this.ecoCase.id(), STAGE, expert, true));
	}

	private void votes(String... outcomes) {
		for (int member = 0; member < outcomes.length; member++) {
			if (outcomes[member] != null) {
				vote(this.experts.get(member), outcomes[member]);
			}
		}
	}

	private void vote(long expert, String outcome) {
		WorkItem item = this.scene.caseTask(this.ecoCase, null, STAGE, "Task_Vote",
				new Holder("EXPERT", null, expert, null), Purpose.PANEL_VOTE, "PASS", "PASS_AFTER_REVISION", "FAIL");
		does(expert, item, outcome, "意见");
	}

	private WorkItem conclusion() {
		return this.scene.caseTask(this.ecoCase, null, STAGE, "Task_Conclude",
				new Holder("PANEL_LEADER", null, this.experts.get(0), null), Purpose.PANEL_CONCLUSION, CONCLUSIONS);
	}

	private WorkItem signature(Holder holder) {
		return this.scene.caseTask(this.ecoCase, null, STAGE, "Task_Sign", holder, Purpose.PANEL_SIGNATURE, "SIGN",
				"DISSENT");
	}

	private void concludes(WorkItem item, String outcome) {
		does(this.experts.get(0), item, outcome, "意见", points());
	}

	private void signs(int member, String outcome, String words) {
		long expert = this.experts.get(member);
		does(expert, signature(new Holder("PANEL_MEMBER", null, expert, null)), outcome, words);
	}

	private static Map<String, List<String>> points() {
		Map<String, List<String>> points = new HashMap<>();
		for (String point : List.of("dataTrue", "methodFit", "analysisReliable", "measuresEffective", "publicOpinion",
				"conclusionSound")) {
			points.put("f." + point, List.of("符合（虚构）"));
		}
		return points;
	}

	private void does(long expert, WorkItem item, String outcome, String opinion) {
		does(expert, item, outcome, opinion, Map.of());
	}

	private void does(long expert, WorkItem item, String outcome, String opinion, Map<String, List<String>> fields) {
		FormValues values = FormValues.NONE;
		for (Map.Entry<String, List<String>> field : fields.entrySet()) {
			values = values.with(field.getKey().substring("f.".length()), field.getValue().get(0));
		}
		String reasoned = "FAIL".equals(outcome) ? opinion + "：指标依据不足（虚构）" : opinion;
		this.scene.does(expert(expert), item, new FormDecision(Statement.of(outcome, reasoned).with(values)));
	}

	private PanelView shown(WorkItem item, long person) {
		return this.pages.get(item).view(item, expert(person), Entered.nothing(), Map.of());
	}

	private static Actor expert(long person) {
		return new Actor(person, "专家", "EXPERTS", ShippedKinds.EXPERT_POOL, null,
				new TreeSet<>(List.of(MemberRole.EXPERT)));
	}

	private List<String> stances() {
		return this.jdbc.sql("""
				SELECT s.stance FROM panel_signature s JOIN panel_conclusion c ON c.id = s.conclusion_id
				  JOIN panel p ON p.id = c.panel_id WHERE p.case_id = :case
				""").param("case", this.ecoCase.id()).query(String.class).list();
	}

	private List<String> messages(Audience audience) {
		return this.timeline.of(this.ecoCase.id(), List.of(audience)).stream().map(Timeline.Entry::message).toList();
	}

}
