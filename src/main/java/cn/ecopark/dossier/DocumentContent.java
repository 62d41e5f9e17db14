package cn.ecopark.dossier;

import java.io.InputStream;
import java.util.Map;

import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

import cn.ecopark.audit.RepeatedEvents;
import cn.ecopark.audit.Subject;
import cn.ecopark.content.ContentAltered;
import cn.ecopark.content.ContentStore;
import cn.ecopark.dossier.Documents.DocumentVersion;
import cn.ecopark.gate.FileType;

/** What a version of a document holds, for whoever was found to be entitled to it. */
@Component
public class DocumentContent {

	private static final String UNKNOWN = "application/octet-stream";

	private final ContentStore store;

	private final RepeatedEvents events;

	DocumentContent(ContentStore store, RepeatedEvents events) {
		this.store = store;
		this.events = events;
	}

	/**
	 * Who reads is on record before the first byte leaves; pieces of the same document
	 * are counted.
	 * @param save whether it is saved and not shown
	 * @return the content, fetched as it is read
	 * @throws cn.ecopark.content.ContentAltered if it is not what was handed in
	 */
	public Resource of(DocumentVersion document, boolean save) {
		ensureIntact(document);
		this.events.note(Subject.ofReading(document.dossierId()), save ? "document.downloaded" : "document.read",
				Map.of("version", Long.toString(document.id()), "kind", document.kind(), "sha256", document.sha256()),
				Map.of());
		return new Stored(this.store, document);
	}

	private void ensureIntact(DocumentVersion document) {
		try {
			this.store.ensureIntact(document.sha256());
		}
		catch (ContentAltered altered) {
			this.events.note(Subject.ofReading(document.dossierId()), "document.altered",
					Map.of("version", Long.toString(document.id()), "sha256", document.sha256()), Map.of());
			throw altered;
		}
	}

	/**
	 * @return one of the types that are taken; anything else is a heap of bytes
	 */
	public String mediaType(DocumentVersion document) {
		return FileType.ofMediaType(document.mediaType()).map(FileType::mediaType).orElse(UNKNOWN);
	}

	public boolean isShownByBrowsers(DocumentVersion document) {
		return FileType.ofMediaType(document.mediaType()).filter(FileType::isInline).isPresent();
	}

	/** A version as something that can be sent, whole or in part. */
	private static final class Stored extends AbstractResource {

		private final ContentStore store;

		private final DocumentVersion document;

		Stored(ContentStore store, DocumentVersion document) {
			this.store = store;
			this.document = document;
		}

		@Override
		public String getDescription() {
			return "version " + this.document.id();
		}

		@Override
		public boolean exists() {
			return true;
		}

		@Override
		public long contentLength() {
			return this.document.size();
		}

		@Override
		public InputStream getInputStream() {
			return this.store.open(this.document.sha256());
		}

	}

}
