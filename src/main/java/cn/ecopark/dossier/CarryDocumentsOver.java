package cn.ecopark.dossier;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.shared.JdbcTime;

/**
 * Lays what a unit has handed in in one dossier into a task of another, as drafts: of
 * each kind the newest version, with its content and whoever had handed it in.
 */
@Component
public class CarryDocumentsOver {

	private static final String CARRY = """
			INSERT INTO document_version (dossier_id, kind, number, file_name, media_type, size, sha256, uploaded_by,
			                              uploaded_by_name, unit_id, at, work_item_id, audience, state, submission)
			SELECT DISTINCT ON (kind) :to, kind, 1, file_name, media_type, size, sha256, uploaded_by, uploaded_by_name, unit_id,
			       CAST(:at AS timestamptz), CAST(:item AS bigint), audience, 'DRAFT', gen_random_uuid()::text
			  FROM document_version
			 WHERE dossier_id = :from AND state = 'SUBMITTED' AND unit_id = :unit AND uploaded_by IS NOT NULL AND kind IN (:kinds)
			 ORDER BY kind, number DESC
			RETURNING id
			""";

	private final JdbcClient jdbc;

	private final CaseTime time;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	CarryDocumentsOver(JdbcClient jdbc, CaseTime time, Audit audit, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.time = time;
		this.audit = audit;
		this.events = events;
	}

	/**
	 * @param to the other dossier, in which nothing has been handed in yet
	 * @param workItemId the task in it
	 * @param unitId whose documents they are
	 * @param kinds that the task takes
	 * @param subject the chain of the audit it is noted in
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void carry(String from, String to, long workItemId, String unitId, Collection<String> kinds,
			Subject subject) {
		if (kinds.isEmpty()) {
			return;
		}
		List<Long> carried = this.jdbc.sql(CARRY)
			.param("from", from)
			.param("to", to)
			.param("at", JdbcTime.of(this.time.now()))
			.param("item", workItemId)
			.param("unit", unitId)
			.param("kinds", kinds)
			.query(Long.class)
			.list();
		this.audit.record(subject, "document.carried-over",
				Map.of("from", from, "item", workItemId, "documents", carried));
		carried.forEach(id -> this.events.publishEvent(new DocumentHandedIn(id)));
	}

}
