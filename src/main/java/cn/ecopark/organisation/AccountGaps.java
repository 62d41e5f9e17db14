package cn.ecopark.organisation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import cn.ecopark.law.SignOffRules;

/** What a security administrator has to put right. */
@Repository
public class AccountGaps {

	private static final String HOLDS = """
			p.active AND (m.valid_from IS NULL OR m.valid_from <= :today) AND (m.valid_to IS NULL OR m.valid_to > :today)
			""";

	private static final String WITHOUT_SUPERVISOR = """
			SELECT m.unit_id FROM membership m JOIN person p ON p.id = m.person_id
			 WHERE m.role IN ('STAFF', 'SUPERVISOR') AND %s
			 GROUP BY m.unit_id HAVING count(*) FILTER (WHERE m.role = 'SUPERVISOR') = 0 ORDER BY m.unit_id
			""".formatted(HOLDS);

	private static final String NOT_APART = """
			SELECT p.display_name FROM membership m JOIN person p ON p.id = m.person_id
			 WHERE m.role IN ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR') AND %s
			 GROUP BY p.id HAVING count(DISTINCT m.role) > 1 ORDER BY p.id
			""".formatted(HOLDS);

	private static final String ABLE_TO_ACT = """
			SELECT DISTINCT m.unit_id FROM membership m JOIN person p ON p.id = m.person_id
			 WHERE m.role IN ('STAFF', 'SUPERVISOR') AND p.id <> :without AND %s
			""".formatted(HOLDS);

	private static final String MEMBERS = """
			SELECT m.unit_id, p.id AS person, bool_or(m.role = 'SUPERVISOR') AS leads
			  FROM membership m JOIN person p ON p.id = m.person_id
			 WHERE m.role IN ('STAFF', 'SUPERVISOR') AND m.unit_id IN (:units) AND %s GROUP BY m.unit_id, p.id
			""".formatted(HOLDS);

	private static final String OF_NO_UNIT_ANY_MORE = """
			SELECT DISTINCT e.unit_id FROM unit_end e JOIN membership m ON m.unit_id = e.unit_id
			  JOIN person p ON p.id = m.person_id
			 WHERE e.act = 'ENDS' AND e.id = (SELECT max(id) FROM unit_end l WHERE l.unit_id = e.unit_id)
			   AND e.on_day <= :day AND %s ORDER BY e.unit_id
			""".formatted(HOLDS);

	/** Nobody has this id. */
	private static final long NOBODY = 0;

	private final JdbcClient jdbc;

	private final ObjectProvider<OpenWork> work;

	AccountGaps(JdbcClient jdbc, ObjectProvider<OpenWork> work) {
		this.jdbc = jdbc;
		this.work = work;
	}

	/**
	 * @return ids of the units for which tasks wait that nobody can do
	 */
	public List<String> unitsWithNobody() {
		return withNobody(NOBODY);
	}

	/**
	 * @return ids of the units whose waiting tasks nobody could do any more once the
	 * account of that person is closed
	 */
	public List<String> leftWithNobodyBy(long personId) {
		List<String> before = unitsWithNobody();
		return withNobody(personId).stream().filter((unit) -> !before.contains(unit)).toList();
	}

	private List<String> withNobody(long without) {
		Set<String> able = Set.copyOf(this.jdbc.sql(ABLE_TO_ACT)
			.param("today", LocalDate.now())
			.param("without", without)
			.query(String.class)
			.list());
		return this.work.stream()
			.flatMap((place) -> place.waitingUnits().stream())
			.filter((unit) -> !able.contains(unit))
			.distinct()
			.sorted()
			.toList();
	}

	/**
	 * @return ids of the units whose tasks nobody can assign or take back, since they
	 * have people but no supervisor
	 */
	public List<String> unitsWithoutSupervisor() {
		return this.jdbc.sql(WITHOUT_SUPERVISOR).param("today", LocalDate.now()).query(String.class).list();
	}

	/**
	 * @return ids of the units for which tasks wait that several people have to sign, the
	 * last of them a supervisor, and that have too few who have not signed yet
	 */
	public List<String> unitsWithTooFewToSign() {
		List<OpenWork.Signing> waiting = this.work.stream()
			.flatMap((place) -> place.waitingSignatures().stream())
			.toList();
		if (waiting.isEmpty()) {
			return List.of();
		}
		Map<String, Map<Long, Boolean>> members = new HashMap<>();
		this.jdbc.sql(MEMBERS)
			.param("today", LocalDate.now())
			.param("units", waiting.stream().map(OpenWork.Signing::unitId).distinct().toList())
			.query((row) -> {
				members.computeIfAbsent(row.getString("unit_id"), (unit) -> new HashMap<>())
					.put(row.getLong("person"), row.getBoolean("leads"));
			});
		return waiting.stream()
			.filter((task) -> !SignOffRules.canBeSigned(task.persons(), task.hands(),
					members.getOrDefault(task.unitId(), Map.of())))
			.map(OpenWork.Signing::unitId)
			.distinct()
			.sorted()
			.toList();
	}

	/**
	 * @param day of law; accounts are those of today
	 * @return ids of the units that have ended by that day and still have people
	 */
	public List<String> endedUnitsWithPeople(LocalDate day) {
		return this.jdbc.sql(OF_NO_UNIT_ANY_MORE)
			.param("today", LocalDate.now())
			.param("day", day)
			.query(String.class)
			.list();
	}

	/**
	 * @return names of those who were given two of the three offices of administration
	 * before these were kept apart
	 */
	public List<String> administratorsInOne() {
		return this.jdbc.sql(NOT_APART).param("today", LocalDate.now()).query(String.class).list();
	}

}
