package cn.ecopark.operations;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import cn.ecopark.shared.NodeMemory;

/**
 * What was asked and is answered again for a while, also that it could not be answered:
 * whoever watches a system in need must not add to it.
 */
final class Kept<T> {

	private final Supplier<T> asked;

	private final long nanoseconds;

	private final LongSupplier clock;

	@NodeMemory(NodeMemory.Why.SOON_OUT_OF_DATE)
	private @Nullable T answer;

	@NodeMemory(NodeMemory.Why.SOON_OUT_OF_DATE)
	private @Nullable RuntimeException failure;

	@NodeMemory(NodeMemory.Why.SOON_OUT_OF_DATE)
	private long at;

	@NodeMemory(NodeMemory.Why.SOON_OUT_OF_DATE)
	private boolean known;

	Kept(Supplier<T> asked, Duration kept) {
		this(asked, kept, System::nanoTime);
	}

	Kept(Supplier<T> asked, Duration kept, LongSupplier clock) {
		this.asked = asked;
		this.nanoseconds = kept.toNanos();
		this.clock = clock;
	}

	/**
	 * @throws RuntimeException with which the last question failed
	 */
	synchronized T get() {
		long now = this.clock.getAsLong();
		if (!this.known || now - this.at >= this.nanoseconds) {
			ask();
			this.at = this.clock.getAsLong();
			this.known = true;
		}
		RuntimeException failed = this.failure;
		T found = this.answer;
		if (failed != null || found == null) {
			throw failed == null ? new IllegalStateException("No answer") : failed;
		}
		return found;
	}

	private void ask() {
		try {
			this.answer = this.asked.get();
			this.failure = null;
		}
		catch (RuntimeException failed) {
			this.failure = failed;
		}
	}

}
