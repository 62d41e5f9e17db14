package cn.ecopark.background;

/** One attempt at a piece of work, as this node makes it. */
public interface Attempt {

	/**
	 * To be asked now and then by work that takes long.
	 * @return whether to leave off: the node is ending, or was not heard of for so long
	 * that another has taken the work over
	 */
	boolean mustEnd();

	/** Ends the attempt by throwing {@link LeftOff} when {@link #mustEnd()}. */
	default void goOn() {
		if (mustEnd()) {
			throw new LeftOff();
		}
	}

	/** The work was left off in order; it is put back, and was no attempt. */
	final class LeftOff extends RuntimeException {

		public LeftOff() {
			super("Left off", null, false, false);
		}

	}

}
