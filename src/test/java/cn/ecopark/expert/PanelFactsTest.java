package cn.ecopark.expert;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import cn.ecopark.CaseStage;
import cn.ecopark.CaseStage.Scene;
import cn.ecopark.ModuleTest;
import cn.ecopark.audit.Subject;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.officialdocument.IssueOrder;
import cn.ecopark.organisation.Audience;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.typesetting.manuscript.Facts;
import cn.ecopark.worklist.WorkItem;

import static org.assertj.core.api.Assertions.assertThat;

/** A document names the experts who spoke, not those who were asked. */
@ModuleTest
@Import(CaseStage.class)
@TestPropertySource(properties = "ecopark.case-time.movable=true")
class PanelFactsTest {

	private static final String STAGE = "acceptance";

	@Autowired
	PanelFacts source;

	@Autowired
	Panels panels;

	@Autowired
	Meetings meetings;

	@Autowired
	Opinions opinions;

	@Autowired
	Scene scene;

	@Autowired
	CaseTime time;

	@Test
	void namesWhoHasVotedSinceTheMeetingAndTheLeaderWhoConcludes() {
		this.scene.itIs("2018-12-28T10:00");
		EcoCase ecoCase = this.scene.openCase();
		long leader = this.scene.expert("组长甲", "大学");
		long voting = this.scene.expert("专家乙", "大学");
		long early = this.scene.expert("专家丙", "大学");
		long silent = this.scene.expert("专家丁", "大学");
		this.panels.form(ecoCase.id(), STAGE, Set.of(leader, voting, early, silent), leader);
		says(ecoCase, early, task(ecoCase, early), true);
		long met = says(ecoCase, leader, task(ecoCase, leader), false);
		this.meetings.add(new Meeting(ecoCase.id(), STAGE, LocalDate.of(2018, 12, 28), "某地", "议程", "出席", met),
				this.time.now());
		says(ecoCase, voting, task(ecoCase, voting), true);
		long concluding = task(ecoCase, leader);
		says(ecoCase, leader, concluding, false);

		Facts facts = told(ecoCase, concluding);

		assertThat(facts.rows("panel")).extracting(row -> row.get("name")).containsExactlyInAnyOrder("组长甲", "专家乙");
		assertThat(facts.words("panelSize")).isEqualTo("4");
		assertThat(facts.words("opinionsGiven")).isEqualTo("1");
	}

	@Test
	void countsNoOpinionWhereAllWereSilent() {
		this.scene.itIs("2018-12-28T10:00");
		EcoCase ecoCase = this.scene.openCase();
		long leader = this.scene.expert("组长甲", "大学");
		this.panels.form(ecoCase.id(), STAGE, Set.of(leader, this.scene.expert("专家丁", "大学")), leader);

		Facts facts = told(ecoCase, 0);

		assertThat(facts.lacks("opinionsGiven")).isTrue();
		assertThat(facts.rows("panel")).isEmpty();
	}

	private long task(EcoCase ecoCase, long person) {
		return this.scene
			.caseTask(ecoCase, null, STAGE, "T", new WorkItem.Holder("EXPERT", null, person, null), Purpose.ORDINARY,
					"PASS")
			.id();
	}

	private Facts told(EcoCase ecoCase, long workItemId) {
		Facts facts = Facts.empty();
		this.source.tell(new IssueOrder(
				ecoCase.release(), "acceptanceOpinion", new IssueOrder.Place(ecoCase.id(), ecoCase.id(), STAGE,
						workItemId, "OFFICE", Subject.ofCase(ecoCase.id())),
				null, List.of(), LocalDate.of(2018, 12, 28), null, known -> {
				}), facts);
		return facts;
	}

	private long says(EcoCase ecoCase, long person, long workItemId, boolean secret) {
		return this.opinions.add(new Opinion(0, ecoCase.id(), ecoCase.id(), workItemId,
				new Opinion.Step(STAGE, "T" + secret, "步骤", Purpose.ORDINARY),
				new Opinion.Author("EXPERT", person, "某人", "EXPERTS", "专家"), "PASS", "", Audience.AUTHORITIES, secret,
				this.time.now(), null, Map.of(), List.of()));
	}

}
