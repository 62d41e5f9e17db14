package cn.ecopark.rulepack;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Other ways to write the same pack are read as the same pack. */
class HarmlessPacksTest {

	private static final PackFiles SHIPPED = PackFiles.shipped("2015-167");

	private static final PackCheck CHECK = PackParts.check();

	private static final List<String> DATA = List.of("pack.yaml", "roles.yaml", "limits.yaml", "documents.yaml",
			"outcomes.yaml", "series.yaml", "outline.yaml", "papers.yaml");

	private static final RulePack PACK = RulePackReader.read(SHIPPED);

	private static final Pattern FLOW_ENTRY = Pattern.compile("(?m)^( *)- \\{ (.*) }$");

	static Stream<Variation> variations() {
		List<Variation> variations = new ArrayList<>();
		for (String file : DATA) {
			variations.add(new Variation("lines of Windows", file, text -> text.replace("\n", "\r\n")));
			variations.add(new Variation("byte order mark", file, text -> "\uFEFF" + text));
			variations.add(new Variation("start marker", file, text -> "---\n" + text));
			variations.add(new Variation("directive", file, text -> "%YAML 1.2\n---\n" + text));
			variations.add(new Variation("end marker", file, text -> text + "...\n"));
			variations.add(new Variation("comments", file, HarmlessPacksTest::commented));
			variations.add(new Variation("blank lines", file, HarmlessPacksTest::spaced));
			variations.add(new Variation("no end of the last line", file, String::stripTrailing));
			variations.add(new Variation("trailing blanks", file, text -> outsideOfBlocks(text, line -> line + "  ")));
		}
		Stream
			.of(edit("limits.yaml", "days: 15", "days: \"15\""), edit("limits.yaml", "days: 15", "days:    15"),
					edit("limits.yaml", "confirmed: false", "confirmed: \"false\""),
					edit("limits.yaml", "confirmed: false", "confirmed: False"),
					edit("limits.yaml", "zh: 商务、科技部门初审意见", "zh: \"商务、科技部门初审意见\""),
					edit("limits.yaml", "zh: 商务、科技部门初审意见", "zh: '商务、科技部门初审意见'"),
					edit("limits.yaml", "zh: 商务、科技部门初审意见", "zh: !!str 商务、科技部门初审意见"),
					edit("limits.yaml", "zh: 商务、科技部门初审意见", "zh: \"\\u5546\\u52A1、科技部门初审意见\""),
					edit("limits.yaml", "zh: 商务、科技部门初审意见", "zh: >-\n    商务、科技部门初审意见"),
					edit("limits.yaml", "provincialOpinion:", "\"provincialOpinion\":"),
					edit("limits.yaml", "  days: 15\n  remindBefore: 3\n", "  remindBefore: 3\n  days: 15\n"),
					edit("limits.yaml", "  days: 15", "  ? days\n  : 15"),
					edit("pack.yaml", "validFrom: \"2015-12-16\"", "validFrom: 2015-12-16"),
					edit("pack.yaml", "validFrom: \"2015-12-16\"", "validFrom: '2015-12-16'"),
					edit("pack.yaml", "id: \"2015-167\"", "id: 2015-167"),
					edit("pack.yaml", "value: UNANIMOUS", "value: \"UNANIMOUS\""),
					edit("pack.yaml", "key: panelOddWarning, value: true", "key: panelOddWarning, value: \"true\""),
					edit("pack.yaml", "key: panelMinimum, value: 5", "key: panelMinimum, value: '5'"),
					edit("pack.yaml", "{ stage: naming, zh: 命名", "{ stage: naming, drawn: true, zh: 命名"),
					edit("pack.yaml", "mayStartIn: [PROSPECT, REVOKED, REMOVED]",
							"mayStartIn: [\"REMOVED\",PROSPECT  ,REVOKED]"),
					edit("series.yaml", "validFrom: \"2018-03-19\"", "validFrom: 2018-03-19"),
					edit("roles.yaml", "unitKind: PARK, disclosed: PARK", "disclosed: PARK, unitKind: PARK"),
					edit("roles.yaml", "disclosed: PARK }", "disclosed: PARK, exchangeable: false }"),
					edit("documents.yaml", "accept: [pdf, docx]", "accept:\n    - pdf\n    - docx"),
					edit("documents.yaml", "accept: [pdf, docx]", "accept:\n  - pdf\n  - docx"),
					edit("documents.yaml", "accept: [pdf, docx]", "accept: [\n    pdf,\n    docx,\n  ]"),
					edit("outcomes.yaml", "SUBMIT: { zh: 提交, en: Submit, tone: neutral, applicant: true }",
							"SUBMIT:\n  applicant: true\n  tone: neutral\n  en: Submit\n  zh: 提交"),
					edit("outcomes.yaml", "applicant: true", "applicant: true, adverse: false"),
					edit("papers.yaml", "facts: [parkName, title, namingNumber]",
							"facts:\n      - parkName\n      - title\n      - namingNumber"),
					edit("papers.yaml", "type: text, example: 上海市 }", "example: 上海市, type: text }"))
			.forEach(variations::add);
		variations.add(new Variation("entries in blocks", "pack.yaml", HarmlessPacksTest::inBlocks));
		variations.add(new Variation("entries in blocks", "roles.yaml", HarmlessPacksTest::inBlocks));
		variations.add(new Variation("grades the other way round", "pack.yaml",
				text -> reversed(text, "code: [A-Z]+, minScore")));
		variations.add(new Variation("limits the other way round", "limits.yaml", HarmlessPacksTest::entriesReversed));
		variations
			.add(new Variation("outcomes the other way round", "outcomes.yaml", HarmlessPacksTest::linesReversed));
		return variations.stream();
	}

