package cn.ecopark.organisation;

import java.time.Clock;
import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the rows of people. */
@Repository
class PersonTable {

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

	private final JdbcClient jdbc;

	private final Units units;

	private final Clock clock = Clock.systemDefaultZone();

	PersonTable(JdbcClient jdbc, Units units) {
		this.jdbc = jdbc;
		this.units = units;
	}

	/** True as long as nobody was ever entered. */
	boolean isEmpty() {
		return !this.jdbc.sql(SOMEBODY).query(Boolean.class).single();
	}

	/** As {@link #isEmpty()}, and it stays true until the transaction ends. */
	boolean isEmptyAndLocked() {
		this.jdbc.sql(TAKE_TURN).query().singleRow();
		return isEmpty();
	}

	/**
	 * @return the person's id
	 * @throws SignInNameTaken if somebody bears that name already
	 * @throws UnknownUnit if there is no such unit
	 * @throws NotAPerson if the roles do not fit the unit
	 */
	long insert(NewPerson person, @Nullable String hash, boolean invented) {
		Unit unit = this.units.get(person.unitId());
		person.mustFit(unit.level());
		long id = insertPerson(person, hash, invented);
		person.roles()
			.stream()
			.sorted()
			.forEach((role) -> this.jdbc.sql(INSERT_MEMBERSHIP)
				.param("personId", id)
				.param("unitId", unit.id())
				.param("role", role.name())
				.update());
		NewPerson.Expertise expertise = person.expertise();
		if (expertise != null) {
			insertExpert(id, expertise);
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

	private void insertExpert(long id, NewPerson.Expertise expertise) {
		this.jdbc.sql(INSERT_EXPERT)
			.param("personId", id)
			.param("field", expertise.field())
			.param("employer", expertise.employer())
			.param("title", expertise.title())
			.update();
	}

	/**
	 * @throws UnknownPerson if there is no such person
	 */
	void setPassword(long personId, @Nullable String hash) {
		change(personId, this.jdbc.sql(SET_PASSWORD).param("hash", hash));
	}

	/**
	 * @throws UnknownPerson if there is no such person
	 */
	void setActive(long personId, boolean active) {
		change(personId, this.jdbc.sql(SET_ACTIVE).param("active", active));
	}

	private static void change(long personId, JdbcClient.StatementSpec update) {
		if (update.param("id", personId).update() == 0) {
			throw new UnknownPerson(personId);
		}
	}

}
