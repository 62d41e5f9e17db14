package cn.ecopark.rulepack;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.INTEGER;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/**
 * The shipped pack with one fault in it: each is found, at its line, in words, and
 * nothing else is said.
 */
class BrokenPacksTest {

	private static final PackFiles SHIPPED = PackFiles.shipped("2015-167");

	private static final PackCheck CHECK = PackParts.check();

	private static final ResourceBundleMessageSource WORDS = words();

	/** Marks in an edit the line on which the fault is told. */
	private static final String HERE = "§";

	private static final List<Broken> PACKS = Stream
		.of(figures(), texts(), shapes(), regime(), parties(), settings(), prerequisites(), documents(), files())
		.flatMap(List::stream)
		.toList();

	static List<Broken> packs() {
		return PACKS;
	}

	private static List<Broken> figures() {
		return List.of(limits("no days", "days: 15", "days: 0").tells("provincialOpinion.days", "numberOutside"),
				limits("negative days", "days: 15", "days: -5").tells("provincialOpinion.days", "numberOutside"),
				limits("days for ever", "days: 15", "days: 100000").tells("provincialOpinion.days", "numberOutside"),
				limits("days in words", "days: 15", "days: 十五").tells("provincialOpinion.days", "notANumber"),
				limits("half a day", "days: 15", "days: 1.5").tells("provincialOpinion.days", "notANumber"),
				limits("octal days", "days: 15", "days: 017").tells("provincialOpinion.days", "notANumber"),
				limits("full-width days", "days: 15", "days: １５").tells("provincialOpinion.days", "notANumber"),
				limits("many digits", "days: 15", "days: 99999999999").tells("provincialOpinion.days", "notANumber"),
				limits("list of days", "days: 15", "days: [15]").tells("provincialOpinion.days", "notAText"),
				limits("reminder before the beginning", "remindBefore: 3", "remindBefore: 15")
					.tells("provincialOpinion.remindBefore", "reminderBeforeBeginning"),
				limits("months that resume", "days: 15\n  remindBefore: 3\n  onReturn: RESTART",
						"months: 3\n  remindBefore: 3\n§  onReturn: RESUME")
					.tells("provincialOpinion.onReturn", "monthsResume"),
				limits("months for ever", "days: 15", "months: 121").tells("provincialOpinion.months", "numberOutside"),
				limits("days and months", "  days: 15\n", "  months: 3\n§  days: 15\n").tells("provincialOpinion.days",
						"unknownKey"),
				limits("reminder before the month", "  days: 15\n  remindBefore: 3", "  months: 1\n§  remindBefore: 14")
					.tells("provincialOpinion.remindBefore", "reminderBeforeBeginning"),
				limits("correction in months", "  days: 20\n", "§  months: 2\n").tells("correction.months",
						"useInDaysOnly"),
				limits("review in months", "preReview:\n  zh: 技术预审\n  en: Technical pre-review\n  days: 15\n",
						"preReview:\n  zh: 技术预审\n  en: Technical pre-review\n  months: 1\n")
					.tellsIn("pack.yaml", "settings.reviewLimits.plan-review", "addedUpInDays")
					.at("  - { key: reviewLimits.plan-review"),
				limits("reminder after the end", "remindBefore: 3", "remindBefore: -1")
					.tells("provincialOpinion.remindBefore", "numberOutside"),
				limits("days of the calendar", "  days: 15\n", "  days: 15\n§  unit: CALENDAR_DAY\n")
					.tells("provincialOpinion.unit", "unknownKey"),
				limits("days left out", "  days: 15\n", "").tells("provincialOpinion.days", "keyMissing")
					.at("provincialOpinion:"),
				limits("days without a figure", "days: 15", "days:").tells("provincialOpinion.days", "emptyText"),
				limits("word for what comes back", "  onReturn: RESTART", "  onReturn: PAUSE")
					.tells("provincialOpinion.onReturn", "notOneOf"),
				limits("days twice", "  days: 15\n", "  days: 15\n§  days: 30\n").tells("provincialOpinion.days",
						"keyTwice"),
				limits("limit twice", "provincialReview:", "provincialOpinion:").tells("provincialOpinion", "keyTwice"),
				limits("limit that is a number", "provincialOpinion:", "早: 3\nprovincialOpinion:")
					.tells("早", "notEntries")
					.tells("早", "notACode"));
	}

