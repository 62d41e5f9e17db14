package cn.ecopark.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Keeps what files contain, each content once, under its digest. Files pass through in
 * small parts, never as a whole.
 */
public interface ContentStore {

	/**
	 * What is kept.
	 *
	 * @param sha256 its digest, 64 lower-case hexadecimal digits
	 * @param size bytes
	 */
	record Content(String sha256, long size) {
	}

	/**
	 * Keeps all that is read, or nothing if reading fails.
	 * @return what was read; if the same was there already, it is not kept a second time
	 */
	Content store(InputStream bytes) throws IOException;

	Optional<Content> find(String sha256);

	/**
	 * @param from first byte wanted, from 0
	 * @return the content from there to its end; bytes passed over with {@code skip} are
	 * not fetched
	 * @throws ContentMissing if there is none with that digest
	 */
	InputStream open(String sha256, long from);

	/**
	 * @throws ContentMissing if there is none with that digest
	 */
	default InputStream open(String sha256) {
		return open(sha256, 0);
	}

	/** Something refers to content that the store does not have. */
	class ContentMissing extends RuntimeException {

		public ContentMissing(String sha256) {
			super("No content " + sha256);
		}

	}

}
