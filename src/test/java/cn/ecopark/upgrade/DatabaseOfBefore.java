package cn.ecopark.upgrade;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.sql.DataSource;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.tukaani.xz.XZInputStream;

/**
 * The database of the state before rule packs became releases: cases at every stage,
 * under schema version 66. It is filled table by table from what {@link DatabaseDump}
 * wrote; no code of that state is needed but its migrations and the engine's own scripts.
 */
public final class DatabaseOfBefore {

	private static final String FOLDER = "/upgrade/";

	private static final String KEYS = "audit-keys.properties";

	private static final String ENGINE = "/org/camunda/bpm/engine/db/create/activiti.postgres.create.%s.sql";

	private static final List<String> PARTS_OF_THE_ENGINE = List.of("engine", "history", "identity", "case.engine",
			"case.history", "decision.engine", "decision.history");

	private DatabaseOfBefore() {
	}

	/** A table of the dump. */
	private record Table(long rows, String columns) {
	}

	/** What the index says. */
	private record Index(String version, String caseTime, Map<String, Table> tables, Map<String, String> sequences) {
	}

	/**
	 * Makes an empty database what it was: tables, rows, sequences and the record of its
	 * migrations. Case time goes on from where it stood.
	 */
	public static void restore(DataSource empty) {
		Index index = index();
		Flyway.configure()
			.dataSource(empty)
			.locations("classpath:db/migration")
			.target(index.version())
			.load()
			.migrate();
		try (Connection connection = empty.getConnection(); Statement statement = connection.createStatement()) {
			for (String part : PARTS_OF_THE_ENGINE) {
				statement.execute(text(ENGINE.formatted(part)));
			}
			connection.setAutoCommit(false);
			statement.execute("SET LOCAL session_replication_role = replica");
			statement.execute("TRUNCATE " + String.join(",", index.tables().keySet()));
			fill(connection, index);
			for (Map.Entry<String, String> sequence : index.sequences().entrySet()) {
				statement.execute("SELECT setval('" + sequence.getKey() + "', " + sequence.getValue() + ")");
			}
			statement.execute("UPDATE case_time SET case_instant = '" + index.caseTime() + "', real_instant = now()");
			connection.commit();
		}
		catch (SQLException refused) {
			throw new IllegalStateException(refused);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	/**
	 * Lays the keys of its audit where an application can be told of them by
	 * {@code ecopark.audit.key-file}.
	 * @return the file
	 */
	public static Path keys(Path folder) {
		try (InputStream keys = open(FOLDER + KEYS)) {
			Files.createDirectories(folder);
			Path file = folder.resolve(KEYS);
			Files.copy(keys, file, StandardCopyOption.REPLACE_EXISTING);
			return file;
		}
		catch (IOException unwritable) {
			throw new UncheckedIOException(unwritable);
		}
	}

	private static void fill(Connection connection, Index index) throws SQLException, IOException {
		try (TarArchiveInputStream tables = new TarArchiveInputStream(
				new XZInputStream(open(FOLDER + DatabaseDump.DATA)), StandardCharsets.UTF_8.name())) {
			for (TarArchiveEntry entry = tables.getNextEntry(); entry != null; entry = tables.getNextEntry()) {
				String name = entry.getName();
				Table table = Objects.requireNonNull(index.tables().get(name), name);
				long rows = connection.unwrap(PGConnection.class)
					.getCopyAPI()
					.copyIn("COPY " + name + " (" + table.columns() + ") FROM STDIN", tables);
				if (rows != table.rows()) {
					throw new IllegalStateException(name + " has " + rows + " rows instead of " + table.rows());
				}
			}
		}
	}

	private static Index index() {
		Map<String, String> facts = new LinkedHashMap<>();
		Map<String, Table> tables = new LinkedHashMap<>();
		Map<String, String> sequences = new LinkedHashMap<>();
		text(FOLDER + DatabaseDump.INDEX).lines().forEach(line -> {
			String[] words = line.split(" ", 4);
			switch (words[0]) {
				case "table" -> tables.put(words[1], new Table(Long.parseLong(words[2]), words[3]));
				case "sequence" -> sequences.put(words[1], words[2]);
				default -> facts.put(words[0], words[1]);
			}
		});
		return new Index(Objects.requireNonNull(facts.get("schema-version")),
				Objects.requireNonNull(facts.get("case-time")), tables, sequences);
	}

	private static String text(String resource) {
		try (InputStream stream = open(resource)) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private static InputStream open(String resource) {
		return Objects.requireNonNull(DatabaseOfBefore.class.getResourceAsStream(resource), resource);
	}

}
