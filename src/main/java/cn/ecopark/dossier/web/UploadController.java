package cn.ecopark.dossier.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.HeadersBuilder;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import cn.ecopark.dossier.CheckedPiece;
import cn.ecopark.dossier.HandInDocument.Incoming;
import cn.ecopark.dossier.ReceiveUpload;
import cn.ecopark.dossier.ReceiveUpload.Announced;
import cn.ecopark.dossier.UnfinishedUpload;
import cn.ecopark.dossier.UploadLimits;
import cn.ecopark.dossier.UploadRefusals.ChecksumMismatch;
import cn.ecopark.dossier.UploadRefusals.UploadMoved;
import cn.ecopark.organisation.CurrentActor;

/**
 * Documents are handed in here piece by piece; what is said is defined by {@link Tus}.
 */
@RestController
@RequestMapping(UploadController.PATH)
class UploadController {

	static final String PATH = "/documents/uploads";

	private static final Logger LOG = LoggerFactory.getLogger(UploadController.class);

	private static final String RESUMABLE = "Tus-Resumable";

	private static final String OFFSET = "Upload-Offset";

	private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

	private static final int LONGEST_FINGERPRINT = 500;

	private final ReceiveUpload uploads;

	private final UploadLimits limits;

	private final CurrentActor current;

	UploadController(ReceiveUpload uploads, UploadLimits limits, CurrentActor current) {
		this.uploads = uploads;
		this.limits = limits;
		this.current = current;
	}

	@ModelAttribute
	void speakOneVersion(HttpServletRequest request, HttpServletResponse response) {
		response.setHeader(RESUMABLE, Tus.VERSION);
		if (!RequestMethod.OPTIONS.name().equals(request.getMethod())
				&& !Tus.VERSION.equals(request.getHeader(RESUMABLE))) {
			response.setHeader("Tus-Version", Tus.VERSION);
			throw new ResponseStatusException(HttpStatus.PRECONDITION_FAILED);
		}
	}

	@RequestMapping(method = RequestMethod.OPTIONS)
	ResponseEntity<Void> abilities() {
		return ResponseEntity.noContent()
			.header("Tus-Version", Tus.VERSION)
			.header("Tus-Extension", Tus.EXTENSIONS)
			.header("Tus-Checksum-Algorithm", Tus.ALGORITHMS)
			.header("Tus-Max-Size", String.valueOf(this.limits.largest().toBytes()))
			.build();
	}

	@PostMapping
	ResponseEntity<Void> begin(@RequestHeader("Upload-Length") long length,
			@RequestHeader("Upload-Metadata") String metadata) {
		UUID id = this.uploads.begin(announced(Tus.metadata(metadata), length), this.current.get());
		UnfinishedUpload begun = this.uploads.get(id, this.current.get());
		return ResponseEntity.status(HttpStatus.CREATED)
			.header(HttpHeaders.LOCATION, PATH + "/" + id)
			.header("Upload-Expires", Tus.date(begun.expires()))
			.build();
	}

	private static Announced announced(Map<String, String> said, long length) {
		try {
			Incoming document = new Incoming(said.getOrDefault("subject", ""), said.getOrDefault("kind", ""),
					said.getOrDefault("filename", ""), Long.parseLong(said.getOrDefault("task", "")), "");
			String sha256 = said.get("sha256");
			String fingerprint = said.getOrDefault("fingerprint", "");
			if (sha256 != null && !SHA256.matcher(sha256.toLowerCase(Locale.ROOT)).matches()
					|| fingerprint.length() > LONGEST_FINGERPRINT) {
				throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
			}
			return new Announced(document, length, sha256 == null ? null : sha256.toLowerCase(Locale.ROOT),
					fingerprint);
		}
		catch (NumberFormatException noTask) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
	}

	@RequestMapping(path = "/{id}", method = RequestMethod.HEAD)
	ResponseEntity<Void> state(@PathVariable UUID id) {
		UnfinishedUpload upload = this.uploads.get(id, this.current.get());
		return told(ResponseEntity.ok().cacheControl(CacheControl.noStore()), upload)
			.header("Upload-Length", String.valueOf(upload.length()))
			.build();
	}

	@PatchMapping(path = "/{id}", consumes = Tus.PIECE)
	ResponseEntity<Void> append(@PathVariable UUID id, @RequestHeader(OFFSET) long offset,
			@RequestHeader(name = "Upload-Checksum", required = false) @Nullable String checksum,
			HttpServletRequest request) {
		try {
			UnfinishedUpload before = this.uploads.get(id, this.current.get());
			if (before.offset() != offset) {
				throw new UploadMoved();
			}
			if (request.getContentLengthLong() > before.length() - offset) {
				throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
			}
			UnfinishedUpload after = checksum == null
					? this.uploads.append(id, offset, request.getInputStream(), this.current.get())
					: appendChecked(before, request.getInputStream(), Tus.Checksum.of(checksum));
			return told(ResponseEntity.noContent(), after).build();
		}
		catch (IOException brokenOff) {
			LOG.debug("Upload {} broke off", id, brokenOff);
			return ResponseEntity.badRequest().build();
		}
	}

	private UnfinishedUpload appendChecked(UnfinishedUpload upload, InputStream bytes, Tus.Checksum checksum)
			throws IOException {
		long left = upload.length() - upload.offset();
		try (CheckedPiece piece = CheckedPiece.receive(bytes, checksum.digest(), checksum.sum(), left);
				InputStream checked = piece.open()) {
			return this.uploads.append(upload.id(), upload.offset(), checked, this.current.get());
		}
	}

	@DeleteMapping("/{id}")
	ResponseEntity<Void> discard(@PathVariable UUID id) {
		this.uploads.discard(id, this.current.get());
		return ResponseEntity.noContent().build();
	}

	@ExceptionHandler
	ResponseEntity<Void> on(ChecksumMismatch mismatch) {
		return ResponseEntity.status(Tus.CHECKSUM_MISMATCH).build();
	}

	private static HeadersBuilder<?> told(HeadersBuilder<?> answer, UnfinishedUpload upload) {
		return answer.header(OFFSET, String.valueOf(upload.offset()))
			.header("Upload-Expires", Tus.date(upload.expires()));
	}

}
