package cn.ecopark.audit;

import java.util.List;

/**
 * A table whose rows are attested in the audit by the trigger {@code row_is_attested},
 * whose arguments are these.
 *
 * @param chain what the chain of a row is called, or what stands before the column
 * @param chainColumn the column that tells the chains apart; empty when all rows of the
 * table are in one
 * @param key the columns that name a row
 * @param leftOut columns without meaning on record, for instance counters of versions
 * @param byDigest columns that the audit must not tell
 * @param onRecord which of its rows are on record, as a condition of SQL
 */
public record AttestedTable(String name, String chain, String chainColumn, List<String> key, List<String> leftOut,
		List<String> byDigest, String onRecord) {

	private static final String EVERY_ROW = "TRUE";

	/** A table all of whose rows are on record. */
	public AttestedTable(String name, String chain, String chainColumn, List<String> key, List<String> leftOut,
			List<String> byDigest) {
		this(name, chain, chainColumn, key, leftOut, byDigest, EVERY_ROW);
	}

	/**
	 * A table whose rows have a chain for each value of a column, and the key {@code id}.
	 */
	public static AttestedTable of(String name, String chain, String chainColumn) {
		return new AttestedTable(name, chain, chainColumn, List.of("id"), List.of(), List.of());
	}

	public AttestedTable keyed(String... columns) {
		return new AttestedTable(this.name, this.chain, this.chainColumn, List.of(columns), this.leftOut,
				this.byDigest);
	}

	public AttestedTable without(String... columns) {
		return new AttestedTable(this.name, this.chain, this.chainColumn, this.key, List.of(columns), this.byDigest);
	}

	public AttestedTable hiding(String... columns) {
		return new AttestedTable(this.name, this.chain, this.chainColumn, this.key, this.leftOut, List.of(columns));
	}

	/** Only the rows that fulfil the condition are on record. */
	public AttestedTable where(String condition) {
		return new AttestedTable(this.name, this.chain, this.chainColumn, this.key, this.leftOut, this.byDigest,
				condition);
	}

	/**
	 * @return the arguments of the trigger
	 */
	List<String> arguments() {
		return List.of(this.chain, this.chainColumn, String.join(",", this.key), String.join(",", this.leftOut),
				String.join(",", this.byDigest));
	}

	/**
	 * The rows as they are now, in the form in which they are attested: chain, table, key
	 * and columns. It uses functions of PostgreSQL only, since the owner of the database
	 * could change ours.
	 */
	String rows() {
		String key = String.join(" || chr(31) || ",
				this.key.stream().map((column) -> "coalesce(stored ->> " + text(column) + ", '')").toList());
		String chainOf = text(NotedRows.CHAIN + this.chain) + (this.chainColumn.isEmpty() ? ""
				: " || ':' || coalesce(stored ->> " + text(this.chainColumn) + ", '')");
		return """
				SELECT %s AS chain, %s AS name, %s AS key,
				       (SELECT coalesce(jsonb_object_agg(key, CASE
				                   WHEN value = 'null' THEN value
				                   WHEN key = ANY (%s) OR octet_length(value #>> '{}') > 200
				                   THEN jsonb_build_object('sha256', encode(sha256(convert_to(value #>> '{}', 'UTF8')), 'hex'))
				                   ELSE to_jsonb(value #>> '{}') END), '{}')
				          FROM jsonb_each(stored) WHERE key <> ALL (%s)) AS columns
				  FROM (SELECT to_jsonb(t) AS stored FROM public.%s AS t WHERE %s) AS rows
				"""
			.formatted(chainOf, text(this.name), key, array(this.byDigest), array(this.leftOut), this.name,
					this.onRecord);
	}

	private static String array(List<String> columns) {
		return "string_to_array(" + text(String.join(",", columns)) + ", ',')";
	}

	private static String text(String constant) {
		return "'" + constant.replace("'", "''") + "'";
	}

}
