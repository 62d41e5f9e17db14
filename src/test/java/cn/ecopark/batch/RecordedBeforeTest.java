package cn.ecopark.batch;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import cn.ecopark.CaseStage;
import cn.ecopark.CaseStage.Scene;
import cn.ecopark.ModuleTest;
import cn.ecopark.PastSteps;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.rulepack.Prerequisite;
import cn.ecopark.rulepack.Prerequisite.Need;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.worklist.WorkItem;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An approval to build needs that the province has forwarded or was silent, that the
 * Office has admitted, and that the panel has passed the plan.
 */
@ModuleTest
@Import(CaseStage.class)
@TestPropertySource(properties = "ecopark.case-time.movable=true")
class RecordedBeforeTest {

	private static final String DECISION = "construction-approval";

	private static final String STAGE = "application";

	private static final String PROVINCE = "PROVINCE_ECOLOGY";

	@Autowired
	Scene scene;

	@Autowired
	RecordedBefore recorded;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CaseTime time;

	PastSteps past;

	EcoCase ecoCase;

	WorkItem review;

	long person;

	@BeforeEach
	void aCaseIsOpen() {
		this.scene.itIs("2018-03-01T10:00");
		this.past = new PastSteps(this.jdbc, this.time);
		this.person = this.scene.office().personId();
		this.ecoCase = this.scene.openCase();
		this.review = this.scene.caseTask(this.ecoCase, null, STAGE, "Task_Review",
				new WorkItem.Holder(PROVINCE, "320000-ECOLOGY", null, null), Purpose.ORDINARY, "FORWARD", "REFUSE");
	}

	@Test
	void findsNothingLackingWhereAllIsOnRecord() {
		everythingBut(needed -> false);

		assertThat(lacking()).isEmpty();
	}

	@Test
	void findsWhatEachCaseLacksByItself() {
		everythingBut(needed -> false);
		EcoCase other = this.scene.openCase();

		Map<String, LegalRefusal> found = this.recorded.among(DECISION, List.of(this.ecoCase, other));

		assertThat(found).containsOnlyKeys(other.id());
		assertThat(found.get(other.id()).rule()).isEqualTo("not-on-record");
		assertThat(found.get(other.id()).arguments()[0]).isEqualTo(other.park().name());
	}

	@Test
	void takesNoWordOfAnotherStage() {
		everythingBut(needed -> needed.role().equals(PROVINCE));
		says("acceptance-application", "FORWARD");

		assertLacks("省级生态环境部门的转报意见或者逾期未答复的记录");
	}

	@Test
	void takesNoWordOfAnotherRole() {
		everythingBut(needed -> needed.role().equals("OFFICE"));
		says(STAGE, "ADMIT");

		assertLacks("领导小组办公室的受理");
	}

	@Test
	void takesTheWordThatWasSaidLast() {
		everythingBut(needed -> needed.role().equals(PROVINCE));
		says(STAGE, "REFUSE");
		assertLacks("省级生态环境部门的转报意见或者逾期未答复的记录");

		this.scene.itIs("2018-03-02T10:00");
		says(STAGE, "FORWARD");
		assertThat(lacking()).isEmpty();

		this.scene.itIs("2018-03-03T10:00");
		says(STAGE, "SEND_BACK");
		assertThat(lacking()).as("what is no word against the applicant takes nothing back").isEmpty();

		this.scene.itIs("2018-03-04T10:00");
		says(STAGE, "REFUSE");
		assertLacks("省级生态环境部门的转报意见或者逾期未答复的记录");
	}

	@Test
	void takesSilenceForTheWordOnlyWhereThePackLetsIt() {
		everythingBut(needed -> needed.need() == Need.WORD);
		assertLacks("省级生态环境部门的转报意见或者逾期未答复的记录");

		isSilent(this.review);
		assertLacks("领导小组办公室的受理");

		isSilent(this.scene.caseTask(this.ecoCase, null, STAGE, "Task_Admit",
				new WorkItem.Holder("OFFICE", "OFFICE", null, null), Purpose.ORDINARY, "ADMIT"));
		assertLacks("领导小组办公室的受理");
	}

	@Test
	void findsARefusalThatCameAfterTheSilence() {
		everythingBut(needed -> needed.role().equals(PROVINCE));
		isSilent(this.review);
		assertThat(lacking()).isEmpty();

		this.scene.itIs("2018-03-02T10:00");
		says(STAGE, "REFUSE");

		assertLacks("省级生态环境部门的转报意见或者逾期未答复的记录");
	}

	@ParameterizedTest
	@ValueSource(strings = { "PASS", "PASS_AFTER_REVISION" })
	void takesAnOpinionOfThePanelThatPasses(String outcome) {
		everythingBut(needed -> needed.need() == Need.PANEL_OPINION);
		concludes("plan-review", outcome);

		assertThat(lacking()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "FAIL", "NO_CONCLUSION" })
	void takesNoOpinionOfThePanelThatPassesNothing(String outcome) {
		everythingBut(needed -> needed.need() == Need.PANEL_OPINION);
		concludes("plan-review", outcome);

		assertLacks("专家论证通过的意见");
	}

	@Test
	void takesNoOpinionOfThePanelOfAnotherStage() {
		everythingBut(needed -> needed.need() == Need.PANEL_OPINION);
		concludes("acceptance", "PASS");

		assertLacks("专家论证通过的意见");
	}

	private void everythingBut(Predicate<Prerequisite> left) {
		this.past.before(DECISION, this.ecoCase, this.person, this.review.id(), left.negate());
	}

	private void says(String stage, String outcome) {
		this.past.said(this.ecoCase, this.person, stage, PROVINCE, outcome);
	}

	private void concludes(String stage, String outcome) {
		this.past.concluded(this.ecoCase, this.person, this.review.id(), stage, outcome);
	}

	private void isSilent(WorkItem item) {
		this.jdbc.sql("""
				INSERT INTO urging (work_item_id, dossier_id, act, text, person_id, at)
				VALUES (:item, :case, 'SILENCE', '（虚构）', :person, :at)
				""")
			.param("item", item.id())
			.param("case", this.ecoCase.id())
			.param("person", this.person)
			.param("at", Timestamp.from(this.time.now()))
			.update();
	}

	private void assertLacks(String what) {
		assertThat(lacking()).containsOnlyKeys(this.ecoCase.id());
		assertThat(lacking().get(this.ecoCase.id()).arguments()).containsExactly(this.ecoCase.park().name(), what);
	}

	private Map<String, LegalRefusal> lacking() {
		return this.recorded.among(DECISION, List.of(this.ecoCase));
	}

}
