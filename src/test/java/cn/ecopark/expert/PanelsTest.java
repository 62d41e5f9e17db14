package cn.ecopark.expert;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import cn.ecopark.CaseStage;
import cn.ecopark.CaseStage.Scene;
import cn.ecopark.ModuleTest;
import cn.ecopark.casefile.CaseParties;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.form.FormValues;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.worklist.Decision.FormDecision;
import cn.ecopark.worklist.Decision.MeetingDecision;
import cn.ecopark.worklist.Decision.PanelDecision;
import cn.ecopark.worklist.Statement;
import cn.ecopark.worklist.TaskRefusals.InvalidSubmission;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkItem.Holder;
import cn.ecopark.worklist.web.Entered;
import cn.ecopark.worklist.web.PanelPages;
import cn.ecopark.worklist.web.panel.ExpertPanel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ModuleTest
@Import(CaseStage.class)
@TestPropertySource(properties = "ecopark.case-time.movable=true")
class PanelsTest {

	private static final String PLAN_REVIEW = "plan-review";

	@Autowired
	Scene scene;

	@Autowired
	Panels panels;

	@Autowired
	Meetings meetings;

	@Autowired
	CaseParties parties;

	@Autowired
	PanelPages pages;

	Actor office;

	EcoCase ecoCase;

	List<Long> experts;

	@BeforeEach
	void fiveExpertsOfUniversities() {
		this.scene.itIs("2018-01-15T10:00");
		this.office = this.scene.office();
		this.ecoCase = this.scene.openCase();
		this.experts = new ArrayList<>();
		for (int number = 1; number <= 5; number++) {
			this.experts.add(this.scene.expert("专家" + number, "某大学"));
		}
	}

	@Test
	void invitesWhoWasNamedAndAdmitsWhoAccepts() {
		names(PLAN_REVIEW, this.experts, 0);

		assertThat(this.panels.invitees(this.ecoCase.id(), PLAN_REVIEW))
			.containsExactlyInAnyOrderElementsOf(this.experts);
		assertThat(expertsOfTheCase()).isEmpty();

		this.experts.forEach(expert -> answers(expert, "ACCEPT"));

		assertThat(this.panels.members(this.ecoCase.id(), PLAN_REVIEW))
			.containsExactlyInAnyOrderElementsOf(this.experts);
		assertThat(this.panels.leader(this.ecoCase.id(), PLAN_REVIEW)).contains(this.experts.get(0));
		assertThat(expertsOfTheCase()).containsExactlyInAnyOrderElementsOf(this.experts);
		assertThat(this.panels.settleInvitations(this.ecoCase.id(), PLAN_REVIEW)).isTrue();
	}

	@Test
	void countsSilenceAsDeclining() {
		names(PLAN_REVIEW, this.experts, 0);
		this.experts.subList(0, 4).forEach(expert -> answers(expert, "ACCEPT"));

		assertThat(this.panels.settleInvitations(this.ecoCase.id(), PLAN_REVIEW)).isFalse();
		assertThat(this.panels.invitees(this.ecoCase.id(), PLAN_REVIEW)).isEmpty();
		assertThat(this.panels.members(this.ecoCase.id(), PLAN_REVIEW)).hasSize(4);
	}

	@Test
	void isIncompleteWithoutItsLeader() {
		long sixth = this.scene.expert("专家6", "某大学");
		List<Long> six = new ArrayList<>(this.experts);
		six.add(sixth);
		names(PLAN_REVIEW, six, 5);
		this.experts.forEach(expert -> answers(expert, "ACCEPT"));
		answers(sixth, "DECLINE");

		assertThat(this.panels.settleInvitations(this.ecoCase.id(), PLAN_REVIEW)).isFalse();
	}

