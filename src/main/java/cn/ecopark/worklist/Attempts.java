package cn.ecopark.worklist;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

import cn.ecopark.worklist.TaskEngine.EngineConflict;
import cn.ecopark.worklist.TaskRefusals.Contended;

/** Tries a whole transaction again when somebody else was quicker at the same moment. */
@Component
public class Attempts {

	private static final int ATTEMPTS = 6;

	/**
	 * @param transaction opens its own transaction; called outside of one
	 * @return what the first attempt that went through returned
	 * @throws Contended when none did
	 */
	public <T> T at(Supplier<T> transaction) {
		for (int attempt = 1;; attempt++) {
			try {
				return transaction.get();
			}
			catch (EngineConflict | ConcurrencyFailureException conflict) {
				if (attempt == ATTEMPTS) {
					throw new Contended();
				}
				pause(attempt);
			}
		}
	}

	private static void pause(int attempt) {
		try {
			Thread.sleep(ThreadLocalRandom.current().nextLong(20, 60) * attempt);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new Contended();
		}
	}

}
