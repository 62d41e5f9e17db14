package cn.ecopark.organisation;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;

/** Finds out who somebody is by name and password. */
@Component
public class SignIn {

	private static final String SELECT = """
			SELECT id, password_hash FROM person WHERE sign_in_name = lower(:name) AND active""";

	private static final int LONGEST_PASSWORD = 200;

	private static final int LONGEST_NAME = 40;

	private final JdbcClient jdbc;

	private final People people;

	private final Passwords passwords;

	private final SignInThrottle throttle;

	private final Audit audit;

	SignIn(JdbcClient jdbc, People people, Passwords passwords, SignInThrottle throttle, Audit audit) {
		this.jdbc = jdbc;
		this.people = people;
		this.passwords = passwords;
		this.throttle = throttle;
		this.audit = audit;
	}

	/**
	 * @param address where the attempt comes from
	 * @throws SignInRefused if they do not fit, or name or address have to wait
	 */
	public Actor byPassword(String name, String password, String address) {
		this.throttle.attempt(name, address);
		Optional<Actor> actor = find(name, password);
		if (actor.isEmpty()) {
			this.audit.recordRefusal(Subject.ADMINISTRATION, "sign-in.refused",
					Map.of("name", shorten(name), "address", address));
			throw SignInRefused.wrong();
		}
		this.throttle.succeeded(name, address);
		this.audit.record(Subject.ADMINISTRATION, "sign-in",
				Map.of("person", Long.toString(actor.get().personId()), "address", address));
		return actor.get();
	}

	private Optional<Actor> find(String name, String password) {
		Optional<Account> account = this.jdbc.sql(SELECT).param("name", name.strip()).query(Account.class).optional();
		if (password.length() > LONGEST_PASSWORD
				|| !this.passwords.matches(password, account.map(Account::passwordHash).orElse(null))) {
			return Optional.empty();
		}
		return account.flatMap((found) -> this.people.actor(found.id()));
	}

	private static String shorten(String name) {
		return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
	}

	private record Account(long id, @Nullable String passwordHash) {
	}

}
