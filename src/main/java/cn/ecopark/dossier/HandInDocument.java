package cn.ecopark.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.ecopark.content.ContentStore;
import cn.ecopark.content.ContentStore.Content;
import cn.ecopark.dossier.DocumentRefusals.EmptyFile;
import cn.ecopark.dossier.Documents.DocumentVersion;
import cn.ecopark.gate.FileType;
import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.DocumentKind;

/**
 * Hands in a document with an open task, in one request. Once it has passed the gate it
 * is the next version of its kind, a draft until the task is done.
 */
@Component
public class HandInDocument {

	private final TakenDocuments taken;

	private final UncheckedDocuments documents;

	private final UploadLimits limits;

	private final ContentStore store;

	private final TransactionTemplate transaction;

	HandInDocument(TakenDocuments taken, UncheckedDocuments documents, UploadLimits limits, ContentStore store,
			PlatformTransactionManager transactions) {
		this.taken = taken;
		this.documents = documents;
		this.limits = limits;
		this.store = store;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * What is handed in, and where.
	 *
	 * @param kind key of the kind in the rule pack
	 * @param workItemId the task it is handed in with
	 * @param submission the same post has the same token, however often it arrives
	 */
	public record Incoming(String dossierId, String kind, String fileName, long workItemId, String submission) {
	}

	/**
	 * Returns when the document was judged, or when that takes longer than anybody waits.
	 * @return the new version, or the one that this same submission made before
	 * @throws cn.ecopark.shared.Refusal if the task is not the actor's to do or does not
	 * ask for it, or the file is not fit to be kept; see {@link DocumentRefusals}
	 */
	public DocumentVersion handIn(Incoming document, InputStream bytes, Actor actor) throws IOException {
		DocumentKind kind = Objects.requireNonNull(
				this.transaction.execute(status -> this.taken.kind(this.taken.step(document, actor), document.kind())));
		FileName name = FileName.of(document.fileName());
		FileType type = TakenDocuments.calledType(name, kind);
		Content content = this.store.store(new TakenBytes(bytes, this.limits));
		DocumentVersion version = Objects.requireNonNull(this.transaction.execute(
				status -> this.documents.add(document, this.taken.step(document, actor), name, type, content, actor)));
		this.documents.awaitVerdict(version.id(), this.limits.waitForVerdict());
		return version;
	}

}
