package cn.ecopark.shared;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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

		private final long since = System.nanoTime();

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
	 * @param keys each of which may have been asked for {@linkplain #of by itself}
	 * @param read reads those that are not known yet
	 * @return what is known of each key that there is
	 */
	@SuppressWarnings("unchecked")
	public static <K, V> Map<K, V> each(Object reader, String what, Collection<K> keys,
			Function<Collection<K>, Map<K, V>> read) {
		Map<Question, Object> kept = kept();
		Map<K, V> found = new HashMap<>();
		Set<K> unknown = new LinkedHashSet<>();
		for (K key : keys) {
			Object known = (kept == null) ? null : kept.get(new Question(reader, what, List.of(key)));
			if (known == null) {
				unknown.add(key);
			}
			else {
				found.put(key, (V) known);
			}
		}
		if (!unknown.isEmpty()) {
			Map<K, V> missing = read.apply(unknown);
			found.putAll(missing);
			if (kept != null) {
				missing.forEach((key, value) -> kept.put(new Question(reader, what, List.of(key)), value));
			}
		}
		return found;
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

	/**
	 * @return the moment that this thread sees of the database or an earlier one, by the
	 * clock of the JVM in nanoseconds
	 */
	static long since() {
		Kept kept = (Kept) TransactionSynchronizationManager.getResource(ReadOnce.class);
		return (kept != null) ? kept.since : System.nanoTime();
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
