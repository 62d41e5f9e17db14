package cn.ecopark.rulepack;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import cn.ecopark.law.JointDecision;
import cn.ecopark.rulepack.Limit.OnReturn;
import cn.ecopark.rulepack.OutcomeKind.Marks;
import cn.ecopark.rulepack.OutcomeKind.Tone;
import cn.ecopark.rulepack.RulePack.Bodies;
import cn.ecopark.rulepack.RulePack.CaseResult;
import cn.ecopark.rulepack.RulePack.DatedMinistry;
import cn.ecopark.rulepack.RulePack.Grade;
import cn.ecopark.rulepack.RulePack.LifeStep;
import cn.ecopark.rulepack.RulePack.Name;
import cn.ecopark.rulepack.RulePack.Role;
import cn.ecopark.rulepack.RulePack.Setting;
import cn.ecopark.rulepack.RulePack.Standard;

/** Reads the data files of a pack. */
final class RulePackReader {

	/** How the source of a setting begins that only a test may use. */
	private static final String TEST = "测试";

	private RulePackReader() {
	}

	static RulePack read(PackFiles files) {
		YamlEntry pack = load(files, "pack.yaml");
		YamlEntry roles = load(files, "roles.yaml");
		return new RulePack(new ReleaseId(pack.text("id"), 0),
				new Name(pack.text("zh"), pack.text("en"), pack.text("titleZh"), pack.text("titleEn"),
						pack.text("source")),
				pack.date("validFrom"), pack.listByKey("processes", "id", RulePackReader::procedure),
				pack.list("life", RulePackReader::lifeStep), load(files, "limits.yaml").byKey(RulePackReader::limit),
				load(files, "documents.yaml").byKey(RulePackReader::document),
				load(files, "outcomes.yaml").byKey(RulePackReader::outcome),
				roles.listByKey("roles", "code", RulePackReader::role), bodies(roles),
				pack.list("grades", RulePackReader::grade), pack.listByKey("settings", "key", RulePackReader::setting),
				pack.listByKey("standards", "code", RulePackReader::standard),
				load(files, "series.yaml").byKey(RulePackReader::series),
				pack.list("prerequisites", RulePackReader::prerequisite), pack.list("results", RulePackReader::result));
	}

	private static Prerequisite prerequisite(YamlEntry entry) {
		Prerequisite.Need need = Prerequisite.Need.valueOf(entry.text("need"));
		boolean word = need == Prerequisite.Need.WORD;
		return new Prerequisite(entry.text("decision"), need, entry.text("stage"), word ? entry.text("role") : "",
				word ? entry.texts("outcomes") : List.of(), entry.marked("orSilence"), entry.text("zh"),
				entry.text("source"), entry.flag("confirmed"));
	}

	private static CaseResult result(YamlEntry entry) {
		return new CaseResult(entry.text("process"), entry.text("result"), Set.copyOf(entry.texts("lifeStatuses")),
				entry.text("source"), entry.flag("confirmed"));
	}

	private static Procedure procedure(YamlEntry entry) {
		return new Procedure(entry.text("id"), entry.text("zh"), entry.text("en"),
				Procedure.Kind.valueOf(entry.text("kind")));
	}

	private static LifeStep lifeStep(YamlEntry entry) {
		return new LifeStep(entry.text("stage"), entry.text("zh"), entry.text("en"));
	}

	private static Limit limit(String key, YamlEntry entry) {
		return new Limit(key, entry.number("days"), entry.number("remindBefore"),
				OnReturn.valueOf(entry.text("onReturn")), entry.text("zh"), entry.text("source"),
				entry.flag("confirmed"));
	}

	private static DocumentKind document(String key, YamlEntry entry) {
		return new DocumentKind(key, entry.text("zh"), entry.text("en"), entry.textsOrNone("accept"),
				entry.text("source"), entry.flag("confirmed"));
	}

	private static OutcomeKind outcome(String key, YamlEntry entry) {
		return new OutcomeKind(key, entry.text("zh"), entry.text("en"),
				Tone.valueOf(entry.text("tone").toUpperCase(Locale.ROOT)), entry.numberOrNull("rank"),
				new Marks(entry.marked("adverse"), entry.marked("noticeOnce"), entry.marked("passes"),
						entry.marked("withoutForm"), entry.marked("applicant"), entry.marked("silence"),
						entry.marked("reasoned")));
	}

	private static NumberSeries series(String code, YamlEntry entry) {
		return new NumberSeries(code, entry.text("zh"), entry.text("en"), entry.text("body"),
				entry.dateOrNull("validFrom"), entry.dateOrNull("validTo"), entry.text("source"),
				entry.flag("confirmed"));
	}

	private static Role role(YamlEntry entry) {
		return new Role(entry.text("code"), entry.text("zh"), entry.text("en"), entry.marked("advises"),
				entry.text("disclosed"), entry.marked("exchangeable"));
	}

	private static Bodies bodies(YamlEntry roles) {
		List<DatedMinistry> ministries = roles.list("ministries", entry -> new DatedMinistry(entry.text("code"),
				entry.number("order"), entry.date("from"), entry.dateOrNull("to")));
		return new Bodies(ministries, roles.listByKey("technicalUnits", "process", entry -> entry.text("code")));
	}

	private static Grade grade(YamlEntry entry) {
		return new Grade(entry.text("code"), entry.number("minScore"));
	}

	private static Setting setting(YamlEntry entry) {
		Setting setting = new Setting(entry.text("key"), entry.text("value"), entry.text("zh"), entry.text("source"),
				entry.flag("confirmed"));
		if (setting.key().startsWith(RulePack.BALLOT_POLICY)) {
			policyMustHaveASource(setting);
		}
		return setting;
	}

	/**
	 * Unanimity is law (公文处理工作条例 16); whoever sets less names the law that allows it, or
	 * says that it is a test.
	 */
	private static void policyMustHaveASource(Setting setting) {
		JointDecision.Policy policy = JointDecision.Policy.valueOf(setting.value());
		if (policy != JointDecision.Policy.UNANIMOUS && !setting.confirmed() && !setting.source().startsWith(TEST)) {
			throw new IllegalStateException("pack.yaml: " + setting.key() + " is " + policy
					+ " without a confirmed source of law; joint decisions are unanimous by 公文处理工作条例 16");
		}
	}

	private static Standard standard(YamlEntry entry) {
		return new Standard(entry.text("code"), entry.text("zh"), Set.copyOf(entry.texts("parkTypes")),
				entry.text("source"), entry.flag("confirmed"));
	}

	private static YamlEntry load(PackFiles files, String file) {
		String text = files.text(file).orElseThrow(() -> new IllegalStateException("No " + file + " in the pack"));
		return new YamlEntry(file, new Yaml(new SafeConstructor(strict())).load(text));
	}

	/** A key that stands twice would silently hide one of its values. */
	private static LoaderOptions strict() {
		LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		return options;
	}

}
