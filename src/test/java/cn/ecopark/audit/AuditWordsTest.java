package cn.ecopark.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** An auditor reads what was done in words, whatever it was. */
class AuditWordsTest {

	private static final Pattern CALL = Pattern
		.compile("(?:audit|record|events)\\.(?:record|recordAll|recordRefusal|note)\\(");

	private static final Pattern ACTION = Pattern.compile("\"([a-z][a-z-]*(?:\\.[a-z-]+)+)\"");

	@Test
	void hasWordsForEveryAction() throws IOException {
		TreeSet<String> recorded = new TreeSet<>();
		try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
			for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
				recorded.addAll(actionsIn(Files.readString(source)));
			}
		}
		assertThat(recorded).hasSizeGreaterThan(50).contains("document.submitted", "task.assigned");

		for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
			ResourceBundle words = ResourceBundle.getBundle("messages.audit", locale);
			assertThat(recorded).as(locale.toString())
				.allSatisfy(action -> assertThat(words.containsKey("audit.action." + action)).as(action).isTrue());
		}
	}

	@Test
	void hasWordsForEveryAttestedTable() throws IOException {
		Pattern attested = Pattern.compile("(?m)^trigger (\\w+)\\.row_is_attested ");
		List<String> tables = attested.matcher(Files.readString(Path.of("src/main/resources/audit/guards.txt")))
			.results()
			.map((trigger) -> trigger.group(1))
			.toList();
		assertThat(tables).hasSizeGreaterThan(40).contains("opinion");

		for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
			ResourceBundle words = ResourceBundle.getBundle("messages.audit", locale);
			assertThat(tables).as(locale.toString())
				.allSatisfy(table -> assertThat(words.containsKey("audit.table." + table)).as(table).isTrue());
		}
	}

	private static List<String> actionsIn(String source) {
		List<String> found = new ArrayList<>();
		Matcher call = CALL.matcher(source);
		while (call.find()) {
			Matcher action = ACTION.matcher(source.substring(call.end(), end(source, call.end())));
			while (action.find()) {
				found.add(action.group(1));
			}
		}
		return found;
	}

	/** Where the arguments end that begin there. */
	private static int end(String source, int from) {
		int depth = 1;
		int at = from;
		while (depth > 0 && at < source.length()) {
			depth += source.charAt(at) == '(' ? 1 : source.charAt(at) == ')' ? -1 : 0;
			at++;
		}
		return at;
	}

}
