package cn.ecopark.journey;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What must hold of the database at every moment, whoever has just died. Each check is
 * one statement, so that it sees one instant of work that goes on.
 */
final class RecordChecks {

	/** Texts of decisions, names of files, reasons for which cases were closed. */
	private static final String ACTS = """
			SELECT text, count(*) FROM opinion WHERE text LIKE :mark GROUP BY text
			 UNION ALL SELECT replace(file_name, '.pdf', ''), count(*) FROM document_version WHERE file_name LIKE :mark GROUP BY 1
			 UNION ALL SELECT details::json ->> 'reason', count(*) FROM audit_entry WHERE action = 'case.closed-by-office' GROUP BY 1
			""";

	private static final String CASES = "SELECT count(*) FROM eco_case";

	private static final String WORK_LIST = """
			SELECT coalesce(t.id_, i.engine_task_id) FROM act_ru_task t
			  FULL JOIN (SELECT engine_task_id FROM work_item WHERE state = 'OPEN' AND engine_task_id IS NOT NULL) i
			    ON i.engine_task_id = t.id_
			 WHERE t.id_ IS NULL OR i.engine_task_id IS NULL
			""";

	/** Tasks that the engine has done more or less often than somebody has decided. */
	private static final String STEPS = """
			SELECT coalesce(e.step, o.task_key) || ': ' || coalesce(e.times, 0) || ' in the engine, ' || coalesce(o.times, 0) || ' decided'
			  FROM (SELECT act_id_ AS step, count(*) AS times FROM act_hi_actinst WHERE act_type_ = 'userTask' AND end_time_ IS NOT NULL
			           AND act_inst_state_ <> 2
			         GROUP BY act_id_) e
			  FULL JOIN (SELECT task_key, count(*) AS times FROM opinion GROUP BY task_key) o ON o.task_key = e.step
			 WHERE coalesce(e.times, 0) <> coalesce(o.times, 0)
			""";

	/** A case in which two people take turns has one open task. */
	private static final String TOKENS = """
			SELECT dossier_id || ': ' || count(*) FROM work_item WHERE state = 'OPEN' GROUP BY dossier_id HAVING count(*) > 1
			""";

	private static final String CHAINS = """
			SELECT subject FROM (SELECT subject, seq, previous, lag(hash) OVER chain AS before, lag(seq, 1, 0::bigint) OVER chain AS place
			                       FROM audit_entry WINDOW chain AS (PARTITION BY subject ORDER BY seq)) e
			 WHERE seq <> place + 1 OR before <> previous
			 UNION ALL
			SELECT c.subject FROM audit_chain c
			  LEFT JOIN LATERAL (SELECT seq, hash FROM audit_entry WHERE subject = c.subject ORDER BY seq DESC LIMIT 1) e ON TRUE
			 WHERE c.count <> coalesce(e.seq, 0) OR (c.count > 0 AND c.head <> e.hash)
			""";

	private static final String GIVEN_UP = """
			SELECT incident_msg_ FROM act_ru_incident
			 UNION ALL SELECT kind || ' ' || key || ': ' || fault FROM background_failure
			""";

	private static final String UNDONE = """
			SELECT (SELECT count(*) FROM background_job) + (SELECT count(*) FROM document_version WHERE state = 'CHECKING')
			     + (SELECT count(*) FROM document_text WHERE state = 'WAITING')
			""";

	private final JdbcClient jdbc;

	RecordChecks(DataSource database) {
		this.jdbc = JdbcClient.create(database);
	}

	/**
	 * @return how much of what was acknowledged was found
	 */
	int hold(Ledger ledger) {
		Set<String> told = ledger.told();
		int cases = ledger.casesTold();
		Map<String, Long> found = acts();
		Set<String> lost = new HashSet<>(told);
		lost.removeAll(found.keySet());
		assertThat(lost).as("acknowledged and lost").isEmpty();
		assertThat(found).as("done twice").allSatisfy((mark, times) -> assertThat(times).isOne());
		assertThat(ledger.sent()).as("what was sent").containsAll(found.keySet());
		assertThat(this.jdbc.sql(CASES).query(Integer.class).single()).as("cases that were begun")
			.isBetween(cases, ledger.casesSent());
		assertThat(rows(WORK_LIST)).as("work list and engine").isEmpty();
		assertThat(rows(STEPS)).as("steps of the engine").isEmpty();
		assertThat(rows(TOKENS)).as("open tasks of one case").isEmpty();
		assertThat(rows(CHAINS)).as("chains of the audit").isEmpty();
		assertThat(rows(GIVEN_UP)).as("failed for good").isEmpty();
		return told.size();
	}

	/**
	 * When nobody sends anything any more, and all was acknowledged at last.
	 * @return whether nothing waits to be done in the background
	 */
	boolean isAtRest() {
		return this.jdbc.sql(UNDONE).query(Long.class).single() == 0;
	}

	private Map<String, Long> acts() {
		return this.jdbc.sql(ACTS)
			.param("mark", Ledger.MARK + "%")
			.query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum));
	}

	private List<String> rows(String sql) {
		return this.jdbc.sql(sql).query(String.class).list();
	}

}
