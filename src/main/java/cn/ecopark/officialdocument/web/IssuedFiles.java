package cn.ecopark.officialdocument.web;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import cn.ecopark.audit.RepeatedEvents;
import cn.ecopark.audit.Subject;
import cn.ecopark.content.ContentStore;
import cn.ecopark.officialdocument.DocumentNumber;
import cn.ecopark.officialdocument.OfficialDocument;
import cn.ecopark.web.SecurityHeaders;

/** Sends issued documents exactly as they went out. */
@Component
public class IssuedFiles {

	private final ContentStore store;

	private final RepeatedEvents events;

	IssuedFiles(ContentStore store, RepeatedEvents events) {
		this.store = store;
		this.events = events;
	}

	/** Whoever calls answers for who may read it. */
	public ResponseEntity<Resource> of(OfficialDocument document) {
		this.store.ensureIntact(document.file().sha256());
		this.events.note(new Subject("paper:" + document.code().text()), "paper.downloaded",
				Map.of("sha256", document.file().sha256()), Map.of());
		DocumentNumber number = document.number();
		String name = (number != null ? number.text() : document.code().text()) + ".pdf";
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.inline().filename(name, StandardCharsets.UTF_8).build().toString())
			.header("X-Content-Type-Options", "nosniff")
			.header("Content-Security-Policy", SecurityHeaders.FILES)
			.body(new Issued(this.store, document));
	}

	/** A document as something that can be sent, whole or in part. */
	private static final class Issued extends AbstractResource {

		private final ContentStore store;

		private final OfficialDocument document;

		Issued(ContentStore store, OfficialDocument document) {
			this.store = store;
			this.document = document;
		}

		@Override
		public String getDescription() {
			return "paper " + this.document.code();
		}

		@Override
		public boolean exists() {
			return true;
		}

		@Override
		public long contentLength() {
			return this.document.file().size();
		}

		@Override
		public InputStream getInputStream() {
			return this.store.open(this.document.file().sha256());
		}

	}

}
