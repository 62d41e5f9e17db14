package cn.ecopark.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.ecopark.CaseStage;
import cn.ecopark.CaseStage.Scene;
import cn.ecopark.ModuleTest;
import cn.ecopark.casefile.CaseFlow;
import cn.ecopark.casefile.Timeline;
import cn.ecopark.organisation.Audience;

@ModuleTest
@Import(CaseStage.class)
@TestPropertySource(properties = "ecopark.case-time.movable=true")
class CaseLockTest {

	@Autowired
	Scene scene;

	@Autowired
	CaseFlow flow;

	@Autowired
	Timeline timeline;

	@Autowired
	PlatformTransactionManager transactions;

	/** Each has written about the case before it locks it, and so refers to its row. */
	@Test
	void letsTwoWhoWroteAboutACaseLockItInTurn() throws Exception {
		this.scene.itIs("2018-03-01T10:00");
		String caseId = this.scene.openCase().id();
		CyclicBarrier bothWrote = new CyclicBarrier(2);
		Callable<String> writesThenLocks = () -> new TransactionTemplate(this.transactions).execute(status -> {
			this.timeline.happened(caseId, Audience.PARK, "casefile.timeline.batch-result", "ISSUED");
			await(bothWrote);
			this.flow.lock(caseId);
			return caseId;
		});

		ExecutorService two = Executors.newFixedThreadPool(2);
		try {
			List<Future<String>> done = two.invokeAll(List.of(writesThenLocks, writesThenLocks), 20, TimeUnit.SECONDS);
			assertThat(done).allSatisfy(each -> assertThat(each.get()).isEqualTo(caseId));
		}
		finally {
			two.shutdownNow();
		}
	}

	private static void await(CyclicBarrier barrier) {
		try {
			barrier.await(10, TimeUnit.SECONDS);
		}
		catch (Exception broken) {
			throw new IllegalStateException(broken);
		}
	}

}
