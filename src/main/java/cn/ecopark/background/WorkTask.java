package cn.ecopark.background;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import com.github.kagkarlsson.scheduler.CurrentlyExecuting;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.micrometer.core.instrument.Metrics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;

import cn.ecopark.background.Attempt.LeftOff;
import cn.ecopark.shared.FaultText;
import cn.ecopark.shared.LogFields;

/** One kind of work as the library knows it. */
final class WorkTask {

	private static final Logger LOG = LoggerFactory.getLogger(WorkTask.class);

	/** The library would count from one again. */
	private static final String PUT_BACK = """
			UPDATE background_job SET picked = FALSE, picked_by = NULL, last_heartbeat = NULL, version = version + 1
			 WHERE task_name = :kind AND task_instance = :key AND version = :version
			""";

	/** Counts by kind. */
	private static final String GIVEN_UP = "ecopark.background.given.up";

	private final BackgroundWork work;

	private final JdbcClient jdbc;

	private final BooleanSupplier stopping;

	private WorkTask(BackgroundWork work, JdbcClient jdbc, BooleanSupplier stopping) {
		this.work = work;
		this.jdbc = jdbc;
		this.stopping = stopping;
	}

	/**
	 * @param stopping whether this node is ending
	 */
	static Task<Void> of(BackgroundWork work, JdbcClient jdbc, BooleanSupplier stopping) {
		WorkTask task = new WorkTask(work, jdbc, stopping);
		return Tasks.custom(work.kind().name(), Void.class)
			.onFailure(task::failed)
			.onDeadExecution(task::died)
			.execute(task::execute);
	}

	private CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
		String key = instance.getId();
		CurrentlyExecuting execution = context.getCurrentlyExecuting();
		Attempt attempt = () -> this.stopping.getAsBoolean() || execution.getHeartbeatState().getFractionDead() >= 1;
		try (LogFields.Stretch fields = LogFields.stretch().with(LogFields.WORK, this.work.kind().name())) {
			attempt.goOn();
			this.work.carryOut(key, attempt);
			return (complete, operations) -> done(complete, operations);
		}
		catch (LeftOff leftOff) {
			return (complete, operations) -> putBack(complete.getExecution());
		}
		catch (Exception failed) {
			if (this.stopping.getAsBoolean()) {
				LOG.info("{} {} was broken off as this node ends; goes on elsewhere", this.work.kind(), key);
				return (complete, operations) -> putBack(complete.getExecution());
			}
			throw new WorkFailed(failed);
		}
		finally {
			// By the end of this node; what is written down about the attempt is not
			// broken off.
			boolean interrupted = Thread.interrupted();
			LOG.trace("Interrupted {}", interrupted);
		}
	}

	/** What a piece of work has thrown. */
	private static final class WorkFailed extends RuntimeException {

		WorkFailed(Exception cause) {
			super(cause);
		}

	}

	private void done(ExecutionComplete complete, ExecutionOperations<Void> operations) {
		LOG.debug("{} {} done in {}", this.work.kind(), complete.getExecution().getId(), complete.getDuration());
		if (isStillOurs(complete.getExecution())) {
			GivenUpWork.settle(this.jdbc, this.work.kind(), complete.getExecution().getId());
			operations.remove();
		}
	}

	private void putBack(Execution execution) {
		this.jdbc.sql(PUT_BACK)
			.param("kind", execution.getTaskName())
			.param("key", execution.getId())
			.param("version", execution.version)
			.update();
	}

	private void failed(ExecutionComplete complete, ExecutionOperations<Void> operations) {
		Throwable cause = complete.getCause().orElse(null);
		tryAgainOrGiveUp(complete, operations, cause instanceof WorkFailed ? cause.getCause() : cause);
	}

	/** The next one need not wait: the work itself may be as good as any. */
	private void died(ExecutionComplete complete, ExecutionOperations<Void> operations) {
		LOG.warn("Nothing was heard of {} {} from {} since {}", this.work.kind(), complete.getExecution().getId(),
				complete.getExecution().pickedBy, complete.getExecution().lastHeartbeat);
		tryAgainOrGiveUp(complete, operations, null);
	}

	private void tryAgainOrGiveUp(ExecutionComplete complete, ExecutionOperations<Void> operations,
			@Nullable Throwable cause) {
		Execution execution = complete.getExecution();
		if (!isStillOurs(execution)) {
			LOG.info("{} {} was taken over by another node meanwhile", this.work.kind(), execution.getId());
			return;
		}
		int failures = execution.consecutiveFailures + 1;
		if (this.work.retry().isUsedUpBy(failures)) {
			giveUp(execution.getId(), failures, cause);
			operations.remove();
			return;
		}
		Duration pause = cause == null ? Duration.ZERO : this.work.retry().pauseAfter(failures);
		LOG.warn("{} {} failed at attempt {}; retried in {}", this.work.kind(), execution.getId(), failures, pause,
				cause);
		operations.reschedule(complete, complete.getTimeDone().plus(pause));
	}

	/** The one place where it is logged. */
	private void giveUp(String key, int failures, @Nullable Throwable cause) {
		Optional<String> dossier = this.work.dossierOf(key);
		LOG.error("{} {} of {} has failed {} times and is given up", this.work.kind(), key,
				dossier.orElse("no dossier"), failures, cause);
		Metrics.counter(GIVEN_UP, "kind", this.work.kind().name()).increment();
		GivenUpWork.note(this.jdbc, new GivenUpWork.Note(this.work.kind(), key, dossier.orElse(null), failures,
				cause == null ? "" : FaultText.of(cause)));
		this.work.giveUp(key);
	}

	/**
	 * A node that was believed dead decides nothing any more. The library checks the
	 * version as well when it writes, but takes a difference for a fault.
	 */
	private boolean isStillOurs(Execution execution) {
		return this.jdbc.sql("SELECT version FROM background_job WHERE task_name = :kind AND task_instance = :key")
			.param("kind", execution.getTaskName())
			.param("key", execution.getId())
			.query(Long.class)
			.optional()
			.filter(version -> version == execution.version)
			.isPresent();
	}

}
