package cn.ecopark.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import cn.ecopark.shared.JdbcTime;

/** The rows of codes that wait for a second administrator. */
@Repository
class CodeRequests {

	/** The second half is worthless without the first, which is as old as the request. */
	private static final String OPEN = """
			SELECT id, person_id, asked_by, asked_at, first_digest FROM code_request
			 WHERE state = 'OPEN' AND asked_at > :since
			""";

	private static final String ADD = """
			INSERT INTO code_request (person_id, asked_by, asked_at, first_digest, state)
			VALUES (:person, :by, :at, :digest, 'OPEN')""";

	private static final String DROP = """
			UPDATE code_request SET state = 'DENIED', decided_by = :by, decided_at = :at
			 WHERE person_id = :person AND state = 'OPEN'""";

	private static final String DECIDE = """
			UPDATE code_request SET state = :state, decided_by = :by, decided_at = :at WHERE id = :id AND state = 'OPEN'""";

	private static final int DAYS = 3;

	private final JdbcClient jdbc;

	CodeRequests(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A request with the digest of the half that was handed out. */
	record Kept(CodeRequest request, String firstDigest) {
	}

	List<CodeRequest> open() {
		return this.jdbc.sql(OPEN + "ORDER BY id")
			.param("since", since())
			.query(CodeRequests::kept)
			.list()
			.stream()
			.map(Kept::request)
			.toList();
	}

	Optional<Kept> find(long id) {
		return this.jdbc.sql(OPEN + "AND id = :id FOR NO KEY UPDATE")
			.param("since", since())
			.param("id", id)
			.query(CodeRequests::kept)
			.optional();
	}

	/** A later request for the same person takes the place of an earlier one. */
	void ask(long personId, long by, String firstDigest) {
		drop(personId, by);
		this.jdbc.sql(ADD)
			.param("person", personId)
			.param("by", by)
			.param("at", OffsetDateTime.now())
			.param("digest", firstDigest)
			.update();
	}

	void drop(long personId, long by) {
		this.jdbc.sql(DROP).param("person", personId).param("by", by).param("at", OffsetDateTime.now()).update();
	}

	void decide(long id, boolean confirmed, long by) {
		this.jdbc.sql(DECIDE)
			.param("id", id)
			.param("state", confirmed ? "CONFIRMED" : "DENIED")
			.param("by", by)
			.param("at", OffsetDateTime.now())
			.update();
	}

	private static OffsetDateTime since() {
		return OffsetDateTime.now().minusDays(DAYS);
	}

	private static Kept kept(ResultSet row, int number) throws SQLException {
		return new Kept(new CodeRequest(row.getLong("id"), row.getLong("person_id"), row.getLong("asked_by"),
				JdbcTime.instant(row, "asked_at")), row.getString("first_digest"));
	}

}
