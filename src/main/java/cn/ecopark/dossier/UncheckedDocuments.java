package cn.ecopark.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.audit.Audit;
import cn.ecopark.background.BackgroundQueue;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.content.ContentStore.Content;
import cn.ecopark.dossier.DocumentRefusals.DocumentNotFound;
import cn.ecopark.dossier.Documents.DocumentVersion;
import cn.ecopark.dossier.Documents.Unsettled;
import cn.ecopark.dossier.HandInDocument.Incoming;
import cn.ecopark.dossier.HandInSteps.HandInStep;
import cn.ecopark.gate.FileType;
import cn.ecopark.gate.Verdict;
import cn.ecopark.organisation.Actor;
import cn.ecopark.shared.JdbcTime;
import cn.ecopark.shared.RareMatters;
import cn.ecopark.shared.StaleRecord;

/** Documents between being handed in and being found fit, or not. */
@Component
class UncheckedDocuments {

	private static final String INSERT = """
			INSERT INTO document_version (dossier_id, kind, number, file_name, media_type, size, sha256, uploaded_by,
			                              uploaded_by_name, unit_id, at, work_item_id, audience, state, submission)
			SELECT :dossier, :kind, coalesce(max(number), 0) + 1, :name, :type, :size, :sha256, :person, :personName, :unit,
			       :at, :item, :audience, 'CHECKING', :submission
			  FROM document_version WHERE dossier_id = :dossier AND kind = :kind
			RETURNING *
			""";

	private static final String OF_SUBMISSION = """
			SELECT * FROM document_version
			 WHERE work_item_id = :item AND submission = :submission AND kind = :kind AND sha256 = :sha256
			""";

	private static final String CHECKING = """
			SELECT * FROM document_version WHERE id = :id AND state = 'CHECKING'
			""";

	/** Whoever refers to the document meanwhile need not wait. */
	private static final String LOCK = CHECKING + " FOR NO KEY UPDATE";

	private static final String PASS = """
			UPDATE document_version SET state = 'DRAFT', media_type = :type WHERE id = :id AND state = 'CHECKING'
			""";

	/** What is no version of a document gives its number back. */
	private static final String REFUSE = """
			UPDATE document_version SET state = 'REFUSED', number = NULL, findings = CAST(:findings AS jsonb)
			 WHERE id = :id AND state = 'CHECKING'
			""";

	private static final String UNSETTLED = """
			SELECT * FROM document_version v
			 WHERE v.work_item_id = :item
			   AND (v.state = 'CHECKING'
			        OR v.state = 'REFUSED' AND NOT EXISTS (SELECT 1 FROM document_version later
			                                                WHERE later.work_item_id = :item AND later.kind = v.kind
			                                                  AND later.id > v.id))
			 ORDER BY v.id
			""";

	private static final String DROP = """
			DELETE FROM document_version WHERE id = :id AND state = 'REFUSED'
			""";

	private static final String ON_THE_WAY = """
			(EXISTS (SELECT 1 FROM document_version WHERE dossier_id = :dossier AND state IN ('CHECKING', 'REFUSED'))
			 OR EXISTS (SELECT 1 FROM upload u JOIN work_item w ON w.id = u.work_item_id WHERE w.dossier_id = :dossier))""";

	private final JdbcClient jdbc;

	private final RareMatters.Matter onTheWay;

	private final JsonMapper json;

	private final CaseTime time;

	private final HandInSteps steps;

	private final Audit audit;

	private final BackgroundQueue queue;

	UncheckedDocuments(JdbcClient jdbc, RareMatters matters, JsonMapper json, CaseTime time, HandInSteps steps,
			Audit audit, BackgroundQueue queue) {
		this.jdbc = jdbc;
		this.onTheWay = matters.matter(ON_THE_WAY);
		this.json = json;
		this.time = time;
		this.steps = steps;
		this.audit = audit;
		this.queue = queue;
	}

	/**
	 * @return the document, which will be judged as soon as the transaction is committed;
	 * or what the same submission made before
	 */
	DocumentVersion add(Incoming document, HandInStep step, FileName name, FileType type, Content content,
			Actor actor) {
		Optional<DocumentVersion> before = ofSubmission(document, content.sha256());
		if (before.isPresent()) {
			return before.get();
		}
		DocumentVersion added = insert(document, step, name, type, content, actor);
		this.queue.add(DocumentJudge.JUDGING, String.valueOf(added.id()));
		this.audit.record(step.subject(), "document.handed-in",
				Map.of("dossier", added.dossierId(), "kind", added.kind(), "number", added.number(), "file",
						added.fileName(), "size", added.size(), "sha256", added.sha256(), "item", added.workItemId()));
		return added;
	}

