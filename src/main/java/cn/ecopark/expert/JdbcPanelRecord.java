package cn.ecopark.expert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.shared.JdbcTime;
import cn.ecopark.shared.ReadOnce;

/** Rows of what panels vote, conclude and sign. */
@Component
class JdbcPanelRecord {

	private static final String ROUND = """
			SELECT id, round, formed_at FROM panel WHERE case_id = :case AND stage = :stage
			""";

	private static final String VOTE = """
			INSERT INTO panel_vote (panel_id, round, person_id, unit_id, outcome, opinion_id)
			VALUES (:panel, :round, :person, :unit, :outcome, :opinion)
			""";

	/** The newest of each member. */
	private static final String VOTES = """
			SELECT DISTINCT ON (person_id, unit_id) person_id, unit_id, outcome FROM panel_vote
			 WHERE panel_id = :panel AND round = :round ORDER BY person_id, unit_id, id DESC
			""";

	private static final String CONCLUDE = """
			INSERT INTO panel_conclusion (panel_id, round, person_id, outcome, opinion_id, work_item_id)
			VALUES (:panel, :round, :person, :outcome, :opinion, :item) RETURNING id
			""";

	private static final String LATEST = """
			SELECT id, person_id, outcome, opinion_id, work_item_id, holds FROM panel_conclusion
			 WHERE panel_id = :panel AND round = :round ORDER BY id DESC LIMIT 1
			""";

	/** Opinions are numbered in the order in which they come in. */
	private static final String DRAFTS = """
			SELECT count(*) FROM panel_conclusion
			 WHERE panel_id = :panel AND round = :round
			   AND opinion_id > (SELECT coalesce(max(opinion_id), 0) FROM panel_vote
			                      WHERE panel_id = :panel AND round = :round)
			""";

	private static final String SIGN = """
			INSERT INTO panel_signature (conclusion_id, person_id, unit_id, stance, opinion_id, at)
			VALUES (:conclusion, :person, :unit, :stance, :opinion, :at)
			""";

	private static final String SIGNATURES = """
			SELECT s.person_id, s.unit_id, s.stance, coalesce(o.text, '') AS words, coalesce(o.person_name, '') AS signer
			  FROM panel_signature s LEFT JOIN opinion o ON o.id = s.opinion_id
			 WHERE s.conclusion_id = :conclusion ORDER BY s.id
			""";

	private static final String SETTLE = """
			UPDATE panel_conclusion SET holds = :holds WHERE id = :id AND holds IS NULL
			""";

	/** Of the panel as it was formed last, the newest draft. */
	private static final String HELD = """
			SELECT p.case_id, c.outcome
			  FROM panel p JOIN LATERAL (SELECT outcome, holds FROM panel_conclusion
			                              WHERE panel_id = p.id AND round = p.round ORDER BY id DESC LIMIT 1) c ON c.holds
			 WHERE p.case_id IN (:cases) AND p.stage = :stage
			""";

	private static final String STAGES = "SELECT stage FROM panel WHERE case_id = :case ORDER BY id";

	private final JdbcClient jdbc;

