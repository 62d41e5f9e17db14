package cn.ecopark;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import cn.ecopark.rulepack.OtherWords;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.ShippedPacks;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No sentence of the screens names a party, a procedure, a status or a title by the word
 * of one regime: what only one pack calls so is said by that pack.
 */
class NoWordOfARegimeTest {

	private static final Path MESSAGES = Path.of("src", "main", "resources", "messages");

	private static final Path TITLES = Path.of("src", "main", "resources", "reference", "titles.csv");

	/**
	 * Keys whose words are those of one regime, or happen to be, each with its reason.
	 */
	private static final Map<String, String> OTHERWISE = Map.ofEntries(
			Map.entry("park.kind.VENOUS", "a type of park, not who is responsible for industry"),
			Map.entry("officialdocument.fact.decision.UNDER_CONSTRUCTION",
					"for releases of before, which do not say it"),
			Map.entry("officialdocument.fact.decision-title.UNDER_CONSTRUCTION",
					"for releases of before, which do not say it"),
			Map.entry("officialdocument.fact.decision-title.several", "for releases of before, which do not say it"));

	private static final Pattern BETWEEN_PARTS = Pattern.compile("[（）()、，]");

	private static final List<RulePack> PACKS = Stream
		.concat(ShippedPacks.packs().all().stream(), Stream.of(ShippedPacks.read(OtherWords.files())))
		.toList();

	@Test
	void standsInAMessage() throws IOException {
		Set<String> words = wordsOfOnePack();
		words.addAll(titles());
		Set<String> exceptions = new TreeSet<>();
		List<String> found = new ArrayList<>();
		messages().forEach(
				(key, texts) -> texts.forEach(text -> words.stream().filter(word -> says(text, word)).forEach(word -> {
					if (OTHERWISE.containsKey(key)) {
						exceptions.add(key);
					}
					else {
						found.add(key + " says " + word + ": " + text);
					}
				})));

		assertThat(words).as("words of one pack alone")
			.contains("复查", "领导小组办公室", "省级科技部门", "已除名", "取消命名", "考核验收", "Recheck", "绩效评价", "创建中")
			.doesNotContain("命名", "公示", "技术核查", "Naming");
		assertThat(found).isEmpty();
		assertThat(exceptions).as("exceptions that are needed").isEqualTo(new TreeSet<>(OTHERWISE.keySet()));
	}

	/** A word that is part of one of each other pack says nothing wrong of any. */
	private static Set<String> wordsOfOnePack() {
		Set<String> words = new TreeSet<>();
		for (RulePack pack : PACKS) {
			labels(pack).stream()
				.flatMap(label -> Stream.concat(Stream.of(label), Arrays.stream(BETWEEN_PARTS.split(label))))
				.map(String::strip)
				.filter(word -> word.length() > 1)
				.filter(word -> PACKS.stream()
					.anyMatch(other -> labels(other).stream().noneMatch(label -> has(label, word))))
				.forEach(words::add);
		}
		return words;
	}

	private static Set<String> labels(RulePack pack) {
		Set<String> labels = new TreeSet<>();
		pack.procedures()
			.values()
			.forEach(procedure -> labels.addAll(List.of(procedure.label(), procedure.englishLabel())));
		pack.roles()
			.values()
			.forEach(role -> labels
				.addAll(List.of(role.label(), role.englishLabel(), role.shortLabel(), role.englishShortLabel())));
		pack.statuses().values().forEach(words -> labels.addAll(List.of(words.zh(), words.en())));
		return labels;
	}

	private static Set<String> titles() throws IOException {
		return Files.readAllLines(TITLES)
			.stream()
			.skip(1)
			.map(line -> line.split(","))
			.flatMap(columns -> Stream.of(columns[3], columns[4]))
			.collect(Collectors.toSet());
	}

	private static boolean has(String label, String word) {
		return label.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
	}

	/** English words are whole ones. */
	private static boolean says(String text, String word) {
		return word.chars().anyMatch(sign -> sign > 127) ? text.contains(word)
				: Pattern.compile("\\b" + Pattern.quote(word) + "s?\\b", Pattern.CASE_INSENSITIVE).matcher(text).find();
	}

	/** The texts of each key, in both languages. */
	private static Map<String, List<String>> messages() throws IOException {
		Map<String, List<String>> messages = new TreeMap<>();
		try (Stream<Path> bundles = Files.list(MESSAGES)) {
			for (Path bundle : bundles.sorted().toList()) {
				Properties texts = new Properties();
				try (Reader reader = Files.newBufferedReader(bundle)) {
					texts.load(reader);
				}
				texts.stringPropertyNames()
					.forEach(key -> messages.computeIfAbsent(key, none -> new ArrayList<>())
						.add(texts.getProperty(key)));
			}
		}
		return messages;
	}

}
