package cn.ecopark.reference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import cn.ecopark.shared.JdbcTime;

/** The record of changes; nothing in it is ever changed. */
@Repository
class ReferenceChanges {

	private static final String TAKE_TURN = "SELECT pg_advisory_xact_lock(hashtext('reference ' || :kind || ' ' || :of))";

	private static final String LAST = "SELECT coalesce(max(id), 0) FROM reference_change WHERE kind = :kind AND series = :of";

	private static final String REPEATED = """
			SELECT EXISTS (SELECT FROM reference_change
			                WHERE token = :token AND kind = :kind AND series = :of AND person_id = :person)
			""";

	private static final String INSERT = """
			INSERT INTO reference_change (kind, series, act, before_text, after_text, source, confirmed, reason, token,
			                              person_id, at)
			VALUES (:kind, :of, :act, :before, :after, :source, :confirmed, :reason, :token, :person, :at)
			""";

	private static final String OF = """
			SELECT c.act, c.before_text, c.after_text, c.source, c.confirmed, c.reason, p.display_name, c.at
			  FROM reference_change c JOIN person p ON p.id = c.person_id
			 WHERE c.kind = :kind AND c.series = :of ORDER BY c.id DESC LIMIT 50
			""";

	private final JdbcClient jdbc;

	ReferenceChanges(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Whoever changes the series waits for whoever does so already. */
	void lock(Series series) {
		this.jdbc.sql(TAKE_TURN).param("kind", series.kind().name()).param("of", series.of()).query().singleRow();
	}

	/**
	 * @return number of the last change of the series; 0 before the first
	 */
	long last(Series series) {
		return this.jdbc.sql(LAST)
			.param("kind", series.kind().name())
			.param("of", series.of())
			.query(Long.class)
			.single();
	}

	/**
	 * @return whether that person has done this already with the same form
	 */
	boolean isRepeated(Series series, String token, long personId) {
		return this.jdbc.sql(REPEATED)
			.param("token", token)
			.param("kind", series.kind().name())
			.param("of", series.of())
			.param("person", personId)
			.query(Boolean.class)
			.single();
	}

	void add(Series series, ReferenceChange change, String token, long personId) {
		this.jdbc.sql(INSERT)
			.param("kind", series.kind().name())
			.param("of", series.of())
			.param("act", change.act().name())
			.param("before", change.before())
			.param("after", change.after())
			.param("source", change.source())
			.param("confirmed", change.confirmed())
			.param("reason", change.reason())
			.param("token", token)
			.param("person", personId)
			.param("at", change.at().atOffset(ZoneOffset.UTC))
			.update();
	}

	/**
	 * @return the newest changes of the series, the newest first
	 */
	List<ReferenceChange> of(Series series) {
		return this.jdbc.sql(OF)
			.param("kind", series.kind().name())
			.param("of", series.of())
			.query(ReferenceChanges::change)
			.list();
	}

	private static ReferenceChange change(ResultSet row, int number) throws SQLException {
		return new ReferenceChange(ReferenceChange.Act.valueOf(row.getString("act")), row.getString("before_text"),
				row.getString("after_text"), row.getString("source"), row.getBoolean("confirmed"),
				row.getString("reason"), row.getString("display_name"), JdbcTime.instant(row, "at"));
	}

}