	private static List<Broken> texts() {
		return List.of(
				limits("confirmed in German", "confirmed: false", "confirmed: ja").tells("provincialOpinion.confirmed",
						"notTrueOrFalse"),
				limits("confirmed by a figure", "confirmed: false", "confirmed: 1").tells("provincialOpinion.confirmed",
						"notTrueOrFalse"),
				limits("no Chinese", "  zh: 商务、科技部门初审意见\n", "").tells("provincialOpinion.zh", "keyMissing")
					.at("provincialOpinion:"),
				limits("empty Chinese", "zh: 商务、科技部门初审意见", "zh: \"\"").tells("provincialOpinion.zh", "emptyText"),
				limits("blank Chinese", "zh: 商务、科技部门初审意见", "zh: '　 '").tells("provincialOpinion.zh", "emptyText"),
				limits("null for Chinese", "zh: 商务、科技部门初审意见", "zh: null").tells("provincialOpinion.zh", "emptyText"),
				limits("no English", "  en: Provincial opinions\n", "").tells("provincialOpinion.en", "keyMissing")
					.at("provincialOpinion:"),
				limits("no source", "  source: 系统设定，待核对正式文本\n", "").tells("provincialOpinion.source", "keyMissing")
					.at("provincialOpinion:"),
				outcomes("outcome without English", "zh: 提交, en: Submit", "zh: 提交").tells("SUBMIT.en", "keyMissing"),
				outcomes("misspelt mark", "applicant: true", "aplicant: true").tells("SUBMIT.aplicant", "unknownKey"),
				outcomes("happy tone", "tone: neutral, applicant", "tone: happy, applicant").tells("SUBMIT.tone",
						"notOneOf"),
				outcomes("passes without a rank", "passes: true, rank: 1", "passes: true").tells("PASS",
						"passesWithoutRank"),
				outcomes("passes against the applicant", "passes: true, rank: 1",
						"passes: true, adverse: true, rank: 1")
					.tells("PASS", "marksContradict"),
				outcomes("applicant decides", "applicant: true", "applicant: true, adverse: true").tells("SUBMIT",
						"marksContradict"),
				outcomes("silence that decides", "silence: true", "silence: true, adverse: true").tells("NO_ANSWER",
						"marksContradict"),
				outcomes("two outcomes of one meaning", "tone: neutral }", "tone: neutral, means: SIGNS }")
					.tells("SIGN", "knownTwice")
					.on(33),
				outcomes("nobody agrees", ", means: AGREES", "").tells("", "nothingKnown").on(1),
				outcomes("meaning that there is not", "applicant: true }", "applicant: true, means: NODS }")
					.tells("SUBMIT.means", "notOneOf"),
				limits("two limits of one use", "confirmed: false\n", "confirmed: false\n  use: CORRECTION\n")
					.tells("correction", "knownTwice")
					.on(29),
				limits("no time to correct", "\n  use: CORRECTION", "").tells("", "nothingKnown").on(1),
				documents("programs handed in", "accept: [pdf]", "accept: [pdf, exe]").tells("applicationLetter.accept",
						"unknownEnding"),
				documents("nothing handed in", "accept: [pdf]", "accept: []").tells("applicationLetter.accept",
						"emptyList"),
				documents("a word for a list", "accept: [pdf]", "accept: pdf").tells("applicationLetter.accept",
						"notAList"),
				documents("listed twice", "accept: [pdf]", "accept: [pdf, pdf]").tells("applicationLetter.accept",
						"listedTwice"));
	}

	private static List<Broken> shapes() {
		return List.of(limits("tab", "  days: 15\n", "\tdays: 15\n").tells("", "tab"),
				limits("bracket left open", "days: 15", "days: [15").tells("", "malformed"),
				limits("no blank behind the colon", "  days: 15\n", "  days:15\n").tells("", "malformed"),
				limits("anchor", "days: 15", "days: &fifteen 15").tells("", "anchor"),
				limits("alias of nothing", "days: 15", "days: *fifteen").tells("", "anchor"),
				limits("type", "days: 15", "days: !!int 15").tells("", "tag"),
				limits("class", "days: 15", "days: !!java.net.URL [x]").tells("", "tag"),
				limits("second document", "provincialReview:", "---\nprovincialReview:").tells("", "severalDocuments"),
				limits("deep", "days: 15", "days: " + "[".repeat(40) + "]".repeat(40)).tells("", "tooDeep").at(""),
				limits("control character", "zh: 商务", "zh: 商\u0007务").tells("", "controlCharacter"),
				limits("key that is a list", "  days: 15\n", "  days: 15\n§  ? [a]\n  : b\n").tells("provincialOpinion",
						"keyIsNoText"),
				whole("empty file", "series.yaml", "").tells("", "noEntries").at(""),
				whole("comments only", "series.yaml", "# nothing\n").tells("", "noEntries").at(""),
				whole("list for entries", "series.yaml", "- a\n").tells("", "noEntries").at(""),
				whole("bomb", "series.yaml", "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n").tells("", "anchor")
					.at("a: &a")
					.tells("", "anchor")
					.at("b: &b")
					.tells("", "anchor")
					.at("c: &c"),
				whole("endless text", "series.yaml", "x".repeat(600 * 1024)).tells("", "tooLarge").at(""),
				bytes("another encoding", "limits.yaml", text("limits.yaml").getBytes(Charset.forName("GBK")))
					.tells("", "encoding")
					.on(2),
				bytes("wide characters", "limits.yaml", text("limits.yaml").getBytes(StandardCharsets.UTF_16))
					.tells("", "encoding")
					.on(1),
				bytes("cut in a character", "series.yaml", Arrays.copyOf("环".getBytes(StandardCharsets.UTF_8), 2))
					.tells("", "encoding")
					.on(1));
	}

