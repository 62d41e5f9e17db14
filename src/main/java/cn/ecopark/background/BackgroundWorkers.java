package cn.ecopark.background;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.stats.MicrometerStatsRegistry;
import com.github.kagkarlsson.scheduler.stats.StatsRegistryAdapter;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

import cn.ecopark.shared.NodeMemory;
import cn.ecopark.shared.WorksByItself;

/**
 * The workers of this node, from the start of the application to its end. The library
 * keeps the leases: it says every few seconds that this node is alive and takes up what
 * others left that are not.
 */
@Component
@Conditional(WorksByItself.class)
@ConditionalOnProperty(name = "ecopark.background.takes-work", havingValue = "true", matchIfMissing = true)
class BackgroundWorkers implements SmartLifecycle {

	private static final Logger LOG = LoggerFactory.getLogger(BackgroundWorkers.class);

	private static final String TABLE = "background_job";

	/** So many signs of life missed, and the work is another's. */
	private static final int MISSED = 6;

	private static final Duration ENDING = Duration.ofSeconds(10);

	/** More than anybody waits for a newer program to be installed. */
	private static final Duration FOREVER = Duration.ofDays(36500);

	private final List<BackgroundWork> works;

	private final DataSource database;

	private final JdbcClient jdbc;

	private final Signals signals;

	private final @Nullable MeterRegistry meters;

	private final Duration lookEvery;

	private final Duration heartbeat;

	@NodeMemory(NodeMemory.Why.OF_THE_NODE)
	private volatile @Nullable Running running;

	BackgroundWorkers(ObjectProvider<BackgroundWork> works, DataSource database, JdbcClient jdbc, Signals signals,
			ObjectProvider<MeterRegistry> meters, BackgroundSettings settings) {
		this.works = works.orderedStream().toList();
		this.database = database;
		this.jdbc = jdbc;
		this.signals = signals;
		this.meters = meters.getIfAvailable();
		this.lookEvery = settings.lookEvery();
		this.heartbeat = settings.heartbeat();
	}

	/** The library starts each of its schedulers once. */
	private record Running(Scheduler scheduler, AtomicBoolean stopping) {
	}

	@Override
	public synchronized void start() {
		if (this.running != null) {
			return;
		}
		AtomicBoolean stopping = new AtomicBoolean();
		Scheduler scheduler = scheduler(stopping);
		this.running = new Running(scheduler, stopping);
		scheduler.start();
		this.signals.workersAre(scheduler::triggerCheckForDueExecutions);
		LOG.info("Background work: {}",
				this.works.stream().map(work -> work.kind() + " " + work.atOnce() + " at once").toList());
	}

	private Scheduler scheduler(AtomicBoolean stopping) {
		DatabaseClock clock = new DatabaseClock(this.jdbc, Clock.systemUTC());
		Room room = new Room(this.works, clock);
		List<Task<?>> tasks = this.works.stream()
			.<Task<?>>map(work -> WorkTask.of(work, this.jdbc, stopping::get))
			.toList();
		int threads = Math.max(1, this.works.stream().mapToInt(BackgroundWork::atOnce).sum());
		var builder = Scheduler.create(this.database, tasks)
			.tableName(TABLE)
			.schedulerName(new SchedulerName.Fixed(nodeName()))
			.jdbcCustomization(room)
			// A thread that has just ended its work still counts as busy for a moment;
			// how much is taken is decided by the room.
			.pollUsingLockAndFetch(0.5, 2.0)
			.threads(threads)
			.executorService(threads(threads))
			.pollingInterval(this.lookEvery)
			.heartbeatInterval(this.heartbeat)
			.missedHeartbeatsLimit(MISSED)
			.deleteUnresolvedAfter(FOREVER)
			.shutdownMaxWait(ENDING)
			.failureLogging(LogLevel.OFF, false)
			.clock(clock);
		if (this.meters != null) {
			builder.addSchedulerListener(new StatsRegistryAdapter(new MicrometerStatsRegistry(this.meters, tasks)));
		}
		Ended ended = new Ended(room, this.signals);
		Scheduler scheduler = builder.addSchedulerListener(ended).build();
		ended.thenLook = scheduler::triggerCheckForDueExecutions;
		return scheduler;
	}

	private static ExecutorService threads(int number) {
		CustomizableThreadFactory threads = new CustomizableThreadFactory("background-");
		threads.setDaemon(true);
		return Executors.newFixedThreadPool(number, threads);
	}

	/** At most 50 characters. */
	private static String nodeName() {
		String host = new SchedulerName.Hostname().getName();
		return host.substring(0, Math.min(host.length(), 30)) + "-" + UUID.randomUUID().toString().substring(0, 18);
	}

	/** An attempt leaves its room to the next and is told to those who wait for it. */
	private static final class Ended extends AbstractSchedulerListener {

		private final Room room;

		private final Signals signals;

		private volatile Runnable thenLook = () -> {
		};

		Ended(Room room, Signals signals) {
			this.room = room;
			this.signals = signals;
		}

		/** To be tried again, perhaps at once. */
		@Override
		public void onExecutionScheduled(TaskInstanceId work, Instant at) {
			this.thenLook.run();
		}

		@Override
		public void onExecutionComplete(ExecutionComplete complete) {
			String kind = complete.getExecution().getTaskName();
			this.room.leave(kind);
			this.signals.ended(kind, complete.getExecution().getId());
			this.thenLook.run();
		}

	}

	/**
	 * What is under way may end, is broken off after some seconds, and is put back. What
	 * does not even end then is taken over by another node as if this one had died.
	 */
	@Override
	public synchronized void stop() {
		Running ending = this.running;
		if (ending == null) {
			return;
		}
		this.signals.workersAreGone();
		ending.stopping().set(true);
		ending.scheduler().stop();
		this.running = null;
	}

	@Override
	public boolean isRunning() {
		return this.running != null;
	}

}
