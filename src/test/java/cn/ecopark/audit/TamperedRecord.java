package cn.ecopark.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import cn.ecopark.audit.AuditCheck.Demands;
import cn.ecopark.audit.AuditSeals.Seal;

/**
 * A record with three rows in every attested table, sealed; and everything that the owner
 * of the database might do to it, who has all of it but the keys.
 */
class TamperedRecord {

	/** Triggers that judge new rows before they are written. */
	private static final String GUARDS_OF_INSERTS = """
			SELECT tgname FROM pg_trigger
			 WHERE tgrelid = CAST(:table AS regclass) AND NOT tgisinternal AND tgtype & 1 = 1 AND tgtype & 2 = 2 AND tgtype & 4 = 4
			""";

	private static final String CONSTRAINTS = """
			SELECT format('ALTER TABLE %I DROP CONSTRAINT IF EXISTS %I CASCADE', c.relname, k.conname) FROM pg_constraint k
			  JOIN pg_class c ON c.oid = k.conrelid
			 WHERE c.relnamespace = 'public'::regnamespace AND k.contype IN ('c', 'f', 'u') AND c.relname NOT LIKE 'audit%'
			""";

	private static final String INDEXES = """
			SELECT format('DROP INDEX IF EXISTS %I', c.relname) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
			 WHERE c.relnamespace = 'public'::regnamespace AND i.indisunique AND NOT i.indisprimary AND c.relname NOT LIKE 'audit%'
			""";

	private static final String COLUMNS = """
			SELECT column_name, data_type, is_identity = 'YES' AS identity, is_generated = 'ALWAYS' AS generated
			  FROM information_schema.columns WHERE table_schema = 'public' AND table_name = :table ORDER BY ordinal_position
			""";

	final AuditWorkshop workshop = new AuditWorkshop();

	final List<AttestedTable> tables = AttestedMigration.tables(this.workshop.jdbc);

	private final Map<String, List<Column>> columns = new LinkedHashMap<>();

	/** The seals that places outside were told of. */
	final List<Seal> outside;

	TamperedRecord() {
		freeOfConstraints();
		this.tables.forEach((table) -> this.columns.put(table.name(), columnsOf(table.name())));
		this.tables.forEach((table) -> fill(table, 1));
		this.workshop.seals.seal();
		this.tables.forEach((table) -> {
			fill(table, 2);
			fill(table, 3);
		});
		this.workshop
			.within(() -> this.workshop.audit.record(Subject.ofCase("c1"), "task.completed", Map.of("outcome", "X")));
		this.workshop
			.within(() -> this.workshop.audit.record(Subject.ofCase("c1"), "case.closed", Map.of("result", "X")));
		this.workshop.seals.seal();
		this.workshop.within(() -> this.workshop.audit.record(Subject.ofCase("c1"), "case.noted", Map.of("text", "X")));
		this.workshop.seals.seal();
		this.outside = this.workshop.seals.after(0, 100);
	}

	private record Column(String columnName, String dataType, boolean identity, boolean generated) {

		/** Values of a kind: 1 to 3 are rows, 9 is what was not there. */
		String value(int of) {
			return switch (this.dataType) {
				case "text", "character varying" -> "'" + this.columnName + of + "'";
				case "bigint", "integer" -> Integer.toString(of);
				case "boolean" -> Boolean.toString(of % 2 == 1);
				case "date" -> "DATE '2020-01-0" + of + "'";
				case "timestamp with time zone" -> "TIMESTAMPTZ '2020-01-0" + of + " 08:00:00+08'";
				case "jsonb" -> "'{\"a\": " + of + "}'";
				case "bytea" -> "'\\x0" + of + "'";
				default -> throw new IllegalStateException(this.dataType);
			};
		}

		/** Another value than row 1 has. */
		String tampered() {
			return value(this.dataType.equals("boolean") ? 2 : 9);
		}

	}

	/** What has to be like what is not asked here, where only rows matter. */
	private void freeOfConstraints() {
		this.workshop.within(() -> Stream.of(CONSTRAINTS, INDEXES)
			.flatMap((sql) -> this.workshop.jdbc.sql(sql).query(String.class).list().stream())
			.forEach((sql) -> this.workshop.jdbc.sql(sql).update()));
	}

