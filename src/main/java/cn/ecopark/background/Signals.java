package cn.ecopark.background;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.springframework.stereotype.Component;

import cn.ecopark.shared.NodeMemory;

/**
 * What queue and workers of one node tell each other. Nothing depends on it but how soon
 * something is noticed.
 */
@Component
class Signals {

	private static final Runnable NOBODY = () -> {
	};

	@NodeMemory(NodeMemory.Why.OF_THE_NODE)
	private final Map<Waiting, String> waiting = new ConcurrentHashMap<>();

	@NodeMemory(NodeMemory.Why.OF_THE_NODE)
	private volatile Runnable workers = NOBODY;

	/** Somebody who waits for a piece of work. */
	final class Waiting implements AutoCloseable {

		private final Semaphore ended = new Semaphore(0);

		/** Returns when this node has ended an attempt at it, or after that time. */
		void await(long nanoseconds) throws InterruptedException {
			if (this.ended.tryAcquire(nanoseconds, TimeUnit.NANOSECONDS)) {
				this.ended.drainPermits();
			}
		}

		@Override
		public void close() {
			Signals.this.waiting.remove(this);
		}

	}

	/**
	 * @param wakeUp makes them look for work
	 */
	void workersAre(Runnable wakeUp) {
		this.workers = wakeUp;
	}

	void workersAreGone() {
		this.workers = NOBODY;
	}

	void added() {
		this.workers.run();
	}

	Waiting waitFor(String kind, String key) {
		Waiting begun = new Waiting();
		this.waiting.put(begun, name(kind, key));
		return begun;
	}

	void ended(String kind, String key) {
		String name = name(kind, key);
		this.waiting.forEach((one, what) -> {
			if (what.equals(name)) {
				one.ended.release();
			}
		});
	}

	private static String name(String kind, String key) {
		return kind + " " + key;
	}

}
