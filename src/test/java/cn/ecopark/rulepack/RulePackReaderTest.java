package cn.ecopark.rulepack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import cn.ecopark.law.JointDecisionRules;
import cn.ecopark.law.RetentionPeriod;
import cn.ecopark.rulepack.CaseResult;
import cn.ecopark.rulepack.Grade;
import cn.ecopark.rulepack.KindOfCase.Numbering;
import cn.ecopark.rulepack.KindOfCase.OnDocument;
import cn.ecopark.rulepack.KindOfCase.Periodic;
import cn.ecopark.rulepack.LifeStep;
import cn.ecopark.rulepack.Limit.OnReturn;
import cn.ecopark.rulepack.OutcomeKind.Marks;
import cn.ecopark.rulepack.OutcomeKind.Meaning;
import cn.ecopark.rulepack.OutcomeKind.Tone;
import cn.ecopark.rulepack.Prerequisite.Need;
import cn.ecopark.rulepack.Role;
import cn.ecopark.rulepack.Role.Resolve;
import cn.ecopark.rulepack.RulePack.Name;
import cn.ecopark.rulepack.RulePack.UnknownRule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** Reads a small pack whose every figure differs from every other. */
class RulePackReaderTest {

	/** Settings that code cannot do without, here beside the point. */
	private static final String OTHERS = Map
		.ofEntries(Map.entry("recheckEveryYears", "4"), Map.entry("recheckCountedFrom", "FROM_LAST_RECHECK"),
				Map.entry("recheckLeadMonths", "5"), Map.entry("reapplyLockMonths", "13"),
				Map.entry("panelExpertShare", "1/2"), Map.entry("panelQuorum", "2/3"),
				Map.entry("panelSupportShare", "3/4"), Map.entry("panelSignatureShare", "4/5"),
				Map.entry("panelDraftsBeforeOffice", "3"), Map.entry("ballotPolicy", "UNANIMOUS"),
				Map.entry("standardInForce", "T-1"), Map.entry("printedBy", "秘书处"),
				Map.entry("reasonLeastCharacters", "6"), Map.entry("lastDayLeast", "2"), Map.entry("lastDayMost", "50"),
				Map.entry("remedyText", "可以复议"), Map.entry("remedyDays", "59"))
		.entrySet()
		.stream()
		.sorted(Map.Entry.comparingByKey())
		.map(setting -> "- { key: %s, value: %s, zh: 其他, source: 惯例, confirmed: false }%n".formatted(setting.getKey(),
				setting.getValue()))
		.collect(Collectors.joining());

	/** Limits that code cannot do without where there are notices and objections. */
	private static final String USES = Stream.of(Limit.Use.values())
		.filter(use -> use.isNeededBy(Procedure.Kind.OBJECTION))
		.map(use -> "limit_%s: { days: 5, remindBefore: 1, onReturn: RESTART, zh: 时限, en: Limit, source: 惯例, confirmed: false, use: %s }%n"
			.formatted(use, use))
		.collect(Collectors.joining());

	/** Outcomes that code cannot do without where there are cases and batches. */
	private static final String MEANINGS = Stream.of(Meaning.values())
		.map(meaning -> "%s_CODE: { zh: 含义, en: Meaning, tone: neutral, means: %s }%n".formatted(meaning, meaning))
		.collect(Collectors.joining());

	private static final KindOfCase APPLY = new KindOfCase("apply", new Words("申请", "Application"),
			new Words("先申请，再会审", "Apply and wait"), new Numbering("申", true), "LEAD", Set.of("PROSPECT", "NAMED"),
			List.of("ADVISER", "LEAD"), false, new OnDocument("示例申请", "《关于{park}的函》", "可以再申请"),
			new Periodic("joint", Set.of("BACK"), "{year}年得{score}分，{grade}"));

