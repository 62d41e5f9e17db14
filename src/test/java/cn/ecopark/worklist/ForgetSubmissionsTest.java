package cn.ecopark.worklist;

import java.time.Duration;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.ecopark.FilledRecord;
import cn.ecopark.TestDatabase;
import cn.ecopark.calendar.CaseTimes;

import static org.assertj.core.api.Assertions.assertThat;

/** By what a page is known that was sent, before and after its time. */
class ForgetSubmissionsTest {

	private JdbcClient jdbc;

	private ForgetSubmissions work;

	@BeforeEach
	void aDoneTask() {
		DataSource database = TestDatabase.migrated();
		this.jdbc = JdbcClient.create(database);
		this.work = new ForgetSubmissions(this.jdbc, CaseTimes.ofTheSystem(database),
				new SubmissionSettings(Duration.ofDays(365)));
		FilledRecord.of(this.jdbc);
		run("INSERT INTO submission (token, work_item_id, person_id, at) VALUES ('t', 1, 11, now() - interval '400 days')");
		run("""
				UPDATE work_item SET state = 'DONE', ended_as = 'DONE', outcome = 'FORWARD', done_by = 11,
				                     done_at = now() - interval '400 days'
				""");
		closed("366 days");
	}

	@Test
	void goesLongAfterItsCaseWasClosed() {
		this.work.forget();

		assertThat(left()).isZero();
	}

	@Test
	void staysUntilItsCaseHasBeenClosedForSoLong() {
		closed("364 days");

		this.work.forget();

		assertThat(left()).isOne();
	}

	/** It may be taken back yet, and its draft is made from what the page said. */
	@Test
	void staysWhileItsCaseIsOpen() {
		run("UPDATE eco_case SET status = 'OPEN', closed_at = NULL");

		this.work.forget();

		assertThat(left()).isOne();
	}

	@Test
	void staysForSoLongInRealTimeWhateverTheTimeOfCases() {
		run("UPDATE submission SET at = now() - interval '364 days'");
		this.work.forget();
		assertThat(left()).isOne();

		run("UPDATE submission SET at = now() - interval '366 days'");
		this.work.forget();
		assertThat(left()).isZero();
	}

	@Test
	void staysWhileItsBatchIsOpen() {
		run("UPDATE work_item SET batch_id = 'batch-1'");
		this.work.forget();
		assertThat(left()).isOne();

		run("UPDATE batch SET state = 'CLOSED', result = 'x', closed_at = now() - interval '366 days'");
		this.work.forget();
		assertThat(left()).isZero();
	}

	private void closed(String ago) {
		run("UPDATE eco_case SET status = 'CLOSED', closed_at = now() - interval '%s'".formatted(ago));
	}

	private long left() {
		return this.jdbc.sql("SELECT count(*) FROM submission").query(Long.class).single();
	}

	private void run(String sql) {
		this.jdbc.sql(sql).update();
	}

}
