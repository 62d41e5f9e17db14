package cn.ecopark.content;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps what files contain, each content once, under its digest. Files pass through in
 * small parts, never as a whole. What arrives piece by piece, over days if need be, is
 * begun, appended to and finished.
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
	 * Keeps all that is read, or nothing if reading fails; to be called outside a
	 * transaction.
	 * @return what was read; if the same was there already, it is not kept a second time
	 */
	Content store(InputStream bytes) throws IOException;

	/**
	 * Keeps what a command has made, in its transaction: as large as memory holds, and
	 * always in the database, so that the command waits for nobody.
	 */
	Content keep(byte[] made);

	Optional<Content> find(String sha256);

	/**
	 * @param from first byte wanted, from 0
	 * @return the content from there to its end; bytes passed over with {@code skip} are
	 * not fetched
	 * @throws ContentMissing if there is none with that digest
	 * @throws ContentAltered if what is kept is not what was handed in; also when it is
	 * read
	 */
	InputStream open(String sha256, long from);

	/**
	 * @throws ContentMissing if there is none with that digest
	 */
	default InputStream open(String sha256) {
		return open(sha256, 0);
	}

	/**
	 * To be asked before the first byte of an answer: afterwards it could only be broken
	 * off.
	 * @throws ContentMissing if there is none with that digest
	 * @throws ContentAltered if what is kept is not what was handed in
	 */
	void ensureIntact(String sha256);

	/**
	 * Digests the whole of it now, whatever is believed about it.
	 * @throws ContentMissing if there is none with that digest
	 * @throws ContentAltered if what is kept is not what was handed in
	 */
	void digestAgain(String sha256);

	/**
	 * Removes the content, unless something in the database still refers to it.
	 * @return whether it is gone
	 */
	boolean remove(String sha256);

	/**
	 * Removes the content, unless something in the database refers to it or it was kept
	 * (anew) within that time.
	 * @return whether it is gone
	 */
	boolean removeUnused(String sha256, Duration kept);

	/**
	 * @return the name of a content that will arrive piece by piece
	 */
	UUID begin();

	/**
	 * @return how many bytes of it are kept, whatever happens to this process
	 * @throws ArrivalMissing if it was finished or discarded
	 */
	long arrived(UUID id);

	/**
	 * Keeps what is read, part by part, each of them at once; to be called outside a
	 * transaction. If reading fails, all that was read before stays kept.
	 * @param offset where the bytes belong: the end of what has arrived
	 * @return how many bytes are kept now
	 * @throws OffsetMoved if more or less has arrived, or another one appends meanwhile
	 * @throws ArrivalMissing if it was finished or discarded
	 */
	long append(UUID id, long offset, InputStream bytes) throws IOException;

	/**
	 * All has arrived: does what takes long, so that it can be finished in a moment; to
	 * be called outside a transaction.
	 * @throws ArrivalMissing if it was finished or discarded
	 */
	void prepare(UUID id) throws IOException;

	/**
	 * What was prepared becomes content. Takes part in a transaction; where that fails,
	 * this can be done again.
	 * @throws ArrivalMissing if it was finished or discarded
	 */
	Content finish(UUID id);

	/** Forgets what has arrived, if it is still there. */
	void discard(UUID id);

	/** Discards everything to which nothing was appended for so long. */
	void discardUntouchedFor(Duration duration);

	/** Something refers to content that the store does not have. */
	class ContentMissing extends RuntimeException {

		public ContentMissing(String sha256) {
			super("No content " + sha256);
		}

	}

	/** Nothing is arriving under that name, or not any more. */
	class ArrivalMissing extends RuntimeException {

		public ArrivalMissing(UUID id) {
			super("Nothing arrives as " + id);
		}

	}

	/** The bytes do not belong at the end of what has arrived. */
	class OffsetMoved extends RuntimeException {

		public OffsetMoved(UUID id, long offset) {
			super(id + " does not end at " + offset);
		}

	}

}