	private static List<Broken> regime() {
		return List.of(
				pack("date in words", "validFrom: \"2015-12-16\"", "validFrom: gestern").tells("validFrom", "notADate"),
				pack("no such day", "validFrom: \"2015-12-16\"", "validFrom: 2015-02-30").tells("validFrom",
						"noSuchDate"),
				pack("date the other way round", "validFrom: \"2015-12-16\"", "validFrom: 16.12.2015")
					.tells("validFrom", "notADate"),
				pack("year one", "validFrom: \"2015-12-16\"", "validFrom: 0001-12-16").tells("validFrom", "notADate"),
				pack("misspelt key at the top", "validFrom: \"2015", "validForm: \"2015")
					.tells("validForm", "unknownKey")
					.tells("validFrom", "keyMissing")
					.at(""),
				pack("title of a release of before", "validFrom:", "§titleZh: 国家生态工业示范园区\nvalidFrom:").tells("titleZh",
						"retired"),
				pack("version", "validFrom:", "§version: 1\nvalidFrom:").tells("version", "unknownKey"),
				pack("no such kind of process", "kind: CASE\n    zh: 创建审批", "kind: THING\n    zh: 创建审批")
					.tells("processes.creation.kind", "notOneOf"),
				pack("order of a process", "    zh: 创建审批\n", "    order: 1\n    zh: 创建审批\n")
					.tells("processes.creation.order", "unknownKey"),
				pack("case without a mark", "    numberMark: 创\n", "")
					.tells("processes.creation.numberMark", "keyMissing")
					.at("  - id: creation"),
				pack("mark of another case", "numberMark: 命", "numberMark: 创").tells("processes.award.numberMark",
						"numberMarkTwice"),
				pack("long mark", "numberMark: 创", "numberMark: 创建审批").tells("processes.creation.numberMark",
						"numberMarkTooLong"),
				pack("stage with a mark", "kind: STAGE, zh: 申报", "kind: STAGE, numberMark: 申, zh: 申报")
					.tells("processes.application.numberMark", "unknownKey"),
				pack("begun in no status", "mayStartIn: [NAMED]", "mayStartIn: []")
					.tells("processes.recheck.mayStartIn", "emptyList"),
				pack("begun in no status that there is", "mayStartIn: [NAMED]", "mayStartIn: [DREAMT]")
					.tells("processes.recheck.mayStartIn", "unknown.status"),
				pack("case that is not told of", "    aboutEn: Hand in the application",
						"    about: Hand in the application")
					.tells("processes.creation.about", "unknownKey")
					.tells("processes.creation.aboutEn", "keyMissing")
					.at("  - id: creation"),
				pack("stage that somebody begins", "kind: STAGE, zh: 申报", "kind: STAGE, begunBy: PARK, zh: 申报")
					.tells("processes.application.begunBy", "unknownKey"),
				pack("stage before the public", "zh: 申报, en: Application, nowZh",
						"zh: 申报, en: Application, public: true, nowZh")
					.tells("processes.application.public", "unknownKey"),
				pack("numbered perhaps", "numberedAtOnce: true", "numberedAtOnce: perhaps")
					.tells("processes.recheck.numberedAtOnce", "notTrueOrFalse"),
				pack("two ways of delivery", "id: objection, kind: OBJECTION", "id: objection, kind: DELIVERY")
					.tells("processes", "processOfAKind")
					.at("processes:")
					.tells("processes", "processOfAKind")
					.at("processes:"),
				pack("letter with a gap", "《关于{park}申请建设", "《关于{园区}申请建设").tells("processes.creation.letter",
						"unknownPlaceholder"),
				pack("cause with a gap", "综合得分{score}分", "综合得分{points}分").tells("processes.recheck.periodic.cause",
						"unknownPlaceholder"),
				pack("comes round by no decision", "      decision: recheck-result", "      decision: lunch")
					.tells("processes.recheck.periodic.decision", "unknown.batch"),
				pack("comes round without a decision", "      decision: recheck-result\n", "")
					.tells("processes.recheck.periodic.decision", "keyMissing")
					.at("    periodic:"),
				pack("broken off by no result", "brokenOffBy: [CLOSED, WITHDRAWN]", "brokenOffBy: [CLOSED, ASLEEP]")
					.tells("processes.recheck.periodic.brokenOffBy", "unknown.outcome"),
				pack("nothing comes round",
						"    periodic:\n      decision: recheck-result\n      brokenOffBy: [CLOSED, WITHDRAWN]\n      cause: 在{year}年国家生态工业示范园区复查中，你园区综合得分{score}分，评定为{grade}。\n",
						"")
					.tells("processes", "nothingPeriodic")
					.at("processes:"),
				pack("two come round", "    matter: 取消命名（除名）\n",
						"§    periodic: { decision: naming, brokenOffBy: [CLOSED], cause: 某年 }\n    matter: 取消命名（除名）\n")
					.edit("pack.yaml", "    needsGround: true\n", "")
					.tells("processes.revocation.periodic", "periodicTwice")
					.at("    periodic: { decision: naming"),
				pack("round with a ground", "    periodic:\n", "    needsGround: true\n    periodic:\n")
					.tells("processes.recheck.needsGround", "marksContradict"),
				pack("process without a diagram", "  - { id: application,",
						"§  - { id: petition, kind: STAGE, zh: 请愿, en: Petition }\n  - { id: application,")
					.tells("processes.petition", "processWithoutDiagram"),
				pack("process twice", "  - { id: batch-result,",
						"§  - { id: naming, kind: BATCH, zh: 命名, en: Naming }\n  - { id: batch-result,")
					.tells("processes.naming", "entryTwice"),
				pack("no processes", "processes:\n", "processes: []\nothers:\n").tells("processes", "none")
					.at("processes: []")
					.tells("others", "unknownKey")
					.at("others:"),
				pack("step of a life without a diagram", "stage: naming, zh: 命名", "stage: crowning, zh: 命名")
					.tells("life.crowning", "unknown.process"),
				pack("step of a life that is a part of steps", "stage: technical-check, zh: 技术核查",
						"stage: joint-decision, zh: 技术核查")
					.tells("life.joint-decision", "unknown.process"),
				pack("diagram that is none", "stage: naming, zh: 命名", "stage: naming, drawn: false, zh: 命名")
					.tells("life.naming.drawn", "drawnAfterAll"),
				pack("step that nobody does", ", byZh: 技术支持单位, byEn: Technical unit }", ", byZh: 技术支持单位 }")
					.tells("life.technical-check.byEn", "keyMissing"),
				pack("limit and body of a step", "limit: publicNotice }", "limit: publicNotice, byZh: 公众 }")
					.tells("life.public-notice.byZh", "unknownKey"),
				pack("step of no limit", "limit: publicNotice }", "limit: lunch }").tells("life.public-notice.limit",
						"unknown.limit"),
				pack("given twice", "gives: NAMED", "gives: UNDER_CONSTRUCTION").tells("life.naming.gives",
						"givenTwice"),
				pack("given by no result", "gives: NAMED", "gives: PROSPECT").tells("life.naming.gives",
						"givenByNoResult"),
				pack("not drawn and nothing before it", ", gives: UNDER_CONSTRUCTION", "")
					.tells("life.construction.drawn", "nothingBeforeIt")
					.at("  - { stage: construction, "),
				pack("order of a step", "{ stage: naming,", "{ order: 9, stage: naming,").tells("life.naming.order",
						"unknownKey"),
				pack("hole below the grades", "minScore: 0", "minScore: 10").tells("grades", "gradesGap").at("grades:"),
				pack("grades that overlap", "minScore: 80", "minScore: 90").tells("grades.GOOD.minScore",
						"gradesOverlap"),
				pack("score above the most", "minScore: 90", "minScore: 190").tells("grades.EXCELLENT.minScore",
						"numberOutside"),
				pack("told to improve and criticised", "improves: true,", "improves: true, criticised: true,")
					.tells("grades.MEDIUM", "marksContradict"),
				pack("unknown grade", "code: GOOD, minScore", "code: SPLENDID, minScore").tells("grades.SPLENDID",
						"unknown.outcome"),
				pack("grade that YAML 1.1 takes for no", "code: GOOD, minScore", "code: NO, minScore")
					.tells("grades.NO", "unknown.outcome"),
				pack("grade without a source", "minScore: 90, source: 环发〔2015〕167号", "minScore: 90")
					.tells("grades.EXCELLENT.source", "keyMissing"),
				pack("no grades", "grades:\n", "grades: []\nmarks:\n").tells("grades", "none")
					.at("grades: []")
					.tells("marks", "unknownKey")
					.at("marks:"),
				pack("status that no park has", "lifeStatuses: [NAMED]", "lifeStatuses: [FAMOUS]")
					.tells("results.2.lifeStatuses", "unknown.status")
					.tells("life.naming.gives", "givenByNoResult")
					.at("  - { stage: naming,"),
				pack("end of a stage", "process: award, result: NAMED", "process: naming, result: NAMED")
					.tells("results.2.process", "unknown.case"),
				pack("end that is no outcome", "process: award, result: NAMED", "process: award, result: CROWNED")
					.tells("results.2.result", "unknown.outcome"),
				pack("end without a decision", "result: NAMED, decision: naming,", "result: NAMED,")
					.tells("results.2.decision", "keyMissing"),
				pack("end by what is no decision", "result: NAMED, decision: naming,",
						"result: NAMED, decision: award,")
					.tells("results.2.decision", "unknown.batch")
					.tells("life.naming.gives", "givenByNoResult")
					.at("  - { stage: naming,"),
				pack("end by what no document is", "result: NAMED, decision: naming,",
						"result: NAMED, document: lunch,")
					.tells("results.2.document", "unknown.paper")
					.tells("life.naming.gives", "givenByNoResult")
					.at("  - { stage: naming,"),
				pack("end by two acts", "result: NAMED, decision: naming,",
						"result: NAMED, document: namingNotice, decision: naming,")
					.tells("results.2.decision", "unknownKey")
					.tells("life.naming.gives", "givenByNoResult")
					.at("  - { stage: naming,"),
				pack("end twice", "process: award, result: NAMED", "process: creation, result: APPROVED")
					.tells("results.2", "entryTwice"),
				pack("exit that documents have no word for", "exitDecision.REMOVED, value",
						"exitDecision.REVOKED, value")
					.tells("settings.exitDecision.REVOKED", "entryTwice")
					.tells("settings", "setting.missing")
					.at("settings:"),
				pack("word for an exit to a status that no park has", "  - { key: exitTitle.several,",
						"§  - { key: exitTitle.GONE, value: 离开, zh: 离开, source: 无, confirmed: false }\n  - { key: exitTitle.several,")
					.tells("settings.exitTitle.GONE", "unknown.status"),
				pack("title of an exit with a gap", "对{parks}取消命名", "对{park}取消命名").tells("settings.exitTitle.several",
						"unknownPlaceholder"),
				pack("word for a status that no park has", "  REMOVED: { zh: 已除名", "  RETIRED: { zh: 已除名")
					.tells("statuses.RETIRED", "unknown.status"),
				pack("word for a status in one language", "zh: 已除名, en: Struck off the list }", "zh: 已除名 }")
					.tells("statuses.REMOVED.en", "keyMissing"),
				pack("words for a status twice", "  REMOVED: { zh: 已除名",
						"  REMOVED: { zh: 除, en: Gone }\n§  REMOVED: { zh: 已除名")
					.tells("statuses.REMOVED", "keyTwice"),
				pack("type that no park has", "parkTypes: [SECTOR]", "parkTypes: [GARDEN]")
					.tells("standards.HJ/T 273-2006.parkTypes", "unknown.parkType"));
	}

