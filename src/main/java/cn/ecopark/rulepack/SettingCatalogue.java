package cn.ecopark.rulepack;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import cn.ecopark.law.JointDecisionRules;
import cn.ecopark.law.NextRecheckIsCounted;
import cn.ecopark.law.RetentionPeriod;
import cn.ecopark.law.Share;
import cn.ecopark.rulepack.PackContradictions.Reference;
import cn.ecopark.rulepack.Setting;

/**
 * The settings that code reads, by key, and what each of them may be. A setting that is
 * not here would change nothing, so it is refused.
 */
final class SettingCatalogue {

	/** How the source of a setting begins that only a test may use. */
	private static final String TEST = "测试";

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

	private static final Pattern PROVINCE = Pattern.compile("[1-9][0-9]0000");

	private static final Pattern ISSUER = Pattern.compile("[A-Z][A-Z_]*");

	private static final List<Form> FORMS = List.of(required("recheckEveryYears", number(1, 50)),
			required("recheckCountedFrom", oneOf(NextRecheckIsCounted.class)),
			required("recheckLeadMonths", number(0, 120)), optional("opens.<case>.<outcome>", name(Reference.CASE)),
			required("reapplyLockMonths", number(0, 600)), required("panelMinimum", number(1, 99)),
			required("panelOddWarning", SettingCatalogue::trueOrFalse),
			required("panelExpertShare", SettingCatalogue::share), required("panelQuorum", SettingCatalogue::share),
			required("panelSupportShare", SettingCatalogue::share),
			required("panelSignatureShare", SettingCatalogue::share),
			required("panelDraftsBeforeOffice", number(1, 99)),
			optional("panelDecides.<stage>", SettingCatalogue::trueOrFalse),
			optional("panelInvited.<stage>", SettingCatalogue::trueOrFalse),
			optional("opinionPoint.<stage>.<field>", SettingCatalogue::anyText),
			required(PackSettings.BALLOT_POLICY, SettingCatalogue::policy),
			optional(PackSettings.BALLOT_POLICY + ".<batch>", SettingCatalogue::policy),
			required("standardInForce", name(Reference.STANDARD)), required("printedBy", SettingCatalogue::anyText),
			optional("correctionText", words("mistake", "document")), required("reasonLeastCharacters", number(1, 500)),
			required("lastDayLeast", number(1, 1000)), required("lastDayMost", number(1, 1000)),
			optional("mostTimes.<outcome>", number(1, 99)), optional("mostTimes.<process>.<outcome>", number(1, 99)),
			optional("daysAfter.<outcome>.<limit>", number(1, 1000)), required("remedyText", words("days", "body")),
			optional("remedyText.<paper>", words("days", "body")), required("remedyDays", number(1, 1000)),
			optional("remedyDays.<paper>", number(1, 1000)), optional("remedyBody.<issuer>", words("lead", "province")),
			optional("remedyBody.<issuer>.<province>", words("lead", "province")),
			optional(Setting.EXIT_TITLE_OF_SEVERAL, words("parks")),
			optional(Setting.EXIT_TITLE + "<status>", words("park", "title")),
			optional(Setting.EXIT_DECISION + "<status>", words("title")),
			optional(PackSettings.RETENTION, oneOf(RetentionPeriod.class)),
			optional(PackSettings.RETENTION + ".<case>", oneOf(RetentionPeriod.class)),
			optional("reviewLimits.<stage>", SettingCatalogue::limits), optional("closingPaper", name(Reference.PAPER)),
			optional(PackSettings.HELD_MONTHS + ".<case>", number(1, 600)),
			optional(PackSettings.STANDARD_BINDS_NAMED_FROM, SettingCatalogue::date),
			optional(PackSettings.BATCH_EVERY_MONTHS + ".<batch>", number(1, 600)));

	private final RulePack pack;

	private final PackContradictions names;

	private final PackFindings findings;

	SettingCatalogue(RulePack pack, PackContradictions names, PackFindings findings) {
		this.pack = pack;
		this.names = names;
		this.findings = findings;
	}

	/** Says what is wrong with a value. */
	private interface Value {

		void judge(Setting setting, SettingCatalogue told);

	}

	/**
	 * A setting.
	 *
	 * @param key with names in angle brackets where it names something of the pack
	 * @param required whether code cannot do without
	 */
	private record Form(String key, boolean required, Value value) {

		boolean fits(String[] given) {
			String[] parts = this.key.split("\\.");
			boolean fits = parts.length == given.length;
			for (int at = 0; fits && at < parts.length; at++) {
				fits = isName(parts[at]) || parts[at].equals(given[at]);
			}
			return fits;
		}

		boolean begins(String[] given) {
			return this.key.split("\\.")[0].equals(given[0]);
		}

		static boolean isName(String part) {
			return part.startsWith("<");
		}

	}

	/**
	 * @param fields keys of the fields of the pack's forms
	 */
	void check(Set<String> fields) {
		this.pack.settings().values().forEach(setting -> check(setting, fields));
		FORMS.stream()
			.filter(form -> form.required() && !this.pack.settings().containsKey(form.key()))
			.forEach(form -> this.findings.contradiction(RulePackReader.PACK, "settings", "pack.setting.missing",
					form.key()));
		Setting least = this.pack.settings().get("lastDayLeast");
		Setting most = this.pack.settings().get("lastDayMost");
		if (least != null && most != null && isNumber(least) && isNumber(most) && least.number() > most.number()) {
			wrong(least, "pack.setting.leastAboveMost", least.value(), most.value());
		}
	}

