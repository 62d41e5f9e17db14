package cn.ecopark.rulepack;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import cn.ecopark.calendar.Term;
import cn.ecopark.rulepack.CaseResult;
import cn.ecopark.rulepack.Grade;
import cn.ecopark.rulepack.KindOfCase.Numbering;
import cn.ecopark.rulepack.KindOfCase.OnDocument;
import cn.ecopark.rulepack.KindOfCase.Periodic;
import cn.ecopark.rulepack.LifeStep;
import cn.ecopark.rulepack.Limit.OnReturn;
import cn.ecopark.rulepack.OutcomeKind.Marks;
import cn.ecopark.rulepack.OutcomeKind.Meaning;
import cn.ecopark.rulepack.Prerequisite.Need;
import cn.ecopark.rulepack.Role;
import cn.ecopark.rulepack.Role.Resolve;
import cn.ecopark.rulepack.Setting;
import cn.ecopark.rulepack.Standard;

/** Reads the data files of a pack, every entry of them. */
final class RulePackReader {

	static final String PACK = "pack.yaml";

	static final String ROLES = "roles.yaml";

	static final String LIMITS = "limits.yaml";

	static final String DOCUMENTS = "documents.yaml";

	static final String OUTCOMES = "outcomes.yaml";

	static final String SERIES = "series.yaml";

	/** Longer than any that a ministry has ever set. */
	private static final int MOST_DAYS = 1000;

	private static final int MOST_MONTHS = 120;

	private RulePackReader() {
	}

	/**
	 * @throws PackRefused with everything that is wrong in the pack
	 */
	static RulePack read(PackFiles files) {
		return whole(files, new PackFindings());
	}

	/**
	 * Reads a release that is kept already, perhaps by an earlier program. What no
	 * release may say any more it may have said then; nobody reads it now.
	 * @throws PackRefused with everything else that is wrong in it
	 */
	static RulePack readKept(PackFiles files) {
		return whole(files, PackFindings.ofKeptRelease());
	}

	private static RulePack whole(PackFiles files, PackFindings findings) {
		Optional<RulePack> pack = read(files, findings);
		if (pack.isEmpty() || !findings.all().isEmpty()) {
			throw new PackRefused(findings.all());
		}
		return pack.get();
	}

	/**
	 * @return the pack, with stand-ins for what is among the findings; empty where a
	 * whole file cannot be read
	 */
	static Optional<RulePack> read(PackFiles files, PackFindings findings) {
		KnownFiles.check(files, findings);
		Optional<Map<String, Role>> roles = file(files, ROLES, findings, RulePackReader::roles);
		Optional<Map<String, Limit>> limits = file(files, LIMITS, findings, all -> all.byCode(RulePackReader::limit));
		Optional<Map<String, DocumentKind>> documents = file(files, DOCUMENTS, findings,
				all -> all.byCode(RulePackReader::document));
		Optional<Map<String, OutcomeKind>> outcomes = file(files, OUTCOMES, findings,
				all -> all.byCode(RulePackReader::outcome));
		Optional<Map<String, NumberSeries>> series = file(files, SERIES, findings,
				all -> all.byKey(RulePackReader::series));
		Optional<RulePack> pack = file(files, PACK, findings,
				entry -> pack(entry, limits.orElse(Map.of()), documents.orElse(Map.of()), outcomes.orElse(Map.of()),
						roles.orElse(Map.of()), series.orElse(Map.of())));
		Optional<PlanOutline> outline = PlanOutlines.read(files, findings);
		if (pack.isEmpty() || roles.isEmpty() || limits.isEmpty() || documents.isEmpty() || outcomes.isEmpty()
				|| series.isEmpty()) {
			return Optional.empty();
		}
		new PackContradictions(pack.get(), findings).find(files, outline.orElse(null));
		return pack;
	}

	private static <T> Optional<T> file(PackFiles files, String file, PackFindings findings,
			Function<PackEntry, T> read) {
		if (files.find(file).isEmpty()) {
			findings.unreadable(file, 0, "pack.fileMissing", file);
		}
		return PackYaml.read(files, file, findings, read);
	}

	private static RulePack pack(PackEntry pack, Map<String, Limit> limits, Map<String, DocumentKind> documents,
			Map<String, OutcomeKind> outcomes, Map<String, Role> roles, Map<String, NumberSeries> series) {
		pack.retired("titleZh");
		pack.retired("titleEn");
		return new RulePack(new ReleaseId(pack.packId("id"), 0),
				new RulePack.Name(pack.text("zh"), pack.text("en"), pack.text("source")), pack.date("validFrom"),
				pack.someByKey("processes", "id", RulePackReader::procedure),
				List.copyOf(pack.someByKey("life", "stage", RulePackReader::lifeStep).values()), limits, documents,
				outcomes, roles, grades(pack), pack.listByKey("settings", "key", RulePackReader::setting),
				pack.listByKey("standards", "code", RulePackReader::standard), series,
				pack.list("prerequisites", RulePackReader::prerequisite), pack.list("results", RulePackReader::result),
				pack.has("statuses") ? pack.part("statuses", RulePackReader::statuses) : Map.of());
	}

	private static Map<String, Words> statuses(PackEntry entry) {
		return entry.byCode((status, words) -> new Words(words.text("zh"), words.text("en")));
	}

	private static Procedure procedure(PackEntry entry) {
		Procedure.Kind kind = entry.kind(Procedure.Kind.class, "kind");
		return new Procedure(entry.code("id"), entry.text("zh"), entry.text("en"), kind,
				kind == Procedure.Kind.CASE ? kindOfCase(entry) : null,
				kind == Procedure.Kind.BATCH && entry.marked("public"),
				new Words(entry.has("nowZh") ? entry.text("nowZh") : entry.text("zh"),
						entry.has("nowEn") ? entry.text("nowEn") : entry.text("en")));
	}

