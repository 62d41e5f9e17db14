package cn.ecopark.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ClassUtils;

import cn.ecopark.TestDatabase;
import cn.ecopark.rulepack.ShippedPacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Events outlive what becomes of their listeners: with the settings of the application
 * and its own table, on which the registry of events runs.
 */
class EventsAfterCommitTest {

	private static final List<String> REGISTRY = List.of(
			"org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
			"org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration",
			"org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
			"org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration",
			"org.springframework.modulith.events.jackson.JacksonEventSerializationConfiguration",
			"org.springframework.modulith.events.jdbc.JdbcEventPublicationAutoConfiguration",
			"org.springframework.modulith.events.config.EventPublicationAutoConfiguration");

	private static final TaskEnded ENDED = new TaskEnded(7,
			new WorkItem.Subject("case-1", "case-1", null, null, "园区", null, 3L, "COMPREHENSIVE", "320000"),
			new WorkItem.Task(ShippedPacks.FIRST, "application:1", "application", "Task_Review", "初审", "application"),
			new WorkItem.Holder("PROVINCE", "320000-ECOLOGY", null, null), TaskEnd.lapsedBy("Event_Silent", "未反馈"),
			new TaskEnded.Limit("provincialOpinion", LocalDate.of(2018, 1, 23)), Instant.parse("2018-01-02T01:00:00Z"),
			Instant.parse("2018-01-23T16:00:00Z"), null, null);

	private final DataSource database = TestDatabase.migrated();

	private final JdbcClient jdbc = JdbcClient.create(this.database);

	private final Messages messages = new Messages();

	@Test
	void tellsAListenerAgainAfterARestartWhatItHasFailedAt() {
		this.messages.broken.set(true);
		application().run(first -> {
			publish(first, true);
			await().until(() -> this.messages.attempts.size() == 1);
			assertThat(kept()).isEqualTo(1);
		});
		assertThat(this.messages.sent).isEmpty();
		assertThat(kept()).isEqualTo(1);

		this.messages.broken.set(false);
		application().run(second -> {
			await().until(() -> !this.messages.sent.isEmpty());
			await().until(() -> kept() == 0);
		});

		assertThat(this.messages.sent).containsExactly(ENDED);
		assertThat(this.messages.attempts).hasSize(2);
	}

	@Test
	void tellsAListenerOnceThatHasSucceeded() {
		application().run(first -> {
			publish(first, true);
			await().until(() -> kept() == 0 && !this.messages.sent.isEmpty());
		});
		application().run(second -> assertThat(kept()).isZero());

		assertThat(this.messages.sent).containsExactly(ENDED);
	}

	@Test
	void tellsNobodyWhatWasRolledBack() {
		application().run(first -> publish(first, false));

		assertThat(kept()).isZero();
		assertThat(this.messages.attempts).isEmpty();
	}

	private ApplicationContextRunner application() {
		return new ApplicationContextRunner().withInitializer(new ConfigDataApplicationContextInitializer())
			.withConfiguration(AutoConfigurations
				.of(REGISTRY.stream().map(name -> ClassUtils.resolveClassName(name, null)).toArray(Class<?>[]::new)))
			.withBean(DataSource.class, () -> this.database)
			.withBean(Messages.class, () -> this.messages);
	}

	private static void publish(ApplicationContext application, boolean commits) {
		new TransactionTemplate(application.getBean(PlatformTransactionManager.class))
			.executeWithoutResult(transaction -> {
				application.publishEvent(ENDED);
				if (!commits) {
					transaction.setRollbackOnly();
				}
			});
	}

	private int kept() {
		return this.jdbc.sql("SELECT count(*) FROM event_publication").query(Integer.class).single();
	}

	/**
	 * Somebody who is to be told once the decision stands, by a service that may be down.
	 */
	static class Messages {

		final AtomicBoolean broken = new AtomicBoolean();

		final List<TaskEnded> attempts = new CopyOnWriteArrayList<>();

		final List<TaskEnded> sent = new CopyOnWriteArrayList<>();

		@ApplicationModuleListener
		void on(TaskEnded ended) {
			this.attempts.add(ended);
			if (this.broken.get()) {
				throw new IllegalStateException("The service is down");
			}
			this.sent.add(ended);
		}

	}

}
