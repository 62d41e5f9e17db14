package cn.ecopark.shared;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;

class UntilChangedTest {

	private final AtomicInteger database = new AtomicInteger(1);

	private final UntilChanged<Integer> known = new UntilChanged<>(Duration.ofMinutes(1));

	@AfterEach
	void end() {
		if (TransactionSynchronizationManager.isSynchronizationActive()) {
			TransactionSynchronizationManager.clearSynchronization();
		}
	}

	@Test
	void readsOnceUntilAChangeIsTold() {
		assertThat(read()).isEqualTo(1);
		this.database.set(2);
		assertThat(read()).isEqualTo(1);

		this.known.forget();
		assertThat(this.known.last()).isNull();
		assertThat(read()).isEqualTo(2);
	}

	@Test
	void readsAnewAfterAWhileThoughNothingIsTold() {
		UntilChanged<Integer> brief = new UntilChanged<>(Duration.ZERO);
		brief.get(this.database::get);
		this.database.set(2);

		assertThat(brief.last()).isEqualTo(1);
		assertThat(brief.get(this.database::get)).isEqualTo(2);
	}

	@Test
	void doesNotKeepWhatWasReadBeforeAChange() {
		int old = this.known.get(() -> {
			int seen = this.database.getAndSet(2);
			this.known.forget();
			return seen;
		});

		assertThat(old).isEqualTo(1);
		assertThat(read()).isEqualTo(2);
	}

	/** A page sees the database as it was when the page was begun. */
	@Test
	void doesNotKeepWhatAPageSeesThatWasBegunBeforeAChange() {
		ReadOnce.begin();
		try {
			this.known.forget();
			assertThat(read()).isEqualTo(1);
		}
		finally {
			ReadOnce.end();
		}
		this.database.set(2);

		assertThat(read()).isEqualTo(2);
	}

	@Test
	void whoeverChangesItReadsItAnewAndOthersDoSoAfterwards() {
		read();
		TransactionSynchronizationManager.initSynchronization();
		this.known.forgetAfterCommit();
		this.known.forgetAfterCommit();
		this.database.set(2);
		assertThat(read()).as("within the transaction").isEqualTo(2);
		assertThat(this.known.last()).as("for others").isEqualTo(1);

		TransactionSynchronizationManager.getSynchronizations()
			.forEach(told -> told.afterCompletion(TransactionSynchronization.STATUS_COMMITTED));
		TransactionSynchronizationManager.clearSynchronization();
		assertThat(this.known.last()).isNull();
		assertThat(read()).isEqualTo(2);
	}

	private int read() {
		return this.known.get(this.database::get);
	}

}