	private static KindOfCase kindOfCase(PackEntry entry) {
		return new KindOfCase(entry.code("id"), new Words(entry.text("zh"), entry.text("en")),
				new Words(entry.text("aboutZh"), entry.text("aboutEn")),
				new Numbering(entry.text("numberMark"), entry.marked("numberedAtOnce")), entry.code("begunBy"),
				Set.copyOf(entry.texts("mayStartIn")), entry.texts("parties"), entry.marked("needsGround"),
				new OnDocument(entry.text("matter"), entry.text("letter"),
						entry.has("again") ? entry.text("again") : ""),
				entry.has("periodic") ? entry.part("periodic", RulePackReader::periodic) : null);
	}

	private static Periodic periodic(PackEntry entry) {
		return new Periodic(entry.code("decision"), Set.copyOf(entry.texts("brokenOffBy")), entry.text("cause"));
	}

	private static LifeStep lifeStep(PackEntry entry) {
		boolean limited = entry.has("limit");
		return new LifeStep(entry.code("stage"), entry.text("zh"), entry.text("en"),
				!entry.has("drawn") || entry.flag("drawn"), entry.has("gives") ? entry.code("gives") : null,
				limited ? null : new Words(entry.text("byZh"), entry.text("byEn")),
				limited ? entry.code("limit") : null);
	}

	private static List<Grade> grades(PackEntry pack) {
		return pack
			.someByKey("grades", "code",
					entry -> new Grade(entry.code("code"), entry.number("minScore", 0, 100), entry.marked("improves"),
							entry.marked("criticised"), entry.text("source"), entry.flag("confirmed")))
			.values()
			.stream()
			.sorted(Comparator.comparingInt(Grade::minScore).reversed())
			.toList();
	}

	private static Setting setting(PackEntry entry) {
		return new Setting(entry.text("key"), entry.text("value"), entry.text("zh"), entry.text("source"),
				entry.flag("confirmed"));
	}

	private static Standard standard(PackEntry entry) {
		return new Standard(entry.text("code"), entry.text("zh"), Set.copyOf(entry.texts("parkTypes")),
				entry.text("source"), entry.flag("confirmed"));
	}

	private static Prerequisite prerequisite(PackEntry entry) {
		Need need = entry.kind(Need.class, "need");
		boolean word = need == Need.WORD;
		return new Prerequisite(act(entry), need, entry.code("stage"), word ? entry.code("role") : "",
				word ? entry.texts("outcomes") : List.of(), word && entry.marked("orSilence"), entry.text("zh"),
				entry.text("source"), entry.flag("confirmed"));
	}

	private static Act act(PackEntry entry) {
		return entry.has("document") ? Act.ofDocument(entry.code("document")) : Act.ofDecision(entry.code("decision"));
	}

	private static CaseResult result(PackEntry entry) {
		return new CaseResult(entry.code("process"), entry.code("result"), act(entry),
				Set.copyOf(entry.texts("lifeStatuses")), entry.text("source"), entry.flag("confirmed"));
	}

	private static Limit limit(String key, PackEntry entry) {
		return new Limit(key, term(entry), entry.number("remindBefore", 0, MOST_DAYS),
				entry.oneOf(OnReturn.class, "onReturn"), entry.text("zh"), entry.text("en"), entry.text("source"),
				entry.flag("confirmed"), entry.oneOfOrNull(Limit.Use.class, "use"));
	}

	private static Term term(PackEntry entry) {
		return entry.has("months") ? Term.ofMonths(Math.max(1, entry.number("months", 1, MOST_MONTHS)))
				: Term.ofDays(Math.max(1, entry.number("days", 1, MOST_DAYS)));
	}

	private static DocumentKind document(String key, PackEntry entry) {
		return new DocumentKind(key, entry.text("zh"), entry.text("en"),
				entry.has("accept") ? entry.texts("accept") : List.of(), entry.text("source"), entry.flag("confirmed"),
				entry.oneOfOrNull(DocumentKind.Use.class, "use"));
	}

	private static OutcomeKind outcome(String code, PackEntry entry) {
		return new OutcomeKind(code, entry.text("zh"), entry.text("en"),
				entry.oneOfSmall(OutcomeKind.Tone.class, "tone"), entry.numberOrNull("rank", 1, 99),
				new Marks(entry.marked("adverse"), entry.marked("noticeOnce"), entry.marked("passes"),
						entry.marked("withoutForm"), entry.marked("applicant"), entry.marked("silence"),
						entry.marked("reasoned")),
				entry.oneOfOrNull(Meaning.class, "means"));
	}

	private static NumberSeries series(String code, PackEntry entry) {
		return new NumberSeries(code, entry.text("zh"), entry.text("en"), entry.code("body"),
				entry.dateOrNull("validFrom"), entry.dateOrNull("validTo"), entry.textOrNull("next"),
				entry.text("source"), entry.flag("confirmed"));
	}

	private static Map<String, Role> roles(PackEntry file) {
		file.retired("ministries");
		file.retired("technicalUnits");
		return file.someByKey("roles", "code", RulePackReader::role);
	}

	private static Role role(PackEntry entry) {
		Resolve resolve = entry.kind(Resolve.class, "resolve");
		return new Role(entry.code("code"), entry.text("zh"), entry.text("en"),
				entry.has("shortZh") ? entry.text("shortZh") : entry.text("zh"),
				entry.has("shortEn") ? entry.text("shortEn") : entry.text("en"), resolve,
				resolve.isByKind() ? entry.code("unitKind") : null, entry.marked("advises"), entry.code("disclosed"),
				entry.marked("exchangeable"), entry.marked("ordersRectification"));
	}

}