	private static List<Broken> parties() {
		return List.of(
				edit("ministries of a release of before", "roles.yaml", "roles:\n", "§ministries: []\nroles:\n")
					.tells("ministries", "retired"),
				edit("technical units of a release of before", "roles.yaml", "roles:\n",
						"§technicalUnits:\n  - { process: creation, code: CRAES }\nroles:\n")
					.tells("technicalUnits", "retired"),
				roles("role resolved by magic", "resolve: ORDERER", "resolve: MAGIC")
					.tells("roles.RECTIFICATION_ORDERER.resolve", "notOneOf"),
				roles("kind of unit that does not exist", "unitKind: PARK", "unitKind: GARDEN")
					.tells("roles.PARK.unitKind", "unknown.unitKind"),
				roles("party of no kind", "resolve: PARTY, unitKind: PARK", "resolve: PARTY")
					.tells("roles.PARK.unitKind", "keyMissing"),
				roles("panel of units", "en: Panel member, resolve: PANEL",
						"en: Panel member, resolve: PANEL, unitKind: MINISTRY")
					.tells("roles.PANEL_MEMBER.unitKind", "unknownKey"),
				roles("two leaders", "resolve: EXPERTS", "resolve: LEADER").tells("roles.PANEL_LEADER", "resolvedTwice")
					.on(18),
				roles("the one unit of many", "resolve: KIND, unitKind: OFFICE", "resolve: KIND, unitKind: MINISTRY")
					.tells("roles.OFFICE.unitKind", "kindOfSeveral"),
				roles("told to nobody", "unitKind: PARK, disclosed: PARK", "unitKind: PARK, disclosed: NOBODY")
					.tells("roles.PARK.disclosed", "unknown.audience"),
				roles("role twice", "{ code: EXPERT,", "{ code: PARK,").tells("roles.PARK", "entryTwice"),
				roles("role with blanks", "{ code: EXPERT,", "{ code: \"AN EXPERT\",").tells("roles.AN EXPERT.code",
						"notACode"),
				pack("begun by nobody known", "begunBy: PARK", "begunBy: COOK").tells("processes.creation.begunBy",
						"unknown.role"),
				pack("begun by one of many", "begunBy: PARK", "begunBy: MINISTRY").tells("processes.creation.begunBy",
						"cannotBegin"),
				pack("rechecks itself", "numberedAtOnce: true\n    begunBy: OFFICE",
						"numberedAtOnce: true\n    begunBy: PARK")
					.tells("processes.recheck.begunBy", "onlyAnAuthorityBegins")
					.at("    begunBy: PARK\n    mayStartIn: [NAMED]"),
				pack("begun against itself", "numberMark: 撤\n    begunBy: OFFICE", "numberMark: 撤\n    begunBy: PARK")
					.tells("processes.revocation.begunBy", "onlyAnAuthorityBegins")
					.at("    begunBy: PARK\n    mayStartIn: [UNDER_CONSTRUCTION, NAMED]"),
				pack("party that is no role", "parties: [PARK, PROVINCE_ECOLOGY", "parties: [PARK, COOK")
					.tells("processes.creation.parties", "unknown.role"),
				pack("party that is not found yet", "parties: [PARK, PROVINCE_ECOLOGY", "parties: [PARK, OFFICE")
					.tells("processes.creation.parties", "noParty"),
				pack("case without its park", "parties: [PARK, PROVINCE_ECOLOGY", "parties: [PROVINCE_ECOLOGY")
					.tells("processes.creation.parties", "parkTakesNoPart"),
				edit("series that ends before it begins", "series.yaml", "  validFrom: \"2018-03-19\"\n",
						"  validFrom: \"2018-03-19\"\n§  validTo: \"2018-03-19\"\n")
					.tells("环办科财函.validTo", "endsBeforeItBegins"),
				edit("series followed by none", "series.yaml", "next: 科财函", "next: 某函").tells("示范园办.next",
						"unknown.series"),
				edit("series followed too late", "series.yaml", "  validTo: \"2022-01-01\"\n  next: 科财函",
						"  validTo: \"2021-12-31\"\n§  next: 科财函")
					.tells("示范园办.next", "seriesDoesNotFollow"),
				edit("series followed by another's", "series.yaml", "next: 科财函", "next: 环办").tells("示范园办.next",
						"seriesDoesNotFollow"));
	}

