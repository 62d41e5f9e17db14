package cn.ecopark.shared;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Stands before whatever waits for another process or copies a file: nobody does that
 * inside a transaction, which would keep its locks and its connection meanwhile, and old
 * rows from being cleared away.
 */
public final class OutsideTransactions {

	private OutsideTransactions() {
	}

	/**
	 * @param what is done, for whoever reads the failure
	 * @throws IllegalStateException inside a transaction
	 */
	public static void require(String what) {
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalStateException(what + " inside a transaction");
		}
	}

}