	private static final KindOfCase REMOVE = new KindOfCase("remove", new Words("移出", "Removal"),
			new Words("移出名单", "Leaving the list"), new Numbering("移", false), "LEAD", Set.of("NAMED"),
			List.of("ADVISER"), true, new OnDocument("示例移出", "意见", ""), null);

	private final Map<String, String> files = new LinkedHashMap<>();

	@BeforeEach
	void aSmallPack() {
		this.files.put("pack.yaml",
				"""
						id: toy
						zh: 示例办法
						en: Toy regime
						source: 示例〔2001〕1号
						validFrom: "2001-02-03"
						processes:
						  - id: apply
						    zh: 申请
						    en: Application
						    kind: CASE
						    aboutZh: 先申请，再会审
						    aboutEn: Apply and wait
						    numberMark: 申
						    numberedAtOnce: true
						    begunBy: LEAD
						    mayStartIn: [PROSPECT, NAMED]
						    parties: [ADVISER, LEAD]
						    matter: 示例申请
						    letter: 《关于{park}的函》
						    again: 可以再申请
						    periodic: { decision: joint, brokenOffBy: [BACK], cause: "{year}年得{score}分，{grade}" }
						  - id: remove
						    zh: 移出
						    en: Removal
						    kind: "CASE"
						    aboutZh: 移出名单
						    aboutEn: Leaving the list
						    numberMark: 移
						    begunBy: LEAD
						    mayStartIn: [NAMED]
						    parties: [ADVISER]
						    needsGround: true
						    matter: 示例移出
						    letter: 意见
						  - { id: joint, zh: 联合, en: Joint decision, kind: BATCH }
						  - { id: showing, zh: 公示, en: Notice, kind: BATCH, public: true }
						  - { id: telling, zh: 送达, en: Delivery, kind: DELIVERY }
						  - { id: protest, zh: 异议, en: Objection, kind: OBJECTION }
						life:
						  - { stage: apply, zh: 申请阶段, en: Applying, limit: review }
						  - { stage: joint, zh: 联合阶段, en: Deciding, byZh: 三部, byEn: Ministries, gives: NAMED }
						  - { stage: years, zh: 建设阶段, en: Building, drawn: false, byZh: 园区, byEn: Park }
						grades:
						  - { code: GOOD, minScore: 85, improves: true, source: 第六条, confirmed: true }
						  - { code: BEST, minScore: 95, source: 第六条, confirmed: true }
						  - { code: POOR, minScore: 0, criticised: true, source: 惯例, confirmed: false }
						settings:
						  - { key: panelMinimum, value: 7, zh: 席位, source: 第七条, confirmed: true }
						  - { key: panelOddWarning, value: "true", zh: 单数, source: 惯例, confirmed: false }
						  - { key: panelDecides.apply, value: true, zh: 会审, source: 惯例, confirmed: false }
						OTHERS
						standards:
						  - { code: T-1, zh: 示例标准, parkTypes: [COMPREHENSIVE], source: 标准目录, confirmed: true }
						prerequisites:
						  - { decision: joint, need: WORD, stage: apply, role: ADVISER, outcomes: [PASS], orSilence: true, zh: 会审意见, source: 第三条, confirmed: true }
						  - { decision: joint, need: NOTICE, stage: showing, zh: 公示, source: 第四条, confirmed: false }
						results:
						  - { process: apply, result: PASS, decision: joint, lifeStatuses: [NAMED], source: 第五条, confirmed: true }
						"""
					.replace("OTHERS\n", OTHERS.indent(2)));
		this.files.put("roles.yaml",
				"""
						roles:
						  - { code: LEAD, zh: 牵头单位, en: Lead body, resolve: KIND, unitKind: OFFICE, disclosed: PUBLIC }
						  - { code: ADVISER, zh: 会审单位, en: Adviser, resolve: LEADER, advises: true, disclosed: AUTHORITIES, exchangeable: true }
						""");
		this.files.put("limits.yaml",
				"""
						review: { days: 21, remindBefore: 4, onReturn: RESUME, zh: 审查时限, en: Review, source: 第九条, confirmed: true }
						answer: { days: 11, remindBefore: 2, onReturn: RESTART, zh: 答复时限, en: Answer, source: 第十条, confirmed: false, use: ADMISSION }
						mend: { days: 9, remindBefore: 1, onReturn: RESTART, zh: 补正时限, en: Mending, source: 第十条, confirmed: false, use: CORRECTION }
						"""
						+ USES);
		this.files.put("documents.yaml", """
				plan: { zh: 规划, en: Plan, accept: [pdf, docx], source: 附件一, confirmed: true }
				letter: { zh: 函, en: Letter, source: 附件二, confirmed: false }
				sheet: { zh: 单, en: Sheet, source: 附件二, confirmed: false, use: APPROVAL_SHEET }
				draft: { zh: 稿, en: Draft, source: 附件二, confirmed: false, use: JOINT_DRAFT }
				scan: { zh: 扫描件, en: Scan, accept: [pdf], source: 附件二, confirmed: false, use: JOINT_SCAN }
				signatures: { zh: 稿纸, en: Signatures, source: 附件二, confirmed: false, use: SIGN_OFF_SHEET }
				shown: { zh: 表, en: Sheet shown, source: 附件二, confirmed: false, use: PUBLIC_SHEET }
				""");
		this.files.put("outcomes.yaml", """
				PASS: { zh: 通过, en: Passed, tone: positive, rank: 3 }
				BACK: { zh: 退回, en: Sent back, tone: caution }
				BEST: { zh: 最好, en: Best, tone: positive }
				GOOD: { zh: 良好, en: Good, tone: positive }
				POOR: { zh: 差, en: Poor, tone: negative }
				""" + MEANINGS);
		this.files.put("series.yaml",
				"""
						示发: { zh: 示例发文, en: Toy papers, body: FIRST, validFrom: "2001-02-03", validTo: "2010-05-06", source: 公报, confirmed: true }
						示函: { zh: 示例函, en: Toy letters, body: SECOND, source: 公报二, confirmed: false }
						""");
	}

