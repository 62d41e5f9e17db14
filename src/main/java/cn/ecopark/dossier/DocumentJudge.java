package cn.ecopark.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.ecopark.content.ContentStore;
import cn.ecopark.dossier.Documents.DocumentVersion;
import cn.ecopark.gate.FileType;
import cn.ecopark.gate.Gate;
import cn.ecopark.gate.Verdict;
import cn.ecopark.gate.Verdict.Finding;
import cn.ecopark.rulepack.DocumentKind;

/**
 * Brings one document before the gate. It stays claimed by a row lock all the while: if
 * this process dies, the lock goes and another takes the document up.
 */
@Component
class DocumentJudge {

	/** After so many failures that are not the file's it is given back. */
	private static final int ATTEMPTS = 3;

	private final UncheckedDocuments documents;

	private final TakenDocuments taken;

	private final Gate gate;

	private final ContentStore store;

	private final TransactionTemplate transaction;

	private final ApplicationEventPublisher events;

	DocumentJudge(UncheckedDocuments documents, TakenDocuments taken, Gate gate, ContentStore store,
			PlatformTransactionManager transactions, ApplicationEventPublisher events) {
		this.documents = documents;
		this.taken = taken;
		this.gate = gate;
		this.store = store;
		this.transaction = new TransactionTemplate(transactions);
		this.events = events;
	}

	/** Does nothing if the document is judged already, or by somebody else now. */
	void judge(long id) {
		this.transaction.executeWithoutResult(status -> this.documents.claim(id).ifPresent(this::judge));
	}

	/** Judging it has failed, and not because the server stops. */
	void failed(long id) {
		this.transaction.executeWithoutResult(status -> this.documents.claim(id).ifPresent(this::giveBackAfterAll));
	}

	private void judge(DocumentVersion document) {
		Verdict verdict = verdict(document);
		FileType type = verdict.type();
		if (type == null || !verdict.findings().isEmpty()) {
			refuse(document, verdict.findings().isEmpty() ? List.of(new Finding("unknown-type", List.of()))
					: verdict.findings());
			return;
		}
		DocumentKind kind = this.taken.kindOf(document.workItemId(), document.kind());
		if (!TakenDocuments.accepts(kind, type)) {
			refuse(document,
					List.of(new Finding("type-not-accepted", List.of(kind.label(), TakenDocuments.types(kind)))));
			return;
		}
		this.documents.pass(document, type);
		this.events.publishEvent(new DocumentHandedIn(document.id()));
	}

	private Verdict verdict(DocumentVersion document) {
		try {
			Path file = Files.createTempFile("paper", ".judged");
			try (InputStream bytes = this.store.open(document.sha256())) {
				Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
				return this.gate.judge(file, document.fileName());
			}
			finally {
				Files.deleteIfExists(file);
			}
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private void refuse(DocumentVersion document, List<Finding> findings) {
		this.documents.refuse(document, findings);
		this.store.remove(document.sha256());
	}

	private void giveBackAfterAll(DocumentVersion document) {
		if (this.documents.failed(document.id()) >= ATTEMPTS) {
			refuse(document, List.of(new Finding("not-judged", List.of())));
		}
	}

}