	private static List<Broken> settings() {
		return List.of(setting("never read", "recheckScoreTotal", "100", "setting.unknown"),
				setting("misspelt", "panelQourum", "2/3", "setting.unknown"),
				setting("of too many parts", "panelMinimum.acceptance", "7", "setting.parts"),
				setting("of no outcome", "mostTimes.SHOUT", "1", "unknown.outcome"),
				setting("of no process", "mostTimes.lunch.RECTIFY", "1", "unknown.process"),
				setting("of a part of several", "mostTimes.provincial-review.SEND_BACK", "1", "unknown.process"),
				setting("of no limit", "daysAfter.EXTEND.lunch", "1", "unknown.limit"),
				setting("of no stage", "reviewLimits.lunch", "preReview", "unknown.stage"),
				setting("naming no limit", "reviewLimits.acceptance", "\"vote,lunch\"", "unknown.limit"),
				setting("naming a limit twice", "reviewLimits.acceptance", "\"vote,vote\"", "listedTwice"),
				setting("opening what is no case", "opens.award.FAILED", "naming", "unknown.case"),
				setting("opening after what is no case", "opens.naming.FAILED", "revocation", "unknown.case"),
				setting("point of no form", "opinionPoint.acceptance.taste", "口味", "unknown.field"),
				setting("point where no panel decides", "opinionPoint.technical-check.dataTrue", "资料",
						"noPanelDecides"),
				setting("invited to a batch", "panelInvited.naming", "true", "unknown.stage"),
				setting("invited perhaps", "panelInvited.technical-check", "perhaps", "notTrueOrFalse"),
				setting("panel of a batch", "panelDecides.naming", "true", "unknown.stage"),
				setting("remedy of what is no paper", "remedyDays.constructionPlan", "5", "unknown.paper"),
				setting("remedy against nobody", "remedyBody.NOBODY", "某机关", "unknown.issuer"),
				setting("remedy against small letters", "remedyBody.office", "某机关", "unknown.issuer"),
				setting("remedy in no province", "remedyBody.STEP_UNIT.110101", "某机关", "unknown.province"),
				setting("remedy with a gap", "remedyText.refusalToForward", "\"请于{date}前提出\"", "unknownPlaceholder"),
				setting("majority without law", "ballotPolicy.naming", "MAJORITY", "policyWithoutSource"),
				setting("policy of one's own", "ballotPolicy.naming", "LOUDEST", "notOneOf"),
				setting("policy of a stage", "ballotPolicy.application", "UNANIMOUS", "unknown.batch"),
				setting("twice", "panelMinimum", "7", "entryTwice").at("  - { key: panelMinimum, value: 5"),
				pack("years in words", "key: recheckEveryYears, value: 3", "key: recheckEveryYears, value: 三")
					.tells("settings.recheckEveryYears", "notANumber"),
				pack("years that never end", "key: recheckEveryYears, value: 3", "key: recheckEveryYears, value: 0")
					.tells("settings.recheckEveryYears", "numberOutside"),
				pack("counted from nowhere", "value: FROM_NAMING", "value: FROM_MARS")
					.tells("settings.recheckCountedFrom", "notOneOf"),
				pack("more than the whole", "key: panelQuorum, value: 2/3", "key: panelQuorum, value: 4/3")
					.tells("settings.panelQuorum", "notAShare"),
				pack("share of nothing", "key: panelQuorum, value: 2/3", "key: panelQuorum, value: 0/3")
					.tells("settings.panelQuorum", "notAShare"),
				pack("share by words", "key: panelQuorum, value: 2/3", "key: panelQuorum, value: 三分之二")
					.tells("settings.panelQuorum", "notAShare"),
				pack("perhaps", "key: panelOddWarning, value: true", "key: panelOddWarning, value: vielleicht")
					.tells("settings.panelOddWarning", "notTrueOrFalse"),
				pack("unknown standard", "value: HJ 274-2015", "value: HJ 999-2099").tells("settings.standardInForce",
						"unknown.standard"),
				pack("closing without a paper", "value: terminationNotice", "value: farewell")
					.tells("settings.closingPaper", "unknown.paper"),
				pack("least above most", "key: lastDayLeast, value: 3", "key: lastDayLeast, value: 61")
					.tells("settings.lastDayLeast", "setting.leastAboveMost"),
				pack("setting without a value", "key: panelMinimum, value: 5", "key: panelMinimum")
					.tells("settings.panelMinimum.value", "keyMissing"),
				pack("setting left out", "  - { key: printedBy,", "  #- { key: printedBy,")
					.tells("settings", "setting.missing")
					.at("settings:"));
	}

