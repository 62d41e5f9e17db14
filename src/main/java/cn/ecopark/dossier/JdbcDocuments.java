package cn.ecopark.dossier;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.audit.Audit;
import cn.ecopark.dossier.DocumentRefusals.DocumentBeingChecked;
import cn.ecopark.dossier.DocumentRefusals.DocumentNotFound;
import cn.ecopark.dossier.DocumentRefusals.DocumentRefused;
import cn.ecopark.dossier.DocumentRefusals.NotYourDocument;
import cn.ecopark.organisation.Actor;

/** The versions of all documents. */
@Component
class JdbcDocuments implements Documents {

	private static final String VERSIONS = """
			SELECT * FROM document_version WHERE dossier_id = :dossier AND state IN ('DRAFT', 'SUBMITTED')
			 ORDER BY kind, number DESC
			""";

	private static final String KINDS = """
			SELECT DISTINCT kind FROM document_version
			 WHERE dossier_id = :dossier AND (state = 'SUBMITTED' OR state = 'DRAFT' AND work_item_id = :item)
			 ORDER BY kind
			""";

	/** By kind; of those submitted the newest version alone, after what the task has. */
	private static final String OF_STEP = """
			SELECT DISTINCT ON (kind, state) kind, state, sha256 FROM document_version
			 WHERE dossier_id = :dossier
			   AND (state = 'SUBMITTED' OR state IN ('DRAFT', 'CHECKING') AND work_item_id = :item)
			 ORDER BY kind, state, number DESC
			""";

	private static final String NEWEST = """
			SELECT * FROM document_version WHERE dossier_id = :dossier AND kind = :kind AND state = 'SUBMITTED'
			 ORDER BY number DESC LIMIT 1
			""";

	private static final String SUBMIT = """
			UPDATE document_version SET state = 'SUBMITTED' WHERE work_item_id = :item AND state = 'DRAFT' RETURNING *
			""";

	private final JdbcClient jdbc;

	private final UncheckedDocuments unchecked;

	private final List<DossierAccess> dossiers;

	private final HandInSteps steps;

	private final Audit audit;

	JdbcDocuments(JdbcClient jdbc, UncheckedDocuments unchecked, List<DossierAccess> dossiers, HandInSteps steps,
			Audit audit) {
		this.jdbc = jdbc;
		this.unchecked = unchecked;
		this.dossiers = dossiers;
		this.steps = steps;
		this.audit = audit;
	}

	@Override
	public List<DocumentVersion> versions(String dossierId, Actor reader) {
		List<DocumentRow> kept = rows(dossierId);
		boolean mayRead = mayReadAll(dossierId, reader);
		Optional<Long> open = mayRead ? Optional.empty() : openOutside(dossierId, kept, reader);
		return kept.stream()
			.filter(row -> row.isOfUnitOf(reader)
					|| (mayRead || open.filter(id -> id == row.version().id()).isPresent()) && row.isFor(reader))
			.map(DocumentRow::version)
			.toList();
	}

	private List<DocumentRow> rows(String dossierId) {
		return this.jdbc.sql(VERSIONS).param("dossier", dossierId).query(DocumentRow::of).list();
	}

	/**
	 * @return id of the one version that is open to who may not read the dossier
	 */
	private Optional<Long> openOutside(String dossierId, List<DocumentRow> kept, Actor reader) {
		Set<String> kinds = this.dossiers.stream()
			.filter(access -> access.knows(dossierId))
			.flatMap(access -> access.openOutside(reader, dossierId).stream())
			.collect(Collectors.toSet());
		return Documents.last(kept.stream().map(DocumentRow::version).toList(), kinds).map(DocumentVersion::id);
	}

