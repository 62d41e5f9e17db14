package cn.ecopark.background;

import java.util.Optional;

/**
 * Does one kind of work. A bean of this type is all a module needs to have its work done:
 * it adds keys to the {@link BackgroundQueue}, and some node carries them out.
 */
public interface BackgroundWork {

	WorkKind kind();

	/**
	 * @return how many pieces each node does at the same time; others never take their
	 * room
	 */
	default int atOnce() {
		return 1;
	}

	Retry retry();

	/**
	 * Does it, outside of any transaction. A node that was believed dead may still be at
	 * it when another begins, and what is done may be asked for again when a node dies
	 * just after it: doing it twice must do no harm.
	 * @throws Exception if it failed; it is tried again, as {@link #retry()} says
	 */
	void carryOut(String key, Attempt attempt) throws Exception;

	/**
	 * The attempts are used up: writes down what becomes of it, where those who wait for
	 * it can see it. May be asked for again, too.
	 */
	void giveUp(String key);

	/**
	 * @return the case, batch or objection it is about, for whoever runs the system;
	 * empty where it is about none or several
	 */
	default Optional<String> dossierOf(String key) {
		return Optional.empty();
	}

	/**
	 * @return whether what was given up may be done once more; false where those who
	 * waited for it have been told and go another way
	 */
	default boolean isRepeatable() {
		return true;
	}

	/**
	 * Undoes {@link #giveUp}, in the transaction that adds the key to the queue again.
	 */
	default void takeUp(String key) {
	}

}
