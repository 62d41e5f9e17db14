package cn.ecopark.casefile;

import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.organisation.Actor;
import cn.ecopark.shared.JdbcTime;
import cn.ecopark.shared.RareMatters;

/** Which case goes on with which closed one. Reading here checks no rights. */
@Component
public class Continuations {

	private final JdbcClient jdbc;

	private final RareMatters.Matter continued;

	Continuations(JdbcClient jdbc, RareMatters matters) {
		this.jdbc = jdbc;
		this.continued = matters
			.matter("EXISTS (SELECT 1 FROM case_continuation WHERE case_id = :dossier OR former_case_id = :dossier)");
	}

	/**
	 * @return id of the closed case that it goes on with
	 */
	public Optional<String> formerOf(String caseId) {
		return !this.continued.mayBeOf(caseId) ? Optional.empty()
				: this.jdbc.sql("SELECT former_case_id FROM case_continuation WHERE case_id = :case")
					.param("case", caseId)
					.query(String.class)
					.optional();
	}

	/**
	 * @return id of the case that goes on with it
	 */
	public Optional<String> laterOf(String caseId) {
		return !this.continued.mayBeOf(caseId) ? Optional.empty()
				: this.jdbc.sql("SELECT case_id FROM case_continuation WHERE former_case_id = :case")
					.param("case", caseId)
					.query(String.class)
					.optional();
	}

	void add(String former, String opened, Reason reason, Actor actor, Instant at) {
		this.jdbc.sql("""
				INSERT INTO case_continuation (case_id, former_case_id, reason, person_id, at)
				VALUES (:case, :former, :reason, :person, :at)
				""")
			.param("case", opened)
			.param("former", former)
			.param("reason", reason.text())
			.param("person", actor.personId())
			.param("at", JdbcTime.of(at))
			.update();
	}

}
