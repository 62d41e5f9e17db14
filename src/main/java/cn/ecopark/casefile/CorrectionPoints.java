package cn.ecopark.casefile;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.shared.JdbcTime;
import cn.ecopark.shared.RareMatters;
import cn.ecopark.shared.StaleRecord;

/** Points a reviewer sends back and the park answers one by one. */
@Component
public class CorrectionPoints {

	private static final String RAISE = """
			INSERT INTO correction_point (case_id, opinion_id, number, subject, remark, state)
			SELECT :case, :opinion, coalesce(max(number), 0) + 1, :subject, :remark, 'OPEN'
			  FROM correction_point WHERE case_id = :case
			""";

	/** What becomes of the points that an opinion has raised, answered or settled. */
	private static final String FALL = """
			UPDATE correction_point SET state = 'TAKEN_BACK'
			 WHERE case_id = :case AND state <> 'TAKEN_BACK'
			   AND (opinion_id = :opinion OR answered_in = :opinion OR settled_in = :opinion OR sent_at >= :at)
			RETURNING id
			""";

	/** As it was before; the answer of another submission stays with its point. */
	private static final String AGAIN = """
			INSERT INTO correction_point (case_id, opinion_id, number, subject, remark, state, answer, answered_at, answered_in,
			                              sent_at)
			SELECT case_id, opinion_id, number, subject, remark,
			       CASE WHEN answer IS NULL OR answered_in = :opinion THEN 'OPEN' ELSE 'ANSWERED' END,
			       CASE WHEN answered_in = :opinion THEN NULL ELSE answer END,
			       CASE WHEN answered_in = :opinion THEN NULL ELSE answered_at END,
			       CASE WHEN answered_in = :opinion THEN NULL ELSE answered_in END,
			       CASE WHEN sent_at >= :at THEN NULL ELSE sent_at END
			  FROM correction_point WHERE id = :id AND opinion_id <> :opinion
			RETURNING id
			""";

	/**
	 * What has been answered was sent, whether that was noted or not. What was taken back
	 * is told where nothing has taken its place.
	 */
	private static final String OF_CASE = """
			SELECT p.*, o.unit_name || ' ' || o.person_name AS raised_by, o.at AS raised_at,
			       coalesce(p.sent_at, p.answered_at) IS NOT NULL AS sent
			  FROM correction_point p JOIN opinion o ON o.id = p.opinion_id
			 WHERE p.case_id = :case AND p.state IN (:states)
			   AND (p.state <> 'TAKEN_BACK' OR NOT EXISTS (SELECT 1 FROM correction_point again
			                                                WHERE again.case_id = p.case_id AND again.number = p.number
			                                                  AND again.id > p.id))
			 ORDER BY p.number
			""";

	private final JdbcClient jdbc;

	private final RareMatters.Matter raised;

	CorrectionPoints(JdbcClient jdbc, RareMatters matters) {
		this.jdbc = jdbc;
		this.raised = matters.matter("EXISTS (SELECT 1 FROM correction_point WHERE case_id = :dossier)");
	}

	/** Where a point stands. */
	public enum State {

		/** Waits for the park. */
		OPEN,
		/** Answered; waits for the reviewer's next look. */
		ANSWERED,
		/** The reviewer has gone on. */
		SETTLED,
		/** Fell with a submission that was taken back. */
		TAKEN_BACK

	}

	/**
	 * One point.
	 *
	 * @param number running within the case
	 * @param subject the field or document it is about
	 * @param raisedBy unit and person who asked for it
	 * @param sent whether the park has been asked to answer it
	 */
	public record CorrectionPoint(long id, int number, String subject, String remark, State state, String raisedBy,
			Instant raisedAt, @Nullable String answer, @Nullable Instant answeredAt, boolean sent) {
	}

	/** A point as the reviewer wrote it. */
	public record NewPoint(String subject, String remark) {
	}

