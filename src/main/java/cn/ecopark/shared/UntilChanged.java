package cn.ecopark.shared;

import java.time.Duration;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Something read from the database that is kept in memory until a change is told, and
 * never longer than a while, since a lost connection tells nothing. What was read before
 * a change is not kept after it, and what a transaction has changed is read anew within
 * it.
 */
public final class UntilChanged<T> {

	private final Duration longest;

	private @Nullable Kept<T> kept;

	/** When the last change was told, if any was. */
	private @Nullable Long changedAt;

	public UntilChanged(Duration longest) {
		this.longest = longest;
	}

	/**
	 * @param at when it was known to be so, by the clock of the JVM in nanoseconds
	 */
	private record Kept<T>(T value, long at) {
	}

	/** Reads it anew where that is needed, without letting others wait meanwhile. */
	public T get(Supplier<T> reading) {
		if (TransactionSynchronizationManager.hasResource(this)) {
			return reading.get();
		}
		T fresh = fresh();
		return (fresh != null) ? fresh : read(reading);
	}

	public T read(Supplier<T> reading) {
		long since = ReadOnce.since();
		T read = reading.get();
		keep(new Kept<>(read, since));
		return read;
	}

	/**
	 * @return what was read last, however old it is, unless it was changed since
	 */
	public synchronized @Nullable T last() {
		return (this.kept != null) ? this.kept.value : null;
	}

	public synchronized void forget() {
		this.changedAt = System.nanoTime();
		this.kept = null;
	}

	/** This transaction changes it. */
	public void forgetAfterCommit() {
		if (TransactionSynchronizationManager.hasResource(this)) {
			return;
		}
		TransactionSynchronizationManager.bindResource(this, Boolean.TRUE);
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCompletion(int status) {
				TransactionSynchronizationManager.unbindResource(UntilChanged.this);
				forget();
			}
		});
	}

	private synchronized @Nullable T fresh() {
		return (this.kept != null && System.nanoTime() - this.kept.at < this.longest.toNanos()) ? this.kept.value
				: null;
	}

	private synchronized void keep(Kept<T> read) {
		if (this.changedAt == null || read.at - this.changedAt > 0) {
			this.kept = read;
		}
	}

}
