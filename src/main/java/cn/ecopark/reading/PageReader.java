package cn.ecopark.reading;

import java.io.IOException;
import java.nio.file.Path;

/** Reads the text of a file page by page. */
interface PageReader {

	/** Where pages go as they are read. */
	interface Pages {

		/** Called once, before any page. */
		void count(int pages);

		void add(PageText page) throws IOException;

	}

	/**
	 * @param from first page that is wanted
	 * @throws UnreadableDocument if the file can never be read
	 * @throws IOException if it cannot be read now
	 */
	void read(Path file, int from, Pages pages) throws IOException;

	/** The file holds no text that can be got out of it. */
	final class UnreadableDocument extends IOException {

		private final String reason;

		/**
		 * @param reason end of the key of a message
		 */
		UnreadableDocument(String reason, Exception cause) {
			super(reason, cause);
			this.reason = reason;
		}

		String reason() {
			return this.reason;
		}

	}

}