	@Override
	public DocumentVersion get(long id, Actor reader) {
		DocumentRow kept = row(id);
		if (!kept.isOfUnitOf(reader)) {
			requireSubmitted(kept, reader);
		}
		else if (kept.state() == DocumentRow.State.REFUSED) {
			throw new DocumentRefused();
		}
		else if (kept.state() == DocumentRow.State.CHECKING && !kept.isBy(reader)) {
			throw new DocumentBeingChecked();
		}
		return kept.version();
	}

	@Override
	public Optional<DocumentVersion> find(long id) {
		return kept(id).map(DocumentRow::version);
	}

	private DocumentRow row(long id) {
		return kept(id).orElseThrow(DocumentNotFound::new);
	}

	private Optional<DocumentRow> kept(long id) {
		return this.jdbc.sql("SELECT * FROM document_version WHERE id = :id")
			.param("id", id)
			.query(DocumentRow::of)
			.optional();
	}

	private void requireSubmitted(DocumentRow kept, Actor reader) {
		if (kept.state() != DocumentRow.State.SUBMITTED) {
			throw new DocumentNotFound();
		}
		String dossierId = kept.version().dossierId();
		boolean open = kept.isFor(reader) && (mayReadAll(dossierId, reader)
				|| openOutside(dossierId, rows(dossierId), reader).filter(id -> id == kept.version().id()).isPresent());
		if (!open) {
			throw new NotYourDocument();
		}
	}

	@Override
	public boolean mayReadAll(String dossierId, Actor reader) {
		return this.dossiers.stream().anyMatch(access -> access.knows(dossierId) && access.mayRead(reader, dossierId));
	}

	@Override
	public Optional<DocumentVersion> newest(String dossierId, String kind) {
		return this.jdbc.sql(NEWEST)
			.param("dossier", dossierId)
			.param("kind", kind)
			.query(DocumentRow::of)
			.optional()
			.map(DocumentRow::version);
	}

	@Override
	public List<String> kindsOf(String dossierId, long workItemId) {
		return this.jdbc.sql(KINDS).param("dossier", dossierId).param("item", workItemId).query(String.class).list();
	}

	@Override
	public boolean mayBeOnTheWay(String dossierId) {
		return this.unchecked.mayBeOnTheWay(dossierId);
	}

	@Override
	public List<Unsettled> unsettled(long workItemId, Actor reader) {
		return this.unchecked.unsettled(workItemId, reader);
	}

	@Override
	public DocumentsOfStep ofStep(String dossierId, long workItemId) {
		List<OfStep> found = this.jdbc.sql(OF_STEP)
			.param("dossier", dossierId)
			.param("item", workItemId)
			.query((row, number) -> new OfStep(row.getString("kind"), DocumentRow.State.valueOf(row.getString("state")),
					row.getString("sha256")))
			.list();
		return new DocumentsOfStep(
				found.stream().filter(one -> one.state() == DocumentRow.State.CHECKING).map(OfStep::kind).toList(),
				found.stream()
					.filter(one -> one.state() != DocumentRow.State.CHECKING)
					.map(OfStep::kind)
					.distinct()
					.toList(),
				found.stream().filter(one -> one.state() == DocumentRow.State.SUBMITTED).map(OfStep::sha256).toList());
	}

	private record OfStep(String kind, DocumentRow.State state, String sha256) {
	}

	@Override
	@Transactional
	public void dropRefused(long id, Actor actor) {
		this.unchecked.drop(row(id).version(), actor);
	}

	@Override
	@Transactional
	public void submit(long workItemId, Actor actor) {
		List<Map<String, Object>> submitted = this.jdbc.sql(SUBMIT)
			.param("item", workItemId)
			.query(DocumentRow::of)
			.list()
			.stream()
			.map(DocumentRow::version)
			.<Map<String, Object>>map(document -> Map.of("kind", document.kind(), "number", document.number(), "sha256",
					document.sha256()))
			.toList();
		if (!submitted.isEmpty()) {
			this.audit.record(this.steps.get(workItemId).subject(), "document.submitted",
					Map.of("item", workItemId, "documents", submitted));
		}
	}

}
