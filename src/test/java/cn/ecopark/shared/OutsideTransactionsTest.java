package cn.ecopark.shared;

import org.junit.jupiter.api.Test;

import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.ecopark.TestDatabase;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class OutsideTransactionsTest {

	private final TransactionTemplate transaction = new TransactionTemplate(
			new JdbcTransactionManager(TestDatabase.withoutKeys()));

	@Test
	void letWaitWhoeverHoldsNothing() {
		this.transaction.executeWithoutResult(status -> {
		});

		assertThatCode(() -> OutsideTransactions.require("A process is asked")).doesNotThrowAnyException();
	}

	@Test
	void letNobodyWaitInsideOneEvenIfItOnlyReads() {
		this.transaction.setReadOnly(true);

		assertThatIllegalStateException()
			.isThrownBy(() -> this.transaction
				.executeWithoutResult(status -> OutsideTransactions.require("A process is asked")))
			.withMessage("A process is asked inside a transaction");
	}

}
