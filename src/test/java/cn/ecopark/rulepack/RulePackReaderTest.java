package cn.ecopark.rulepack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import cn.ecopark.law.JointDecision;
import cn.ecopark.rulepack.Prerequisite.Need;
import cn.ecopark.rulepack.Limit.OnReturn;
import cn.ecopark.rulepack.OutcomeKind.Marks;
import cn.ecopark.rulepack.OutcomeKind.Tone;
import cn.ecopark.rulepack.RulePack.DatedMinistry;
import cn.ecopark.rulepack.RulePack.Grade;
import cn.ecopark.rulepack.RulePack.LifeStep;
import cn.ecopark.rulepack.RulePack.Name;
import cn.ecopark.rulepack.RulePack.UnknownRule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Reads a small pack whose every figure differs from every other. */
class RulePackReaderTest {

	private final Map<String, String> files = new LinkedHashMap<>();

	@BeforeEach
	void aSmallPack() {
		this.files.put("pack.yaml",
				"""
						id: toy
						zh: 示例办法
						en: Toy regime
						titleZh: 示例称号
						titleEn: Toy title
						source: 示例〔2001〕1号
						validFrom: "2001-02-03"
						processes:
						  - { id: apply, zh: 申请, en: Application, kind: CASE }
						  - { id: joint, zh: 联合, en: Joint decision, kind: BATCH }
						life:
						  - { stage: apply, zh: 申请阶段, en: Applying }
						  - { stage: joint, zh: 联合阶段, en: Deciding }
						grades:
						  - { code: GOOD, minScore: 85 }
						  - { code: BEST, minScore: 95 }
						  - { code: POOR, minScore: 0 }
						settings:
						  - { key: seats, value: 7, zh: 席位, source: 第七条, confirmed: true }
						  - { key: odd, value: "yes", zh: 单数, source: 惯例, confirmed: false }
						standards:
						  - { code: T-1, zh: 示例标准, parkTypes: [COMPREHENSIVE], source: 标准目录, confirmed: true }
						prerequisites:
						  - { decision: joint, need: WORD, stage: apply, role: ADVISER, outcomes: [PASS], orSilence: true, zh: 会审意见, source: 第三条, confirmed: true }
						  - { decision: joint, need: NOTICE, stage: showing, zh: 公示, source: 第四条, confirmed: false }
						results:
						  - { process: apply, result: PASS, lifeStatuses: [NAMED], source: 第五条, confirmed: true }
						""");
		this.files.put("roles.yaml", """
				roles:
				  - { code: LEAD, zh: 牵头单位, en: Lead body, disclosed: PUBLIC }
				  - { code: ADVISER, zh: 会审单位, en: Adviser, advises: true, disclosed: AUTHORITIES }
				ministries:
				  - { code: SECOND, order: 2, from: "2001-02-03", to: "2010-05-06" }
				  - { code: FIRST, order: 1, from: "2001-02-03" }
				  - { code: LATER, order: 3, from: "2010-05-06" }
				technicalUnits:
				  - { process: apply, code: INSTITUTE }
				""");
		this.files.put("limits.yaml", """
				review: { days: 21, remindBefore: 4, onReturn: RESUME, zh: 审查时限, source: 第九条, confirmed: true }
				answer: { days: 11, remindBefore: 2, onReturn: RESTART, zh: 答复时限, source: 第十条, confirmed: false }
				""");
		this.files.put("documents.yaml", """
				plan: { zh: 规划, en: Plan, accept: [pdf, docx], source: 附件一, confirmed: true }
				letter: { zh: 函, en: Letter, source: 附件二, confirmed: false }
				""");
		this.files.put("outcomes.yaml", """
				PASS: { zh: 通过, en: Passed, tone: positive, rank: 3 }
				BACK: { zh: 退回, en: Sent back, tone: caution }
				""");
		this.files.put("series.yaml",
				"""
						示发: { zh: 示例发文, en: Toy papers, body: FIRST, validFrom: "2001-02-03", validTo: "2010-05-06", source: 公报, confirmed: true }
						示函: { zh: 示例函, en: Toy letters, body: SECOND, source: 公报二, confirmed: false }
						""");
	}

	@Test
	void readsWhatTheRegimeIsCalledAndSinceWhenItHolds() {
		assertThat(read().id()).isEqualTo("toy");
		assertThat(read().name()).isEqualTo(new Name("示例办法", "Toy regime", "示例称号", "Toy title", "示例〔2001〕1号"));
		assertThat(read().validFrom()).isEqualTo("2001-02-03");
	}

