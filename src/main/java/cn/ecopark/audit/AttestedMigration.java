package cn.ecopark.audit;

import java.sql.Connection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import cn.ecopark.audit.AuditActor.Who;

/**
 * Migrations of the database change rows and add columns; that is registered in the
 * transaction of each of them. With the one that brings attestation all rows that are
 * there are taken over as they are, and existing chains go on authenticated. That is done
 * once: the database is never believed again.
 */
final class AttestedMigration implements Callback {

	/** The migration that brings attestation. */
	private static final String FIRST = "30";

	private static final Who SYSTEM = new Who(0, "", "");

	private static final int AT_ONCE = 500;

	private static final String IS_ATTESTED = "SELECT to_regproc('attest_row') IS NOT NULL";

	private static final String COLUMNS = """
			SELECT c.relname || '.' || a.attname AS name, array_to_json(a.attmissingval) ->> 0 AS value
			  FROM pg_attribute a
			  JOIN pg_class c ON c.oid = a.attrelid
			  JOIN pg_trigger t ON t.tgrelid = c.oid AND t.tgname = 'row_is_attested'
			 WHERE a.attnum > 0 AND NOT a.attisdropped
			""";

	private static final String TRIGGERS = """
			SELECT c.relname AS name, replace(encode(t.tgargs, 'escape'), '\\000', '|') AS arguments
			  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE t.tgname = 'row_is_attested' ORDER BY 1
			""";

	private static final String TAKEN = """
			WITH row AS (%s)
			SELECT chain, json_build_array(chain, name, key, 'INSERT', columns)::text AS note FROM row ORDER BY chain COLLATE "C"
			""";

	/** What the application may do: read and write rows, of the audit read and add. */
	private static final String GRANTS = """
			GRANT USAGE ON SCHEMA public TO %1$s;
			GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO %1$s;
			GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO %1$s;
			ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO %1$s;
			ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO %1$s;
			REVOKE UPDATE, DELETE ON audit_entry, audit_seal, audit_seal_head, audit_seal_stamp FROM %1$s;
			REVOKE DELETE ON audit_chain, audit_seal_place FROM %1$s;
			REVOKE INSERT, UPDATE, DELETE ON flyway_schema_history FROM %1$s;
			""";

	private final AuditKeys keys;

	private final String application;

	private Map<String, String> before = Map.of();

	/**
	 * @param application the role the application signs in as
	 */
	AttestedMigration(AuditKeys keys, String application) {
		this.keys = keys;
		this.application = application;
	}

	@Override
	public boolean supports(Event event, Context context) {
		return event == Event.BEFORE_EACH_MIGRATE || event == Event.AFTER_EACH_MIGRATE || event == Event.AFTER_MIGRATE;
	}

	@Override
	public boolean canHandleInTransaction(Event event, Context context) {
		return true;
	}

	@Override
	public String getCallbackName() {
		return "attested-migration";
	}

	@Override
	public void handle(Event event, Context context) {
		JdbcClient jdbc = client(context.getConnection());
		if (event == Event.BEFORE_EACH_MIGRATE) {
			this.before = isAttested(jdbc) ? columns(jdbc) : Map.of();
		}
		else if (event == Event.AFTER_MIGRATE) {
			grant(jdbc);
		}
		else if (isAttested(jdbc)) {
			String version = String.valueOf(context.getMigrationInfo().getVersion());
			register(jdbc, version);
		}
	}

	/** Each time, so that whatever else was granted by mistake on these is withdrawn. */
	private void grant(JdbcClient jdbc) {
		boolean another = jdbc.sql("SELECT :application <> '' AND :application <> current_user")
			.param("application", this.application)
			.query(Boolean.class)
			.single();
		if (another) {
			String role = "\"" + this.application.replace("\"", "\"\"") + "\"";
			GRANTS.formatted(role).lines().forEach((grant) -> jdbc.sql(grant).update());
		}
	}

	private static JdbcClient client(Connection connection) {
		return JdbcClient.create(new SingleConnectionDataSource(connection, true));
	}

	private static boolean isAttested(JdbcClient jdbc) {
		return jdbc.sql(IS_ATTESTED).query(Boolean.class).single();
	}