	private Optional<DocumentVersion> ofSubmission(Incoming document, String sha256) {
		return this.jdbc.sql(OF_SUBMISSION)
			.param("item", document.workItemId())
			.param("submission", document.submission())
			.param("kind", document.kind())
			.param("sha256", sha256)
			.query(DocumentRow::of)
			.optional()
			.map(DocumentRow::version);
	}

	private DocumentVersion insert(Incoming document, HandInStep step, FileName name, FileType type, Content content,
			Actor actor) {
		// Two tasks may hand in the same kind at once: the numbers are given one after
		// the other.
		this.jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))")
			.param("key", "document " + document.dossierId() + " " + document.kind())
			.query((row, number) -> true)
			.single();
		return this.jdbc.sql(INSERT)
			.param("dossier", document.dossierId())
			.param("kind", document.kind())
			.param("name", name.value())
			.param("type", type.mediaType())
			.param("size", content.size())
			.param("sha256", content.sha256())
			.param("person", actor.personId())
			.param("personName", actor.name())
			.param("unit", actor.unitId())
			.param("at", JdbcTime.of(this.time.now()))
			.param("item", step.workItemId())
			.param("audience", step.audience().name())
			.param("submission", document.submission())
			.query(DocumentRow::of)
			.single()
			.version();
	}

	/**
	 * @return the document; empty if it is judged already
	 */
	Optional<DocumentVersion> checking(long id) {
		return this.jdbc.sql(CHECKING).param("id", id).query(DocumentRow::of).optional().map(DocumentRow::version);
	}

	/**
	 * @return the document, on which nobody else decides until the transaction ends;
	 * empty if it is judged already
	 */
	Optional<DocumentVersion> lockChecking(long id) {
		return this.jdbc.sql(LOCK).param("id", id).query(DocumentRow::of).optional().map(DocumentRow::version);
	}

	/**
	 * Returns when it is judged, or when that takes longer than anybody waits; it goes on
	 * then.
	 */
	void awaitVerdict(long id, Duration patience) {
		this.queue.await(DocumentJudge.JUDGING, String.valueOf(id), patience);
	}

	void pass(DocumentVersion document, FileType type) {
		StaleRecord
			.refuseIfNone(this.jdbc.sql(PASS).param("id", document.id()).param("type", type.mediaType()).update());
	}

	void refuse(DocumentVersion document, List<Verdict.Finding> findings) {
		StaleRecord.refuseIfNone(this.jdbc.sql(REFUSE)
			.param("id", document.id())
			.param("findings", this.json.writeValueAsString(findings))
			.update());
		this.audit.record(this.steps.get(document.workItemId()).subject(), "document.refused",
				Map.of("dossier", document.dossierId(), "kind", document.kind(), "number", document.number(), "file",
						document.fileName(), "sha256", document.sha256(), "item", document.workItemId(), "findings",
						findings.stream().map(Verdict.Finding::code).toList()));
	}

	boolean mayBeOnTheWay(String dossierId) {
		return this.onTheWay.mayBeOf(dossierId);
	}

	List<Unsettled> unsettled(long workItemId, Actor reader) {
		return this.jdbc.sql(UNSETTLED)
			.param("item", workItemId)
			.query((row, number) -> DocumentRow.of(row, number).isOfUnitOf(reader) ? List.of(unsettled(row, reader))
					: List.<Unsettled>of())
			.list()
			.stream()
			.flatMap(List::stream)
			.toList();
	}

	private Unsettled unsettled(ResultSet row, Actor reader) throws SQLException {
		DocumentRow document = DocumentRow.of(row, 0);
		DocumentVersion version = document.version();
		return new Unsettled(version.id(), version.kind(), version.fileName(), version.size(), version.byName(),
				version.at(), document.isBy(reader),
				List.of(this.json.readValue(row.getString("findings"), Verdict.Finding[].class)));
	}

	void drop(DocumentVersion document, Actor actor) {
		this.steps.lockOpen(document.workItemId(), actor);
		if (this.jdbc.sql(DROP).param("id", document.id()).update() == 0) {
			throw new DocumentNotFound();
		}
	}

}
