package cn.ecopark.web;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Every word on the screens stands in the messages, once in each language. */
class TextsTest {

	private static final Path RESOURCES = Path.of("src", "main", "resources");

	private static final Pattern WORD = Pattern.compile("\\p{IsHan}");

	private static final Pattern TEXT_BETWEEN_TAGS = Pattern.compile(">([^<>]*\\p{L}{2,}[^<>]*)<");

	private static final Pattern KEY = Pattern.compile("#\\{([a-z][A-Za-z.-]+\\.[A-Za-z0-9.-]+)(?=[}(])");

	@Test
	void templatesHoldNoLiteralText() throws IOException {
		Map<String, List<String>> literal = new TreeMap<>();
		for (Path template : templates()) {
			String source = Files.readString(template).replaceAll("(?s)<!--.*?-->|\"[^\"]*\"|<code.*?</code>", "");
			List<String> found = TEXT_BETWEEN_TAGS.matcher(source)
				.results()
				.map((match) -> match.group(1).strip())
				.toList();
			if (!found.isEmpty() || WORD.matcher(Files.readString(template)).find()) {
				literal.put(template.toString(), found);
			}
		}

		assertThat(literal).isEmpty();
	}

	@Test
	void everyTextIsTranslated() throws IOException {
		for (Path chinese : bundles("_zh_CN.properties")) {
			Path english = chinese.resolveSibling(chinese.getFileName().toString().replace("_zh_CN", "_en"));

			assertThat(load(english).keySet()).as(english.toString()).isEqualTo(load(chinese).keySet());
		}
	}

	@Test
	void noTextIsGivenTwice() throws IOException {
		Set<Object> seen = new HashSet<>();
		Set<Object> twice = new TreeSet<>();
		for (Path bundle : bundles("_zh_CN.properties")) {
			load(bundle).keySet().stream().filter((key) -> !seen.add(key)).forEach(twice::add);
		}

		assertThat(twice).isEmpty();
	}

	@Test
	void everyTextNamedInATemplateExists() throws IOException {
		Set<Object> known = new HashSet<>();
		for (Path bundle : bundles("_zh_CN.properties")) {
			known.addAll(load(bundle).keySet());
		}
		Set<String> missing = new TreeSet<>();
		for (Path template : templates()) {
			Matcher key = KEY.matcher(Files.readString(template));
			while (key.find()) {
				if (!known.contains(key.group(1))) {
					missing.add(template + ": " + key.group(1));
				}
			}
		}

		assertThat(missing).isEmpty();
	}

	private static List<Path> templates() throws IOException {
		try (Stream<Path> files = Files.walk(RESOURCES.resolve("templates"))) {
			return files.filter((file) -> file.toString().endsWith(".html")).sorted().collect(Collectors.toList());
		}
	}

	private static List<Path> bundles(String ending) throws IOException {
		try (Stream<Path> files = Files.list(RESOURCES.resolve("messages"))) {
			return files.filter((file) -> file.toString().endsWith(ending)).sorted().toList();
		}
	}

	private static Properties load(Path bundle) throws IOException {
		Properties texts = new Properties();
		try (Reader reader = Files.newBufferedReader(bundle)) {
			texts.load(reader);
		}
		return texts;
	}

}
