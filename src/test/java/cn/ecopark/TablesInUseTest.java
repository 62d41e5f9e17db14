package cn.ecopark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A table that nobody reads or writes any more is dropped, once what it held is safe. */
class TablesInUseTest {

	/** Those of libraries, which name them themselves. */
	private static final Set<String> OF_LIBRARIES = Set.of("flyway_schema_history", "spring_session",
			"spring_session_attributes", "background_job");

	/** The key of a table of one row. */
	private static final Set<String> FOR_THE_DATABASE = Set.of("case_time.single");

	private static final Pattern NAMED = Pattern.compile("\\b(?:FROM|JOIN|INTO|UPDATE)\\s+(\\w+)");

	private final JdbcClient jdbc = JdbcClient.create(TestDatabase.migrated());

	@Test
	void everyTableIsNamedInAQuery() throws IOException {
		Set<String> named = sources().stream()
			.flatMap(source -> NAMED.matcher(source).results())
			.map(found -> found.group(1))
			.collect(Collectors.toSet());

		assertThat(tables()).hasSizeGreaterThan(50).isSubsetOf(named);
	}

	/** A class that names the table names each of its columns, if only to fill it. */
	@Test
	void everyColumnIsNamedWhereItsTableIs() throws IOException {
		List<Set<String>> classes = sources().stream().map(TablesInUseTest::words).toList();
		Set<String> unnamed = new TreeSet<>();
		columns().forEach(column -> {
			String table = column.substring(0, column.indexOf('.'));
			String name = column.substring(table.length() + 1);
			if (classes.stream().noneMatch(words -> words.contains(table) && words.contains(name))) {
				unnamed.add(column);
			}
		});

		assertThat(unnamed).isEqualTo(new TreeSet<>(FOR_THE_DATABASE));
	}

	private List<String> tables() {
		return this.jdbc
			.sql("""
					SELECT table_name FROM information_schema.tables
					 WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT IN (:libraries) ORDER BY 1
					""")
			.param("libraries", OF_LIBRARIES)
			.query(String.class)
			.list();
	}

	private List<String> columns() {
		return this.jdbc.sql("""
				SELECT table_name || '.' || column_name FROM information_schema.columns
				 WHERE table_schema = 'public' AND table_name IN (:tables) ORDER BY 1
				""").param("tables", tables()).query(String.class).list();
	}

	private static Set<String> words(String source) {
		return Pattern.compile("\\W+").splitAsStream(source).collect(Collectors.toSet());
	}

	private static List<String> sources() throws IOException {
		List<String> sources = new ArrayList<>();
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
				sources.add(Files.readString(file));
			}
		}
		return sources;
	}

}
