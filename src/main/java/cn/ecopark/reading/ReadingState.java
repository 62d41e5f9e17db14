package cn.ecopark.reading;

import org.jspecify.annotations.Nullable;

/**
 * How far the text of a document has been read.
 *
 * @param pages null as long as they have not been counted
 * @param done pages read so far
 * @param scanned pages without any text, as pictures of pages have none
 * @param reason end of the key of a message why there is no text; null unless unreadable
 */
public record ReadingState(String sha256, State state, @Nullable Integer pages, int done, int scanned,
		@Nullable String reason) {

	/** Where it stands. */
	public enum State {

		/** Waits for its turn or is being read. */
		WAITING,
		/** All pages are read. */
		READ,
		/** No text can be got out of it. */
		UNREADABLE

	}

	public boolean isRead() {
		return this.state == State.READ;
	}

}
