package cn.ecopark.organisation;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.RepeatedEvents;
import cn.ecopark.audit.Subject;

/** Finds out who somebody is by name and password. */
@Component
public class SignIn {

	private static final String SELECT = """
			SELECT id, password_hash FROM person WHERE sign_in_name = lower(:name) AND active""";

	private static final int LONGEST_PASSWORD = 200;

	private final JdbcClient jdbc;

	private final People people;

	private final Passwords passwords;

	private final SignInThrottle throttle;

	private final Audit audit;

	private final RepeatedEvents repeated;

	private final LastSignIns signIns;

	private final KnownDevices devices;

	SignIn(JdbcClient jdbc, People people, Passwords passwords, SignInThrottle throttle, Audit audit,
			RepeatedEvents repeated, LastSignIns signIns, KnownDevices devices) {
		this.jdbc = jdbc;
		this.people = people;
		this.passwords = passwords;
		this.throttle = throttle;
		this.audit = audit;
		this.repeated = repeated;
		this.signIns = signIns;
		this.devices = devices;
	}

	/**
	 * @param address where the attempt comes from
	 * @param device what the browser keeps that has signed in before; empty for nothing
	 * @throws SignInRefused if they do not fit, or if it has to wait
	 */
	public Actor byPassword(String name, String password, String address, String device) {
		Actor actor = found(name, password, address, device);
		this.signIns.note(actor.personId(), address);
		this.audit.record(Subject.ADMINISTRATION, "sign-in",
				Map.of("person", Long.toString(actor.personId()), "address", address));
		return actor;
	}

	/**
	 * The same for a program that says with every request for whom it acts: nobody comes
	 * in to stay, and the audit counts what comes every few seconds.
	 * @throws SignInRefused if they do not fit, or if it has to wait
	 */
	public Actor ofRequest(String name, String password, String address) {
		Actor actor = found(name, password, address, "");
		this.repeated.note(Subject.ADMINISTRATION, "sign-in.by-program",
				Map.of("person", Long.toString(actor.personId()), "address", address), Map.of());
		return actor;
	}

	private Actor found(String name, String password, String address, String device) {
		SignInThrottle.Attempt attempt = this.devices.of(name, device)
			.map(SignInThrottle.Attempt::ofDevice)
			.orElseGet(() -> SignInThrottle.Attempt.ofName(name, address));
		throttle(attempt, name, address);
		Optional<Actor> actor = find(name, password);
		if (actor.isEmpty()) {
			this.audit.recordRefusal(Subject.ADMINISTRATION, "sign-in.refused", attempt(name, address));
			throw SignInRefused.wrong();
		}
		this.throttle.succeeded(attempt);
		return actor.get();
	}

	private void throttle(SignInThrottle.Attempt attempt, String name, String address) {
		try {
			this.throttle.count(attempt);
		}
		catch (SignInRefused tooMany) {
			this.repeated.note(Subject.ADMINISTRATION, "sign-in.throttled", attempt(name, address), Map.of());
			throw tooMany;
		}
	}

	/**
	 * What was typed is told only if it is somebody's name: people type passwords into
	 * the wrong field. Anything else can be known again, not read.
	 */
	private Map<String, String> attempt(String name, String address) {
		return account(name).isPresent() ? Map.of("name", name.strip().toLowerCase(Locale.ROOT), "address", address)
				: Map.of("nobody", this.audit.digestOf(name.strip()), "address", address);
	}

	private Optional<Account> account(String name) {
		return this.jdbc.sql(SELECT).param("name", name.strip()).query(Account.class).optional();
	}

	/** Whether that is the person's password. */
	boolean knows(String name, String password) {
		return find(name, password).isPresent();
	}

	private Optional<Actor> find(String name, String password) {
		Optional<Account> account = account(name);
		if (password.length() > LONGEST_PASSWORD
				|| !this.passwords.matches(password, account.map(Account::passwordHash).orElse(null))) {
			return Optional.empty();
		}
		return account.flatMap((found) -> this.people.actor(found.id()));
	}

	private record Account(long id, @Nullable String passwordHash) {
	}

}
