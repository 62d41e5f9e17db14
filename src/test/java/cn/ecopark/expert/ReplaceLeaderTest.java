package cn.ecopark.expert;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

import cn.ecopark.CaseStage;
import cn.ecopark.CaseStage.Scene;
import cn.ecopark.ModuleTest;
import cn.ecopark.casefile.CaseFlow;
import cn.ecopark.casefile.CaseParties;
import cn.ecopark.casefile.CaseParties.Party;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Reason;
import cn.ecopark.casefile.StepEnd;
import cn.ecopark.casefile.StepRun;
import cn.ecopark.casefile.StepRuns;
import cn.ecopark.casefile.StepRuns.Ending;
import cn.ecopark.casefile.Timeline;
import cn.ecopark.expert.PanelRefusals.CannotLead;
import cn.ecopark.expert.PanelRefusals.NoPanel;
import cn.ecopark.expert.PanelRefusals.NotTheOffices;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.ActorAuthentication;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkItem.Holder;
import cn.ecopark.worklist.WorkItems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** A leader who does not conclude, or can no longer, gives way to another member. */
@ModuleTest
@Import(CaseStage.class)
@TestPropertySource(properties = "ecopark.case-time.movable=true")
class ReplaceLeaderTest {

	private static final String STAGE = "plan-review";

	private static final Reason REASON = new Reason("组长因病不能履职（虚构）");

	@Autowired
	Scene scene;

	@Autowired
	Panels panels;

	@Autowired
	ReplaceLeader replaceLeader;

	@Autowired
	StuckLeaders stuckLeaders;

	@Autowired
	CaseFlow flow;

	@Autowired
	Cases cases;

	@Autowired
	CaseParties parties;

	@Autowired
	WorkItems items;

	@Autowired
	Timeline timeline;

	@Autowired
	StepRuns runs;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MockMvc mvc;

	String caseId;

	List<Long> experts;

	Actor office;

	WorkItem conclusion;

	@BeforeEach
	void aConclusionIsDueOnTheEighteenth() {
		this.scene.itIs("2018-01-15T10:00");
		EcoCase ecoCase = this.scene.openCase();
		this.caseId = ecoCase.id();
		this.flow.submitted(this.caseId);
		this.flow.enteredStage(this.caseId, STAGE);
		this.office = this.scene.office();
		this.experts = new ArrayList<>();
		for (int number = 1; number <= 5; number++) {
			this.experts.add(this.scene.expert("专家" + number, "某大学"));
		}
		this.panels.form(this.caseId, STAGE, Set.copyOf(this.experts), this.experts.get(0));
		this.experts.forEach(expert -> this.panels.answer(this.caseId, STAGE, expert, true));
		this.conclusion = this.scene.caseTask(ecoCase, null, STAGE, "Task_Conclude",
				new Holder("PANEL_LEADER", null, this.experts.get(0), null), Purpose.PANEL_CONCLUSION, "PASS", "FAIL");
		this.runs.entered(this.conclusion.id(),
				new StepRun(0, new StepRun.About(this.caseId, this.caseId, null, null),
						new StepRun.Step(ecoCase.release(), STAGE, "Task_Conclude", "形成意见"), "PANEL_LEADER", null,
						this.experts.get(0), Instant.parse("2018-01-15T02:00:00Z"), LocalDate.parse("2018-01-18"), null,
						null, null, null, null));
		this.jdbc
			.sql("""
					UPDATE work_item SET due_on = DATE '2018-01-18', sort_due = DATE '2018-01-18', limit_key = 'panelConclusion'
					 WHERE id = :id
					""")
			.param("id", this.conclusion.id())
			.update();
	}

	@Test
	void movesTheTaskOfALateLeader() {
		this.scene.itIs("2018-01-19T10:00");
		assertThat(this.stuckLeaders.of(this.office, Locale.SIMPLIFIED_CHINESE)).anySatisfy(note -> {
			assertThat(note.text()).contains("专家1", "逾期");
			assertThat(note.url()).isEqualTo("/cases/" + this.caseId + "/panel-leader");
		});

		replace(this.experts.get(2));

		WorkItem moved = this.items.find(this.conclusion.id()).orElseThrow();
		assertThat(moved.holder().personId()).isEqualTo(this.experts.get(2));
		assertThat(moved.dueOn()).isEqualTo("2018-01-24");
		assertThat(this.panels.leader(this.caseId, STAGE)).contains(this.experts.get(2));
		assertThat(this.panels.members(this.caseId, STAGE)).hasSize(5);
		assertThat(this.parties.of(this.caseId)).filteredOn(party -> "PANEL_LEADER".equals(party.role()))
			.extracting(Party::personId)
			.containsExactly(this.experts.get(2));
		assertThat(this.timeline.of(this.caseId, List.of(Audience.AUTHORITIES)).get(0)).satisfies(entry -> {
			assertThat(entry.message()).isEqualTo("expert.timeline.leader-replaced");
			assertThat(entry.remark()).isEqualTo(REASON.text());
			assertThat(entry.arguments()).containsExactly("专家1", "专家3");
		});
		assertThat(this.jdbc.sql("SELECT count(*) FROM audit_entry WHERE action = 'panel.leader-replaced'")
			.query(Integer.class)
			.single()).isPositive();
		assertThat(notes()).noneMatch(note -> note.contains(this.caseId));
	}