	private static List<Broken> prerequisites() {
		return List.of(
				pack("of no decision", "decision: public-notice, need: WORD", "decision: lunch, need: WORD")
					.tells("prerequisites.4.decision", "unknown.batch"),
				pack("of no document", "decision: public-notice, need: WORD", "document: lunch, need: WORD")
					.tells("prerequisites.4.document", "unknown.paper"),
				pack("of no stage", "need: WORD, stage: technical-check", "need: WORD, stage: lunch")
					.tells("prerequisites.4.stage", "unknown.stage"),
				pack("of a part of stages", "need: WORD, stage: technical-check",
						"need: WORD, stage: provincial-review")
					.tells("prerequisites.4.stage", "unknown.stage"),
				pack("of no role", "stage: technical-check, role: TECHNICAL_UNIT", "stage: technical-check, role: COOK")
					.tells("prerequisites.4.role", "unknown.role"),
				pack("of no outcome", "role: TECHNICAL_UNIT, outcomes: [PASS]",
						"role: TECHNICAL_UNIT, outcomes: [TASTY]")
					.tells("prerequisites.4.outcomes", "unknown.outcome"),
				pack("of no need", "need: NOTICE", "need: WISH").tells("prerequisites.9.need", "notOneOf"),
				pack("notice that is a stage", "need: NOTICE, stage: public-notice", "need: NOTICE, stage: acceptance")
					.tells("prerequisites.9.stage", "unknown.batch"),
				pack("notice that shows nothing", "need: NOTICE, stage: public-notice", "need: NOTICE, stage: naming")
					.tells("prerequisites.9.stage", "notPublic"),
				pack("hearing in a stage", "need: HEARING, stage: revocation", "need: HEARING, stage: naming")
					.tells("prerequisites.11.stage", "unknown.case"),
				pack("notice with a role", "need: NOTICE, stage", "need: NOTICE, role: OFFICE, stage")
					.tells("prerequisites.9.role", "unknownKey"),
				pack("silence of a notice", "need: NOTICE, stage", "need: NOTICE, orSilence: true, stage")
					.tells("prerequisites.9.orSilence", "unknownKey"),
				pack("opinion of no panel", "need: PANEL_OPINION, stage: plan-review",
						"need: PANEL_OPINION, stage: technical-check")
					.tells("prerequisites.3.stage", "noPanelDecides"),
				edit("outline of no paper", "outline.yaml", "kinds: [constructionPlan, revisedPlan, planRevision]",
						"kinds: [constructionPlan, lunch]")
					.tells("kinds", "unknown.document"),
				edit("chapter twice", "outline.yaml", "  - key: present", "  - key: general").tells("chapters.general",
						"entryTwice"),
				edit("chapter without titles", "outline.yaml", "titles: [附图与附件, 附图附件, 附图, 附件, 附表, 附录]", "titles: []")
					.tells("chapters.annexes.titles", "emptyList"));
	}

