package cn.ecopark.dossier;

import java.util.List;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.shared.JdbcTime;

/**
 * 撤回: what was submitted with a task stays as it was and counts no more; the newest of
 * each kind lies in the task that is there in its place, as a draft and a version of its
 * own.
 */
@Component
public class DocumentsTakenBack {

	private static final String TAKE = """
			UPDATE document_version SET state = 'TAKEN_BACK'
			 WHERE work_item_id = :item AND state = 'SUBMITTED' AND uploaded_by IS NOT NULL RETURNING id
			""";

	private static final String DRAFT = """
			INSERT INTO document_version (dossier_id, kind, number, file_name, media_type, size, sha256, uploaded_by,
			                              uploaded_by_name, unit_id, at, work_item_id, audience, state, submission)
			SELECT DISTINCT ON (v.kind) v.dossier_id, v.kind,
			       (SELECT max(o.number) + 1 FROM document_version o WHERE o.dossier_id = v.dossier_id AND o.kind = v.kind),
			       v.file_name, v.media_type, v.size, v.sha256, v.uploaded_by, v.uploaded_by_name, v.unit_id,
			       CAST(:at AS timestamptz), CAST(:again AS bigint), v.audience, 'DRAFT', gen_random_uuid()::text
			  FROM document_version v
			 WHERE v.id IN (:ids) ORDER BY v.kind, v.number DESC
			RETURNING id
			""";

	private final JdbcClient jdbc;

	private final CaseTime time;

	private final ApplicationEventPublisher events;

	DocumentsTakenBack(JdbcClient jdbc, CaseTime time, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.time = time;
		this.events = events;
	}

	/**
	 * What the system itself has made with the task stays.
	 * @param again the task in which they are drafts from now on
	 * @return ids of the drafts
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public List<Long> takeBack(long workItemId, long again) {
		List<Long> taken = this.jdbc.sql(TAKE).param("item", workItemId).query(Long.class).list();
		if (taken.isEmpty()) {
			return List.of();
		}
		List<Long> drafts = this.jdbc.sql(DRAFT)
			.param("ids", taken)
			.param("again", again)
			.param("at", JdbcTime.of(this.time.now()))
			.query(Long.class)
			.list();
		drafts.forEach(id -> this.events.publishEvent(new DocumentHandedIn(id)));
		return drafts;
	}

}
