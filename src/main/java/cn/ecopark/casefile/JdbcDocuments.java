package cn.ecopark.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.audit.Audit;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CaseRefusals.NotYourCase;
import cn.ecopark.content.ContentStore.Content;
import cn.ecopark.casefile.DocumentRefusals.DocumentNotFound;
import cn.ecopark.casefile.HandInPaper.Paper;
import cn.ecopark.casefile.PaperSteps.PaperStep;
import cn.ecopark.gate.FileType;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.UnitKind;

/** The versions of all papers. */
@Component
class JdbcDocuments implements Documents {

	private static final String INSERT = """
			INSERT INTO document_version (dossier_id, kind, number, file_name, media_type, size, sha256, uploaded_by,
			                              uploaded_by_name, unit_id, at, work_item_id, audience, state, submission)
			SELECT :dossier, :kind, coalesce(max(number), 0) + 1, :name, :type, :size, :sha256, :person, :personName, :unit,
			       :at, :item, :audience, 'DRAFT', :submission
			  FROM document_version WHERE dossier_id = :dossier AND kind = :kind
			RETURNING *
			""";

	private static final String OF_SUBMISSION = """
			SELECT * FROM document_version
			 WHERE work_item_id = :item AND submission = :submission AND kind = :kind AND sha256 = :sha256
			""";

	private static final String KINDS = """
			SELECT DISTINCT kind FROM document_version
			 WHERE dossier_id = :dossier AND (state = 'SUBMITTED' OR work_item_id = :item)
			 ORDER BY kind
			""";

	private static final String NEWEST = """
			SELECT * FROM document_version WHERE dossier_id = :dossier AND kind = :kind AND state = 'SUBMITTED'
			 ORDER BY number DESC LIMIT 1
			""";

	private static final String DIGESTS = """
			SELECT DISTINCT ON (kind) sha256 FROM document_version
			 WHERE dossier_id = :dossier AND state = 'SUBMITTED'
			 ORDER BY kind, number DESC
			""";

	private final JdbcClient jdbc;

	private final CaseTime time;

	private final List<DossierAccess> dossiers;

	private final PaperSteps steps;

	private final Audit audit;

	JdbcDocuments(JdbcClient jdbc, CaseTime time, List<DossierAccess> dossiers, PaperSteps steps, Audit audit) {
		this.jdbc = jdbc;
		this.time = time;
		this.dossiers = dossiers;
		this.steps = steps;
		this.audit = audit;
	}

	/** A version with what decides who may read it. */
	private record Kept(PaperVersion version, Audience audience, long byPerson) {
	}

	@Override
	public List<PaperVersion> versions(String dossierId, Actor reader) {
		boolean mayRead = mayRead(dossierId, reader);
		return this.jdbc.sql("SELECT * FROM document_version WHERE dossier_id = :dossier ORDER BY kind, number DESC")
			.param("dossier", dossierId)
			.query(JdbcDocuments::kept)
			.list()
			.stream()
			.filter(kept -> isOwn(kept, reader) || mayRead && isFor(kept, reader))
			.map(Kept::version)
			.toList();
	}

	@Override
	public PaperVersion get(long id, Actor reader) {
		Kept kept = this.jdbc.sql("SELECT * FROM document_version WHERE id = :id")
			.param("id", id)
			.query(JdbcDocuments::kept)
			.optional()
			.orElseThrow(DocumentNotFound::new);
		if (!isOwn(kept, reader)) {
			if (kept.version().draft()) {
				throw new DocumentNotFound();
			}
			if (!mayRead(kept.version().dossierId(), reader) || !isFor(kept, reader)) {
				throw new NotYourCase();
			}
		}
		return kept.version();
	}

	private boolean mayRead(String dossierId, Actor reader) {
		return this.dossiers.stream().anyMatch(access -> access.knows(dossierId) && access.mayRead(reader, dossierId));
	}

	/** Experts share a unit that is none: each has his own. */
	private static boolean isOwn(Kept kept, Actor reader) {
		return reader.unitKind() == UnitKind.EXPERT_POOL ? kept.byPerson() == reader.personId()
				: reader.worksOnCases() && kept.version().byUnitId().equals(reader.unitId());
	}

	private static boolean isFor(Kept kept, Actor reader) {
		return !kept.version().draft() && CaseAccess.audiencesOf(reader).contains(kept.audience());
	}

	@Override
	public Optional<PaperVersion> newest(String dossierId, String kind) {
		return this.jdbc.sql(NEWEST)
			.param("dossier", dossierId)
			.param("kind", kind)
			.query(JdbcDocuments::kept)
			.optional()
			.map(Kept::version);
	}

	@Override
	public List<String> kindsOf(String dossierId, long workItemId) {
		return this.jdbc.sql(KINDS).param("dossier", dossierId).param("item", workItemId).query(String.class).list();
	}

	@Override
	@Transactional
	public void submit(long workItemId, Actor actor) {
		List<Map<String, Object>> submitted = this.jdbc.sql(
				"UPDATE document_version SET state = 'SUBMITTED' WHERE work_item_id = :item AND state = 'DRAFT' RETURNING *")
			.param("item", workItemId)
			.query(JdbcDocuments::kept)
			.list()
			.stream()
			.map(Kept::version)
			.<Map<String, Object>>map(
					paper -> Map.of("kind", paper.kind(), "number", paper.number(), "sha256", paper.sha256()))
			.toList();
		if (!submitted.isEmpty()) {
			this.audit.record(this.steps.get(workItemId).subject(), "document.submitted",
					Map.of("item", workItemId, "documents", submitted));
		}
	}

	@Override
	public List<String> digestsOf(String dossierId) {
		return this.jdbc.sql(DIGESTS).param("dossier", dossierId).query(String.class).list();
	}

	Optional<PaperVersion> ofSubmission(Paper paper, String sha256) {
		return this.jdbc.sql(OF_SUBMISSION)
			.param("item", paper.workItemId())
			.param("submission", paper.submission())
			.param("kind", paper.kind())
			.param("sha256", sha256)
			.query(JdbcDocuments::kept)
			.optional()
			.map(Kept::version);
	}

	PaperVersion add(Paper paper, PaperStep step, FileName name, FileType type, Content content, Actor actor) {
		// Two tasks may hand in the same kind at once: the numbers are given one after
		// the other.
		this.jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))")
			.param("key", "document " + paper.dossierId() + " " + paper.kind())
			.query((row, number) -> true)
			.single();
		return this.jdbc.sql(INSERT)
			.param("dossier", paper.dossierId())
			.param("kind", paper.kind())
			.param("name", name.value())
			.param("type", type.mediaType())
			.param("size", content.size())
			.param("sha256", content.sha256())
			.param("person", actor.personId())
			.param("personName", actor.name())
			.param("unit", actor.unitId())
			.param("at", Cases.time(this.time.now()))
			.param("item", step.workItemId())
			.param("audience", step.audience().name())
			.param("submission", paper.submission())
			.query(JdbcDocuments::kept)
			.single()
			.version();
	}

	private static Kept kept(ResultSet row, int number) throws SQLException {
		return new Kept(
				new PaperVersion(row.getLong("id"), row.getString("dossier_id"), row.getString("kind"),
						row.getInt("number"), row.getString("file_name"), row.getString("media_type"),
						row.getLong("size"), row.getString("sha256"), row.getString("uploaded_by_name"),
						row.getString("unit_id"), row.getTimestamp("at").toInstant(), row.getLong("work_item_id"),
						"DRAFT".equals(row.getString("state"))),
				Audience.valueOf(row.getString("audience")), row.getLong("uploaded_by"));
	}

}
