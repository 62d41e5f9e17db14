package cn.ecopark.shared;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is done when a transaction that writes has not come about. */
public final class AfterRollback {

	private AfterRollback() {
	}

	/**
	 * Forgets what was just kept for good: the transaction may have read what only it has
	 * written, and what it has written is gone.
	 */
	public static void forget(Runnable forgetting) {
		if (!TransactionSynchronizationManager.isSynchronizationActive()
				|| TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
			return;
		}
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCompletion(int status) {
				if (status != STATUS_COMMITTED) {
					forgetting.run();
				}
			}
		});
	}

}