	@Test
	void keepsWhoHasAcceptedWhenFormedAnew() {
		names(PLAN_REVIEW, this.experts, 0);
		answers(this.experts.get(0), "DECLINE");
		this.experts.subList(1, 5).forEach(expert -> answers(expert, "ACCEPT"));
		this.panels.settleInvitations(this.ecoCase.id(), PLAN_REVIEW);
		long another = this.scene.expert("专家6", "某大学");

		this.scene.does(this.office, formPanel(PLAN_REVIEW), formed(List.of(another), this.experts.get(1)));

		assertThat(this.panels.invitees(this.ecoCase.id(), PLAN_REVIEW)).containsExactly(another);
		assertThat(this.panels.leader(this.ecoCase.id(), PLAN_REVIEW)).contains(this.experts.get(1));
		answers(another, "ACCEPT");
		assertThat(this.panels.settleInvitations(this.ecoCase.id(), PLAN_REVIEW)).isTrue();
	}

	@Test
	void asksNobodyAgainWhoDeclinedButWhoeverWasSilent() {
		names(PLAN_REVIEW, this.experts, 0);
		this.experts.subList(0, 3).forEach(expert -> answers(expert, "ACCEPT"));
		answers(this.experts.get(3), "DECLINE");
		this.panels.settleInvitations(this.ecoCase.id(), PLAN_REVIEW);
		assertThat(this.panels.all(this.ecoCase.id(), PLAN_REVIEW)).extracting(PanelMember::invitation)
			.contains(PanelMember.Invitation.DECLINED, PanelMember.Invitation.SILENT);

		assertThatThrownBy(() -> names(PLAN_REVIEW, this.experts, 0)).isInstanceOfSatisfying(InvalidSubmission.class,
				refusal -> assertThat(refusal.errors().get("expert").message())
					.isEqualTo("problem.law.expert-has-declined"));
		assertThatThrownBy(() -> this.panels.form(this.ecoCase.id(), PLAN_REVIEW,
				Set.of(this.experts.get(0), this.experts.get(3)), this.experts.get(0)))
			.isInstanceOf(LegalRefusal.class);
		ExpertPanel panel = shown(formPanel(PLAN_REVIEW), Entered.nothing());
		assertThat(panel.candidates()).filteredOn(ExpertPanel.Candidate::declined)
			.extracting(ExpertPanel.Candidate::id)
			.containsExactly(String.valueOf(this.experts.get(3)));

		List<Long> others = new ArrayList<>(this.experts);
		others.remove(this.experts.get(3));
		others.add(this.scene.expert("专家6", "某大学"));
		names(PLAN_REVIEW, others, 0);

		assertThat(this.panels.invitees(this.ecoCase.id(), PLAN_REVIEW)).contains(this.experts.get(4));
	}

	@Test
	void asksNobodyBeforeAnAcceptance() {
		names("acceptance", this.experts, 2);

		assertThat(this.panels.members(this.ecoCase.id(), "acceptance")).hasSize(5);
		assertThat(this.panels.leader(this.ecoCase.id(), "acceptance")).contains(this.experts.get(2));
		assertThat(expertsOfTheCase()).hasSize(5);
	}

	@Test
	void refusesTooFewAndALeaderWhoIsNoMember() {
		PanelDecision formed = formed(this.experts.subList(0, 4), this.experts.get(4));

		assertThatThrownBy(() -> this.scene.does(this.office, formPanel(PLAN_REVIEW), formed)).isInstanceOfSatisfying(
				InvalidSubmission.class, refusal -> assertThat(refusal.errors()).containsOnlyKeys("expert", "leader"));
	}