	@Test
	void readsWhatTheRegimeIsCalledAndSinceWhenItHolds() {
		assertThat(read().id()).isEqualTo("toy");
		assertThat(read().name()).isEqualTo(new Name("示例办法", "Toy regime", "示例〔2001〕1号"));
		assertThat(read().validFrom()).isEqualTo("2001-02-03");
	}

	@Test
	void readsItsProceduresInTheirOrder() {
		assertThat(read().procedures()).containsExactly(
				Map.entry("apply",
						new Procedure("apply", "申请", "Application", Procedure.Kind.CASE, APPLY, false,
								new Words("申请", "Application"))),
				Map.entry("remove",
						new Procedure("remove", "移出", "Removal", Procedure.Kind.CASE, REMOVE, false,
								new Words("移出", "Removal"))),
				Map.entry("joint",
						new Procedure("joint", "联合", "Joint decision", Procedure.Kind.BATCH, null, false,
								new Words("联合", "Joint decision"))),
				Map.entry("showing",
						new Procedure("showing", "公示", "Notice", Procedure.Kind.BATCH, null, true,
								new Words("公示", "Notice"))),
				Map.entry("telling",
						new Procedure("telling", "送达", "Delivery", Procedure.Kind.DELIVERY, null, false,
								new Words("送达", "Delivery"))),
				Map.entry("protest", new Procedure("protest", "异议", "Objection", Procedure.Kind.OBJECTION, null, false,
						new Words("异议", "Objection"))));
		assertThat(read().onlyProcess(Procedure.Kind.DELIVERY)).isEqualTo("telling");
		assertThat(read().onlyProcess(Procedure.Kind.OBJECTION)).isEqualTo("protest");
		assertThat(read().life()).containsExactly(new LifeStep("apply", "申请阶段", "Applying", true, null, null, "review"),
				new LifeStep("joint", "联合阶段", "Deciding", true, "NAMED", new Words("三部", "Ministries"), null),
				new LifeStep("years", "建设阶段", "Building", false, null, new Words("园区", "Park"), null));
		assertThat(read().stageLabel("joint")).isEqualTo("联合");
		assertThat(read().stageLabel("unknown")).isEqualTo("unknown");
	}

