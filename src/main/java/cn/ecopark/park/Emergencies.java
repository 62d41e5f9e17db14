package cn.ecopark.park;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import cn.ecopark.shared.JdbcTime;

/** What was reported of emergencies, for ever. */
@Repository
class Emergencies {

	private static final String OF_PARK = """
			SELECT e.id, e.occurred_at, r.kind, r.level, r.text, r.measures, r.person_id, r.unit_id, r.at
			  FROM park_emergency e JOIN emergency_report r ON r.emergency_id = e.id
			 WHERE e.park_id = :park ORDER BY e.occurred_at DESC, e.id DESC, r.id
			""";

	private static final String NOT_NOTED = """
			SELECT e.park_id AS id, p.name, count(*) AS number
			  FROM park_emergency e JOIN park p ON p.id = e.park_id
			 WHERE (SELECT r.kind FROM emergency_report r WHERE r.emergency_id = e.id ORDER BY r.id DESC LIMIT 1) <> 'NOTE'
			 GROUP BY e.park_id, p.name ORDER BY min(e.id)
			""";

	private static final String ADD = """
			INSERT INTO park_emergency (park_id, occurred_at) VALUES (:park, :occurred) RETURNING id
			""";

	private static final String REPORT = """
			INSERT INTO emergency_report (park_id, emergency_id, kind, level, text, measures, person_id, unit_id, at)
			VALUES (:park, :emergency, :kind, :level, :text, :measures, :person, :unit, :at)
			""";

	private final JdbcClient jdbc;

	Emergencies(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	private record Row(long id, OffsetDateTime occurredAt, String kind, @Nullable String level, String text,
			String measures, long personId, String unitId, OffsetDateTime at) {

		Emergency.Report report() {
			return new Emergency.Report(Emergency.Kind.valueOf(this.kind), this.level, this.text, this.measures,
					this.personId, this.unitId, this.at.toInstant());
		}

	}

	/** Those of a park, the last that happened first. */
	List<Emergency> of(long parkId) {
		Map<Long, Emergency> found = new LinkedHashMap<>();
		for (Row row : this.jdbc.sql(OF_PARK).param("park", parkId).query(Row.class).list()) {
			found
				.computeIfAbsent(row.id,
						(id) -> new Emergency(id, parkId, row.occurredAt.toInstant(), new ArrayList<>()))
				.reports()
				.add(row.report());
		}
		return List.copyOf(found.values());
	}

	/**
	 * Parks with reports on which the Office has noted nothing yet, the longest standing
	 * first.
	 */
	List<ReportEmergency.NotNoted> notNoted() {
		return this.jdbc.sql(NOT_NOTED).query(ReportEmergency.NotNoted.class).list();
	}

	Optional<Emergency> find(long parkId, long id) {
		return of(parkId).stream().filter((emergency) -> emergency.id() == id).findFirst();
	}

	/**
	 * @return its number
	 */
	long add(long parkId, Instant occurredAt) {
		return this.jdbc.sql(ADD)
			.param("park", parkId)
			.param("occurred", JdbcTime.of(occurredAt))
			.query(Long.class)
			.single();
	}

	void report(long parkId, long emergencyId, Emergency.Report report) {
		this.jdbc.sql(REPORT)
			.param("park", parkId)
			.param("emergency", emergencyId)
			.param("kind", report.kind().name())
			.param("level", report.level())
			.param("text", report.text())
			.param("measures", report.measures())
			.param("person", report.personId())
			.param("unit", report.unitId())
			.param("at", JdbcTime.of(report.at()))
			.update();
	}

}
