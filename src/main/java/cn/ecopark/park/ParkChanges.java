package cn.ecopark.park;

import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import cn.ecopark.shared.JdbcTime;

/** What changed about parks, for ever. */
@Repository
public class ParkChanges {

	private static final String ADD = """
			INSERT INTO park_change (park_id, act, on_day, before_text, after_text, reference, reason, person_id, at)
			VALUES (:park, :act, :on, :before, :after, :reference, :reason, :person, :at)""";

	private static final String OF = """
			SELECT act, on_day AS "on", before_text AS before, after_text AS after, reference, reason
			  FROM park_change WHERE park_id = :park ORDER BY on_day, id""";

	private final JdbcClient jdbc;

	ParkChanges(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(long parkId, ParkChange change, long personId, Instant at) {
		this.jdbc.sql(ADD)
			.param("park", parkId)
			.param("act", change.act().name())
			.param("on", change.on())
			.param("before", change.before())
			.param("after", change.after())
			.param("reference", change.reference())
			.param("reason", change.reason())
			.param("person", personId)
			.param("at", JdbcTime.of(at))
			.update();
	}

	/** The earliest first. */
	public List<ParkChange> of(long parkId) {
		return this.jdbc.sql(OF).param("park", parkId).query(ParkChange.class).list();
	}

}