	@Test
	void refusesWhoWorksForTheParkOrForItsTechnicalUnit() {
		long ofPark = this.scene.expert("园区的人", this.ecoCase.park().name() + "管理委员会");
		long ofUnit = this.scene.expert("环科院的人", "中国环境科学研究院生态所");
		for (long partial : List.of(ofPark, ofUnit)) {
			List<Long> chosen = new ArrayList<>(this.experts);
			chosen.add(partial);

			assertThatThrownBy(() -> names(PLAN_REVIEW, chosen, 0)).isInstanceOfSatisfying(InvalidSubmission.class,
					refusal -> assertThat(refusal.errors().get("expert").message()).isEqualTo("expert.error.recused"));
		}
		ExpertPanel panel = shown(formPanel(PLAN_REVIEW), Entered.nothing());
		assertThat(panel.candidates()).filteredOn(candidate -> candidate.recusal() != null)
			.extracting(ExpertPanel.Candidate::id)
			.contains(String.valueOf(ofPark), String.valueOf(ofUnit));
	}

	@Test
	void warnsOfAnEvenNumberButTakesIt() {
		List<Long> six = new ArrayList<>(this.experts);
		six.add(this.scene.expert("专家6", "某大学"));
		WorkItem item = formPanel(PLAN_REVIEW);
		ExpertPanel panel = shown(item, new Entered("t", Map.of("expert", six.stream().map(String::valueOf).toList())));

		assertThat(panel.warning()).contains("6");
		this.scene.does(this.office, item, formed(six, six.get(0)));
		assertThat(this.panels.invitees(this.ecoCase.id(), PLAN_REVIEW)).hasSize(6);
	}

	@Test
	void recordsAMeetingOnceItWasHeld() {
		WorkItem meeting = this.scene.caseTask(this.ecoCase, null, PLAN_REVIEW, "Task_HoldMeeting",
				new Holder("OFFICE", "OFFICE", null, null), Purpose.MEETING, "HELD");

		assertThatThrownBy(() -> this.scene.does(this.office, meeting, meetingOn("2018-01-16")))
			.isInstanceOf(InvalidSubmission.class);
		this.scene.does(this.office, meeting, meetingOn("2018-01-15"));

		assertThat(this.meetings.latest(this.ecoCase.id(), PLAN_REVIEW)).get()
			.extracting(Meeting::place, Meeting::attendance)
			.containsExactly("北京", "十人");
	}

	private static MeetingDecision meetingOn(String day) {
		return new MeetingDecision(Statement.of("HELD", "意见")
			.with(FormValues.NONE.with("meetingDate", LocalDate.parse(day))
				.with("place", "北京")
				.with("agenda", "论证")
				.with("attendance", "十人")));
	}

	private void names(String stage, List<Long> persons, int leader) {
		this.scene.does(this.office, formPanel(stage), formed(persons, persons.get(leader)));
	}

	private static PanelDecision formed(List<Long> persons, long leader) {
		return new PanelDecision(Statement.of("PANEL_FORMED", "意见"), Set.copyOf(persons), leader);
	}

	private ExpertPanel shown(WorkItem item, Entered entered) {
		return (ExpertPanel) this.pages.get(item).view(item, this.office, entered, Map.of());
	}

	private WorkItem formPanel(String stage) {
		return this.scene.caseTask(this.ecoCase, null, stage, "Task_FormPanel",
				new Holder("OFFICE", "OFFICE", null, null), Purpose.PANEL_FORMATION, "PANEL_FORMED");
	}

	private void answers(long expert, String outcome) {
		WorkItem invitation = this.scene.caseTask(this.ecoCase, null, PLAN_REVIEW, "Task_AcceptInvitation",
				new Holder("EXPERT", null, expert, null), Purpose.INVITATION, "ACCEPT", "DECLINE");
		Actor actor = new Actor(expert, "专家", "EXPERTS", ShippedKinds.EXPERT_POOL, null,
				new TreeSet<>(List.of(MemberRole.EXPERT)));
		this.scene.does(actor, invitation, new FormDecision(Statement.of(outcome, "意见")));
	}

	private List<Long> expertsOfTheCase() {
		return this.parties.of(this.ecoCase.id())
			.stream()
			.filter(party -> "EXPERT".equals(party.role()))
			.map(CaseParties.Party::personId)
			.toList();
	}

}
