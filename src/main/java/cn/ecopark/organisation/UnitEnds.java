package cn.ecopark.organisation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import cn.ecopark.shared.JdbcTime;

/** Which units end and who has their business then, as it stands in the database now. */
@Repository
public class UnitEnds {

	private static final String ALL = """
			SELECT unit_id, on_day AS "on", successor, reference, confirmed, reason
			  FROM unit_end e WHERE act = 'ENDS' AND id = (SELECT max(id) FROM unit_end l WHERE l.unit_id = e.unit_id)
			 ORDER BY on_day, id
			""";

	private static final String ADD = """
			INSERT INTO unit_end (unit_id, act, on_day, successor, reference, confirmed, reason, person_id, at)
			VALUES (:unit, :act, :on, :successor, :reference, :confirmed, :reason, :person, :at)
			""";

	private final JdbcClient jdbc;

	UnitEnds(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Those that hold, by their day. */
	public List<UnitEnd> all() {
		return this.jdbc.sql(ALL).query(UnitEnd.class).list();
	}

	public Optional<UnitEnd> of(String unitId) {
		return all().stream().filter((end) -> end.unitId().equals(unitId)).findFirst();
	}

	/** The unit ends so, whatever was said of it before. */
	void add(UnitEnd end, long personId, Instant at) {
		write("ENDS", end, personId, at);
	}

	/**
	 * The unit does not end after all.
	 * @param end what it rests on, and why
	 */
	void takeBack(UnitEnd end, long personId, Instant at) {
		write("GOES_ON", end, personId, at);
	}

	private void write(String act, UnitEnd end, long personId, Instant at) {
		this.jdbc.sql(ADD)
			.param("unit", end.unitId())
			.param("act", act)
			.param("on", end.on())
			.param("successor", end.successor())
			.param("reference", end.reference())
			.param("confirmed", end.confirmed())
			.param("reason", end.reason())
			.param("person", personId)
			.param("at", JdbcTime.of(at))
			.update();
	}

}