	private void check(Setting setting, Set<String> fields) {
		String[] given = setting.key().split("\\.", -1);
		List<Form> fitting = FORMS.stream().filter(form -> form.fits(given)).toList();
		if (fitting.isEmpty()) {
			List<String> alike = FORMS.stream().filter(form -> form.begins(given)).map(Form::key).toList();
			if (alike.isEmpty()) {
				wrong(setting, "pack.setting.unknown", setting.key());
			}
			else {
				wrong(setting, "pack.setting.parts", setting.key(), String.join("、", alike));
			}
			return;
		}
		Form form = fitting.get(0);
		String[] parts = form.key().split("\\.");
		for (int at = 0; at < parts.length; at++) {
			if (Form.isName(parts[at])) {
				named(setting, parts[at], given[at], fields);
			}
		}
		if (form.key().startsWith("opinionPoint")
				&& !this.pack.settings().containsKey(PackContradictions.PANEL_DECIDES + given[1])) {
			wrong(setting, "pack.noPanelDecides", given[1], PackContradictions.PANEL_DECIDES + given[1]);
		}
		form.value().judge(setting, this);
	}

	private void named(Setting setting, String part, String name, Set<String> fields) {
		switch (part) {
			case "<field>" -> {
				if (!fields.contains(name)) {
					wrong(setting, "pack.unknown.field", name);
				}
			}
			case "<status>" -> {
				// The register knows which there are.
			}
			case "<province>" -> {
				if (!PROVINCE.matcher(name).matches()) {
					wrong(setting, "pack.unknown.province", name);
				}
			}
			case "<issuer>" -> {
				if (!ISSUER.matcher(name).matches()) {
					wrong(setting, "pack.unknown.issuer", name);
				}
			}
			default -> this.names.refers(RulePackReader.PACK, place(setting),
					Reference.valueOf(part.substring(1, part.length() - 1).toUpperCase(Locale.ROOT)), name);
		}
	}

	private static Form required(String key, Value value) {
		return new Form(key, true, value);
	}

	private static Form optional(String key, Value value) {
		return new Form(key, false, value);
	}

	private static Value number(int least, int most) {
		return (setting, told) -> {
			if (!isNumber(setting)) {
				told.wrong(setting, "pack.notANumber", "value", setting.value());
			}
			else if (setting.number() < least || setting.number() > most) {
				told.wrong(setting, "pack.numberOutside", "value", setting.value(), least, most);
			}
		};
	}

	private static boolean isNumber(Setting setting) {
		return EntryValues.NUMBER.matcher(setting.value()).matches();
	}

	private static void trueOrFalse(Setting setting, SettingCatalogue told) {
		if (!Set.of("true", "false").contains(setting.value())) {
			told.wrong(setting, "pack.notTrueOrFalse", "value", setting.value());
		}
	}

	private static void anyText(Setting setting, SettingCatalogue told) {
		// That it says something has been seen to when it was read.
	}

	private static void date(Setting setting, SettingCatalogue told) {
		try {
			LocalDate.parse(setting.value());
		}
		catch (DateTimeParseException none) {
			told.wrong(setting, "pack.notADate", "value", setting.value());
		}
	}

	private static void share(Setting setting, SettingCatalogue told) {
		try {
			Share.of(setting.value());
		}
		catch (IllegalArgumentException none) {
			told.wrong(setting, "pack.notAShare", setting.value());
		}
	}

	private static <E extends Enum<E>> Value oneOf(Class<E> type) {
		List<String> names = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
		return (setting, told) -> {
			if (!names.contains(setting.value())) {
				told.wrong(setting, "pack.notOneOf", "value", setting.value(), String.join("、", names));
			}
		};
	}

	/**
	 * Unanimity is law (公文处理工作条例 16); whoever sets less names the law that allows it, or
	 * says that it is a test.
	 */
	private static void policy(Setting setting, SettingCatalogue told) {
		oneOf(JointDecisionRules.Policy.class).judge(setting, told);
		if (JointDecisionRules.Policy.MAJORITY.name().equals(setting.value()) && !setting.confirmed()
				&& !setting.source().startsWith(TEST)) {
			told.wrong(setting, "pack.policyWithoutSource", setting.value());
		}
	}

	/** A text in which these words in braces are filled in. */
	private static Value words(String... filledIn) {
		List<String> known = List.of(filledIn);
		return (setting, told) -> unknownWords(setting.value(), known)
			.forEach(word -> told.wrong(setting, "pack.unknownPlaceholder", word, inBraces(known)));
	}

	/**
	 * @return the words in braces of that text that are none of those
	 */
	static List<String> unknownWords(String text, List<String> known) {
		return PLACEHOLDER.matcher(text)
			.results()
			.map(found -> found.group(1))
			.filter(word -> !known.contains(word))
			.toList();
	}

	static String inBraces(List<String> words) {
		return words.stream().map(one -> "{" + one + "}").collect(Collectors.joining("、"));
	}

	private static Value name(Reference of) {
		return (setting, told) -> told.names.refers(RulePackReader.PACK, place(setting), of, setting.value());
	}

	private static void limits(Setting setting, SettingCatalogue told) {
		Set<String> seen = new HashSet<>();
		for (String limit : setting.value().split(",", -1)) {
			told.names.refers(RulePackReader.PACK, place(setting), Reference.LIMIT, limit.strip());
			Limit known = told.pack.limits().get(limit.strip());
			if (known != null && known.term().isInMonths()) {
				told.wrong(setting, "pack.addedUpInDays", limit.strip());
			}
			if (!seen.add(limit.strip())) {
				told.wrong(setting, "pack.listedTwice", "value", limit.strip());
			}
		}
	}

	private static String place(Setting setting) {
		return "settings." + setting.key();
	}

	private void wrong(Setting setting, String key, Object... arguments) {
		this.findings.contradiction(RulePackReader.PACK, place(setting), key, arguments);
	}

}