	@Test
	void readsLimits() {
		assertThat(read().limits().keySet()).startsWith("review", "answer", "mend");
		assertThat(read().limit("review"))
			.extracting(Limit::key, Limit::days, Limit::remindBefore, Limit::onReturn, Limit::label,
					Limit::englishLabel, Limit::source, Limit::confirmed)
			.containsExactly("review", 21, 4, OnReturn.RESUME, "审查时限", "Review", "第九条", true);
		assertThat(read().limit("review").use()).isNull();
		assertThat(read().limit(Limit.Use.CORRECTION).key()).isEqualTo("mend");
		assertThat(read().limit("answer"))
			.extracting(Limit::days, Limit::remindBefore, Limit::onReturn, Limit::confirmed)
			.containsExactly(11, 2, OnReturn.RESTART, false);
	}

	@Test
	void readsDocuments() {
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
		assertThat(read().outcome(Meaning.SIGNS).code()).isEqualTo("SIGNS_CODE");
		assertThat(read().means("SIGNS_CODE", Meaning.SIGNS)).isTrue();
		assertThat(read().means("BACK", Meaning.SIGNS)).isFalse();
		assertThat(read().means("NOWHERE", Meaning.SIGNS)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "adverse", "noticeOnce", "passes", "withoutForm", "applicant", "silence", "reasoned" })
	void readsTheMarksOfAnOutcomeOneByOne(String mark) {
		this.files.computeIfPresent("outcomes.yaml",
				(name, text) -> text.replace("tone: caution", "tone: caution, rank: 4, " + mark + ": true"));

		Marks marks = read().outcome("BACK").marks();
		assertThat(Map.of("adverse", marks.adverse(), "noticeOnce", marks.noticeOnce(), "passes", marks.passes(),
				"withoutForm", marks.withoutForm(), "applicant", marks.applicant(), "silence", marks.silence(),
				"reasoned", marks.reasoned()))
			.allSatisfy((key, set) -> assertThat(set).as(key).isEqualTo(key.equals(mark)));
	}

	@Test
	void readsRoles() {
		assertThat(read().role("LEAD")).isEqualTo(new Role("LEAD", "牵头单位", "Lead body", "牵头单位", "Lead body",
				Resolve.KIND, "OFFICE", false, "PUBLIC", false, false));
		assertThat(read().role("ADVISER")).isEqualTo(new Role("ADVISER", "会审单位", "Adviser", "会审单位", "Adviser",
				Resolve.LEADER, null, true, "AUTHORITIES", true, false));
	}

	@Test
	void readsWhatMustBeOnRecordBeforeAJointDecision() {
		assertThat(read().prerequisitesOf("joint")).containsExactly(
				new Prerequisite(new Act("joint", true), Need.WORD, "apply", "ADVISER", List.of("PASS"), true, "会审意见",
						"第三条", true),
				new Prerequisite(new Act("joint", true), Need.NOTICE, "showing", "", List.of(), false, "公示", "第四条",
						false));
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
		assertThat(read().setting("panelMinimum"))
			.extracting(Setting::key, Setting::value, Setting::number, Setting::label, Setting::source,
					Setting::confirmed)
			.containsExactly("panelMinimum", "7", 7, "席位", "第七条", true);
		assertThat(read().setting("panelOddWarning")).extracting(Setting::value, Setting::confirmed)
			.containsExactly("true", false);
	}

