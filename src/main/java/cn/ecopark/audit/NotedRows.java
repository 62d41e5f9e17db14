package cn.ecopark.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The changes of attested rows that the database has noted in the present transaction, by
 * chain. A note is {@code [chain, table, key, operation, columns]}.
 */
final class NotedRows {

	/** Rows that were written by the application. */
	static final String WRITTEN = "rows.written";

	/** Rows that were there before the audit attested rows. */
	static final String TAKEN_OVER = "rows.taken-over";

	/** Rows that a migration of the database changed, and columns that it added. */
	static final String MIGRATED = "rows.migrated";

	/** Before every chain of rows; entries of what people do stand in other chains. */
	static final String CHAIN = "rows:";

	private static final String FIRST = """
			SELECT current_setting('ecopark.rows', TRUE) AS last, current_setting('ecopark.rows_0', TRUE) AS notes
			""";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private NotedRows() {
	}

	private record Read(String last, String notes) {
	}

	/**
	 * @return details of one entry for each chain; empty when no row was changed
	 */
	static Map<String, String> read(JdbcClient jdbc) {
		Read first = jdbc.sql(FIRST)
			.query((row, number) -> new Read(text(row.getString("last")), text(row.getString("notes"))))
			.single();
		if (first.last().isEmpty()) {
			return Map.of();
		}
		List<String> notes = new ArrayList<>();
		Collections.addAll(notes, first.notes().split("\n"));
		for (int part = 1; part <= Integer.parseInt(first.last()); part++) {
			String more = jdbc.sql("SELECT current_setting(:part)")
				.param("part", "ecopark.rows_" + part)
				.query(String.class)
				.single();
			Collections.addAll(notes, more.split("\n"));
		}
		return byChain(notes);
	}

	/**
	 * @param value what the rows that are there have in it
	 * @return details of the entry about a column that a migration has added
	 */
	static String column(String migration, String table, String column, @Nullable String value) {
		return JSON.writeValueAsString(Map.of("migration", migration, "rows", List
			.of(List.of(RowReplay.COLUMNS_CHAIN, table, column, "COLUMN", Collections.singletonMap("value", value)))));
	}

	private static String text(@Nullable String setting) {
		return (setting != null) ? setting : "";
	}

	private static Map<String, String> byChain(List<String> notes) {
		Map<String, StringBuilder> byChain = new TreeMap<>();
		for (String note : notes) {
			JsonNode parts = JSON.readTree(note);
			StringBuilder rows = byChain.computeIfAbsent(parts.get(0).asString(), (chain) -> new StringBuilder());
			rows.append((rows.isEmpty()) ? "{\"rows\":[" : ",").append(note);
		}
		Map<String, String> details = new TreeMap<>();
		byChain.forEach((chain, rows) -> details.put(chain, rows.append("]}").toString()));
		return details;
	}

}
