package cn.ecopark.organisation;

import java.security.SecureRandom;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.shared.Sha256;

/**
 * Codes of 100 random bits in four groups, valid once and for a day; only their digests
 * are kept.
 */
@Component
class OneTimeCodes {

	/** Without letters and digits that are mistaken for one another. */
	private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

	private static final int GROUPS = 4;

	/** Of a code that two administrators hand over, each one half. */
	private static final int GROUPS_OF_HALF = 3;

	private static final int GROUP_LENGTH = 5;

	private static final Duration VALID = Duration.ofDays(1);

	private static final String INSERT = """
			INSERT INTO one_time_code (purpose, person_id, digest, first_digest, expires_at)
			VALUES (:purpose, :personId, :digest, :firstDigest, :expiresAt)""";

	private static final String VALID_ONE = """
			one_time_code
			 WHERE (digest = :whole AND first_digest IS NULL OR digest = :second AND first_digest = :first)
			   AND purpose = :purpose AND person_id IS NOT DISTINCT FROM :personId AND expires_at > :now""";

	private static final String REDEEM = "DELETE FROM " + VALID_ONE;

	private static final String COUNT = "SELECT count(*) FROM " + VALID_ONE;

	private static final String WITHDRAW = """
			DELETE FROM one_time_code
			 WHERE (purpose = :purpose AND person_id IS NOT DISTINCT FROM :personId) OR expires_at <= :now""";

	private final JdbcClient jdbc;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	@Autowired
	OneTimeCodes(JdbcClient jdbc) {
		this(jdbc, Clock.systemDefaultZone());
	}

	OneTimeCodes(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * @param personId for whom, null where the code is not bound to a person
	 */
	@Transactional
	String issue(Purpose purpose, @Nullable Long personId) {
		String code = random(GROUPS);
		keep(purpose, personId, code, null);
		return code;
	}

	/**
	 * The second half of a code, by another hand than the first; the person enters both,
	 * one after the other.
	 * @param firstDigest digest of the first half
	 */
	String issueSecondHalf(long personId, String firstDigest) {
		String half = half();
		keep(Purpose.PASSWORD, personId, half, firstDigest);
		return half;
	}

	/** A half: 75 random bits, more than anybody can try out within a day. */
	String half() {
		return random(GROUPS_OF_HALF);
	}

	private void keep(Purpose purpose, @Nullable Long personId, String code, @Nullable String firstDigest) {
		this.jdbc.sql(INSERT)
			.param("purpose", purpose.name())
			.param("personId", personId, Types.BIGINT)
			.param("digest", digest(code))
			.param("firstDigest", firstDigest)
			.param("expiresAt", OffsetDateTime.now(this.clock).plus(VALID))
			.update();
	}

	/**
	 * Uses the code up.
	 * @throws CodeInvalid if it is not valid for that
	 */
	void redeem(Purpose purpose, @Nullable Long personId, String code) {
		if (about(REDEEM, purpose, personId, code).update() == 0) {
			throw new CodeInvalid();
		}
	}

	/** Whether it would be valid for that. */
	boolean isValid(Purpose purpose, @Nullable Long personId, String code) {
		return about(COUNT, purpose, personId, code).query(Long.class).single() > 0;
	}

	private JdbcClient.StatementSpec about(String statement, Purpose purpose, @Nullable Long personId, String code) {
		String plain = plain(code);
		int cut = Math.min(plain.length(), GROUPS_OF_HALF * GROUP_LENGTH);
		return this.jdbc.sql(statement)
			.param("purpose", purpose.name())
			.param("personId", personId, Types.BIGINT)
			.param("whole", digest(plain))
			.param("first", digest(plain.substring(0, cut)))
			.param("second", digest(plain.substring(cut)))
			.param("now", OffsetDateTime.now(this.clock));
	}

	/** Makes earlier codes for the same worthless, and clears out what has expired. */
	void withdraw(Purpose purpose, @Nullable Long personId) {
		this.jdbc.sql(WITHDRAW)
			.param("purpose", purpose.name())
			.param("personId", personId, Types.BIGINT)
			.param("now", OffsetDateTime.now(this.clock))
			.update();
	}

	private String random(int groups) {
		StringBuilder code = new StringBuilder();
		for (int position = 0; position < groups * GROUP_LENGTH; position++) {
			if (position > 0 && position % GROUP_LENGTH == 0) {
				code.append('-');
			}
			code.append(ALPHABET.charAt(this.random.nextInt(ALPHABET.length())));
		}
		return code.toString();
	}

	private static String plain(String code) {
		return code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
	}

	static String digest(String code) {
		return Sha256.hex(plain(code));
	}

	/** What a code is good for. */
	enum Purpose {

		/** Becoming the first administrator. */
		FIRST_ADMINISTRATOR,
		/** Setting one's password. */
		PASSWORD

	}

}
