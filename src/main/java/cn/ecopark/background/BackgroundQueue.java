package cn.ecopark.background;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import cn.ecopark.shared.AfterCommit;

/** Takes what is to be done in the background. */
@Component
@EnableConfigurationProperties(BackgroundSettings.class)
public class BackgroundQueue {

	/** The library's own way fails inside a transaction when two add the same at once. */
	private static final String ADD = """
			INSERT INTO background_job (task_name, task_instance, execution_time, picked, version)
			SELECT :kind, key, now(), FALSE, 1 FROM unnest(:keys) AS wanted (key) ON CONFLICT DO NOTHING
			""";

	/** Nothing of what rests until it is tried again. */
	private static final String UNDER_WAY = """
			SELECT coalesce(consecutive_failures, 0) FROM background_job
			 WHERE task_name = :kind AND task_instance = :key AND (picked OR execution_time <= clock_timestamp())
			""";

	/** How soon it is seen that another node has done it. */
	private static final Duration LOOK = Duration.ofSeconds(1);

	private final JdbcClient jdbc;

	private final Signals signals;

	BackgroundQueue(JdbcClient jdbc, Signals signals) {
		this.jdbc = jdbc;
		this.signals = signals;
	}

	/**
	 * Adds it as part of the present transaction; once that is committed, this node looks
	 * for work at once. A key that waits or is being worked at is not added again, so a
	 * key stands for something that is done once.
	 * @throws IllegalStateException outside a transaction
	 */
	public void add(WorkKind kind, String key) {
		addAll(kind, List.of(key));
	}

	/**
	 * Adds all of them, as {@link #add} does.
	 */
	public void addAll(WorkKind kind, Collection<String> keys) {
		if (!TransactionSynchronizationManager.isSynchronizationActive()
				|| !TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalStateException("There is no transaction whose work " + kind + " " + keys + " would be");
		}
		if (this.jdbc.sql(ADD).param("kind", kind.name()).param("keys", keys.toArray(String[]::new)).update() > 0) {
			AfterCommit.run(() -> this.signals.added());
		}
	}

	/**
	 * Returns when it is done, given up or rests after a failure, or when the patience is
	 * at an end; it is done all the same then. What this node does is known at once, what
	 * another does within a second.
	 */
	public void await(WorkKind kind, String key, Duration patience) {
		long end = System.nanoTime() + patience.toNanos();
		try (Signals.Waiting waiting = this.signals.waitFor(kind.name(), key)) {
			Optional<Integer> before = underWay(kind, key);
			Optional<Integer> now = before;
			for (long left = end - System.nanoTime(); left > 0 && now.isPresent()
					&& now.equals(before); left = end - System.nanoTime()) {
				waiting.await(Math.min(left, LOOK.toNanos()));
				now = underWay(kind, key);
			}
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * @return how often it has failed so far
	 */
	private Optional<Integer> underWay(WorkKind kind, String key) {
		return this.jdbc.sql(UNDER_WAY).param("kind", kind.name()).param("key", key).query(Integer.class).optional();
	}

}