	/** The old leader's time is on record as lapsed; what the new one does is his own. */
	@Test
	void letsTheNewLeaderConclude() {
		this.scene.itIs("2018-01-19T10:00");
		replace(this.experts.get(2));
		this.scene.itIs("2018-01-22T10:00");

		this.runs.left(this.conclusion.id(), LocalDate.parse("2018-01-24"),
				new Ending(StepEnd.DONE, null, "PASS", this.experts.get(2), Instant.parse("2018-01-22T02:00:00Z")));

		assertThat(this.runs.of(this.caseId)).filteredOn(run -> run.step().key().equals("Task_Conclude"))
			.satisfiesExactly(first -> {
				assertThat(first.personId()).isEqualTo(this.experts.get(0));
				assertThat(first.endedAs()).isEqualTo(StepEnd.LAPSED);
				assertThat(first.endedBy()).isEqualTo("更换组长");
			}, second -> {
				assertThat(second.personId()).isEqualTo(this.experts.get(2));
				assertThat(second.entered()).isAfterOrEqualTo("2018-01-19T02:00:00Z");
				assertThat(second.dueOn()).isEqualTo("2018-01-24");
				assertThat(second.endedAs()).isEqualTo(StepEnd.DONE);
				assertThat(second.workingDays()).isOne();
			});
	}

	@Test
	void leavesALeaderWithinHisLimit() {
		this.scene.itIs("2018-01-18T10:00");

		assertThatThrownBy(() -> replace(this.experts.get(1))).isInstanceOfSatisfying(LegalRefusal.class,
				refusal -> assertThat(refusal.rule()).isEqualTo("leader-neither-late-nor-gone"));
		assertThat(this.replaceLeader.offered(this.cases.get(this.caseId), this.office)).isEmpty();
		assertThat(notes()).noneMatch(note -> note.contains(this.caseId));
	}

	@Test
	void replacesALeaderWhoseAccountIsClosedAtOnce() {
		closeAccount(this.experts.get(0));
		closeAccount(this.experts.get(1));

		assertThat(notes()).anyMatch(note -> note.contains(this.caseId));
		assertThatThrownBy(() -> replace(this.experts.get(1))).isInstanceOf(CannotLead.class);
		replace(this.experts.get(2));

		assertThat(this.panels.leader(this.caseId, STAGE)).contains(this.experts.get(2));
	}

	@Test
	void takesNobodyButAnotherMember() {
		this.scene.itIs("2018-01-19T10:00");
		long stranger = this.scene.expert("局外人", "某大学");

		for (Long person : new Long[] { null, stranger, this.experts.get(0) }) {
			assertThatThrownBy(() -> replace(person)).as(String.valueOf(person)).isInstanceOf(CannotLead.class);
		}
		assertThat(this.panels.leader(this.caseId, STAGE)).contains(this.experts.get(0));
	}

	@Test
	void isTheOfficesAlone() {
		this.scene.itIs("2018-01-19T10:00");
		Actor ministry = this.scene.ministry("MEE");

		assertThatThrownBy(() -> this.replaceLeader.replace(this.caseId, this.experts.get(1), REASON, ministry))
			.isInstanceOf(NotTheOffices.class);
		assertThat(this.replaceLeader.offered(this.cases.get(this.caseId), ministry)).isEmpty();
		assertThat(this.stuckLeaders.of(ministry, Locale.SIMPLIFIED_CHINESE)).isEmpty();
	}

	@Test
	void isRefusedWhereNoPanelWorks() {
		this.flow.enteredStage(this.caseId, "application");

		assertThatThrownBy(() -> replace(this.experts.get(1))).isInstanceOf(NoPanel.class);
	}

	@Test
	void asksForMemberAndReasonOnThePage() throws Exception {
		this.scene.itIs("2018-01-19T10:00");
		String url = "/cases/" + this.caseId + "/panel-leader";

		this.mvc.perform(get(url).with(as(this.office)))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("专家2")));
		this.mvc.perform(post(url).with(as(this.office)).with(csrf()).param("reason", "因病（虚构）"))
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("因病（虚构）")));
		this.mvc
			.perform(post(url).with(as(this.office))
				.with(csrf())
				.param("person", String.valueOf(this.experts.get(1)))
				.param("reason", " "))
			.andExpect(status().isUnprocessableContent());
		this.mvc
			.perform(post(url).with(as(this.office))
				.with(csrf())
				.param("person", String.valueOf(this.experts.get(1)))
				.param("reason", "因病（虚构）"))
			.andExpect(redirectedUrl("/cases/" + this.caseId));
		this.mvc.perform(get(url).with(as(this.office))).andExpect(status().isConflict());
	}

	private void replace(Long person) {
		this.replaceLeader.replace(this.caseId, person, REASON, this.office);
	}

	private List<String> notes() {
		return this.stuckLeaders.of(this.office, Locale.SIMPLIFIED_CHINESE).stream().map(note -> note.url()).toList();
	}

	private void closeAccount(long person) {
		this.jdbc.sql("UPDATE person SET active = FALSE WHERE id = :id").param("id", person).update();
	}

	private static org.springframework.test.web.servlet.request.RequestPostProcessor as(Actor actor) {
		Actor staff = new Actor(actor.personId(), actor.name(), actor.unitId(), ShippedKinds.OFFICE, null,
				new TreeSet<>(List.of(MemberRole.STAFF)));
		return authentication(new ActorAuthentication(staff));
	}

}
