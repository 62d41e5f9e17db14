package cn.ecopark.shared;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.sql.DataSource;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.ecopark.TestDatabase;
import cn.ecopark.shared.Change.Topic;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseChangesTest {

	private static final String CALENDAR = "UPDATE calendar_version SET version = version + 1";

	private final DataSource database = TestDatabase.migrated();

	private final JdbcClient jdbc = JdbcClient.create(this.database);

	private final List<Change> told = new CopyOnWriteArrayList<>();

	private final DatabaseChanges changes = new DatabaseChanges(this.database, event -> this.told.add((Change) event));

	@BeforeEach
	void listen() {
		this.changes.start();
		Awaitility.await().until(this.changes::hears);
		this.told.clear();
	}

	@AfterEach
	void stop() {
		this.changes.stop();
	}

	@Test
	void tellsWhatOthersHaveCommitted() {
		TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(this.database));
		transaction.executeWithoutResult(status -> {
			this.jdbc.sql(CALENDAR).update();
			status.setRollbackOnly();
		});
		transaction.executeWithoutResult(status -> {
			this.jdbc.sql("UPDATE unit_kind SET zh = zh").update();
			assertThat(this.told).as("before the commit").isEmpty();
		});

		Awaitility.await()
			.untilAsserted(() -> assertThat(this.told).singleElement().matches(change -> change.isOf(Topic.UNITS)));
		assertThat(this.told.get(0).isOf(Topic.CALENDAR)).isFalse();
	}

	@Test
	void countsEverythingAsChangedWhenItDidNotHearForAWhile() {
		this.jdbc.sql("""
				SELECT pg_terminate_backend(pid) FROM pg_stat_activity
				 WHERE query LIKE '%LISTEN%' AND datname = current_database() AND pid <> pg_backend_pid()
				""").query().listOfRows();
		Awaitility.await().until(() -> !this.changes.hears());
		this.jdbc.sql(CALENDAR).update();

		Awaitility.await().until(this.changes::hears);
		assertThat(this.told).contains(Change.ofAnything());
		assertThat(Change.ofAnything().topics()).containsExactlyInAnyOrder(Topic.values());
	}

	@Test
	void endsAtOnce() {
		this.changes.stop();

		assertThat(this.changes.isRunning()).isFalse();
		Awaitility.await().until(() -> !this.changes.hears());
	}

}
