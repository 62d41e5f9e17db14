package cn.ecopark.shared;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * What each line of the log says besides its words, as fields: numbers and ids alone,
 * never a name or a text.
 */
public final class LogFields {

	/** Number of the request; also told on the page of a fault. */
	public static final String REQUEST = "request";

	/** Number of whoever is signed in. */
	public static final String PERSON = "person";

	public static final String CASE = "case";

	public static final String BATCH = "batch";

	public static final String TASK = "task";

	/** Kind of work of the queue. */
	public static final String WORK = "work";

	private LogFields() {
	}

	/** The fields of a stretch of work; what was there before is there again after it. */
	public static final class Stretch implements AutoCloseable {

		private final @Nullable Map<String, String> before = MDC.getCopyOfContextMap();

		private Stretch() {
		}

		/** Nothing is said of what is not there. */
		public Stretch with(String field, @Nullable String value) {
			if (value != null) {
				MDC.put(field, value);
			}
			return this;
		}

		@Override
		public void close() {
			if (this.before == null) {
				MDC.clear();
			}
			else {
				MDC.setContextMap(this.before);
			}
		}

	}

	/** Begins a stretch of work on this thread. */
	public static Stretch stretch() {
		return new Stretch();
	}

	/** Adds to the stretch that this thread is in. */
	public static void put(String field, @Nullable String value) {
		if (value != null) {
			MDC.put(field, value);
		}
	}

	public static Optional<String> get(String field) {
		return Optional.ofNullable(MDC.get(field));
	}

}
