package cn.ecopark.dossier.web;

import java.nio.charset.StandardCharsets;

import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import cn.ecopark.dossier.DocumentContent;
import cn.ecopark.dossier.Documents.DocumentVersion;
import cn.ecopark.web.SecurityHeaders;

/**
 * Sends a version of a document to whoever was found to be entitled to it, so that
 * nothing in it runs, and nothing of it stays on a machine that others use, too.
 */
@Component
public class DocumentResponses {

	/** For all but PDF, which the viewers of browsers do not show from a sandbox. */
	private static final String NOTHING_RUNS = SecurityHeaders.FILES + "; sandbox";

	private final DocumentContent contents;

	DocumentResponses(DocumentContent contents) {
		this.contents = contents;
	}

	/**
	 * @param save whether it is to be saved and not shown
	 */
	public ResponseEntity<Resource> of(DocumentVersion document, boolean save) {
		ContentDisposition.Builder disposition = !save && this.contents.isShownByBrowsers(document)
				? ContentDisposition.inline() : ContentDisposition.attachment();
		MediaType type = MediaType.parseMediaType(this.contents.mediaType(document));
		return ResponseEntity.ok()
			.contentType(type)
			.eTag(document.sha256())
			.cacheControl(CacheControl.noStore().cachePrivate())
			.header(HttpHeaders.CONTENT_DISPOSITION,
					disposition.filename(document.fileName(), StandardCharsets.UTF_8).build().toString())
			.header("X-Content-Type-Options", "nosniff")
			.header("Content-Security-Policy",
					type.equals(MediaType.APPLICATION_PDF) ? SecurityHeaders.FILES : NOTHING_RUNS)
			.body(this.contents.of(document, save));
	}

}