	@Test
	void readsItsProceduresInTheirOrder() {
		assertThat(read().procedures()).containsExactly(
				Map.entry("apply", new Procedure("apply", "申请", "Application", Procedure.Kind.CASE)),
				Map.entry("joint", new Procedure("joint", "联合", "Joint decision", Procedure.Kind.BATCH)));
		assertThat(read().life()).containsExactly(new LifeStep("apply", "申请阶段", "Applying"),
				new LifeStep("joint", "联合阶段", "Deciding"));
		assertThat(read().stageLabel("joint")).isEqualTo("联合");
		assertThat(read().stageLabel("unknown")).isEqualTo("unknown");
	}

	@Test
	void readsLimits() {
		assertThat(read().limits().keySet()).containsExactly("review", "answer");
		assertThat(read().limit("review"))
			.extracting(Limit::key, Limit::days, Limit::remindBefore, Limit::onReturn, Limit::label, Limit::source,
					Limit::confirmed)
			.containsExactly("review", 21, 4, OnReturn.RESUME, "审查时限", "第九条", true);
		assertThat(read().limit("answer"))
			.extracting(Limit::days, Limit::remindBefore, Limit::onReturn, Limit::confirmed)
			.containsExactly(11, 2, OnReturn.RESTART, false);
	}

	@Test
	void readsPapers() {
		assertThat(read().document("plan"))
			.extracting(DocumentKind::key, DocumentKind::label, DocumentKind::englishLabel, DocumentKind::accept,
					DocumentKind::source, DocumentKind::confirmed, DocumentKind::isHandedIn)
			.containsExactly("plan", "规划", "Plan", List.of("pdf", "docx"), "附件一", true, true);
		assertThat(read().document("letter"))
			.extracting(DocumentKind::accept, DocumentKind::confirmed, DocumentKind::isHandedIn)
			.containsExactly(List.of(), false, false);
	}

