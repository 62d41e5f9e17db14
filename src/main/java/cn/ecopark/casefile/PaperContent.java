package cn.ecopark.casefile;

import java.io.InputStream;

import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

import cn.ecopark.gate.FileType;
import cn.ecopark.content.ContentStore;
import cn.ecopark.casefile.Documents.PaperVersion;

/** What a version of a paper holds, for whoever was found to be entitled to it. */
@Component
public class PaperContent {

	private static final String UNKNOWN = "application/octet-stream";

	private final ContentStore store;

	PaperContent(ContentStore store) {
		this.store = store;
	}

	/**
	 * @return the content, fetched as it is read
	 */
	public Resource of(PaperVersion paper) {
		return new Stored(this.store, paper);
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