	private static List<Broken> documents() {
		return List.of(
				document("of no batch", "decisions: [public-notice]", "decisions: [lunch]")
					.tells("papers.publicNotice.decisions", "unknown.batch"),
				document("of no series", "    series: 环发\n", "    series: 环发发\n").tells("papers.approvalToBuild.series",
						"unknown.series"),
				document("signed by nobody", "issuers: [OFFICE]", "issuers: [COOK]")
					.tells("papers.submissionReceipt.issuers", "notOneOf"),
				document("signed jointly without a decision", "    decisions: [recheck-result]\n", "")
					.tells("papers.recheckCircular.issuers", "jointWithoutDecision"),
				document("of no level", "level: province", "level: village")
					.tells("papers.refusalToForward.issuing.level", "notOneOf"),
				document("level of nobody", "    issuers: []\n",
						"    issuers: []\n§    issuing: { level: ministry, source: 系统设定, confirmed: false }\n")
					.tells("papers.panelOpinion.issuing.level", "issuedByNobody"),
				document("order of one", "issuing: { level: province,", "issuing: { order: [MEE], level: province,")
					.tells("papers.refusalToForward.issuing.order", "orderOfOne"),
				document("order that names one twice", "order: [MEE, MOFCOM,", "order: [MEE, MEE,")
					.tells("papers.approvalToBuild.issuing.order", "listedTwice"),
				document("letter that is printed", "issuing: { level: province,",
						"issuing: { printed: none, level: province,")
					.tells("papers.refusalToForward.issuing.printed", "letterBearsNoPrinter"),
				document("printed some day", "printed: issue", "printed: someday")
					.tells("papers.approvalToBuild.issuing.printed", "notOneOf"),
				document("issued without a source", "    issuing: { level: province, source: 系统设定，各省做法待核对, ",
						"    issuing: { level: province, ")
					.tells("papers.refusalToForward.issuing.source", "keyMissing"),
				document("level without the body", "name: \"{body}办公厅\"", "name: 办公厅")
					.tells("levels.generalOffice.name", "nameWithoutBody"),
				document("stand-in without its unit", "name: \"{body}科技标准司\"", "name: 科技标准司")
					.tells("levels.leadingGroupOffice.standIns.1.name", "nameWithoutBody"),
				document("two stand-ins at once", "validTo: \"2018-08-01\"", "validTo: \"2018-08-02\"")
					.tells("levels.leadingGroupOffice.standIns", "standInsMeet")
					.at("    standIns:"),
				document("of no form", "form: certificate", "form: scroll").tells("papers.titleCertificate.form",
						"notOneOf"),
				document("read by nobody", "audience: PARK", "audience: COOK")
					.tells("papers.submissionReceipt.audience", "notOneOf"),
				document("told what is no fact", "facts: [parkName, title, namingNumber]",
						"facts: [parkName, title, namingNumber, taste~]")
					.tells("papers.titleCertificate.facts", "unknown.fact"),
				document("told twice", "facts: [parkName, title, namingNumber]",
						"facts: [parkName, title, namingNumber, title~]")
					.tells("papers.titleCertificate.facts", "listedTwice"),
				document("fact of no type", "province: { zh: 省份, type: text", "province: { zh: 省份, type: smell")
					.tells("facts.province.type", "notOneOf"),
				document("fact for nobody", "  province: {",
						"§  taste: { zh: 口味, type: text, example: 咸 }\n  province: {")
					.tells("facts.taste", "factUntold"),
				document("two facts of one name", "  province: {",
						"  taste: { zh: 省份, type: text, example: 咸 }\n§  province: {")
					.edit("papers.yaml", "facts: [parkName, title, namingNumber]",
							"facts: [parkName, title, namingNumber, taste~]")
					.tells("facts.province.zh", "labelTwice"),
				document("table without columns", "  province: {",
						"§  taste: { zh: 口味, type: table, example: 咸 }\n  province: {")
					.edit("papers.yaml", "facts: [parkName, title, namingNumber]",
							"facts: [parkName, title, namingNumber, taste~]")
					.tells("facts.taste.columns", "keyMissing"),
				document("table of no columns", "  province: {",
						"§  taste: { zh: 口味, type: table, columns: {}, example: 咸 }\n  province: {")
					.edit("papers.yaml", "facts: [parkName, title, namingNumber]",
							"facts: [parkName, title, namingNumber, taste~]")
					.tells("facts.taste.columns", "emptyList"),
				document("text with columns", "parkKind: { zh: 园区类型,", "parkKind: { columns: { a: 甲 }, zh: 园区类型,")
					.tells("facts.parkKind.columns", "unknownKey"),
				documents("paper that is no document", "titleCertificate:", "certificate:")
					.tells("certificate", "documentWithoutPaper")
					.tellsIn("papers.yaml", "papers.titleCertificate", "paperWithoutDocument")
					.at("  titleCertificate:"),
				template("names what it is not told", "{{园区名称}}", "{{园区的名称}}", "template.UNKNOWN"),
				template("never ends a part", "一、总体评价\n", "§{{#讨论}}\n一、总体评价\n", "template.UNPAIRED"),
				template("fills in a table", "四、论证结论", "四、{{专家组名单}}", "template.TABLE_AS_WORDS"),
				template("has odd braces", "四、论证结论", "四、{{", "template.BRACES"),
				template("has no title", "标题：", "题目：", "template.NO_TITLE"));
	}

	private static List<Broken> files() {
		return List.of(file("roles.yml", "roles.yml").tells("", "unknownFile").on(0),
				file("unknown data", "foo.yaml").tells("", "unknownFile").on(0),
				file("readme among the papers", "papers/readme.md").tells("", "unknownFile").on(0),
				file("template of no paper", "papers/lunch.txt").tells("", "templateWithoutPaper").on(0),
				file("diagram of no process", "bpmn/lunch.bpmn").tells("", "diagramWithoutProcess").on(0),
				without("file missing", "limits.yaml").tells("", "fileMissing").on(0),
				without("template missing", "papers/namingNotice.txt")
					.tellsIn("papers.yaml", "papers.namingNotice", "paperWithoutTemplate")
					.at("  namingNotice:\n"),
				without("diagram missing", "bpmn/award.bpmn")
					.tellsIn("pack.yaml", "processes.award", "processWithoutDiagram")
					.at("  - id: award"),
				bytes("template in another encoding", "papers/namingNotice.txt",
						"标题：命名".getBytes(Charset.forName("GBK")))
					.tells("", "encoding")
					.on(1));
	}

	private static Broken limits(String what, String right, String wrong) {
		return edit(what, "limits.yaml", right, wrong);
	}

	private static Broken outcomes(String what, String right, String wrong) {
		return edit(what, "outcomes.yaml", right, wrong);
	}

	private static Broken documents(String what, String right, String wrong) {
		return edit(what, "documents.yaml", right, wrong);
	}

	private static Broken roles(String what, String right, String wrong) {
		return edit(what, "roles.yaml", right, wrong);
	}

	private static Broken pack(String what, String right, String wrong) {
		return edit(what, "pack.yaml", right, wrong);
	}

	private static Broken document(String what, String right, String wrong) {
		return edit("paper " + what, "papers.yaml", right, wrong);
	}

	private static Broken template(String what, String right, String wrong, String key) {
		return edit("template " + what, "papers/panelOpinion.txt", right, wrong).tells("", key);
	}

	private static Broken setting(String what, String key, String value, String finding) {
		return pack("setting " + what, "settings:\n",
				"settings:\n§  - { key: " + key + ", value: " + value + ", zh: 某项, source: 系统设定, confirmed: false }\n")
			.tells("settings." + key, finding);
	}

	private static Broken edit(String what, String file, String right, String wrong) {
		return new Broken(what, file).edit(file, right, wrong);
	}

	private static Broken whole(String what, String file, String text) {
		return bytes(what, file, text.getBytes(StandardCharsets.UTF_8));
	}

	private static Broken file(String what, String file) {
		return whole(what, file, "a: 1");
	}

	private static Broken bytes(String what, String file, byte[] content) {
		Broken broken = new Broken(what, file);
		broken.files.put(file, content);
		return broken;
	}

	private static Broken without(String what, String file) {
		Broken broken = new Broken(what, file);
		broken.files.remove(file);
		return broken;
	}

