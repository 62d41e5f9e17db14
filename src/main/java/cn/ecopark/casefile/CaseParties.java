package cn.ecopark.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.shared.JdbcTime;
import cn.ecopark.shared.ReadOnce;

/** Who takes part in which case, in which role. */
@Component
public class CaseParties {

	private static final String ADD = """
			INSERT INTO case_party (case_id, role, unit_id, person_id, since) VALUES (:case, :role, :unit, :person, :at)
			ON CONFLICT DO NOTHING
			""";

	private static final String PASS_RECTIFICATION_ON = """
			INSERT INTO rectification (case_id, orderer, days, ordered_at)
			SELECT r.case_id, :by, r.days, :at FROM rectification r
			 WHERE r.orderer = :unit AND r.id = (SELECT max(id) FROM rectification WHERE case_id = :case)
			""";

	private final JdbcClient jdbc;

	CaseParties(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A unit or a person in a role.
	 *
	 * @param role symbolic role of the diagrams, for instance {@code PROVINCE_ECOLOGY}
	 */
	public record Party(String role, @Nullable String unitId, @Nullable Long personId) {
	}

	public void addUnit(String caseId, String role, String unitId, Instant at) {
		add(caseId, role, unitId, null, at);
	}

	public void addPerson(String caseId, String role, long personId, Instant at) {
		add(caseId, role, null, personId, at);
	}

	/**
	 * The person has the role no more; those who have another stay parties.
	 */
	public void removePerson(String caseId, String role, long personId) {
		this.jdbc.sql("DELETE FROM case_party WHERE case_id = :case AND role = :role AND person_id = :person")
			.param("case", caseId)
			.param("role", role)
			.param("person", personId)
			.update();
	}

	/**
	 * The other unit has every role from now on that the first one had, and looks at the
	 * rectification that the first one has ordered, which keeps its days.
	 */
	public void replaceUnit(String caseId, String unitId, String by, Instant at) {
		of(caseId).stream().filter(party -> unitId.equals(party.unitId())).forEach(party -> {
			this.jdbc.sql("DELETE FROM case_party WHERE case_id = :case AND role = :role AND unit_id = :unit")
				.param("case", caseId)
				.param("role", party.role())
				.param("unit", unitId)
				.update();
			addUnit(caseId, party.role(), by, at);
		});
		this.jdbc.sql(PASS_RECTIFICATION_ON)
			.param("case", caseId)
			.param("unit", unitId)
			.param("by", by)
			.param("at", JdbcTime.of(at))
			.update();
	}

	public List<Party> of(String caseId) {
		return ReadOnce.list(this, "of", caseId,
				() -> this.jdbc
					.sql("SELECT role, unit_id, person_id FROM case_party WHERE case_id = :case ORDER BY since, role")
					.param("case", caseId)
					.query((row, number) -> new Party(row.getString("role"), row.getString("unit_id"),
							row.getObject("person_id", Long.class)))
					.list());
	}

	/**
	 * @return the unit that has the role in the case
	 */
	public Optional<String> unitInRole(String caseId, String role) {
		return of(caseId).stream()
			.filter(party -> party.role().equals(role) && party.unitId() != null)
			.findFirst()
			.map(Party::unitId);
	}

	boolean takesPart(String caseId, String unitId, long personId) {
		if (ReadOnce.isReading()) {
			return of(caseId).stream()
				.anyMatch(party -> unitId.equals(party.unitId()) || Long.valueOf(personId).equals(party.personId()));
		}
		return this.jdbc.sql("""
				SELECT EXISTS (SELECT 1 FROM case_party
				                WHERE case_id = :case AND (unit_id = :unit OR person_id = :person))
				""")
			.param("case", caseId)
			.param("unit", unitId)
			.param("person", personId)
			.query(Boolean.class)
			.single();
	}

	private void add(String caseId, String role, @Nullable String unitId, @Nullable Long personId, Instant at) {
		this.jdbc.sql(ADD)
			.param("case", caseId)
			.param("role", role)
			.param("unit", unitId)
			.param("person", personId)
			.param("at", JdbcTime.of(at))
			.update();
	}

}