	@Test
	void readsOutcomes() {
		assertThat(read().outcome("PASS"))
			.extracting(OutcomeKind::code, OutcomeKind::label, OutcomeKind::englishLabel, OutcomeKind::tone)
			.containsExactly("PASS", "通过", "Passed", Tone.POSITIVE);
		assertThat(read().outcome("BACK").tone()).isEqualTo(Tone.CAUTION);
		assertThat(read().outcome("PASS").rank()).isEqualTo(3);
		assertThat(read().outcome("BACK").rank()).as("what no panel concludes").isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "adverse", "noticeOnce", "passes", "withoutForm", "applicant", "silence", "reasoned" })
	void readsTheMarksOfAnOutcomeOneByOne(String mark) {
		this.files.computeIfPresent("outcomes.yaml",
				(name, text) -> text.replace("tone: caution", "tone: caution, " + mark + ": true"));

		Marks marks = read().outcome("BACK").marks();
		assertThat(Map.of("adverse", marks.adverse(), "noticeOnce", marks.noticeOnce(), "passes", marks.passes(),
				"withoutForm", marks.withoutForm(), "applicant", marks.applicant(), "silence", marks.silence(),
				"reasoned", marks.reasoned()))
			.allSatisfy((key, set) -> assertThat(set).as(key).isEqualTo(key.equals(mark)));
	}

	@Test
	void readsRoles() {
		assertThat(read().roles().get("LEAD"))
			.extracting(RulePack.Role::code, RulePack.Role::label, RulePack.Role::englishLabel, RulePack.Role::advises)
			.containsExactly("LEAD", "牵头单位", "Lead body", false);
		assertThat(read().role("ADVISER").advises()).isTrue();
		assertThat(read().role("LEAD").disclosed()).isEqualTo("PUBLIC");
		assertThat(read().role("ADVISER").disclosed()).isEqualTo("AUTHORITIES");
	}

	@Test
	void readsWhatMustBeOnRecordBeforeAJointDecision() {
		assertThat(read().prerequisitesOf("joint")).containsExactly(
				new Prerequisite("joint", Need.WORD, "apply", "ADVISER", List.of("PASS"), true, "会审意见", "第三条", true),
				new Prerequisite("joint", Need.NOTICE, "showing", "", List.of(), false, "公示", "第四条", false));
		assertThat(read().prerequisitesOf("apply")).isEmpty();
	}

	@Test
	void readsWhichEndsTheRegisterHasToBearOut() {
		assertThat(read().statusesAfter("apply", "PASS")).containsExactly("NAMED");
		assertThat(read().statusesAfter("apply", "BACK")).isEmpty();
		assertThat(read().statusesAfter("joint", "PASS")).isEmpty();
	}

	@Test
	void readsSettings() {
		assertThat(read().setting("seats"))
			.extracting(RulePack.Setting::key, RulePack.Setting::value, RulePack.Setting::number,
					RulePack.Setting::label, RulePack.Setting::source, RulePack.Setting::confirmed)
			.containsExactly("seats", "7", 7, "席位", "第七条", true);
		assertThat(read().setting("odd")).extracting(RulePack.Setting::value, RulePack.Setting::confirmed)
			.containsExactly("yes", false);
	}

	@Test
	void readsStandards() {
		assertThat(read().standard("T-1"))
			.extracting(RulePack.Standard::code, RulePack.Standard::title, RulePack.Standard::parkTypes,
					RulePack.Standard::source, RulePack.Standard::confirmed)
			.containsExactly("T-1", "示例标准", Set.of("COMPREHENSIVE"), "标准目录", true);
	}

	@Test
	void readsSeriesOfNumbersAndWhenTheyAreGiven() {
		NumberSeries dated = read().series().get("示发");
		assertThat(dated)
			.extracting(NumberSeries::code, NumberSeries::label, NumberSeries::englishLabel, NumberSeries::body,
					NumberSeries::source, NumberSeries::confirmed)
			.containsExactly("示发", "示例发文", "Toy papers", "FIRST", "公报", true);
		assertThat(dated.isGivenOn(LocalDate.of(2001, 2, 2))).isFalse();
		assertThat(dated.isGivenOn(LocalDate.of(2001, 2, 3))).isTrue();
		assertThat(dated.isGivenOn(LocalDate.of(2010, 5, 5))).isTrue();
		assertThat(dated.isGivenOn(LocalDate.of(2010, 5, 6))).isFalse();
		assertThat(read().series().get("示函").isGivenOn(LocalDate.of(1900, 1, 1))).isTrue();
		assertThat(read().series().get("示函").isGivenOn(LocalDate.of(2999, 1, 1))).isTrue();
	}

	@Test
	void asksTheBodiesOfTheDayTheLeadBodyFirst() {
		assertThat(read().bodies().ministries()).contains(
				new DatedMinistry("SECOND", 2, LocalDate.of(2001, 2, 3), LocalDate.of(2010, 5, 6)),
				new DatedMinistry("FIRST", 1, LocalDate.of(2001, 2, 3), null));
		assertThat(read().ministriesOn(LocalDate.of(2001, 2, 2))).isEmpty();
		assertThat(read().ministriesOn(LocalDate.of(2001, 2, 3))).containsExactly("FIRST", "SECOND");
		assertThat(read().ministriesOn(LocalDate.of(2010, 5, 5))).containsExactly("FIRST", "SECOND");
		assertThat(read().ministriesOn(LocalDate.of(2010, 5, 6))).containsExactly("FIRST", "LATER");
	}

	@Test
	void namesTheTechnicalUnitOfAProcedure() {
		assertThat(read().technicalUnitOf("apply")).contains("INSTITUTE");
		assertThat(read().technicalUnitOf("joint")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "100, BEST", "95, BEST", "94.999999, GOOD", "85.0, GOOD", "84.99, POOR", "0, POOR" })
	void gradesAScoreByTheHighestGradeItReaches(BigDecimal score, String grade) {
		assertThat(read().gradeOf(score)).extracting(Grade::code).isEqualTo(grade);
	}

	@Test
	void hasNoGradeBelowTheLowest() {
		assertThat(read().grades()).containsExactly(new Grade("GOOD", 85), new Grade("BEST", 95), new Grade("POOR", 0));
		RulePack pack = read();
		assertThatThrownBy(() -> pack.gradeOf(new BigDecimal("-0.01"))).isInstanceOf(UnknownRule.class)
			.hasMessageContaining("toy");
	}

	@Test
	void refusesToInventWhatItDoesNotHave() {
		RulePack pack = read();
		assertThatThrownBy(() -> pack.limit("none")).isInstanceOf(UnknownRule.class).hasMessageContaining("none");
		assertThatThrownBy(() -> pack.document("none")).isInstanceOf(UnknownRule.class);
		assertThatThrownBy(() -> pack.outcome("none")).isInstanceOf(UnknownRule.class);
		assertThatThrownBy(() -> pack.setting("none")).isInstanceOf(UnknownRule.class);
		assertThatThrownBy(() -> pack.role("none")).isInstanceOf(UnknownRule.class);
		assertThatThrownBy(() -> pack.standard("none")).isInstanceOf(UnknownRule.class);
		assertThatThrownBy(() -> pack.ballotPolicy("joint")).isInstanceOf(UnknownRule.class);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "limits.yaml | days: 21, | ''", "limits.yaml | days: 21 | days: viele",
					"limits.yaml | RESUME | PAUSE", "outcomes.yaml | tone: positive | tone: happy",
					"outcomes.yaml | tone: positive | 'tone: positive, adverse: perhaps'",
					"documents.yaml | 'zh: 规划, ' | ''", "documents.yaml | '[pdf, docx]' | '[]'",
					"pack.yaml | kind: CASE | kind: THING", "pack.yaml | 2001-02-03 | gestern",
					"roles.yaml | 'code: LEAD, ' | ''", "roles.yaml | ', disclosed: PUBLIC' | ''",
					"pack.yaml | 'need: WORD' | 'need: WISH'", "pack.yaml | 'role: ADVISER, ' | ''",
					"pack.yaml | 'outcomes: [PASS], ' | ''", "pack.yaml | 'source: 第四条, ' | ''",
					"pack.yaml | 'lifeStatuses: [NAMED], ' | ''", "series.yaml | 'source: 公报, ' | ''" })
	void stopsAtWhatIsMissingOrWrong(String file, String right, String wrong) {
		this.files.computeIfPresent(file, (name, text) -> text.replace(right, wrong));

		assertThatThrownBy(this::read).isInstanceOf(RuntimeException.class);
	}

	@Test
	void refusesAKeyThatStandsTwice() {
		this.files.computeIfPresent("limits.yaml", (name, text) -> text.replace("days: 21, ", "days: 21, days: 22, "));

		assertThatThrownBy(this::read).hasMessageContaining("duplicate key days");
	}

	@Test
	void namesFileAndKeyOfWhatIsMissing() {
		this.files.computeIfPresent("limits.yaml", (name, text) -> text.replace("days: 21, ", ""));

		assertThatThrownBy(this::read).isInstanceOf(IllegalStateException.class)
			.hasMessageContaining("limits.yaml")
			.hasMessageContaining("days")
			.hasMessageContaining("审查时限");
	}

	@Test
	void takesNoWeakerPolicyOfBallotsWithoutASourceOfLaw() {
		policy("UNANIMOUS", "惯例", false);
		assertThat(read().ballotPolicy("joint")).isEqualTo(JointDecision.Policy.UNANIMOUS);

		policy("MAJORITY", "某条例第三条", true);
		assertThat(read().ballotPolicy("joint")).isEqualTo(JointDecision.Policy.MAJORITY);

		policy("MAJORITY", "测试用", false);
		assertThat(read().ballotPolicy("joint")).isEqualTo(JointDecision.Policy.MAJORITY);

		policy("MAJORITY", "惯例", false);
		assertThatThrownBy(this::read).isInstanceOf(IllegalStateException.class).hasMessageContaining("MAJORITY");
	}

	@Test
	void letsOneProcedureHaveAPolicyOfItsOwn() {
		policy("UNANIMOUS", "某条例", true);
		this.files.computeIfPresent("pack.yaml", (name, text) -> text.replace("settings:\n", """
				settings:
				  - { key: ballotPolicy.joint, value: MAJORITY, zh: 表决规则, source: 某条例, confirmed: true }
				"""));

		assertThat(read().ballotPolicy("joint")).isEqualTo(JointDecision.Policy.MAJORITY);
		assertThat(read().ballotPolicy("other")).isEqualTo(JointDecision.Policy.UNANIMOUS);
	}

	private void policy(String policy, String source, boolean confirmed) {
		aSmallPack();
		this.files.computeIfPresent("pack.yaml",
				(name, text) -> text.replace("settings:\n", "settings:\n  - { key: ballotPolicy, value: " + policy
						+ ", zh: 表决规则, source: " + source + ", confirmed: " + confirmed + " }\n"));
	}

	private RulePack read() {
		Map<String, byte[]> pack = new LinkedHashMap<>();
		this.files.forEach((path, text) -> pack.put(path, text.getBytes(StandardCharsets.UTF_8)));
		return RulePackReader.read(PackFiles.of(pack));
	}

}
