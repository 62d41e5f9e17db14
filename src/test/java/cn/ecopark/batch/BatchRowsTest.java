package cn.ecopark.batch;

import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import cn.ecopark.FilledRecord;
import cn.ecopark.TestDatabase;
import cn.ecopark.shared.RareMatters;
import cn.ecopark.shared.StaleRecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BatchRowsTest {

	private Batches batches;

	private BatchItems items;

	@BeforeEach
	void aBatchIsOpen() {
		JdbcClient jdbc = JdbcClient.create(TestDatabase.migrated());
		FilledRecord.of(jdbc);
		this.batches = new Batches(jdbc, new RareMatters(jdbc));
		this.items = new BatchItems(jdbc, new RareMatters(jdbc));
	}

	/** Closing is lawful to repeat; only the first time it is told. */
	@Test
	void saysWhetherABatchWasOpenUntilItWasClosed() {
		assertThat(this.batches.close("batch-1", "ISSUED", Instant.now())).isTrue();
		assertThat(this.batches.close("batch-1", "EMPTY", Instant.now())).isFalse();

		assertThat(this.batches.get("batch-1").result()).isEqualTo("ISSUED");
	}

	@Test
	void asksNobodyAgainAboutAParkThatHasLeft() {
		BatchItem item = this.items.of("batch-1").get(0);
		this.items.nextRound(item);
		this.items.leave(item, BatchItem.State.STRUCK_OUT, "", Instant.now());

		assertThatExceptionOfType(StaleRecord.class).isThrownBy(() -> this.items.nextRound(item));
		assertThat(this.items.of("batch-1").get(0).round()).isEqualTo(2);
	}

}