	@ParameterizedTest
	@MethodSource("variations")
	void readsTheSame(Variation variation) {
		Map<String, byte[]> files = new TreeMap<>(SHIPPED.all());
		String before = SHIPPED.text(variation.file()).orElseThrow();
		String after = variation.change().apply(before);
		files.put(variation.file(), after.getBytes(StandardCharsets.UTF_8));
		PackFiles varied = PackFiles.of(files);

		assertThat(after).isNotEqualTo(before);
		assertThat(CHECK.check(varied)).isEmpty();
		assertThat(RulePackReader.read(varied)).isEqualTo(PACK);
		assertThat(PlanOutlines.read(varied, new PackFindings()))
			.isEqualTo(PlanOutlines.read(SHIPPED, new PackFindings()));
	}

	/** What YAML 1.1 took for a boolean, a number or nothing. */
	@Test
	void readsEveryCodeAsItIsWritten() {
		for (String code : List.of("NO", "ON", "YES", "OFF", "N", "Y", "TRUE", "1e3", "0x10", "1_000")) {
			Map<String, byte[]> files = new TreeMap<>(SHIPPED.all());
			files.put("outcomes.yaml",
					(SHIPPED.text("outcomes.yaml").orElseThrow() + code + ": { zh: 否, en: No, tone: neutral }\n")
						.getBytes(StandardCharsets.UTF_8));

			assertThat(RulePackReader.read(PackFiles.of(files)).outcome(code).code()).isEqualTo(code);
		}
	}

	private static Variation edit(String file, String right, String other) {
		return new Variation(right.strip() + " as " + other.strip(), file, text -> {
			int at = text.indexOf(right);
			assertThat(at).as(right).isNotNegative();
			return text.substring(0, at) + other + text.substring(at + right.length());
		});
	}

	private static String commented(String text) {
		return outsideOfBlocks(text, line -> line.isBlank() || line.startsWith("#") ? line : line + " # 说明");
	}

	private static String spaced(String text) {
		return outsideOfBlocks(text, line -> line.isBlank() ? line : "\n" + line);
	}

	/** Lines of a literal text are part of it and stay as they are. */
	private static String outsideOfBlocks(String text, UnaryOperator<String> change) {
		StringBuilder changed = new StringBuilder();
		int block = -1;
		for (String line : text.split("\n")) {
			int indent = line.length() - line.stripLeading().length();
			if (block >= 0 && indent <= block) {
				block = -1;
			}
			boolean opens = line.endsWith("|");
			changed.append(block >= 0 || opens ? line : change.apply(line)).append('\n');
			if (opens) {
				block = indent;
			}
		}
		return changed.toString();
	}

	/**
	 * Each short entry over several lines; texts with colons or commas stay as they are.
	 */
	private static String inBlocks(String text) {
		return FLOW_ENTRY.matcher(text).replaceAll(entry -> block(entry).replace("$", "\\$"));
	}

	private static String block(MatchResult entry) {
		String fields = entry.group(2);
		if (fields.contains("[") || fields.contains("\"") || fields.contains("，")) {
			return entry.group().replace("\\", "\\\\");
		}
		return entry.group(1) + "- " + String.join("\n" + entry.group(1) + "  ", fields.split(", "));
	}

	private static String reversed(String text, String which) {
		Pattern line = Pattern.compile("(?m)^.*" + which + ".*$");
		List<String> found = new ArrayList<>(line.matcher(text).results().map(MatchResult::group).toList());
		Collections.reverse(found);
		int[] at = { 0 };
		return line.matcher(text).replaceAll(any -> found.get(at[0]++));
	}

	private static String linesReversed(String text) {
		List<String> lines = new ArrayList<>(text.lines().filter(line -> !line.startsWith("#")).toList());
		Collections.reverse(lines);
		return String.join("\n", lines);
	}

	private static String entriesReversed(String text) {
		List<String> entries = new ArrayList<>(List.of(text.split("(?m)^(?=[a-zA-Z])")));
		Collections.reverse(entries);
		return entries.stream().map(entry -> entry.endsWith("\n") ? entry : entry + "\n").collect(Collectors.joining());
	}

	/** The shipped pack with one file written otherwise. */
	private record Variation(String what, String file, UnaryOperator<String> change) {

		@Override
		public String toString() {
			return this.file + ": " + this.what;
		}

	}

}