	JdbcPanelRecord(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The panel as it was formed last.
	 *
	 * @param number how often it has been formed
	 */
	record Round(long panelId, int number, Instant formedAt) {
	}

	/** What a member has voted. */
	record Cast(Seat seat, String outcome) {
	}

	/**
	 * What a leader has drawn up.
	 *
	 * @param holds whether enough members have signed; {@code null} until they have been
	 * counted
	 */
	record Draft(long id, long leaderId, String outcome, long opinionId, long workItemId, @Nullable Boolean holds) {

		boolean isSettled() {
			return this.holds != null;
		}

	}

	/** How a member stands to a draft. */
	enum Stance {

		/** Has signed it. */
		SIGNED,
		/** Has not, and has said why. */
		DISSENTED,
		/** Has not answered; no agreement. */
		SILENT

	}

	/**
	 * @param signer who signed for the seat, empty where nobody did
	 * @param words what was said, empty for nothing
	 */
	record Signature(Seat seat, Stance stance, String signer, String words) {
	}

	Optional<Round> round(String caseId, String stage) {
		return ReadOnce.of(this, "round", List.of(caseId, stage),
				() -> this.jdbc.sql(ROUND)
					.param("case", caseId)
					.param("stage", stage)
					.query((row, number) -> new Round(row.getLong("id"), row.getInt("round"),
							JdbcTime.instant(row, "formed_at")))
					.optional());
	}

	List<String> stages(String caseId) {
		return this.jdbc.sql(STAGES).param("case", caseId).query(String.class).list();
	}

	void vote(Round round, Seat seat, String outcome, long opinionId) {
		this.jdbc.sql(VOTE)
			.param("panel", round.panelId())
			.param("round", round.number())
			.param("person", seat.personId())
			.param("unit", seat.unitId())
			.param("outcome", outcome)
			.param("opinion", opinionId)
			.update();
	}

	List<Cast> votes(Round round) {
		return ReadOnce.list(this, "votes", round,
				() -> this.jdbc.sql(VOTES)
					.param("panel", round.panelId())
					.param("round", round.number())
					.query((row, number) -> new Cast(seat(row), row.getString("outcome")))
					.list());
	}

	long conclude(Round round, long leaderId, String outcome, long opinionId, long workItemId) {
		return this.jdbc.sql(CONCLUDE)
			.param("panel", round.panelId())
			.param("round", round.number())
			.param("person", leaderId)
			.param("outcome", outcome)
			.param("opinion", opinionId)
			.param("item", workItemId)
			.query(Long.class)
			.single();
	}

	Optional<Draft> latest(Round round) {
		return this.jdbc.sql(LATEST)
			.param("panel", round.panelId())
			.param("round", round.number())
			.query((row, number) -> new Draft(row.getLong("id"), row.getLong("person_id"), row.getString("outcome"),
					row.getLong("opinion_id"), row.getLong("work_item_id"), (Boolean) row.getObject("holds")))
			.optional();
	}

	/**
	 * @return by case, what the opinion concludes that holds; cases without one are left
	 * out
	 */
	Map<String, String> held(Collection<String> caseIds, String stage) {
		Map<String, String> held = new HashMap<>();
		if (!caseIds.isEmpty()) {
			this.jdbc.sql(HELD).param("cases", caseIds).param("stage", stage).query(row -> {
				held.put(row.getString("case_id"), row.getString("outcome"));
			});
		}
		return held;
	}

	/**
	 * @return how often the leader has drawn up something since anybody voted
	 */
	int draftsSinceTheLastVote(Round round) {
		return this.jdbc.sql(DRAFTS)
			.param("panel", round.panelId())
			.param("round", round.number())
			.query(Integer.class)
			.single();
	}

	void sign(long draftId, Seat seat, Stance stance, @Nullable Long opinionId, Instant at) {
		this.jdbc.sql(SIGN)
			.param("conclusion", draftId)
			.param("person", seat.personId())
			.param("unit", seat.unitId())
			.param("stance", stance.name())
			.param("opinion", opinionId)
			.param("at", JdbcTime.of(at))
			.update();
	}

	List<Signature> signatures(long draftId) {
		return this.jdbc.sql(SIGNATURES)
			.param("conclusion", draftId)
			.query((row, number) -> new Signature(seat(row), Stance.valueOf(row.getString("stance")),
					row.getString("signer"), row.getString("words")))
			.list();
	}

	/**
	 * @throws IllegalStateException when the signatures have been counted before
	 */
	void settle(long draftId, boolean holds) {
		if (this.jdbc.sql(SETTLE).param("id", draftId).param("holds", holds).update() == 0) {
			throw new IllegalStateException("The signatures of conclusion " + draftId + " were counted before");
		}
	}

	private static Seat seat(ResultSet row) throws SQLException {
		return new Seat(row.getObject("person_id", Long.class), row.getString("unit_id"));
	}

}
