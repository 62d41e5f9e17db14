package cn.ecopark.batch;

import java.time.LocalDate;
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
import cn.ecopark.audit.Subject;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CaseParties;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.officialdocument.IssueOrder;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.organisation.Units;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.typesetting.manuscript.Facts;

import static org.assertj.core.api.Assertions.assertThat;

/** A joint document says of all parks only what is on record for each. */
@ModuleTest
@Import(CaseStage.class)
@TestPropertySource(properties = "ecopark.case-time.movable=true")
class BatchFactsTest {

	@Autowired
	BatchFacts source;

	@Autowired
	ComposeBatch composeBatch;

	@Autowired
	Scene scene;

	@Autowired
	Opinions opinions;

	@Autowired
	CaseParties parties;

	@Autowired
	Units units;

	@Autowired
	CaseTime time;

	@Autowired
	JointText text;

	@Autowired
	BatchItems items;

	EcoCase first;

	EcoCase second;

	Batch batch;

	/** Digest of the text when it was drafted. */
	String before = "";

	@BeforeEach
	void composeTwoParks() {
		this.scene.itIs("2019-07-01T10:00");
		this.first = this.scene.openCase();
		this.second = this.scene.openCase();
		// Nothing of the stages this test is about has to be on record before a circular.
		this.scene.waitsFor("recheck-result", this.first);
		this.scene.waitsFor("recheck-result", this.second);
		this.batch = this.composeBatch.compose("recheck-result", List.of(this.first.id(), this.second.id()), "通报",
				this.scene.office());
	}

	@Test
	void namesTheStagesThatEveryParkHasPassed() {
		concludes(this.first, "technical-check", "PASS", false);
		concludes(this.first, "acceptance", "PASS_WITH_CONDITIONS", false);
		concludes(this.second, "technical-check", "PASS", false);
		assertThat(told().words("stagesPassed")).isEqualTo("技术核查");

		concludes(this.second, "acceptance", "PASS", true);
		assertThat(told().words("stagesPassed")).isEqualTo("技术核查");

		concludes(this.second, "acceptance", "PASS", false);
		assertThat(told().words("stagesPassed")).isEqualTo("技术核查、考核验收");
		assertThat(told().lacks("standardMet")).isTrue();
	}

	@Test
	void takesTheLastConclusion() {
		concludes(this.first, "technical-check", "PASS", false);
		concludes(this.second, "technical-check", "PASS", false);
		concludes(this.second, "technical-check", "FAIL", false);

		assertThat(told().lacks("stagesPassed")).isTrue();
	}

	/** 抄送: whoever takes part in a case has a copy of what goes to its park, once. */
	@Test
	void sendsACopyToEveryDepartmentThatTakesPart() {
		List<String> taking = this.parties.of(this.first.id())
			.stream()
			.map(CaseParties.Party::unitId)
			.filter(unit -> unit != null && this.units.get(unit).kind().level() == UnitLevel.PROVINCE)
			.map(unit -> this.units.nameOn(String.valueOf(unit), LocalDate.of(2019, 7, 5)))
			.toList();

		assertThat(taking).hasSize(3);
		assertThat(told().words("copies"))
			.satisfies(copies -> assertThat(copies.split("、")).containsExactlyInAnyOrderElementsOf(taking));
	}

	/** The text goes on without a park that was struck out, and so do its words. */
	@Test
	void callsTheParksThatRemain() {
		String two = this.first.park().name() + "等2家园区";
		drafts("关于" + two + "复查情况的通报", "对" + two + "进行了复查。");
		assertThat(told().words("draftTitle")).isEqualTo("关于" + two + "复查情况的通报");

		strikesOut(this.first);

		assertThat(told().words("draftTitle")).isEqualTo("关于" + this.second.park().name() + "复查情况的通报");
		assertThat(told().words("introduction")).isEqualTo("对" + this.second.park().name() + "进行了复查。");
		assertThat(this.text.of(this.batch)).as("the bodies are not asked anew").isEqualTo(this.before);
	}

	/** What the Office wrote of its own is left as it wrote it. */
	@Test
	void leavesOtherWordsAlone() {
		drafts("关于部分园区复查情况的通报", "");

		strikesOut(this.second);

		assertThat(told().words("draftTitle")).isEqualTo("关于部分园区复查情况的通报");
	}

	/** Who had left before the draft was never called in it. */
	@Test
	void doesNotCountWhoHadLeftBeforeTheDraft() {
		strikesOut(this.second);
		this.scene.itIs("2019-07-02T10:00");
		drafts("关于" + this.first.park().name() + "等2家企业的通报", "");

		assertThat(told().words("draftTitle")).isEqualTo("关于" + this.first.park().name() + "等2家企业的通报");
	}

	private void drafts(String title, String introduction) {
		this.opinions
			.add(new Opinion(0, this.batch.id(), null, 1, new Opinion.Step("recheck-result", "T", "起草", Purpose.DRAFT),
					new Opinion.Author("OFFICE", 1, "某人", "OFFICE", "办公室"), "DRAFTED", "", Audience.AUTHORITIES, false,
					this.time.now(), null, Map.of("title", title, "introduction", introduction), List.of()));
		this.before = this.text.of(this.batch);
	}

	private void strikesOut(EcoCase ecoCase) {
		this.items.leave(this.items.find(this.batch.id(), ecoCase.id()).orElseThrow(), BatchItem.State.STRUCK_OUT,
				"补充材料（虚构）", this.time.now());
	}

	private Facts told() {
		Facts facts = Facts.empty();
		this.source.tell(new IssueOrder(this.batch.release(), "namingNotice",
				new IssueOrder.Place(this.batch.id(), null, "", 0, "OFFICE", Subject.ofBatch(this.batch.id())), null,
				List.of("MEE"), LocalDate.of(2019, 7, 5), null, known -> {
				}), facts);
		return facts;
	}

	private void concludes(EcoCase ecoCase, String stage, String outcome, boolean vote) {
		this.opinions.add(new Opinion(0, ecoCase.id(), ecoCase.id(), 1,
				new Opinion.Step(stage, "T", "步骤", Purpose.ORDINARY), new Opinion.Author("R", 1, "某人", "OFFICE", "办公室"),
				outcome, "", Audience.PARK, vote, this.time.now(), null, Map.of(), List.of()));
	}

}
