package cn.ecopark.casefile;

import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.shared.JdbcTime;
import cn.ecopark.shared.ReadOnce;

/** When cases came into which stage. */
@Component
public class StageHistory {

	private final JdbcClient jdbc;

	StageHistory(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A stage that a case came into. */
	public record Entry(String caseId, String kind, String stage, Instant at) {
	}

	void entered(String caseId, String stage, Instant at) {
		this.jdbc.sql("INSERT INTO case_stage (case_id, stage, entered_at) VALUES (:case, :stage, :at)")
			.param("case", caseId)
			.param("stage", stage)
			.param("at", JdbcTime.of(at))
			.update();
	}

	/**
	 * @return the stages of all cases of the park, in the order in which they were
	 * entered
	 */
	public List<Entry> ofPark(long parkId) {
		return ReadOnce.list(this, "ofPark", parkId,
				() -> this.jdbc.sql("""
						SELECT s.case_id, c.kind, s.stage, s.entered_at
						  FROM case_stage s JOIN eco_case c ON c.id = s.case_id
						 WHERE c.park_id = :park ORDER BY s.id
						""")
					.param("park", parkId)
					.query((row, number) -> new Entry(row.getString("case_id"), row.getString("kind"),
							row.getString("stage"), JdbcTime.instant(row, "entered_at")))
					.list());
	}

}
