package cn.ecopark.shared;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** What may be done so many times at the same moment on this node, of all and of one. */
public final class Places {

	@NodeMemory(NodeMemory.Why.OF_THE_NODE)
	private final Semaphore all;

	private final int ofOne;

	@NodeMemory(NodeMemory.Why.OF_THE_NODE)
	private final Map<String, Integer> taken = new ConcurrentHashMap<>();

	/**
	 * @param all of everybody together
	 * @param ofOne of one network
	 */
	public Places(int all, int ofOne) {
		this.all = new Semaphore(all);
		this.ofOne = ofOne;
	}

	/** How it went. */
	public enum Entry {

		/** There is one place less. */
		IN,
		/** This network has all it may have. */
		ONE_IS_FULL,
		/** There is none for anybody. */
		ALL_ARE_FULL

	}

	/**
	 * Takes a place, if there is one, at once.
	 * @param address whose network is asked for
	 * @return whether it was; then it is to be {@linkplain #leave left}
	 */
	public Entry enter(String address) {
		String network = ClientNetwork.of(address);
		if (this.taken.merge(network, 1, Integer::sum) > this.ofOne) {
			giveBack(network);
			return Entry.ONE_IS_FULL;
		}
		if (!this.all.tryAcquire()) {
			giveBack(network);
			return Entry.ALL_ARE_FULL;
		}
		return Entry.IN;
	}

	/** Leaves the place of that network. */
	public void leave(String address) {
		this.all.release();
		giveBack(ClientNetwork.of(address));
	}

	private void giveBack(String network) {
		this.taken.computeIfPresent(network, (same, now) -> now > 1 ? now - 1 : null);
	}

}
