package cn.ecopark.process;

import java.util.Map;

import org.junit.jupiter.api.Test;

import cn.ecopark.rulepack.ReleaseId;

import static org.assertj.core.api.Assertions.assertThat;

abstract class BatchResultRounds extends ProcessTest {

	private final Course delivery = batchIn("batch-result");

	BatchResultRounds(ReleaseId release) {
		super(release);
	}

	@Test
	void deliversEachResultInATransactionOfItsOwn() {
		this.delivery.isStartedWith(Map.of("caseId", "a case", "batchResult", "ISSUED"));
		this.delivery.waitsAt("Start_DeliverResult");
		assertThat(calls()).isEmpty();

		this.delivery.jobsRun();

		assertThat(calls()).containsExactly("deliverBatchResult");
		this.delivery.passed("Start_DeliverResult", "Task_DeliverBatchResult").endsAt("End_Delivered", "DELIVERED");
	}

}
