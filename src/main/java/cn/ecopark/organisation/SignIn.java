package cn.ecopark.organisation;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

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

	SignIn(JdbcClient jdbc, People people, Passwords passwords, SignInThrottle throttle) {
		this.jdbc = jdbc;
		this.people = people;
		this.passwords = passwords;
		this.throttle = throttle;
	}

	/**
	 * @param address where the attempt comes from
	 * @throws SignInRefused if they do not fit, or name or address have to wait
	 */
	public Actor byPassword(String name, String password, String address) {
		this.throttle.attempt(name, address);
		Optional<Account> account = this.jdbc.sql(SELECT).param("name", name.strip()).query(Account.class).optional();
		if (password.length() > LONGEST_PASSWORD
				|| !this.passwords.matches(password, account.map(Account::passwordHash).orElse(null))) {
			throw SignInRefused.wrong();
		}
		Actor actor = account.flatMap((found) -> this.people.actor(found.id())).orElseThrow(SignInRefused::wrong);
		this.throttle.succeeded(name, address);
		return actor;
	}

	private record Account(long id, @Nullable String passwordHash) {
	}

}
