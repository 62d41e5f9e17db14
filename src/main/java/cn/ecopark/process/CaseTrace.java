package cn.ecopark.process;

import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.shared.JdbcTime;
import cn.ecopark.shared.ReadOnce;

/** 走过的路: the nodes and flows a dossier has gone through. */
@Component
class CaseTrace {

	private static final String INSERT = """
			INSERT INTO case_trace (dossier_id, process_instance_id, definition_id, process_key, element_id, kind, at)
			VALUES (:dossier, :instance, :definition, :process, :element, :kind, :at)
			""";

	private final JdbcClient jdbc;

	private final CaseTime time;

	CaseTrace(JdbcClient jdbc, CaseTime time) {
		this.jdbc = jdbc;
		this.time = time;
	}

	/** One passage. */
	record Passage(String processInstanceId, String definitionId, String processKey, String elementId, String kind,
			Instant at) {
	}

	/** Notes that an instance goes over an element now. */
	void passed(String dossierId, String processInstanceId, String definitionId, String elementId, String kind) {
		this.jdbc.sql(INSERT)
			.param("dossier", dossierId)
			.param("instance", processInstanceId)
			.param("definition", definitionId)
			.param("process", Definitions.keyOf(definitionId))
			.param("element", elementId)
			.param("kind", kind)
			.param("at", JdbcTime.of(this.time.now()))
			.update();
	}

	/**
	 * @return the newest passage of the dossier; 0 where there is none
	 */
	long last(String dossierId) {
		return this.jdbc.sql("SELECT coalesce(max(id), 0) FROM case_trace WHERE dossier_id = :dossier")
			.param("dossier", dossierId)
			.query(Long.class)
			.single();
	}

	/**
	 * @param from id after which they come
	 * @return the passages of the dossier since then in the order they happened
	 */
	List<Passage> since(String dossierId, long from) {
		return this.jdbc.sql("SELECT * FROM case_trace WHERE dossier_id = :dossier AND id > :from ORDER BY id")
			.param("dossier", dossierId)
			.param("from", from)
			.query((row, number) -> new Passage(row.getString("process_instance_id"), row.getString("definition_id"),
					row.getString("process_key"), row.getString("element_id"), row.getString("kind"),
					JdbcTime.instant(row, "at")))
			.list();
	}

	/**
	 * @return every passage of the dossier in the order they happened
	 */
	List<Passage> of(String dossierId) {
		return ReadOnce.list(this, "of", dossierId, () -> since(dossierId, 0));
	}

}
