package cn.ecopark.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The triggers and functions that guard the record and note its changes. They are
 * compared with a list that comes with the application, not with the database: whoever
 * can change them could have had them lie while rows were written.
 */
final class Guards {

	private static final String LIST = "audit/guards.txt";

	private static final String PRESENT = """
			SELECT 'trigger ' || c.relname || '.' || t.tgname AS name,
			       t.tgenabled::text || ' ' || encode(sha256(convert_to(pg_get_triggerdef(t.oid), 'UTF8')), 'hex') AS content
			  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
			 WHERE NOT t.tgisinternal AND c.relnamespace = 'public'::regnamespace
			UNION ALL
			SELECT 'function ' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')',
			       encode(sha256(convert_to(pg_get_functiondef(p.oid), 'UTF8')), 'hex')
			  FROM pg_proc p
			 WHERE p.prokind <> 'a' AND p.pronamespace = 'public'::regnamespace
			   AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
			UNION ALL
			SELECT 'aggregate ' || p.oid::regprocedure, '' FROM pg_proc p
			 WHERE p.prokind = 'a' AND p.pronamespace = 'public'::regnamespace
			UNION ALL
			SELECT 'rule ' || c.relname || '.' || r.rulename, r.ev_enabled::text
			  FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
			 WHERE c.relnamespace = 'public'::regnamespace AND r.rulename <> '_RETURN'
			UNION ALL
			SELECT 'policy ' || c.relname || '.' || p.polname, '' FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
			UNION ALL
			SELECT 'event trigger ' || evtname, '' FROM pg_event_trigger
			""";

	private static final String KINDS = """
			SELECT c.relkind = 'r' AND NOT c.relrowsecurity FROM pg_class c
			 WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ?
			""";

	private Guards() {
	}

	/**
	 * @param tables that must be plain tables
	 */
	static List<AuditReport.Fault> check(JdbcTemplate jdbc, List<String> tables) {
		Map<String, String> expected = listed();
		Map<String, String> present = present(jdbc);
		Stream<AuditReport.Fault> changed = expected.entrySet()
			.stream()
			.filter((guard) -> !guard.getValue().equals(present.get(guard.getKey())))
			.map((guard) -> new AuditReport.Fault(guard.getKey(), 0, AuditReport.Kind.GUARD_CHANGED));
		Stream<AuditReport.Fault> added = present.keySet()
			.stream()
			.filter((guard) -> !expected.containsKey(guard))
			.map((guard) -> new AuditReport.Fault(guard, 0, AuditReport.Kind.GUARD_ADDED));
		Stream<AuditReport.Fault> noTables = tables.stream()
			.filter((table) -> !jdbc.queryForList(KINDS, Boolean.class, table).contains(true))
			.map((table) -> new AuditReport.Fault("table " + table, 0, AuditReport.Kind.GUARD_CHANGED));
		return Stream.of(changed, added, noTables).flatMap((faults) -> faults).toList();
	}

	static Map<String, String> present(JdbcTemplate jdbc) {
		Map<String, String> present = new TreeMap<>();
		jdbc.query(PRESENT, (row) -> {
			present.put(row.getString("name"), row.getString("content"));
		});
		return present;
	}

	static Map<String, String> listed() {
		Map<String, String> listed = new TreeMap<>();
		try {
			new ClassPathResource(LIST).getContentAsString(StandardCharsets.UTF_8)
				.lines()
				.map((line) -> line.split(" = ", 2))
				.forEach((parts) -> listed.put(parts[0], parts[1]));
			return listed;
		}
		catch (IOException missing) {
			throw new UncheckedIOException(missing);
		}
	}

}
