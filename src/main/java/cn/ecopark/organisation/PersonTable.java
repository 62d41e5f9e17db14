package cn.ecopark.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import cn.ecopark.shared.StaleRecord;

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

	private static final String RENAME = """
			UPDATE person SET display_name = :name, version = version + 1 WHERE id = :id AND version = :version""";

	private static final String END_OTHERS = """
			UPDATE membership SET valid_to = :today
			 WHERE person_id = :id AND (valid_to IS NULL OR valid_to > :today)
			   AND NOT (unit_id = :unit AND role = ANY (CAST(:roles AS text[])))""";

	private static final String BEGIN_MISSING = """
			INSERT INTO membership (person_id, unit_id, role, valid_from)
			SELECT :id, :unit, role, :today FROM unnest(CAST(:roles AS text[])) AS role
			 WHERE NOT EXISTS (SELECT FROM membership AS there WHERE there.person_id = :id AND there.unit_id = :unit
			                      AND there.role = role.role AND (there.valid_from IS NULL OR there.valid_from <= :today)
			                      AND (there.valid_to IS NULL OR there.valid_to > :today))""";

	private static final String SET_EXPERT = """
			INSERT INTO expert (person_id, field, employer, title) VALUES (:personId, :field, :employer, :title)
			ON CONFLICT (person_id) DO UPDATE SET field = excluded.field, employer = excluded.employer, title = excluded.title""";

	/** All that ever were, if they have a password or have signed in. */
	private static final String SECURITY_ADMINISTRATORS = """
			SELECT count(DISTINCT m.person_id) FROM membership m JOIN person p ON p.id = m.person_id
			 WHERE m.role = 'SECURITY_ADMIN'
			   AND (p.password_hash IS NOT NULL OR EXISTS (SELECT FROM last_sign_in s WHERE s.person_id = p.id))""";

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

	/**
	 * From today on the person is that; memberships that go on stay as they are.
	 * @throws StaleRecord if the version is another
	 */
	void change(long personId, NewPerson changed, int version) {
		int rows = this.jdbc.sql(RENAME)
			.param("id", personId)
			.param("name", changed.displayName())
			.param("version", version)
			.update();
		StaleRecord.refuseIfNone(rows);
		LocalDate today = LocalDate.now();
		String[] roles = changed.roles().stream().map(Enum::name).sorted().toArray(String[]::new);
		this.jdbc.sql(END_OTHERS)
			.param("id", personId)
			.param("unit", changed.unitId())
			.param("roles", roles)
			.param("today", today)
			.update();
		this.jdbc.sql(BEGIN_MISSING)
			.param("id", personId)
			.param("unit", changed.unitId())
			.param("roles", roles)
			.param("today", today)
			.update();
		NewPerson.Expertise expertise = changed.expertise();
		if (expertise != null) {
			this.jdbc.sql(SET_EXPERT)
				.param("personId", personId)
				.param("field", expertise.field())
				.param("employer", expertise.employer())
				.param("title", expertise.title())
				.update();
		}
	}

	boolean hadSeveralSecurityAdministrators() {
		return this.jdbc.sql(SECURITY_ADMINISTRATORS).query(Integer.class).single() > 1;
	}

	int versionOf(long personId) {
		return this.jdbc.sql("SELECT version FROM person WHERE id = :id")
			.param("id", personId)
			.query(Integer.class)
			.optional()
			.orElseThrow(() -> new UnknownPerson(personId));
	}

	private static void change(long personId, JdbcClient.StatementSpec update) {
		if (update.param("id", personId).update() == 0) {
			throw new UnknownPerson(personId);
		}
	}

}
