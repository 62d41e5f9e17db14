package cn.ecopark.park;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import cn.ecopark.shared.JdbcTime;

/** Which plaques were handed over, for ever. */
@Repository
public class Plaques {

	private static final String OF = """
			SELECT id, naming_id, on_day, place, handed_by, why FROM park_plaque p
			 WHERE park_id = :park AND NOT EXISTS (SELECT FROM park_plaque l WHERE l.corrects = p.id) ORDER BY on_day, id
			""";

	private static final String ADD = """
			INSERT INTO park_plaque (park_id, naming_id, on_day, place, handed_by, why, corrects, person_id, at)
			VALUES (:park, :decision, :on, :place, :by, :why, :corrects, :person, :at)
			""";

	private final JdbcClient jdbc;

	Plaques(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	private record Row(long id, long namingId, LocalDate onDay, String place, String handedBy, String why) {

		Plaque toPlaque() {
			return new Plaque(this.onDay, this.place, this.handedBy, this.why);
		}

	}

	/** Those that hold, of every title the park has borne. */
	public List<Plaque> of(long parkId) {
		return rows(parkId).stream().map(Row::toPlaque).toList();
	}

	/** A plaque that holds, under the number of its row. */
	record Recorded(long id, Plaque plaque) {
	}

	Optional<Recorded> ofNaming(long parkId, long namingId) {
		return rows(parkId).stream()
			.filter((row) -> row.namingId == namingId)
			.map((row) -> new Recorded(row.id, row.toPlaque()))
			.findFirst();
	}

	private List<Row> rows(long parkId) {
		return this.jdbc.sql(OF).param("park", parkId).query(Row.class).list();
	}

	/**
	 * @param corrects number of the row that is put right; null where none is
	 */
	void add(long parkId, long namingId, Plaque plaque, @Nullable Long corrects, long personId, Instant at) {
		this.jdbc.sql(ADD)
			.param("park", parkId)
			.param("decision", namingId)
			.param("on", plaque.on())
			.param("place", plaque.place())
			.param("by", plaque.by())
			.param("why", plaque.why())
			.param("corrects", corrects)
			.param("person", personId)
			.param("at", JdbcTime.of(at))
			.update();
	}

}