	private List<Column> columnsOf(String table) {
		return this.workshop.jdbc.sql(COLUMNS)
			.param("table", table)
			.query(Column.class)
			.list()
			.stream()
			.filter((column) -> !column.generated())
			.toList();
	}

	private void fill(AttestedTable table, int number) {
		List<String> guards = this.workshop.jdbc.sql(GUARDS_OF_INSERTS)
			.param("table", table.name())
			.query(String.class)
			.list();
		this.workshop.within(() -> {
			guards.forEach((guard) -> alter(table, "DISABLE", guard));
			this.workshop.jdbc.sql(insert(table, number)).update();
			guards.forEach((guard) -> alter(table, "ENABLE", guard));
		});
	}

	private void alter(AttestedTable table, String what, String guard) {
		this.workshop.jdbc.sql("ALTER TABLE " + table.name() + " " + what + " TRIGGER " + guard).update();
	}

	private String insert(AttestedTable table, int number) {
		List<Column> all = this.columns.get(table.name());
		return "INSERT INTO " + table.name() + " (" + names(all) + ") OVERRIDING SYSTEM VALUE VALUES ("
				+ all.stream().map((column) -> column.value(number)).collect(Collectors.joining(", ")) + ")";
	}

	private static String names(List<Column> columns) {
		return columns.stream().map(Column::columnName).collect(Collectors.joining(", "));
	}

