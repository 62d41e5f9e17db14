package cn.ecopark.expert;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.shared.JdbcTime;

/** Meetings as they were recorded. */
@Component
public class Meetings {

	private static final String INSERT = """
			INSERT INTO meeting (case_id, stage, held_on, place, agenda, attendance, opinion_id, recorded_at)
			VALUES (:caseId, :stage, :heldOn, :place, :agenda, :attendance, :opinionId, :at)
			""";

	private static final String LATEST = """
			SELECT case_id, stage, held_on, place, agenda, attendance, opinion_id FROM meeting
			 WHERE case_id = :case AND stage = :stage ORDER BY id DESC LIMIT 1
			""";

	private final JdbcClient jdbc;

	Meetings(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * @return the newest meeting of that stage
	 */
	public Optional<Meeting> latest(String caseId, String stage) {
		return this.jdbc.sql(LATEST)
			.param("case", caseId)
			.param("stage", stage)
			.query((row, number) -> new Meeting(row.getString("case_id"), row.getString("stage"),
					row.getObject("held_on", LocalDate.class), row.getString("place"), row.getString("agenda"),
					row.getString("attendance"), row.getLong("opinion_id")))
			.optional();
	}

	void add(Meeting meeting, Instant at) {
		this.jdbc.sql(INSERT)
			.param("caseId", meeting.caseId())
			.param("stage", meeting.stage())
			.param("heldOn", meeting.heldOn())
			.param("place", meeting.place())
			.param("agenda", meeting.agenda())
			.param("attendance", meeting.attendance())
			.param("opinionId", meeting.opinionId())
			.param("at", JdbcTime.of(at))
			.update();
	}

}
