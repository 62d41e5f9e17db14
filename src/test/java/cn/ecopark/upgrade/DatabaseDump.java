package cn.ecopark.upgrade;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.postgresql.PGConnection;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/**
 * Writes everything a database holds, sessions left out, in the text format of COPY: one
 * file for each table, and an index for people and for {@link DatabaseOfBefore}.
 */
public final class DatabaseDump {

	static final String DATA = "database.tar.xz";

	static final String INDEX = "index.txt";

	private static final String TABLES = """
			SELECT c.relname, string_agg(quote_ident(a.attname), ',' ORDER BY a.attnum)
			  FROM pg_class c
			  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
			 WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname NOT LIKE 'spring_session%'
			 GROUP BY c.relname ORDER BY c.relname COLLATE "C"
			""";

	private static final String SEQUENCES = """
			SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL
			 ORDER BY sequencename COLLATE "C"
			""";

	private static final String VERSION = """
			SELECT version FROM flyway_schema_history WHERE version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1
			""";

	private static final String CASE_TIME = """
			SELECT to_char((case_instant + (now() - real_instant)) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
			  FROM case_time
			""";

	private DatabaseDump() {
	}

	/**
	 * @param commit of the program that filled the database
	 */
	public static void write(DataSource database, Path folder, String commit) {
		try (Connection connection = database.getConnection()) {
			connection.setAutoCommit(false);
			connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
			Files.createDirectories(folder);
			List<String> index = new ArrayList<>();
			index.add("commit " + commit);
			index.add("schema-version " + one(connection, VERSION));
			index.add("case-time " + one(connection, CASE_TIME));
			try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(folder.resolve(DATA)));
					XZOutputStream packed = new XZOutputStream(file, new LZMA2Options(LZMA2Options.PRESET_MAX));
					TarArchiveOutputStream tables = new TarArchiveOutputStream(packed, StandardCharsets.UTF_8.name())) {
				for (String[] table : rows(connection, TABLES)) {
					index.add("table " + table[0] + " " + copy(connection, table, tables) + " " + table[1]);
				}
			}
			for (String[] sequence : rows(connection, SEQUENCES)) {
				index.add("sequence " + sequence[0] + " " + sequence[1]);
			}
			Files.write(folder.resolve(INDEX), index);
		}
		catch (SQLException unreadable) {
			throw new IllegalStateException(unreadable);
		}
		catch (IOException unwritable) {
			throw new UncheckedIOException(unwritable);
		}
	}

	private static long copy(Connection connection, String[] table, TarArchiveOutputStream tables)
			throws SQLException, IOException {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		long rows = connection.unwrap(PGConnection.class)
			.getCopyAPI()
			.copyOut("COPY (SELECT " + table[1] + " FROM " + table[0] + " ORDER BY 1) TO STDOUT", content);
		TarArchiveEntry entry = new TarArchiveEntry(table[0]);
		entry.setSize(content.size());
		entry.setModTime(0);
		tables.putArchiveEntry(entry);
		content.writeTo(tables);
		tables.closeArchiveEntry();
		return rows;
	}

	private static String one(Connection connection, String sql) throws SQLException {
		return rows(connection, sql).get(0)[0];
	}

	private static List<String[]> rows(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet found = statement.executeQuery(sql)) {
			List<String[]> rows = new ArrayList<>();
			int columns = found.getMetaData().getColumnCount();
			while (found.next()) {
				String[] row = new String[columns];
				for (int column = 0; column < columns; column++) {
					row[column] = found.getString(column + 1);
				}
				rows.add(row);
			}
			return rows;
		}
	}

}