	@Test
	void readsStandards() {
		assertThat(read().standard("T-1"))
			.extracting(Standard::code, Standard::title, Standard::parkTypes, Standard::source, Standard::confirmed)
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
	void refusesWhatGoesByTheDay() {
		retiredKeys();

		assertThatThrownBy(this::read).isInstanceOfSatisfying(PackRefused.class,
				refused -> assertThat(refused.findings()).extracting(PackFinding::place, PackFinding::key)
					.containsExactlyInAnyOrder(tuple("titleZh", "pack.retired"), tuple("titleEn", "pack.retired"),
							tuple("ministries", "pack.retired"), tuple("technicalUnits", "pack.retired")));
	}

	@Test
	void ignoresWhatGoesByTheDayInReleasesThatAreKept() {
		RulePack without = read();
		retiredKeys();

		assertThat(RulePackReader.readKept(files())).isEqualTo(without);
	}

	@Test
	void isAsStrictAsEverWithTheRestOfAReleaseThatIsKept() {
		retiredKeys();
		this.files.computeIfPresent("pack.yaml", (file, text) -> "headline: 示例\n" + text);

		assertThatThrownBy(() -> RulePackReader.readKept(files())).isInstanceOfSatisfying(PackRefused.class,
				refused -> assertThat(refused.findings()).extracting(PackFinding::place, PackFinding::key)
					.containsExactly(tuple("headline", "pack.unknownKey")));
	}

	/** As releases of earlier programs had them, one of them broken. */
	private void retiredKeys() {
		this.files.computeIfPresent("pack.yaml", (file, text) -> "titleZh: 示例称号\ntitleEn: Toy title\n" + text);
		this.files.computeIfPresent("roles.yaml",
				(file, text) -> text + "ministries:\n  - { code: FIRST, order: 1, from: 2001-02-03, confirmed: true }\n"
						+ "technicalUnits:\n  - { process: apply, code: INSTITUTE, confirmed: perhaps }\n");
	}

	@Test
	void findsKindsOfCaseByTheirProcedure() {
		assertThat(read().kindsOfCase()).containsExactly(APPLY, REMOVE);
		assertThat(read().kindOfCase("remove")).isEqualTo(REMOVE);
		assertThat(read().periodicKind()).isEqualTo(APPLY);
		assertThat(read().findKindOfCase("joint")).isEmpty();
		assertThat(read().findKindOfCase("unknown")).isEmpty();
		RulePack pack = read();
		assertThatThrownBy(() -> pack.kindOfCase("joint")).isInstanceOf(UnknownRule.class);
		assertThat(pack.isBegunByThePark(APPLY)).isFalse();
	}

	@Test
	void knowsByWhichDecisionsCasesAreDecided() {
		assertThat(read().decisionsOn(APPLY)).containsExactly("joint");
		assertThat(read().decisionsOn(REMOVE)).isEmpty();
		assertThat(read().resultMaking("apply", "NAMED")).map(CaseResult::result).contains("PASS");
		assertThat(read().resultMaking("apply", "PROSPECT")).isEmpty();
		assertThat(read().resultMaking("remove", "NAMED")).isEmpty();
		assertThat(read().isPublic("showing")).isTrue();
		assertThat(read().isPublic("joint")).isFalse();
		assertThat(read().isPublic("unknown")).isFalse();
	}

	@Test
	void fillsInWhatDocumentsSayOfACase() {
		assertThat(APPLY.documents().letterOf("示例园区")).isEqualTo("《关于示例园区的函》");
		assertThat(APPLY.periodic()).extracting(periodic -> periodic.cause(2004, "85.0", "良好"))
			.isEqualTo("2004年得85.0分，良好");
		assertThat(APPLY.label().in(Locale.ENGLISH)).isEqualTo("Application");
		assertThat(APPLY.label().in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("申请");
	}

	@ParameterizedTest
	@CsvSource({ "100, BEST", "95, BEST", "94.999999, GOOD", "85.0, GOOD", "84.99, POOR", "0, POOR" })
	void gradesAScoreByTheHighestGradeItReaches(BigDecimal score, String grade) {
		assertThat(read().gradeOf(score)).extracting(Grade::code).isEqualTo(grade);
	}

	@Test
	void hasNoGradeBelowTheLowest() {
		assertThat(read().grades()).as("the best first")
			.containsExactly(new Grade("BEST", 95, false, false, "第六条", true),
					new Grade("GOOD", 85, true, false, "第六条", true), new Grade("POOR", 0, false, true, "惯例", false));
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
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "limits.yaml | days: 21, | '' | review.days | pack.keyMissing",
			"limits.yaml | days: 21 | days: viele | review.days | pack.notANumber",
			"limits.yaml | RESUME | PAUSE | review.onReturn | pack.notOneOf",
			"outcomes.yaml | tone: positive, rank | tone: happy, rank | PASS.tone | pack.notOneOf",
			"outcomes.yaml | tone: caution | 'tone: caution, adverse: perhaps' | BACK.adverse | pack.notTrueOrFalse",
			"documents.yaml | 'zh: 规划, ' | '' | plan.zh | pack.keyMissing",
			"documents.yaml | '[pdf, docx]' | '[]' | plan.accept | pack.emptyList",
			"pack.yaml | kind: CASE | kind: THING | processes.apply.kind | pack.notOneOf",
			"pack.yaml | 'validFrom: \"2001-02-03\"' | validFrom: gestern | validFrom | pack.notADate",
			"roles.yaml | 'code: LEAD, ' | '' | roles.1.code | pack.keyMissing",
			"roles.yaml | ', disclosed: PUBLIC' | '' | roles.LEAD.disclosed | pack.keyMissing",
			"pack.yaml | 'need: WORD' | 'need: WISH' | prerequisites.1.need | pack.notOneOf",
			"pack.yaml | 'role: ADVISER, ' | '' | prerequisites.1.role | pack.keyMissing",
			"pack.yaml | 'outcomes: [PASS], ' | '' | prerequisites.1.outcomes | pack.keyMissing",
			"pack.yaml | 'source: 第四条, ' | '' | prerequisites.2.source | pack.keyMissing",
			"pack.yaml | 'lifeStatuses: [NAMED], ' | '' | results.1.lifeStatuses | pack.keyMissing",
			"series.yaml | 'source: 公报, ' | '' | 示发.source | pack.keyMissing",
			"limits.yaml | 'days: 21, ' | 'days: 21, days: 22, ' | review.days | pack.keyTwice" })
	void namesWhatIsMissingOrWrongAndNothingElse(String file, String right, String wrong, String place, String key) {
		this.files.computeIfPresent(file, (name, text) -> text.replace(right, wrong));

		assertThat(findings()).extracting(PackFinding::file, PackFinding::place, PackFinding::key)
			.containsExactly(tuple(file, place, key));
	}

	@Test
	void tellsEverythingAtOnceAndOfWhatItCannotReadNothingElse() {
		this.files.computeIfPresent("limits.yaml", (name, text) -> text.replace("days: 21", "days: many"));
		this.files.computeIfPresent("series.yaml", (name, text) -> text.replace("2010-05-06", "2000-01-01"));
		this.files.computeIfPresent("pack.yaml",
				(name, text) -> text.replace("kind: CASE", "kind: THING").replace("value: 2/3", "value: 3/2"));

		assertThat(findings()).extracting(PackFinding::file, PackFinding::place, PackFinding::key)
			.containsExactly(tuple("limits.yaml", "review.days", "pack.notANumber"),
					tuple("pack.yaml", "processes.apply.kind", "pack.notOneOf"),
					tuple("pack.yaml", "settings.panelQuorum", "pack.notAShare"),
					tuple("series.yaml", "示发.validTo", "pack.endsBeforeItBegins"));
	}

	@Test
	void countsWhatNobodyWouldReadToTheEnd() {
		String many = IntStream.range(0, 1000)
			.mapToObj(at -> "x%d: text%n".formatted(at))
			.collect(Collectors.joining());
		this.files.computeIfPresent("limits.yaml", (name, text) -> text + many);

		assertThat(findings()).hasSize(301)
			.last()
			.extracting(PackFinding::key, PackFinding::arguments)
			.containsExactly("pack.more", List.<Object>of(700));
	}

	@Test
	void takesNoWeakerPolicyOfBallotsWithoutASourceOfLaw() {
		policy("UNANIMOUS", "惯例", false);
		assertThat(read().ballotPolicy("joint")).isEqualTo(JointDecisionRules.Policy.UNANIMOUS);

		policy("MAJORITY", "某条例第三条", true);
		assertThat(read().ballotPolicy("joint")).isEqualTo(JointDecisionRules.Policy.MAJORITY);

		policy("MAJORITY", "测试用", false);
		assertThat(read().ballotPolicy("joint")).isEqualTo(JointDecisionRules.Policy.MAJORITY);

		policy("MAJORITY", "惯例", false);
		assertThat(findings()).extracting(PackFinding::place, PackFinding::key)
			.containsExactly(tuple("settings.ballotPolicy", "pack.policyWithoutSource"));
	}

	@Test
	void letsOneProcedureHaveAPolicyOfItsOwn() {
		this.files.computeIfPresent("pack.yaml", (name, text) -> text.replace("settings:\n", """
				settings:
				  - { key: ballotPolicy.joint, value: MAJORITY, zh: 表决规则, source: 某条例, confirmed: true }
				"""));

		assertThat(read().ballotPolicy("joint")).isEqualTo(JointDecisionRules.Policy.MAJORITY);
		assertThat(read().ballotPolicy("other")).isEqualTo(JointDecisionRules.Policy.UNANIMOUS);
	}

	@Test
	void keepsFilesForAsLongAsTheirKindOrElseThePackSays() {
		assertThat(read().retention("apply")).isEmpty();

		this.files.computeIfPresent("pack.yaml", (name, text) -> text.replace("settings:\n", """
				settings:
				  - { key: retention, value: PERMANENT, zh: 保管期限, source: 某表, confirmed: true }
				  - { key: retention.apply, value: TEN_YEARS, zh: 保管期限, source: 某表, confirmed: true }
				"""));
		assertThat(read().retention("apply")).contains(RetentionPeriod.TEN_YEARS);
		assertThat(read().retention("remove")).contains(RetentionPeriod.PERMANENT);

		this.files.computeIfPresent("pack.yaml", (name, text) -> text.replace("TEN_YEARS", "ELEVEN_YEARS"));
		assertThat(findings()).extracting(PackFinding::place, PackFinding::key)
			.containsExactly(tuple("settings.retention.apply", "pack.notOneOf"));
	}

	private void policy(String policy, String source, boolean confirmed) {
		aSmallPack();
		this.files.computeIfPresent("pack.yaml", (name, text) -> text.replace(
				"key: ballotPolicy, value: UNANIMOUS, zh: 其他, source: 惯例, confirmed: false",
				"key: ballotPolicy, value: " + policy + ", zh: 表决规则, source: " + source + ", confirmed: " + confirmed));
	}

	private List<PackFinding> findings() {
		return new PackCheck(List.of()).check(files());
	}

	private RulePack read() {
		return RulePackReader.read(files());
	}

	private PackFiles files() {
		Map<String, byte[]> pack = new LinkedHashMap<>();
		this.files.forEach((path, text) -> pack.put(path, text.getBytes(StandardCharsets.UTF_8)));
		for (String diagram : List.of("apply", "remove", "joint", "showing", "telling", "protest")) {
			pack.put("bpmn/" + diagram + ".bpmn", new byte[0]);
		}
		return PackFiles.of(pack);
	}

}
