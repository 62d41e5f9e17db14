package cn.ecopark.dossier.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

import cn.ecopark.shared.TypedText;

/**
 * The words of the protocol for resumable uploads,
 * https://tus.io/protocols/resumable-upload 1.0.0.
 */
final class Tus {

	static final String VERSION = "1.0.0";

	static final String EXTENSIONS = "creation,termination,checksum,expiration";

	static final String ALGORITHMS = "sha1,sha256";

	static final String PIECE = "application/offset+octet-stream";

	/** What the protocol has of its own among the status codes: Checksum Mismatch. */
	static final int CHECKSUM_MISMATCH = 460;

	private static final Map<String, String> DIGESTS = Map.of("sha1", "SHA-1", "sha256", "SHA-256");

	private Tus() {
	}

	/** A checksum as its header gives it: the way it is made, and the sum in base64. */
	record Checksum(MessageDigest digest, byte[] sum) {

		static Checksum of(String header) {
			String[] words = header.strip().split(" ");
			String name = DIGESTS.get(words[0]);
			if (words.length != 2 || name == null) {
				throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
			}
			try {
				return new Checksum(MessageDigest.getInstance(name), decoded(words[1]));
			}
			catch (NoSuchAlgorithmException impossible) {
				throw new IllegalStateException(impossible);
			}
		}

	}

	/**
	 * @param header pairs of a key and a value in base64, with commas between them
	 */
	static Map<String, String> metadata(String header) {
		Map<String, String> metadata = new HashMap<>();
		for (String pair : header.split(",")) {
			String[] words = pair.strip().split(" ");
			metadata.put(words[0],
					words.length < 2 ? "" : TypedText.clean(new String(decoded(words[1]), StandardCharsets.UTF_8)));
		}
		return metadata;
	}

	static String date(Instant moment) {
		return DateTimeFormatter.RFC_1123_DATE_TIME.format(moment.atOffset(ZoneOffset.UTC));
	}

	private static byte[] decoded(String base64) {
		try {
			return Base64.getDecoder().decode(base64);
		}
		catch (IllegalArgumentException malformed) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
	}

}
