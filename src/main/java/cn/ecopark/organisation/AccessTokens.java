package cn.ecopark.organisation;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.RepeatedEvents;
import cn.ecopark.audit.Subject;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.TokenRefusals.TokenExpired;
import cn.ecopark.organisation.TokenRefusals.TokenFaulty;
import cn.ecopark.organisation.TokenRefusals.TokenUnknown;
import cn.ecopark.organisation.TokenRefusals.TooManyTokens;
import cn.ecopark.shared.Sha256;

/**
 * By which programs on people's desks act for them: 256 random bits, of which only the
 * digest is kept. Each ends by a day that its owner has chosen, when its owner ends it,
 * and with the sessions of its owner when account, roles or password change.
 */
@Component
public class AccessTokens {

	/** For how many days one may be good. */
	public static final Set<Integer> DAYS = Set.of(7, 30, 90);

	/** Characters of the name of one. */
	public static final int LONGEST_NAME = 60;

	/** Of one person at a time. */
	static final int MOST = 10;

	/** Says in a log or in a file that was lost what it is. */
	private static final String MARK = "ecopark_";

	private static final int BYTES = 32;

	/** How long the owner is still told that it has ended. */
	private static final Duration TOLD = Duration.ofDays(30);

	private static final String SELECT = """
			SELECT id, name, made_at, ends_at, last_used, person_id FROM access_token
			""";

	private final JdbcClient jdbc;

	private final People people;

	private final SignInThrottle throttle;

	private final Audit audit;

	private final RepeatedEvents repeated;

	private final SecureRandom random = new SecureRandom();

	AccessTokens(JdbcClient jdbc, People people, SignInThrottle throttle, Audit audit, RepeatedEvents repeated) {
		this.jdbc = jdbc;
		this.repeated = repeated;
		this.people = people;
		this.throttle = throttle;
		this.audit = audit;
	}

	/**
	 * @param days one of {@link #DAYS}
	 * @return what the program has to send, which is not kept anywhere
	 * @throws TokenFaulty if it has no name, a longer one than {@link #LONGEST_NAME}, or
	 * another time
	 * @throws TooManyTokens if the person has as many as anybody may have
	 */
	@Transactional
	public String make(Actor actor, String name, int days) {
		String called = name.strip();
		if (called.isEmpty() || called.length() > LONGEST_NAME || !DAYS.contains(days)) {
			throw new TokenFaulty();
		}
		// Of one person one at a time is counted and made.
		this.jdbc.sql("SELECT id FROM person WHERE id = :person FOR NO KEY UPDATE")
			.param("person", actor.personId())
			.query(Long.class)
			.single();
		this.jdbc.sql("DELETE FROM access_token WHERE ends_at < :old")
			.param("old", at(Instant.now().minus(TOLD)))
			.update();
		if (of(actor).stream().filter(token -> !token.hasEnded(Instant.now())).count() >= MOST) {
			throw new TooManyTokens(MOST);
		}
		byte[] bits = new byte[BYTES];
		this.random.nextBytes(bits);
		String token = MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				INSERT INTO access_token (id, person_id, name, digest, made_at, ends_at)
				VALUES (:id, :person, :name, :digest, now(), now() + make_interval(days => :days))
				""")
			.param("id", id)
			.param("person", actor.personId())
			.param("name", called)
			.param("digest", Sha256.hex(token))
			.param("days", days)
			.update();
		this.audit.record(Subject.ADMINISTRATION, "token.made", Map.of("person", Long.toString(actor.personId()),
				"token", id.toString(), "name", called, "days", Integer.toString(days)));
		return token;
	}

	/**
	 * @return those of the person, the newest first; also those whose time was over
	 * lately
	 */
	public List<AccessToken> of(Actor actor) {
		return this.jdbc.sql(SELECT + " WHERE person_id = :person ORDER BY made_at DESC, id")
			.param("person", actor.personId())
			.query((row, number) -> new AccessToken(row.getObject("id", UUID.class), row.getString("name"),
					row.getObject("made_at", OffsetDateTime.class).toInstant(),
					row.getObject("ends_at", OffsetDateTime.class).toInstant(),
					instant(row.getObject("last_used", OffsetDateTime.class))))
			.list();
	}

	private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
		return at == null ? null : at.toInstant();
	}

	/** Ends one of the person's own; nothing happens where there is none of that id. */
	@Transactional
	public void end(Actor actor, UUID id) {
		int ended = this.jdbc.sql("DELETE FROM access_token WHERE id = :id AND person_id = :person")
			.param("id", id)
			.param("person", actor.personId())
			.update();
		if (ended > 0) {
			this.audit.record(Subject.ADMINISTRATION, "token.ended",
					Map.of("person", Long.toString(actor.personId()), "token", id.toString()));
		}
	}

	/** Whatever the person was trusted with before is to be trusted anew. */
	void endAll(long personId) {
		int ended = this.jdbc.sql("DELETE FROM access_token WHERE person_id = :person")
			.param("person", personId)
			.update();
		if (ended > 0) {
			this.audit.record(Subject.ADMINISTRATION, "token.ended",
					Map.of("person", Long.toString(personId), "tokens", Integer.toString(ended)));
		}
	}

	/**
	 * Nobody hits upon one that is good, so a good one is taken whatever others have
	 * sent; others are counted so that nobody is kept busy.
	 * @param address where it comes from
	 * @return whoever made it, with the roles of now
	 * @throws TokenUnknown if there is none, or its owner works here no more
	 * @throws TokenExpired if its time is over
	 * @throws SignInRefused if so many were wrong that the network has to wait
	 */
	public Actor actor(String token, String address) {
		Optional<Held> held = this.jdbc.sql(SELECT + " WHERE digest = :digest")
			.param("digest", Sha256.hex(token))
			.query((row, number) -> new Held(row.getObject("id", UUID.class), row.getLong("person_id"),
					row.getObject("ends_at", OffsetDateTime.class).toInstant()))
			.optional();
		Optional<Actor> actor = held.flatMap(one -> this.people.actor(one.person()));
		if (held.isEmpty() || actor.isEmpty()) {
			this.repeated.note(Subject.ADMINISTRATION, "token.refused", Map.of("address", address), Map.of());
			this.throttle.count(SignInThrottle.Attempt.ofToken(address));
			throw new TokenUnknown();
		}
		if (!held.get().endsAt().isAfter(Instant.now())) {
			throw new TokenExpired(LocalDate.ofInstant(held.get().endsAt(), CaseTime.ZONE).toString());
		}
		this.jdbc.sql("""
				UPDATE access_token SET last_used = now()
				 WHERE id = :id AND (last_used IS NULL OR last_used < now() - interval '1 minute')
				""").param("id", held.get().id()).update();
		return actor.get();
	}

	private record Held(UUID id, long person, Instant endsAt) {
	}

	private static OffsetDateTime at(Instant instant) {
		return instant.atZone(CaseTime.ZONE).toOffsetDateTime();
	}

}
