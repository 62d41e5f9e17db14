package cn.ecopark.casefile;

import java.io.InputStream;
import java.util.Map;

import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

import cn.ecopark.gate.FileType;
import cn.ecopark.audit.RepeatedEvents;
import cn.ecopark.audit.Subject;
import cn.ecopark.content.ContentAltered;
import cn.ecopark.content.ContentStore;
import cn.ecopark.casefile.Documents.PaperVersion;

/** What a version of a paper holds, for whoever was found to be entitled to it. */
@Component
public class PaperContent {

	private static final String UNKNOWN = "application/octet-stream";

	private final ContentStore store;

	private final RepeatedEvents events;

	PaperContent(ContentStore store, RepeatedEvents events) {
		this.store = store;
		this.events = events;
	}

	/**
	 * Who reads is on record before the first byte leaves; pieces of the same paper are
	 * counted.
	 * @param save whether it is saved and not shown
	 * @return the content, fetched as it is read
	 * @throws cn.ecopark.content.ContentAltered if it is not what was handed in
	 */
	public Resource of(PaperVersion paper, boolean save) {
		ensureIntact(paper);
		this.events.note(Subject.ofReading(paper.dossierId()), save ? "document.downloaded" : "document.read",
				Map.of("version", Long.toString(paper.id()), "kind", paper.kind(), "sha256", paper.sha256()), Map.of());
		return new Stored(this.store, paper);
	}

	private void ensureIntact(PaperVersion paper) {
		try {
			this.store.ensureIntact(paper.sha256());
		}
		catch (ContentAltered altered) {
			this.events.note(Subject.ofReading(paper.dossierId()), "document.altered",
					Map.of("version", Long.toString(paper.id()), "sha256", paper.sha256()), Map.of());
			throw altered;
		}
	}

	/**
	 * @return one of the types that are taken; anything else is a heap of bytes
	 */
	public String mediaType(PaperVersion paper) {
		return FileType.ofMediaType(paper.mediaType()).map(FileType::mediaType).orElse(UNKNOWN);
	}

	public boolean isShownByBrowsers(PaperVersion paper) {
		return FileType.ofMediaType(paper.mediaType()).filter(FileType::isInline).isPresent();
	}

	/** A version as something that can be sent, whole or in part. */
	private static final class Stored extends AbstractResource {

		private final ContentStore store;

		private final PaperVersion paper;

		Stored(ContentStore store, PaperVersion paper) {
			this.store = store;
			this.paper = paper;
		}

		@Override
		public String getDescription() {
			return "version " + this.paper.id();
		}

		@Override
		public boolean exists() {
			return true;
		}

		@Override
		public long contentLength() {
			return this.paper.size();
		}

		@Override
		public InputStream getInputStream() {
			return this.store.open(this.paper.sha256());
		}

	}

}