	public void raise(String caseId, long opinionId, List<NewPoint> points) {
		for (NewPoint point : points) {
			this.jdbc.sql(RAISE)
				.param("case", caseId)
				.param("opinion", opinionId)
				.param("subject", point.subject())
				.param("remark", point.remark())
				.update();
		}
	}

	/**
	 * @return the points in these states, in the order they were raised
	 */
	public List<CorrectionPoint> of(String caseId, State... states) {
		if (!this.raised.mayBeOf(caseId)) {
			return List.of();
		}
		return this.jdbc.sql(OF_CASE)
			.param("case", caseId)
			.param("states", Arrays.stream(states).map(Enum::name).toList())
			.query((row, number) -> new CorrectionPoint(row.getLong("id"), row.getInt("number"),
					row.getString("subject"), row.getString("remark"), State.valueOf(row.getString("state")),
					row.getString("raised_by"), JdbcTime.instant(row, "raised_at"), row.getString("answer"),
					JdbcTime.nullable(row, "answered_at"), row.getBoolean("sent")))
			.list();
	}

	/**
	 * @return what points were about that anybody raised in that stage of the case, each
	 * once
	 */
	public List<String> subjectsRaised(String caseId, String stage) {
		return this.jdbc.sql("""
				SELECT DISTINCT p.subject FROM correction_point p JOIN opinion o ON o.id = p.opinion_id
				 WHERE p.case_id = :case AND o.stage = :stage AND p.state <> 'TAKEN_BACK'
				""").param("case", caseId).param("stage", stage).query(String.class).list();
	}

	/** The park is asked to answer whatever is open. */
	public void send(String caseId, Instant at) {
		this.jdbc.sql(
				"UPDATE correction_point SET sent_at = :at WHERE case_id = :case AND state = 'OPEN' AND sent_at IS NULL")
			.param("case", caseId)
			.param("at", JdbcTime.of(at))
			.update();
	}

	/**
	 * Keeps the answer to an open point.
	 * @param opinionId what it was given with
	 * @throws StaleRecord when it is not open any more
	 */
	public void answer(String caseId, long pointId, String answer, long opinionId, Instant at) {
		StaleRecord.refuseIfNone(this.jdbc
			.sql("""
					UPDATE correction_point SET state = 'ANSWERED', answer = :answer, answered_at = :at, answered_in = :opinion
					 WHERE id = :id AND case_id = :case AND state = 'OPEN'
					""")
			.param("id", pointId)
			.param("case", caseId)
			.param("answer", answer)
			.param("opinion", opinionId)
			.param("at", JdbcTime.of(at))
			.update());
	}

	/**
	 * The reviewer has looked: the points in these states are settled, if there are any.
	 * @param opinionId what they were settled with; null where no opinion did
	 */
	public void settle(String caseId, @Nullable Long opinionId, State... states) {
		this.jdbc.sql("""
				UPDATE correction_point SET state = 'SETTLED', settled_in = :opinion
				 WHERE case_id = :case AND state IN (:states)
				""")
			.param("case", caseId)
			.param("opinion", opinionId)
			.param("states", Arrays.stream(states).map(Enum::name).toList())
			.update();
	}

	/**
	 * The submission was taken back: what it has raised, answered, settled and sent stays
	 * as it was, and in its place are points as they were before; for those it has raised
	 * there are none.
	 * @return ids of these, by the ids of those they take the places of
	 */
	public Map<Long, Long> takeBack(String caseId, Opinion said) {
		Map<Long, Long> again = new LinkedHashMap<>();
		for (long fallen : this.jdbc.sql(FALL)
			.param("case", caseId)
			.param("opinion", said.id())
			.param("at", JdbcTime.of(said.at()))
			.query(Long.class)
			.list()) {
			this.jdbc.sql(AGAIN)
				.param("id", fallen)
				.param("opinion", said.id())
				.param("at", JdbcTime.of(said.at()))
				.query(Long.class)
				.optional()
				.ifPresent(id -> again.put(fallen, id));
		}
		return again;
	}

}