	private Column column(AttestedTable table, String name) {
		return this.columns.get(table.name())
			.stream()
			.filter((column) -> column.columnName().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private String row(AttestedTable table, int number) {
		return table.key()
			.stream()
			.map((name) -> name + " = " + column(table, name).value(number))
			.collect(Collectors.joining(" AND "));
	}

	/** One thing that somebody does, by these statements. */
	record Way(String name, List<String> statements) {

		static Way of(String name, String... statements) {
			return new Way(name, List.of(statements));
		}

	}

	List<Way> ways() {
		List<Way> ways = new ArrayList<>();
		this.tables.forEach((table) -> ways.addAll(rows(table)));
		ways.addAll(entries());
		ways.addAll(seals());
		ways.addAll(guards());
		ways.addAll(wholesale());
		return ways;
	}

	private List<Way> rows(AttestedTable table) {
		String name = table.name();
		List<Way> ways = new ArrayList<>();
		List<Column> all = this.columns.get(name);
		List<Column> attested = all.stream()
			.filter((column) -> !table.leftOut().contains(column.columnName()))
			.toList();
		for (Column column : attested) {
			// Identity columns are changed as whoever owns the table can.
			String free = column.identity() ? "ALTER TABLE " + name + " ALTER " + column.columnName() + " DROP IDENTITY"
					: "SELECT 1";
			ways.add(Way.of(name + "." + column.columnName() + " changed", free, "UPDATE " + name + " SET "
					+ column.columnName() + " = " + column.tampered() + " WHERE " + row(table, 1)));
		}
		ways.add(Way.of(name + " row deleted", "DELETE FROM " + name + " WHERE " + row(table, 1)));
		ways.add(Way.of(name + " row inserted", insert(table, 9)));
		ways.add(Way.of(name + " emptied", "DELETE FROM " + name));
		List<Column> others = attested.stream().filter((column) -> !table.key().contains(column.columnName())).toList();
		if (!others.isEmpty()) {
			ways.add(Way.of(name + " rows swapped",
					"UPDATE " + name + " AS t SET "
							+ others.stream()
								.map((column) -> column.columnName() + " = o." + column.columnName())
								.collect(Collectors.joining(", "))
							+ " FROM " + name + " AS o WHERE (" + qualified(table, "t", 1) + " AND "
							+ qualified(table, "o", 2) + ") OR (" + qualified(table, "t", 2) + " AND "
							+ qualified(table, "o", 1) + ")"));
		}
		return ways;
	}

	private String qualified(AttestedTable table, String alias, int number) {
		return table.key()
			.stream()
			.map((name) -> alias + "." + name + " = " + column(table, name).value(number))
			.collect(Collectors.joining(" AND "));
	}

	private List<Way> entries() {
		List<Way> ways = new ArrayList<>();
		Map<String, String> changes = new LinkedHashMap<>();
		changes.put("at", "at + interval '1 second'");
		changes.put("case_at", "case_at + interval '1 second'");
		changes.put("person_id", "person_id + 1");
		changes.put("person_name", "'别人'");
		changes.put("unit_id", "'MOST'");
		changes.put("action", "'task.released'");
		changes.put("details", "'{}'");
		changes.put("previous", "repeat('1', 64)");
		changes.put("hash", "repeat('2', 64)");
		changes.put("mac", "repeat('3', 64)");
		changes.put("key_id", "'another'");
		for (String subject : List.of("case:c1", "rows:dossier:id1")) {
			String first = " WHERE subject = '" + subject + "' AND seq = 1";
			changes.forEach((column, value) -> ways.add(Way.of("audit_entry." + column + " of " + subject,
					"UPDATE audit_entry SET " + column + " = " + value + first)));
			ways.add(Way.of("code stripped of " + subject, "UPDATE audit_entry SET mac = NULL, key_id = NULL" + first));
			ways.add(Way.of("entry deleted of " + subject, "DELETE FROM audit_entry" + first));
			ways.add(Way.of("chain deleted: " + subject, "DELETE FROM audit_entry WHERE subject = '" + subject + "'"));
			ways.add(Way.of("chain deleted with its head: " + subject,
					"DELETE FROM audit_entry WHERE subject = '" + subject + "'",
					"DELETE FROM audit_chain WHERE subject = '" + subject + "'"));
			ways.add(Way.of("head changed of " + subject,
					"UPDATE audit_chain SET head = repeat('4', 64) WHERE subject = '" + subject + "'"));
			ways.add(Way.of("count changed of " + subject,
					"UPDATE audit_chain SET count = count + 1 WHERE subject = '" + subject + "'"));
			ways.add(Way.of("chain renamed: " + subject,
					"UPDATE audit_entry SET subject = 'case:other' WHERE subject = '" + subject + "'",
					"UPDATE audit_chain SET subject = 'case:other' WHERE subject = '" + subject + "'"));
			ways.add(Way.of("rewritten with right hashes: " + subject, "UPDATE audit_entry SET details = '{}'" + first,
					rehash(subject), mendHead(subject)));
			ways.add(Way.of("rewritten without codes: " + subject,
					"UPDATE audit_entry SET details = '{}', mac = NULL, key_id = NULL WHERE subject = '" + subject
							+ "'",
					rehash(subject), mendHead(subject)));
			ways.add(Way.of("rewritten with right hashes, seals deleted: " + subject,
					"UPDATE audit_entry SET details = '{}'" + first, rehash(subject), mendHead(subject),
					"DELETE FROM audit_seal_head", "DELETE FROM audit_seal", "UPDATE audit_chain SET sealed = 0"));
			ways.add(Way.of("forged entry appended to " + subject, forge(subject), rehash(subject), mendHead(subject)));
			ways.add(Way.of("forged entry without code appended to " + subject, forge(subject),
					"UPDATE audit_entry SET mac = NULL, key_id = NULL WHERE subject = '" + subject
							+ "' AND action = 'forged'",
					rehash(subject), mendHead(subject)));
			ways.add(Way.of("last entry copied to the end of " + subject, forge(subject).replace("'forged'", "action"),
					mendHead(subject)));
			ways.add(Way.of("tail cut of " + subject, "DELETE FROM audit_entry WHERE subject = '" + subject
					+ "' AND seq = (SELECT max(seq) FROM audit_entry WHERE subject = '" + subject + "')"));
			ways.add(Way.of("tail cut and head mended of " + subject,
					"DELETE FROM audit_entry WHERE subject = '" + subject
							+ "' AND seq = (SELECT max(seq) FROM audit_entry WHERE subject = '" + subject + "')",
					mendHead(subject)));
		}
		ways.add(Way.of("entries reordered", "UPDATE audit_entry SET seq = 101 WHERE subject = 'case:c1' AND seq = 1",
				"UPDATE audit_entry SET seq = 1 WHERE subject = 'case:c1' AND seq = 2",
				"UPDATE audit_entry SET seq = 2 WHERE subject = 'case:c1' AND seq = 101"));
		ways.add(Way.of("entry moved to another chain",
				"UPDATE audit_entry SET subject = 'case:c1', seq = 4 WHERE subject = 'rows:dossier:id1' AND seq = 1"));
		ways.add(Way.of("forged chain",
				"INSERT INTO audit_entry (subject, seq, at, case_at, person_id, person_name, unit_id, action, details, previous, hash) "
						+ "SELECT 'case:new', seq, at, case_at, person_id, person_name, unit_id, action, details, previous, hash FROM audit_entry WHERE subject = 'case:c1'",
				"INSERT INTO audit_chain (subject, count, head) VALUES ('case:new', 0, '')", rehash("case:new"),
				mendHead("case:new")));
		return ways;
	}

	/** The chain anew from its beginning; what is needed for that is no secret. */
	private static String rehash(String subject) {
		return """
				DO $$
				DECLARE
				    entry RECORD;
				    before TEXT := repeat('0', 64);
				    parts TEXT[];
				    text TEXT;
				    part TEXT;
				BEGIN
				    SET LOCAL TimeZone = 'UTC';
				    FOR entry IN SELECT * FROM audit_entry WHERE subject = '%1$s' ORDER BY seq LOOP
				        parts := ARRAY[before, entry.subject, entry.seq::text,
				            to_char(entry.at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
				            to_char(entry.case_at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
				            entry.person_id::text, entry.person_name, entry.unit_id, entry.action, entry.details];
				        text := '';
				        FOREACH part IN ARRAY parts LOOP
				            text := text || length(part) || ':' || part || chr(10);
				        END LOOP;
				        UPDATE audit_entry SET previous = before, hash = encode(sha256(convert_to(text, 'UTF8')), 'hex')
				         WHERE subject = entry.subject AND seq = entry.seq RETURNING hash INTO before;
				    END LOOP;
				END $$
				""".formatted(subject);
	}

	private static String mendHead(String subject) {
		return """
				UPDATE audit_chain AS chain SET count = entry.seq, head = entry.hash FROM audit_entry AS entry
				 WHERE chain.subject = '%1$s' AND entry.subject = '%1$s'
				   AND entry.seq = (SELECT max(seq) FROM audit_entry WHERE subject = '%1$s')
				""".formatted(subject);
	}

	private static String forge(String subject) {
		return """
				INSERT INTO audit_entry (subject, seq, at, case_at, person_id, person_name, unit_id, action, details, previous, hash, key_id, mac)
				SELECT subject, seq + 1, at, case_at, person_id, person_name, unit_id, 'forged', details, hash, hash, key_id, mac
				  FROM audit_entry WHERE subject = '%1$s' ORDER BY seq DESC LIMIT 1
				"""
			.formatted(subject);
	}

	private List<Way> seals() {
		List<Way> ways = new ArrayList<>();
		for (int seq = 1; seq <= 3; seq++) {
			String one = " WHERE seq = " + seq;
			ways.add(Way.of("seal.at " + seq, "UPDATE audit_seal SET at = at + interval '1 second'" + one));
			ways.add(Way.of("seal.previous " + seq, "UPDATE audit_seal SET previous = repeat('1', 64)" + one));
			ways.add(Way.of("seal.hash " + seq, "UPDATE audit_seal SET hash = repeat('1', 64)" + one));
			ways.add(Way.of("seal.signature " + seq, "UPDATE audit_seal SET signature = 'AAAA'" + one));
			ways.add(Way.of("seal.key " + seq, "UPDATE audit_seal SET key_id = 'another'" + one));
			ways.add(Way.of("seal unsigned " + seq, "UPDATE audit_seal SET key_id = NULL, signature = NULL" + one));
			ways.add(
					Way.of("seal deleted " + seq, "DELETE FROM audit_seal_head" + one, "DELETE FROM audit_seal" + one));
			ways.add(Way.of("sealed heads deleted " + seq, "DELETE FROM audit_seal_head" + one));
			ways.add(Way.of("sealed head changed " + seq, "UPDATE audit_seal_head SET head = repeat('1', 64)" + one));
			ways.add(Way.of("sealed count changed " + seq, "UPDATE audit_seal_head SET count = count + 1" + one));
		}
		ways.add(Way
			.of("a seal that nobody made", "INSERT INTO audit_seal (seq, at, previous, hash, key_id, signature) "
					+ "SELECT seq + 1, at, hash, repeat('5', 64), key_id, signature FROM audit_seal ORDER BY seq DESC LIMIT 1"));
		ways.add(Way.of("all seals deleted", "DELETE FROM audit_seal_head", "DELETE FROM audit_seal"));
		ways.add(Way.of("all seals unsigned", "UPDATE audit_seal SET key_id = NULL, signature = NULL"));
		return ways;
	}

	private List<Way> guards() {
		List<Way> ways = new ArrayList<>();
		Guards.listed().keySet().forEach((guard) -> {
			if (guard.startsWith("trigger ")) {
				String[] names = guard.substring("trigger ".length()).split("\\.");
				ways.add(Way.of(guard + " off", "ALTER TABLE " + names[0] + " DISABLE TRIGGER " + names[1]));
			}
		});
		ways.add(Way.of("trigger dropped", "DROP TRIGGER row_is_attested ON ballot"));
		ways.add(Way.of("function changed",
				"CREATE OR REPLACE FUNCTION attest_row() RETURNS TRIGGER LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'"));
		ways.add(Way.of("function added",
				"CREATE FUNCTION turn() RETURNS TRIGGER LANGUAGE plpgsql AS 'BEGIN NEW.choice := ''AGREE''; RETURN NEW; END'",
				"CREATE TRIGGER a BEFORE INSERT ON ballot FOR EACH ROW EXECUTE FUNCTION turn()"));
		ways.add(Way.of("rule added", "CREATE RULE nothing AS ON INSERT TO ballot DO INSTEAD NOTHING"));
		ways.add(Way.of("rows hidden by a policy", "CREATE POLICY only_some ON ballot USING (choice = 'AGREE')",
				"ALTER TABLE ballot ENABLE ROW LEVEL SECURITY"));
		ways.add(Way.of("table replaced by a view", "ALTER TABLE ballot RENAME TO ballot_kept",
				"CREATE VIEW ballot AS SELECT * FROM ballot_kept"));
		return ways;
	}

	private List<Way> wholesale() {
		List<String> business = this.tables.stream().map((table) -> "DELETE FROM " + table.name()).toList();
		List<String> audit = List.of("DELETE FROM audit_seal_head", "DELETE FROM audit_seal", "DELETE FROM audit_entry",
				"DELETE FROM audit_chain");
		return List.of(new Way("audit emptied", audit), new Way("business emptied", business),
				new Way("everything emptied", Stream.concat(audit.stream(), business.stream()).toList()),
				new Way("older dump of the audit", older()), new Way("older dump of the rows", olderRows()),
				new Way("older dump of everything", Stream.concat(olderRows().stream(), older().stream()).toList()),
				new Way("older dump of everything but the seals",
						Stream
							.concat(olderRows().stream(),
									older().stream().filter((sql) -> !sql.contains("audit_seal WHERE")))
							.toList()));
	}

	private List<String> olderRows() {
		return this.tables.stream()
			.map((table) -> "DELETE FROM " + table.name() + " WHERE NOT (" + row(table, 1) + ")")
			.toList();
	}

	/** As it was when the first seal was made. */
	private static List<String> older() {
		return List.of("""
				DELETE FROM audit_entry AS entry WHERE seq > coalesce(
				    (SELECT count FROM audit_seal_head AS head WHERE head.seq = 1 AND head.subject = entry.subject), 0)
				""", "DELETE FROM audit_seal_head WHERE seq > 1", "DELETE FROM audit_seal WHERE seq > 1",
				"""
						DELETE FROM audit_chain AS chain WHERE NOT EXISTS (SELECT 1 FROM audit_entry AS entry WHERE entry.subject = chain.subject)
						""",
				"""
						UPDATE audit_chain AS chain SET count = head.count, sealed = head.count, head = head.head FROM audit_seal_head AS head
						 WHERE head.subject = chain.subject
						""");
	}

	/** What a check finds of it; afterwards everything is as it was. */
	AuditReport reportOn(Way way, boolean withSeals) {
		AuditReport[] report = new AuditReport[1];
		this.workshop.withinRolledBack(() -> {
			this.workshop.jdbc.sql("SET LOCAL session_replication_role = replica").update();
			way.statements().forEach((sql) -> this.workshop.run(sql));
			report[0] = this.workshop.check.read(new Demands(null, withSeals ? this.outside : null, 0));
		});
		return report[0];
	}

}
