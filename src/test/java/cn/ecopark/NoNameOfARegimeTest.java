package cn.ecopark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.ShippedPacks;

import static org.assertj.core.api.Assertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * No step, process, message, role, outcome, limit, grade or kind of document of a pack
 * stands in the program: what it has to know of them is declared in the pack as a
 * purpose, an effect, a meaning or a use.
 */
class NoNameOfARegimeTest {

	private static final Path SOURCES = Path.of("src/main/java/cn/ecopark");

	/** Where the names that diagrams may use are declared, once. */
	private static final Set<String> CATALOGUE = Set.of("process/pack/CaseMessage.java", "process/pack/Effect.java",
			"rulepack/Purpose.java");

	/**
	 * Words that a pack happens to use as well, and mean something else in the program,
	 * each with what it means there.
	 */
	private static final Map<String, String> OTHERWISE = Map.ofEntries(
			Map.entry("organisation/web/SecurityRules.java EXPERT", "what an account may do"),
			Map.entry("casefile/CaseRows.java rectification", "a table"),
			Map.entry("notice/NoticeRows.java objection", "a table"),
			Map.entry("notice/NoticeRecord.java objection", "a key of the audit"),
			Map.entry("worklist/WorkItems.java objection", "a parameter of a query"),
			Map.entry("casefile/StepRuns.java objection", "a parameter of a query"),
			Map.entry("audit/AttestedMigration.java application", "a parameter of a query"),
			Map.entry("process/Delegates.java objection", "a word of an error"),
			Map.entry("process/RegisteredNames.java noticePublication", "a date that the timer of a notice names"),
			Map.entry("casefile/web/CaseController.java approvalSheet", "an attribute of a page"),
			Map.entry("outcome/RevocationFacts.java evidence", "a field of a form"));

	private static final Pattern LITERAL = Pattern.compile("\"([^\"\\\\]*)\"");

	/** As an id of an element begins. */
	private static final Pattern ELEMENT = Pattern.compile("[A-Z][A-Za-z]+_\\w*");

	private static final Pattern COMMENT = Pattern.compile("^\\s*(\\*|//|/\\*).*");

	private static final Pattern ID = Pattern.compile(
			"<bpmn:(?:process|userTask|serviceTask|callActivity|boundaryEvent|intermediateCatchEvent|startEvent|endEvent"
					+ "|exclusiveGateway|parallelGateway|message)\\b[^>]*?\\bid=\"([^\"]+)\"");

	/** As one is read from what was filled in. */
	private static final Pattern FIELD = Pattern.compile("(?:\\.field|form\\(\\)\\.(?:text|day))\\(\"(\\w+)\"\\)");

	@Test
	void standsInTheProgram() {
		Set<String> names = names();
		Map<String, Set<String>> found = new TreeMap<>();
		Set<String> otherwise = new TreeSet<>();
		forEachLiteral((file, literal) -> {
			if (!names.contains(literal) || CATALOGUE.contains(file)) {
				return;
			}
			if (OTHERWISE.containsKey(file + " " + literal)) {
				otherwise.add(file + " " + literal);
			}
			else {
				found.computeIfAbsent(file, none -> new TreeSet<>()).add(literal);
			}
		});

		assertThat(names).as("what the packs name").hasSizeGreaterThan(300);
		assertThat(found).isEmpty();
		assertThat(otherwise).as("exceptions that are needed").isEqualTo(new TreeSet<>(OTHERWISE.keySet()));
	}

	/**
	 * Neither do they stand inside of longer texts, as in the key of a fact or in SQL.
	 */
	@Test
	void standsInsideOfATextOfTheProgram() {
		Set<String> ids = new TreeSet<>(names());
		ids.removeIf(name -> !name.matches("[A-Z][A-Za-z]+_[A-Za-z]+"));
		List<String> found = new ArrayList<>();
		forEachLiteral((file, literal) -> ids.stream()
			.filter(id -> literal.contains(id) || ELEMENT.matcher(literal).matches() && id.startsWith(literal))
			.filter(id -> !CATALOGUE.contains(file))
			.forEach(id -> found.add(file + ": " + id)));

		assertThat(ids).hasSizeGreaterThan(150);
		assertThat(found).isEmpty();
	}

	/**
	 * What is read of a form is declared by the purpose of its step, so that the check
	 * asks for it and an administrator can look it up.
	 */
	@Test
	void readsAFieldThatNoPurposeDeclares() {
		Set<String> declared = Stream.of(Purpose.values())
			.flatMap(purpose -> Stream.concat(purpose.fields().stream(), purpose.recites().stream()))
			.collect(Collectors.toSet());
		Set<String> read = new TreeSet<>();
		sources().forEach((file, lines) -> lines.stream()
			.filter(line -> !file.startsWith("typesetting/") && !file.endsWith("/Entered.java"))
			.flatMap(line -> FIELD.matcher(line).results())
			.forEach(field -> read.add(field.group(1))));

		assertThat(read).hasSizeGreaterThan(12).isSubsetOf(declared);
	}

	private interface Seen {

		void literal(String file, String literal);

	}

	private static void forEachLiteral(Seen seen) {
		sources().forEach((file, lines) -> lines.stream()
			.filter(line -> !COMMENT.matcher(line).matches())
			.flatMap(line -> LITERAL.matcher(line).results())
			.forEach(literal -> seen.literal(file, literal.group(1))));
	}

	private static Map<String, List<String>> sources() {
		Map<String, List<String>> sources = new LinkedHashMap<>();
		try (Stream<Path> files = Files.walk(SOURCES)) {
			for (Path file : files.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
				sources.put(SOURCES.relativize(file).toString().replace('\\', '/'), Files.readAllLines(file));
			}
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
		return sources;
	}

	private static Set<String> names() {
		Set<String> names = new TreeSet<>();
		for (RulePack pack : ShippedPacks.packs().all()) {
			names.addAll(pack.procedures().keySet());
			names.addAll(pack.roles().keySet());
			names.addAll(pack.outcomes().keySet());
			names.addAll(pack.limits().keySet());
			names.addAll(pack.documents().keySet());
			pack.grades().forEach(grade -> names.add(grade.code()));
			PackFiles.shipped(pack.id())
				.in(PackFiles.DIAGRAMS)
				.values()
				.forEach(diagram -> ID.matcher(new String(diagram, UTF_8))
					.results()
					.forEach(id -> names.add(id.group(1))));
		}
		return names;
	}

}
