package cn.ecopark.process;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.shared.JdbcTime;

/** 走过的路: the nodes and flows a dossier has gone through. */
@Component
class CaseTrace {

	private static final String INSERT = """
			INSERT INTO case_trace (dossier_id, process_instance_id, definition_id, process_key, element_id, kind, at)
			VALUES (:dossier, :instance, :definition, :process, :element, :kind, :at)
			""";

	private final JdbcClient jdbc;

	CaseTrace(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** One passage. */
	record Passage(String processInstanceId, String definitionId, String processKey, String elementId, String kind,
			Instant at) {
	}

	void passed(String dossierId, Passage passage) {
		this.jdbc.sql(INSERT)
			.param("dossier", dossierId)
			.param("instance", passage.processInstanceId())
			.param("definition", passage.definitionId())
			.param("process", passage.processKey())
			.param("element", passage.elementId())
			.param("kind", passage.kind())
			.param("at", passage.at().atOffset(ZoneOffset.UTC))
			.update();
	}

	/**
	 * @return every passage of the dossier in the order they happened
	 */
	List<Passage> of(String dossierId) {
		return this.jdbc.sql("SELECT * FROM case_trace WHERE dossier_id = :dossier ORDER BY id")
			.param("dossier", dossierId)
			.query((row, number) -> new Passage(row.getString("process_instance_id"), row.getString("definition_id"),
					row.getString("process_key"), row.getString("element_id"), row.getString("kind"),
					JdbcTime.instant(row, "at")))
			.list();
	}

}
