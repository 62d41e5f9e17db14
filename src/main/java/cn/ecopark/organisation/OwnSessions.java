package cn.ecopark.organisation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.jspecify.annotations.Nullable;

import org.springframework.session.Session;
import org.springframework.stereotype.Component;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.shared.Sha256;

/** The sessions in which somebody is signed in, for that person to see and to end. */
@Component
public class OwnSessions {

	private static final String ADDRESS = "sign-in.address";

	private static final String AT = "sign-in.at";

	private static final String AGENT = "sign-in.agent";

	private static final int LONGEST_AGENT = 300;

	private static final int KEY_LENGTH = 16;

	private final PersonSessions sessions;

	private final Audit audit;

	private final int atOnce;

	OwnSessions(PersonSessions sessions, Audit audit, SignInSettings settings) {
		this.sessions = sessions;
		this.audit = audit;
		this.atOnce = settings.sessionsAtOnce();
	}

	/**
	 * A session.
	 *
	 * @param key by which it is ended; not its id, with which anybody could go on in it
	 * @param agent what the browser said it was; empty where it said nothing
	 * @param present true of the one in which the question is asked
	 */
	public record Open(String key, Instant begun, Instant lastUsed, String address, String agent, boolean present) {
	}

	/** Notes with a new session where it came from. */
	public static void mark(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session != null) {
			String agent = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
			session.setAttribute(AT, Instant.now());
			session.setAttribute(ADDRESS, Objects.requireNonNullElse(request.getRemoteAddr(), ""));
			session.setAttribute(AGENT, (agent.length() > LONGEST_AGENT) ? agent.substring(0, LONGEST_AGENT) : agent);
		}
	}

	/** When somebody signed in there; empty where nobody has. */
	public static Optional<Instant> signedInAt(HttpSession session) {
		return session.getAttribute(AT) instanceof Instant at ? Optional.of(at) : Optional.empty();
	}

	/**
	 * One more has begun: where there are too many, those end that were not used for
	 * longest.
	 * @param begun id of the one that has just begun
	 */
	public void endSurplus(Actor actor, String begun) {
		this.sessions.of(actor.personId())
			.entrySet()
			.stream()
			.filter((session) -> !session.getKey().equals(begun))
			.sorted(Map.Entry.comparingByValue(Comparator.comparing(Session::getLastAccessedTime).reversed()))
			.skip(this.atOnce - 1L)
			.forEach((session) -> {
				this.sessions.endOne(session.getKey());
				record(actor, keyOf(session.getKey()));
			});
	}

	/**
	 * The one last used first.
	 * @param present id of the session in which the question is asked
	 */
	public List<Open> of(Actor actor, String present) {
		return this.sessions.of(actor.personId())
			.entrySet()
			.stream()
			.map((session) -> open(session.getKey(), session.getValue(), present))
			.sorted(Comparator.comparing(Open::lastUsed).reversed())
			.toList();
	}

	/**
	 * Ends one of the actor's own sessions; nothing happens where there is none of that
	 * key.
	 */
	public void end(Actor actor, String key) {
		this.sessions.of(actor.personId()).keySet().stream().filter((id) -> keyOf(id).equals(key)).forEach((id) -> {
			this.sessions.endOne(id);
			record(actor, key);
		});
	}

	/** Ends all of them but the present one. */
	public void endOthers(Actor actor, String present) {
		this.sessions.endOthers(actor.personId(), present);
		record(actor, "others");
	}

	private void record(Actor actor, String which) {
		this.audit.record(Subject.ADMINISTRATION, "session.ended",
				Map.of("person", Long.toString(actor.personId()), "session", which));
	}

	private static Open open(String id, Session session, String present) {
		return new Open(keyOf(id), session.getCreationTime(), session.getLastAccessedTime(),
				text(session.getAttribute(ADDRESS)), text(session.getAttribute(AGENT)), id.equals(present));
	}

	private static String text(@Nullable Object attribute) {
		return (attribute != null) ? attribute.toString() : "";
	}

	private static String keyOf(String id) {
		return Sha256.hex(id).substring(0, KEY_LENGTH);
	}

}
