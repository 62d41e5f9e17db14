package cn.ecopark.organisation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import cn.ecopark.shared.JdbcTime;

/** When people signed in last, and the time before that. */
@Repository
public class LastSignIns {

	private static final String NOTE = """
			INSERT INTO last_sign_in (person_id, at, address) VALUES (:person, :at, :address)
			ON CONFLICT (person_id) DO UPDATE SET previous_at = last_sign_in.at, previous_address = last_sign_in.address,
			                                      at = excluded.at, address = excluded.address""";

	private static final String PREVIOUS = """
			SELECT previous_at, previous_address FROM last_sign_in WHERE person_id = :person AND previous_at IS NOT NULL""";

	private static final String LAST = "SELECT at, address FROM last_sign_in WHERE person_id = :person";

	private final JdbcClient jdbc;

	LastSignIns(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** When, and from which address. */
	public record At(Instant at, @Nullable String address) {
	}

	void note(long personId, String address) {
		this.jdbc.sql(NOTE)
			.param("person", personId)
			.param("at", OffsetDateTime.now())
			.param("address", address)
			.update();
	}

	/** The sign-in before the present one. */
	public Optional<At> previous(long personId) {
		return this.jdbc.sql(PREVIOUS)
			.param("person", personId)
			.query((row, number) -> new At(JdbcTime.instant(row, "previous_at"), row.getString("previous_address")))
			.optional();
	}

	public Optional<At> last(long personId) {
		return this.jdbc.sql(LAST)
			.param("person", personId)
			.query((row, number) -> new At(JdbcTime.instant(row, "at"), row.getString("address")))
			.optional();
	}

}