	private static String text(String file) {
		return SHIPPED.text(file).orElseThrow();
	}

	@Test
	void theShippedPackHasNoFault() {
		assertThat(CHECK.check(SHIPPED)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("packs")
	void findsTheFaultAtItsLineAndSaysNothingElse(Broken broken) {
		assertThat(broken.findings())
			.extracting(PackFinding::file, PackFinding::line, PackFinding::place, PackFinding::key)
			.containsExactlyInAnyOrderElementsOf(broken.told());
	}

	@ParameterizedTest
	@MethodSource("packs")
	void saysWhatIsWrongAndWhatToDoInBothLanguages(Broken broken) {
		for (PackFinding finding : broken.findings()) {
			String chinese = WORDS.getMessage(finding, Locale.SIMPLIFIED_CHINESE);
			String english = WORDS.getMessage(finding, Locale.ENGLISH);

			assertThat(chinese).matches("(?s).*\\p{IsHan}.*。.+。|.*，请.*。").doesNotContainPattern("\\{\\d}");
			assertThat(english).matches("(?s).*\\. .*\\.").doesNotContainPattern("\\{\\d}|\\p{IsHan}{9}");
		}
	}

	@Test
	void everyWordOfAFindingIsSaidOfSomePack() throws IOException {
		Set<String> said = new TreeSet<>();
		PACKS.forEach(broken -> broken.findings().forEach(finding -> said.add("finding." + finding.key())));
		Properties texts = new Properties();
		try (Reader reader = Files
			.newBufferedReader(Path.of("src", "main", "resources", "messages", "rulepack_zh_CN.properties"))) {
			texts.load(reader);
		}
		Set<String> known = new TreeSet<>(texts.stringPropertyNames());
		known.removeIf(key -> !key.startsWith("finding.pack.") || key.equals("finding.pack.more"));

		assertThat(said).isEqualTo(known);
	}

	/** What a hostile administrator may send costs seconds at most, and no memory. */
	@Test
	void boundsWhatAHostilePackCosts() {
		String body = "roles:\n" + "  - { code: A, order: 1 }\n".repeat(12_000);
		String dots = "settings:\n  - { key: " + "a.".repeat(200_000) + " }\n";

		assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
			assertThat(whole("", "roles.yaml", body).findings()).hasSize(301).last().satisfies(more -> {
				assertThat(more.key()).isEqualTo("pack.more");
				assertThat(more.arguments()).first().asInstanceOf(INTEGER).isGreaterThan(10_000);
			});
			assertThat(whole("", "pack.yaml", dots).findings()).isNotEmpty();
		});
	}

	@Test
	void thePackIsRefusedWithAllOfThem() {
		Broken broken = limits("", "days: 15", "days: 0").edit("limits.yaml", "days: 15", "days: never");

		assertThatThrownBy(() -> RulePackReader.read(PackFiles.of(broken.files)))
			.isInstanceOfSatisfying(PackRefused.class, refused -> {
				assertThat(refused.findings()).extracting(PackFinding::place)
					.containsExactly("provincialOpinion.days", "provincialReview.days");
				assertThat(refused.problem()).isEqualTo("pack.refused");
			});
	}

	private static ResourceBundleMessageSource words() {
		ResourceBundleMessageSource words = new ResourceBundleMessageSource();
		words.setBasename("messages/rulepack");
		words.setDefaultEncoding("UTF-8");
		words.setFallbackToSystemLocale(false);
		return words;
	}

	/** The shipped pack with a fault, and what has to be told of it. */
	private static final class Broken {

		private final String what;

		private final String file;

		private final Map<String, byte[]> files = new TreeMap<>(SHIPPED.all());

		private final List<Told> told = new ArrayList<>();

		private int line;

		private @Nullable List<PackFinding> found;

		private Broken(String what, String file) {
			this.what = what;
			this.file = file;
		}

		/** The first time it stands there; only of the first edit the line is kept. */
		Broken edit(String in, String right, String wrong) {
			String before = new String(this.files.get(in), StandardCharsets.UTF_8);
			int at = before.indexOf(right);
			assertThat(at).as("%s: %s in %s", this.what, right, in).isNotNegative();
			String marked = before.substring(0, at) + wrong + before.substring(at + right.length());
			if (this.line == 0) {
				this.line = lineAt(marked, wrong.contains(HERE) ? marked.indexOf(HERE) : at);
			}
			this.files.put(in, marked.replace(HERE, "").getBytes(StandardCharsets.UTF_8));
			return this;
		}

		/** On the line of the edit. */
		Broken tells(String place, String key) {
			return tellsIn(this.file, place, key);
		}

		Broken tellsIn(String in, String place, String key) {
			this.told.add(new Told(in, this.line, place, "pack." + key));
			return this;
		}

		/** The last one on the line where that text begins. */
		Broken at(String text) {
			Told last = this.told.get(this.told.size() - 1);
			String edited = new String(this.files.get(last.file()), StandardCharsets.UTF_8);
			int at = edited.indexOf(text);
			assertThat(at).as("%s: %s", this.what, text).isNotNegative();
			return on(lineAt(edited, at));
		}

		/** The last one on that line. */
		Broken on(int number) {
			Told last = this.told.remove(this.told.size() - 1);
			this.told.add(new Told(last.file(), number, last.place(), last.key()));
			return this;
		}

		List<PackFinding> findings() {
			List<PackFinding> known = this.found;
			if (known == null) {
				known = CHECK.check(PackFiles.of(this.files));
				this.found = known;
			}
			return known;
		}

		List<Tuple> told() {
			return this.told.stream().map(one -> tuple(one.file(), one.line(), one.place(), one.key())).toList();
		}

		private static int lineAt(String text, int end) {
			return 1 + (int) text.chars().limit(end).filter(character -> character == '\n').count();
		}

		@Override
		public String toString() {
			return this.file + ": " + this.what;
		}

	}

	private record Told(String file, int line, String place, String key) {
	}

}
