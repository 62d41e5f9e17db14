package cn.ecopark.audit;

import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.JdbcTime;
import cn.ecopark.shared.ListPage;
import cn.ecopark.shared.MomentKey;

/** Finds entries of the audit over all chains. Reading here checks no rights. */
@Component
public class AuditSearch {

	private static final String WHERE = """
			 WHERE (CAST(:from AS timestamptz) IS NULL OR at >= :from) AND (CAST(:until AS timestamptz) IS NULL OR at < :until)
			   AND (:person = '' OR person_name = ANY (CAST(:names AS text[])) OR person_id::text = folded(:person))
			   AND (cardinality(CAST(:actions AS text[])) = 0 OR action = ANY (CAST(:actions AS text[])))
			   AND (:subject = ''
			        OR subject IN (SELECT chain.subject FROM audit_chain chain WHERE strpos(folded(chain.subject), folded(:subject)) > 0))
			   AND (:rows OR action NOT IN ('rows.written', 'rows.taken-over', 'rows.migrated'))
			""";

	private static final String PAGE = JdbcAudit.ENTRIES + WHERE + """
			   AND (CAST(:keyAt AS timestamptz) IS NULL OR (at, hash) %1$s (:keyAt, :keyHash))
			 ORDER BY at %2$s, hash %2$s LIMIT :most
			""";

	private static final String ALL = JdbcAudit.ENTRIES + WHERE + " ORDER BY at, hash";

	private static final String COUNT = "SELECT count(*) FROM (SELECT FROM audit_entry" + WHERE
			+ " LIMIT :most) AS found";

	private static final String ACTIONS = """
			WITH RECURSIVE found AS (
				(SELECT action FROM audit_entry ORDER BY action LIMIT 1)
				UNION ALL
				SELECT (SELECT entry.action FROM audit_entry AS entry WHERE entry.action > found.action ORDER BY entry.action LIMIT 1)
				  FROM found WHERE found.action IS NOT NULL
			)
			SELECT action FROM found WHERE action IS NOT NULL
			""";

	/** Those under which anybody has acted, one by one from the index. */
	static final String NAMES = """
			WITH RECURSIVE found AS (
				(SELECT person_name FROM audit_entry ORDER BY person_name LIMIT 1)
				UNION ALL
				SELECT (SELECT entry.person_name FROM audit_entry AS entry WHERE entry.person_name > found.person_name
				         ORDER BY entry.person_name LIMIT 1)
				  FROM found WHERE found.person_name IS NOT NULL
			)
			SELECT person_name FROM found WHERE person_name IS NOT NULL AND strpos(folded(person_name), folded(:person)) > 0
			""";

	private final JdbcClient jdbc;

	AuditSearch(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The newest come first. */
	public ListPage<AuditEntry, MomentKey> page(AuditQuery query, Cursor<MomentKey> cursor, int size) {
		String sql = cursor.backwards() ? PAGE.formatted(">", "ASC") : PAGE.formatted("<", "DESC");
		MomentKey key = cursor.key();
		List<AuditEntry> read = filled(sql, query)
			.param("keyAt", (key != null) ? JdbcTime.of(key.at()) : null, Types.TIMESTAMP_WITH_TIMEZONE)
			.param("keyHash", (key != null) ? key.id() : "")
			.param("most", size + 1)
			.query(JdbcAudit::entry)
			.list();
		return ListPage.of(read, size, cursor, (entry) -> new MomentKey(entry.at(), entry.hash()));
	}

	/**
	 * @return how many there are; one more than {@code most} where there are more
	 */
	int count(AuditQuery query, int most) {
		return filled(COUNT, query).param("most", most + 1).query(Integer.class).single();
	}

	/** Tells all of them, the oldest first. */
	void each(AuditQuery query, Consumer<AuditEntry> entries) {
		filled(ALL, query).query((row) -> {
			entries.accept(JdbcAudit.entry(row, 0));
		});
	}

	/** All that was ever done, by its code. */
	public List<String> actions() {
		return this.jdbc.sql(ACTIONS).query(String.class).list();
	}

	private JdbcClient.StatementSpec filled(String sql, AuditQuery query) {
		LocalDate to = query.to();
		return this.jdbc.sql(sql)
			.param("from", start(query.from()), Types.TIMESTAMP_WITH_TIMEZONE)
			.param("until", start((to != null) ? to.plusDays(1) : null), Types.TIMESTAMP_WITH_TIMEZONE)
			.param("person", query.person())
			.param("names", names(query.person()))
			.param("actions", query.actions().toArray(String[]::new))
			.param("subject", query.subject())
			.param("rows", query.rows());
	}

	/** Folding each entry would cost more than looking for it. */
	private String[] names(String person) {
		return person.isEmpty() ? new String[0]
				: this.jdbc.sql(NAMES).param("person", person).query(String.class).list().toArray(String[]::new);
	}

	private static @Nullable OffsetDateTime start(@Nullable LocalDate day) {
		return (day != null) ? day.atStartOfDay(CaseTime.ZONE).toOffsetDateTime() : null;
	}

}