	private void register(JdbcClient jdbc, String version) {
		JdbcAudit chains = new JdbcAudit(jdbc, this.keys);
		List<AuditEntry.Draft> drafts = new ArrayList<>();
		if (version.equals(FIRST)) {
			goOnAuthenticated(jdbc, chains);
		}
		takeOver(jdbc, chains, version);
		drafts.addAll(columnsAdded(jdbc, version));
		NotedRows.read(jdbc).forEach((chain, rows) -> drafts.add(draft(chain, NotedRows.MIGRATED, rows)));
		if (!drafts.isEmpty()) {
			chains.append(drafts);
		}
		jdbc.sql("SELECT set_config('ecopark.rows', '', TRUE)").query((row) -> {
		});
	}

	private static AuditEntry.Draft draft(String chain, String action, String details) {
		Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
		return new AuditEntry.Draft(chain, now, now, SYSTEM, action, details);
	}

	private void goOnAuthenticated(JdbcClient jdbc, JdbcAudit chains) {
		List<String> subjects = jdbc.sql("SELECT subject FROM audit_chain WHERE count > 0").query(String.class).list();
		for (int start = 0; start < subjects.size(); start += AT_ONCE) {
			chains.append(subjects.subList(start, Math.min(start + AT_ONCE, subjects.size()))
				.stream()
				.map((subject) -> draft(subject, ChainReader.KEYED, "{\"migration\":\"" + FIRST + "\"}"))
				.toList());
		}
	}

	/** The rows of tables that are attested from now on. */
	private void takeOver(JdbcClient jdbc, JdbcAudit chains, String version) {
		jdbc.sql("SET LOCAL TimeZone = 'UTC'").update();
		for (AttestedTable table : tables(jdbc)) {
			if (wasAttested(table.name())) {
				continue;
			}
			List<AuditEntry.Draft> drafts = new ArrayList<>();
			StringBuilder rows = new StringBuilder();
			String[] chain = { "" };
			jdbc.sql(TAKEN.formatted(table.rows())).query((RowCallbackHandler) (row) -> {
				if (!chain[0].equals(row.getString("chain")) || rows.length() > 100_000) {
					end(chain[0], rows, version, drafts);
					chain[0] = row.getString("chain");
				}
				rows.append(rows.isEmpty() ? "" : ",").append(row.getString("note"));
			});
			end(chain[0], rows, version, drafts);
			for (int start = 0; start < drafts.size(); start += AT_ONCE) {
				chains.append(drafts.subList(start, Math.min(start + AT_ONCE, drafts.size())));
			}
		}
	}

	private static void end(String chain, StringBuilder rows, String version, List<AuditEntry.Draft> drafts) {
		if (!rows.isEmpty()) {
			drafts
				.add(draft(chain, NotedRows.TAKEN_OVER, "{\"migration\":\"" + version + "\",\"rows\":[" + rows + "]}"));
			rows.setLength(0);
		}
	}

	/** What the triggers say, since the modules' beans are not there yet. */
	static List<AttestedTable> tables(JdbcClient jdbc) {
		return jdbc.sql(TRIGGERS).query((row, number) -> {
			String[] arguments = row.getString("arguments").split("\\|", -1);
			return new AttestedTable(row.getString("name"), arguments[0], arguments[1], names(arguments[2]),
					names(arguments[3]), names(arguments[4]));
		}).list();
	}

	private static List<String> names(String listed) {
		return listed.isEmpty() ? List.of() : List.of(listed.split(","));
	}

	/** Rows that are there have what the column was added with. */
	private List<AuditEntry.Draft> columnsAdded(JdbcClient jdbc, String version) {
		Map<String, String> now = columns(jdbc);
		List<AuditEntry.Draft> drafts = new ArrayList<>();
		now.forEach((column, value) -> {
			int dot = column.indexOf('.');
			String table = column.substring(0, dot);
			if (!this.before.containsKey(column) && wasAttested(table)) {
				drafts.add(draft(RowReplay.COLUMNS_CHAIN, NotedRows.MIGRATED,
						NotedRows.column(version, table, column.substring(dot + 1), value)));
			}
		});
		return drafts;
	}

	private boolean wasAttested(String table) {
		return this.before.keySet().stream().anyMatch((column) -> column.startsWith(table + "."));
	}

	private static Map<String, String> columns(JdbcClient jdbc) {
		Map<String, String> columns = new HashMap<>();
		jdbc.sql(COLUMNS)
			.query((RowCallbackHandler) (row) -> columns.put(row.getString("name"), row.getString("value")));
		return columns;
	}

}
