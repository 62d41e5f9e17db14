package cn.ecopark.organisation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The commands of the security administrator on people. */
@Component
public class PeopleRegister {

	private static final String SOMEBODY = "SELECT EXISTS (SELECT FROM person)";

	/** Two who hold codes of two nodes take turns; the second finds somebody there. */
	private static final String TAKE_TURN = "SELECT pg_advisory_xact_lock(hashtext('first administrator'))";

	private static final String INSERT_PERSON = """
			INSERT INTO person (sign_in_name, display_name, password_hash, invented, created_at)
			VALUES (:signInName, :displayName, :hash, :invented, :createdAt) RETURNING id""";

	private static final String INSERT_MEMBERSHIP = """
			INSERT INTO membership (person_id, unit_id, role) VALUES (:personId, :unitId, :role)""";

	private static final String INSERT_EXPERT = """
			INSERT INTO expert (person_id, field, employer, title) VALUES (:personId, :field, :employer, :title)""";

	private static final String SET_PASSWORD = """
			UPDATE person SET password_hash = :hash, version = version + 1 WHERE id = :id""";

	private static final String SET_ACTIVE = "UPDATE person SET active = :active, version = version + 1 WHERE id = :id";

	private final Clock clock = Clock.systemDefaultZone();

	private final JdbcClient jdbc;

	private final Units units;

	private final Passwords passwords;

	private final OneTimeCodes codes;

	private final PersonSessions sessions;

	PeopleRegister(JdbcClient jdbc, Units units, Passwords passwords, OneTimeCodes codes, PersonSessions sessions) {
		this.jdbc = jdbc;
		this.units = units;
		this.passwords = passwords;
		this.codes = codes;
		this.sessions = sessions;
	}

	/**
	 * Enters a person, who has no password yet.
	 * @return the person's id
	 * @throws SignInNameTaken if somebody bears that name already
	 * @throws UnknownUnit if there is no such unit
	 */
	@Transactional
	public long add(NewPerson person) {
		return insert(person, null, false);
	}

	/** Enters invented people, for the demonstration, with one password for all. */
	@Transactional
	public void addInvented(List<NewPerson> people, String password) {
		String hash = this.passwords.hash(password);
		people.forEach((person) -> insert(person, hash, true));
	}

	/**
	 * Gives a person a code with which to set a new password. The old one and all sessions end at once.
	 * @return the code, which is not kept anywhere
	 * @throws UnknownPerson if there is no such person
	 */
	@Transactional
	public String issueCode(long personId) {
		setPassword(personId, null);
		this.codes.withdraw(OneTimeCodes.Purpose.PASSWORD, personId);
		return this.codes.issue(OneTimeCodes.Purpose.PASSWORD, personId);
	}

	/** The person cannot sign in any more and loses every session; everything he or she did stays in the record. */
	@Transactional
	public void close(long personId) {
		setActive(personId, false);
		this.codes.withdraw(OneTimeCodes.Purpose.PASSWORD, personId);
	}

	@Transactional
	public void reopen(long personId) {
		setActive(personId, true);
	}

	/**
	 * Enters the first person and uses the code up.
	 * @throws CodeInvalid if the code is not valid or somebody is there already
	 */
	@Transactional
	void addFirst(NewPerson person, String hash, String code) {
		this.jdbc.sql(TAKE_TURN).query().singleRow();
		if (!isEmpty()) {
			throw new CodeInvalid();
		}
		this.codes.redeem(OneTimeCodes.Purpose.FIRST_ADMINISTRATOR, null, code);
		insert(person, hash, false);
		this.codes.withdraw(OneTimeCodes.Purpose.FIRST_ADMINISTRATOR, null);
	}

	/**
	 * Sets the person's password and uses the code up.
	 * @throws CodeInvalid if the code is not valid for that person
	 */
	@Transactional
	void setPassword(long personId, String hash, String code) {
		this.codes.redeem(OneTimeCodes.Purpose.PASSWORD, personId, code);
		setPassword(personId, hash);
	}

	/** True as long as nobody was ever entered. */
	public boolean isEmpty() {
		return !this.jdbc.sql(SOMEBODY).query(Boolean.class).single();
	}

	private long insert(NewPerson person, @Nullable String hash, boolean invented) {
		String unitId = this.units.get(person.unitId()).id();
		long id = insertPerson(person, hash, invented);
		person.roles().stream().sorted().forEach((role) -> this.jdbc.sql(INSERT_MEMBERSHIP)
			.param("personId", id)
			.param("unitId", unitId)
			.param("role", role.name())
			.update());
		NewPerson.Expertise expertise = person.expertise();
		if (expertise != null) {
			this.jdbc.sql(INSERT_EXPERT)
				.param("personId", id)
				.param("field", expertise.field())
				.param("employer", expertise.employer())
				.param("title", expertise.title())
				.update();
		}
		return id;
	}

	private long insertPerson(NewPerson person, @Nullable String hash, boolean invented) {
		try {
			return this.jdbc.sql(INSERT_PERSON)
				.param("signInName", person.signInName())
				.param("displayName", person.displayName())
				.param("hash", hash)
				.param("invented", invented)
				.param("createdAt", OffsetDateTime.now(this.clock))
				.query(Long.class)
				.single();
		}
		catch (DuplicateKeyException problem) {
			throw new SignInNameTaken(person.signInName());
		}
	}

	private void setPassword(long personId, @Nullable String hash) {
		change(personId, this.jdbc.sql(SET_PASSWORD).param("hash", hash));
	}

	private void setActive(long personId, boolean active) {
		change(personId, this.jdbc.sql(SET_ACTIVE).param("active", active));
	}

	private void change(long personId, JdbcClient.StatementSpec update) {
		if (update.param("id", personId).update() == 0) {
			throw new UnknownPerson(personId);
		}
		this.sessions.endAfterCommit(personId);
	}

}
