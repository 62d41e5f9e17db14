package cn.ecopark.dossier;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.ecopark.background.Attempt;
import cn.ecopark.background.BackgroundWork;
import cn.ecopark.background.Retry;
import cn.ecopark.background.WorkKind;
import cn.ecopark.content.ContentStore;
import cn.ecopark.content.WorkingCopies;
import cn.ecopark.dossier.Documents.DocumentVersion;
import cn.ecopark.gate.FileType;
import cn.ecopark.gate.Gate;
import cn.ecopark.gate.Verdict;
import cn.ecopark.rulepack.DocumentKind;

/**
 * Brings documents before the gate. Nothing is locked while the gate looks at one;
 * whoever comes first with a verdict decides, and a second one finds it decided.
 */
@Component
class DocumentJudge implements BackgroundWork {

	/** Keys are ids of versions. */
	static final WorkKind JUDGING = new WorkKind("document-judging");

	private static final int AT_ONCE = 2;

	/** After so many failures that are not the file's it is given back. */
	private static final Retry RETRY = new Retry(3, Duration.ofSeconds(10), 3);

	private final UncheckedDocuments documents;

	private final TakenDocuments taken;

	private final Gate gate;

	private final WorkingCopies copies;

	private final ContentStore store;

	private final TransactionTemplate transaction;

	private final ApplicationEventPublisher events;

	DocumentJudge(UncheckedDocuments documents, TakenDocuments taken, Gate gate, WorkingCopies copies,
			ContentStore store, PlatformTransactionManager transactions, ApplicationEventPublisher events) {
		this.documents = documents;
		this.taken = taken;
		this.gate = gate;
		this.copies = copies;
		this.store = store;
		this.transaction = new TransactionTemplate(transactions);
		this.events = events;
	}

	@Override
	public WorkKind kind() {
		return JUDGING;
	}

	@Override
	public int atOnce() {
		return AT_ONCE;
	}

	@Override
	public Retry retry() {
		return RETRY;
	}

	@Override
	public void carryOut(String key, Attempt attempt) throws IOException {
		long id = Long.parseLong(key);
		Optional<DocumentVersion> document = this.documents.checking(id);
		if (document.isPresent()) {
			Verdict verdict = verdict(document.get());
			if (!passes(verdict)) {
				// A judging process that ended with this node says nothing about the
				// file.
				attempt.goOn();
			}
			decide(id, locked -> decide(locked, verdict));
		}
	}

	@Override
	public void giveUp(String key) {
		decide(Long.parseLong(key),
				document -> refuse(document, List.of(new Verdict.Finding("not-judged", List.of()))));
	}

	@Override
	public Optional<String> dossierOf(String key) {
		return this.documents.checking(Long.parseLong(key)).map(DocumentVersion::dossierId);
	}

	/** It has been given back, and whoever handed it in hands it in again. */
	@Override
	public boolean isRepeatable() {
		return false;
	}

	/** Does nothing if somebody else has decided meanwhile. */
	private void decide(long id, Consumer<DocumentVersion> decision) {
		this.transaction.executeWithoutResult(status -> this.documents.lockChecking(id).ifPresent(decision));
	}

	private static boolean passes(Verdict verdict) {
		return verdict.type() != null && verdict.findings().isEmpty();
	}

	private void decide(DocumentVersion document, Verdict verdict) {
		FileType type = verdict.type();
		if (type == null || !passes(verdict)) {
			refuse(document, verdict.findings().isEmpty() ? List.of(new Verdict.Finding("unknown-type", List.of()))
					: verdict.findings());
			return;
		}
		DocumentKind kind = this.taken.kindOf(document.workItemId(), document.kind());
		if (!TakenDocuments.accepts(kind, type)) {
			refuse(document, List
				.of(new Verdict.Finding("type-not-accepted", List.of(kind.label(), TakenDocuments.types(kind)))));
			return;
		}
		this.documents.pass(document, type);
		this.events.publishEvent(new DocumentHandedIn(document.id()));
	}

	private Verdict verdict(DocumentVersion document) throws IOException {
		try (WorkingCopies.Copy copy = this.copies.open(document.sha256())) {
			return this.gate.judge(copy.file(), document.fileName());
		}
	}

	private void refuse(DocumentVersion document, List<Verdict.Finding> findings) {
		this.documents.refuse(document, findings);
		this.store.remove(document.sha256());
	}

}
