package cn.ecopark.batch;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.shared.JdbcTime;
import cn.ecopark.shared.ReadOnce;

/** Ballots, written once and never changed. They never reach a park. */
@Component
public class Ballots {

	private static final String INSERT = """
			INSERT INTO ballot (batch_id, case_id, unit_id, round, choice, reason, deputy, text_digest, person_id, opinion_id, at)
			VALUES (:batchId, :caseId, :unitId, :round, :choice, :reason, :deputy, :text, :personId, :opinionId, :at)
			""";

	private static final String OF_BATCH = "SELECT * FROM ballot WHERE batch_id = :batch ORDER BY round, at, unit_id";

	private final JdbcClient jdbc;

	Ballots(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * @return every ballot of the batch, the first round first
	 */
	public List<Ballot> of(String batchId) {
		return ReadOnce.list(this, "of", batchId,
				() -> this.jdbc.sql(OF_BATCH)
					.param("batch", batchId)
					.query((row, number) -> new Ballot(row.getString("batch_id"), row.getString("case_id"),
							row.getString("unit_id"), row.getInt("round"), row.getString("choice"),
							row.getString("reason"), row.getBoolean("deputy"), row.getString("text_digest"),
							row.getLong("person_id"), row.getLong("opinion_id"), JdbcTime.instant(row, "at")))
					.list());
	}

	void cast(Ballot ballot) {
		this.jdbc.sql(INSERT)
			.param("batchId", ballot.batchId())
			.param("caseId", ballot.caseId())
			.param("unitId", ballot.unitId())
			.param("round", ballot.round())
			.param("choice", ballot.choice())
			.param("reason", ballot.reason())
			.param("deputy", ballot.deputy())
			.param("text", ballot.textDigest())
			.param("personId", ballot.personId())
			.param("opinionId", ballot.opinionId())
			.param("at", JdbcTime.of(ballot.at()))
			.update();
	}

}
