package cn.ecopark.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.ecopark.content.ContentStore;
import cn.ecopark.content.ContentStore.ArrivalMissing;
import cn.ecopark.content.ContentStore.Content;
import cn.ecopark.content.ContentStore.OffsetMoved;
import cn.ecopark.dossier.DocumentRefusals.EmptyFile;
import cn.ecopark.dossier.HandInDocument.Incoming;
import cn.ecopark.dossier.HandInSteps.HandInStep;
import cn.ecopark.dossier.JdbcUploads.KeptUpload;
import cn.ecopark.dossier.UploadRefusals.OtherDigest;
import cn.ecopark.dossier.UploadRefusals.TooManyUploads;
import cn.ecopark.dossier.UploadRefusals.UploadExpired;
import cn.ecopark.dossier.UploadRefusals.UploadMoved;
import cn.ecopark.dossier.UploadRefusals.UploadNotFound;
import cn.ecopark.gate.FileType;
import cn.ecopark.organisation.Actor;

/**
 * Hands in a document piece by piece. What has arrived is kept whatever happens to client
 * or server; whoever began goes on from there, as long as the task is his to do.
 */
@Component
public class ReceiveUpload {

	/** Unfinished uploads of one person for one task. */
	private static final int MOST = 20;

	private final TakenDocuments taken;

	private final JdbcUploads uploads;

	private final UncheckedDocuments documents;

	private final UploadLimits limits;

	private final ContentStore store;

	private final TransactionTemplate transaction;

	ReceiveUpload(TakenDocuments taken, JdbcUploads uploads, UncheckedDocuments documents, UploadLimits limits,
			ContentStore store, PlatformTransactionManager transactions) {
		this.taken = taken;
		this.uploads = uploads;
		this.documents = documents;
		this.limits = limits;
		this.store = store;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * What will be uploaded.
	 *
	 * @param length in bytes
	 * @param sha256 its digest, if the client knows it
	 * @param fingerprint by which the client knows the file again
	 */
	public record Announced(Incoming document, long length, @Nullable String sha256, String fingerprint) {
	}

	/**
	 * @throws cn.ecopark.shared.Refusal if the task is not the actor's to do, or does not
	 * take such a file
	 */
	public UUID begin(Announced announced, Actor actor) {
		FileName name = FileName.of(announced.document().fileName());
		if (announced.length() <= 0) {
			throw new EmptyFile();
		}
		if (announced.length() > this.limits.largest().toBytes()) {
			throw new DocumentRefusals.FileTooLarge(this.limits.inWords());
		}
		return Objects.requireNonNull(this.transaction.execute(status -> {
			type(name, this.taken.step(announced.document(), actor), announced.document().kind());
			if (this.uploads.unfinished(announced.document().workItemId(), actor).size() >= MOST) {
				throw new TooManyUploads(MOST);
			}
			return this.uploads.add(announced, name, this.store.begin(), actor);
		}));
	}

	/** The gate will look at what it really is. */
	private FileType type(FileName name, HandInStep step, String key) {
		return TakenDocuments.calledType(name, this.taken.kind(step, key));
	}

	/**
	 * @return the actor's uploads for that task that can be gone on with
	 */
	public List<UnfinishedUpload> unfinished(long workItemId, Actor actor) {
		return this.uploads.unfinished(workItemId, actor);
	}

	/**
	 * @return how far it is; if everything is here, the document is handed in
	 */
	public UnfinishedUpload get(UUID id, Actor actor) {
		KeptUpload row = row(id, actor);
		if (!row.finished() && row.upload().offset() == row.upload().length()) {
			complete(row, actor);
		}
		return row.upload();
	}

	/**
	 * Keeps what is read, up to the announced length; with the last byte the document is
	 * handed in, and judged if that is soon done.
	 * @throws UploadMoved if the bytes do not belong at the end of what has arrived, or
	 * somebody else goes on with it now
	 * @throws IOException if reading breaks off; what was read before is kept
	 */
	public UnfinishedUpload append(UUID id, long offset, InputStream bytes, Actor actor) throws IOException {
		KeptUpload row = row(id, actor);
		this.transaction.executeWithoutResult(status -> this.taken.step(row.document(), actor));
		UUID arrival = row.arrival();
		long left = row.upload().length() - offset;
		if (row.upload().offset() != offset || arrival == null) {
			throw new UploadMoved();
		}
		try (InputStream piece = new FirstBytes(bytes, left)) {
			this.store.append(arrival, offset, piece);
		}
		catch (OffsetMoved elsewhere) {
			throw new UploadMoved();
		}
		catch (ArrivalMissing discarded) {
			throw new UploadNotFound();
		}
		return get(id, actor);
	}

	private KeptUpload row(UUID id, Actor actor) {
		KeptUpload row = this.uploads.find(id, actor).orElseThrow(UploadNotFound::new);
		if (row.expired() || row.arrival() == null && !row.finished()) {
			throw new UploadExpired();
		}
		return row;
	}

	private void complete(KeptUpload row, Actor actor) {
		UUID id = row.upload().id();
		try {
			prepare(row.arrival());
			Long version = this.transaction.execute(status -> handIn(id, actor));
			this.documents.awaitVerdict(Objects.requireNonNull(version), this.limits.waitForVerdict());
		}
		catch (OtherDigest damaged) {
			discard(id, actor);
			throw damaged;
		}
	}

	private long handIn(UUID id, Actor actor) {
		KeptUpload row = this.uploads.lock(id, actor).orElseThrow(UploadNotFound::new);
		UUID arrival = row.arrival();
		if (arrival == null) {
			throw new UploadMoved();
		}
		HandInStep step = this.taken.step(row.document(), actor);
		FileName name = new FileName(row.upload().fileName());
		Content content = this.store.finish(arrival);
		if (row.sha256() != null && !row.sha256().equals(content.sha256())) {
			throw new OtherDigest(name.value());
		}
		long version = this.documents
			.add(row.document(), step, name, type(name, step, row.upload().kind()), content, actor)
			.id();
		this.uploads.finish(id, version);
		return version;
	}

	private void prepare(@Nullable UUID arrival) {
		if (arrival == null) {
			throw new UploadMoved();
		}
		try {
			this.store.prepare(arrival);
		}
		catch (ArrivalMissing finished) {
			throw new UploadMoved();
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	/** Forgets it, with all that has arrived; what is complete stays handed in. */
	public void discard(UUID id, Actor actor) {
		this.transaction.executeWithoutResult(status -> {
			KeptUpload row = this.uploads.lock(id, actor).orElseThrow(UploadNotFound::new);
			this.uploads.delete(id);
			if (row.arrival() != null) {
				this.store.discard(row.arrival());
			}
		});
	}

}
