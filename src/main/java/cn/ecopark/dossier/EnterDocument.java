package cn.ecopark.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.content.ContentStore.Content;
import cn.ecopark.organisation.Audience;
import cn.ecopark.shared.JdbcTime;

/**
 * Enters a PDF that the system itself has made into a dossier: it is complete at once,
 * and nobody's draft.
 */
@Component
public class EnterDocument {

	private static final String INSERT = """
			INSERT INTO document_version (dossier_id, kind, number, file_name, media_type, size, sha256, uploaded_by,
			                              uploaded_by_name, unit_id, at, work_item_id, audience, state, submission)
			SELECT :dossier, :kind, coalesce(max(number), 0) + 1, :name, 'application/pdf', :size, :sha256, NULL, '', :unit, :at,
			       nullif(:item, 0), :audience, 'SUBMITTED', gen_random_uuid()::text
			  FROM document_version WHERE dossier_id = :dossier AND kind = :kind
			RETURNING id, number
			""";

	private final JdbcClient jdbc;

	private final CaseTime time;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	EnterDocument(JdbcClient jdbc, CaseTime time, Audit audit, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.time = time;
		this.audit = audit;
		this.events = events;
	}

	/**
	 * What was made.
	 *
	 * @param kind key of the kind in the rule pack
	 * @param unitId in whose name
	 * @param workItemId the task in which it was made, 0 if in none
	 * @param subject the chain of the audit it is noted in
	 */
	public record Made(String dossierId, String kind, String fileName, Content content, Audience audience,
			String unitId, long workItemId, Subject subject) {
	}

	private record Entered(long id, int number) {
	}

	/**
	 * @return id of the version
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public long enter(Made made) {
		this.jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))")
			.param("key", "document " + made.dossierId() + " " + made.kind())
			.query((row, number) -> true)
			.single();
		Entered entered = this.jdbc.sql(INSERT)
			.param("dossier", made.dossierId())
			.param("kind", made.kind())
			.param("name", FileName.of(made.fileName()).value())
			.param("size", made.content().size())
			.param("sha256", made.content().sha256())
			.param("unit", made.unitId())
			.param("at", JdbcTime.of(this.time.now()))
			.param("item", made.workItemId())
			.param("audience", made.audience().name())
			.query(EnterDocument::entered)
			.single();
		this.audit.record(made.subject(), "document.entered", Map.of("dossier", made.dossierId(), "kind", made.kind(),
				"number", entered.number(), "size", made.content().size(), "sha256", made.content().sha256()));
		this.events.publishEvent(new DocumentHandedIn(entered.id()));
		return entered.id();
	}

	private static Entered entered(ResultSet row, int number) throws SQLException {
		return new Entered(row.getLong("id"), row.getInt("number"));
	}

}
