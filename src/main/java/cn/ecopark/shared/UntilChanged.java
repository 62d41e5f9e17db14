package cn.ecopark.shared;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Something read from the database that is kept in memory until a change is told. What
 * was read before a change is not kept after it.
 */
public final class UntilChanged<T> {

	private @Nullable T kept;

	private long changes;

	/**
	 * @return what is kept, or nothing
	 */
	public synchronized @Nullable T kept() {
		return this.kept;
	}

	/** Reads it anew, without letting others wait meanwhile. */
	public T read(Supplier<T> reading) {
		long before = changes();
		T read = reading.get();
		keep(read, before);
		return read;
	}

	public synchronized void forget() {
		this.changes++;
		this.kept = null;
	}

	private synchronized long changes() {
		return this.changes;
	}

	private synchronized void keep(T read, long before) {
		if (before == this.changes) {
			this.kept = read;
		}
	}

}
