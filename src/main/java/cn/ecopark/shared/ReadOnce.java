package cn.ecopark.shared;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What several parts of a page or document ask for is read from the database once. Kept
 * is only what is read while a {@link OneReading} goes on, since that sees one instant of
 * the database, or while the facts of a document are gathered; anywhere else, above all
 * where something is written, each of these reads goes to the database.
 */
public final class ReadOnce {

	private ReadOnce() {
	}

	private record Question(Object reader, String what, List<?> arguments) {
	}

	/** What was read, until the page or document is put together. */
	private static final class Kept extends HashMap<Question, Object> {

		private static final long serialVersionUID = 1L;

		/** Nothing is kept for a transaction within that writes. */
		private final boolean readOnly = TransactionSynchronizationManager.isCurrentTransactionReadOnly();

	}

	/**
	 * @param reader which reads
	 * @param what names the query among those of the reader
	 * @param arguments on which the answer depends
	 * @return what is read, which must not be changed by whoever gets it
	 */
	@SuppressWarnings("unchecked")
	public static <T> T of(Object reader, String what, List<?> arguments, Supplier<T> read) {
		Map<Question, Object> kept = kept();
		if (kept == null) {
			return read.get();
		}
		Question question = new Question(reader, what, arguments);
		Object known = kept.get(question);
		if (known == null) {
			known = read.get();
			kept.put(question, known);
		}
		return (T) known;
	}

	/**
	 * @return the rows that are read, which nobody can change
	 */
	public static <T> List<T> list(Object reader, String what, Object argument, Supplier<List<T>> read) {
		return of(reader, what, List.of(argument), () -> Collections.unmodifiableList(read.get()));
	}

	/**
	 * @return whether a page is put together, for which it pays to read more at once than
	 * was asked for
	 */
	public static boolean isReading() {
		return kept() != null;
	}

	/**
	 * Keeps what is read by something that itself writes nothing, though the transaction
	 * around it does.
	 */
	public static void during(Runnable reading) {
		if (kept() != null) {
			reading.run();
			return;
		}
		begin();
		try {
			reading.run();
		}
		finally {
			end();
		}
	}

	/** From now on what is read by this thread is kept. */
	static void begin() {
		TransactionSynchronizationManager.bindResource(ReadOnce.class, new Kept());
	}

	static void end() {
		TransactionSynchronizationManager.unbindResource(ReadOnce.class);
	}

	private static @Nullable Map<Question, Object> kept() {
		Kept kept = (Kept) TransactionSynchronizationManager.getResource(ReadOnce.class);
		return kept != null && kept.readOnly == TransactionSynchronizationManager.isCurrentTransactionReadOnly() ? kept
				: null;
	}

}
