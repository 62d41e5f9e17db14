package cn.ecopark.process;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.CaseTime.TimeMovesForward;
import cn.ecopark.calendar.MoveCaseTime;
import cn.ecopark.process.engine.EngineClock;

/**
 * Moves case time forward on one node, from due timer to due timer, so that each fires at
 * its own date. The engine's clock follows case time and ticks on.
 */
@Component
class TimeMachine implements MoveCaseTime {

	private static final int MOST_JOBS = 100_000;

	private static final Duration WAIT = Duration.ofMillis(10);

	private final CaseTime time;

	private final ProcessEngine engine;

	private final EngineClock clock;

	private final TimerWords timers;

	TimeMachine(CaseTime time, ProcessEngine engine, EngineClock clock, TimerWords timers) {
		this.timers = timers;
		this.time = time;
		this.clock = clock;
		this.engine = engine;
	}

	@Override
	public synchronized List<Due> to(Instant target) {
		if (target.isBefore(this.time.now())) {
			throw new TimeMovesForward();
		}
		JobExecutor executor = ((ProcessEngineImpl) this.engine).getProcessEngineConfiguration().getJobExecutor();
		boolean running = executor.isActive();
		if (running) {
			executor.shutdown();
		}
		try {
			return step(target);
		}
		finally {
			if (running) {
				executor.start();
			}
		}
	}

	private List<Due> step(Instant target) {
		List<Due> happened = new ArrayList<>();
		drain();
		for (Optional<Job> next = nextTimer(target); next.isPresent(); next = nextTimer(target)) {
			Instant due = next.get().getDuedate().toInstant();
			this.timers.describe(next.get()).ifPresent(happened::add);
			if (due.isAfter(this.time.now())) {
				this.time.moveTo(due);
				this.clock.follow();
			}
			drain();
		}
		if (target.isAfter(this.time.now())) {
			this.time.moveTo(target);
		}
		this.clock.follow();
		drain();
		return happened;
	}

	@Override
	public List<Due> coming(int most) {
		return management().createJobQuery()
			.timers()
			.active()
			.withRetriesLeft()
			.orderByJobDuedate()
			.asc()
			.listPage(0, most)
			.stream()
			.flatMap(job -> this.timers.describe(job).stream())
			.toList();
	}

	private Optional<Job> nextTimer(Instant target) {
		List<Job> next = management().createJobQuery()
			.timers()
			.active()
			.withRetriesLeft()
			.duedateLowerThan(Date.from(target.plusMillis(1)))
			.orderByJobDuedate()
			.asc()
			.listPage(0, 1);
		return next.stream().findFirst();
	}

	private void drain() {
		for (int count = 0; count < MOST_JOBS; count++) {
			List<Job> due = management().createJobQuery()
				.executable()
				.active()
				.orderByJobDuedate()
				.asc()
				.listPage(0, 1);
			if (due.isEmpty()) {
				return;
			}
			if (isBeingRun(due.get(0))) {
				LockSupport.parkNanos(WAIT.toNanos());
			}
			else {
				run(due.get(0));
			}
		}
	}

	/**
	 * The executor, of this node or another, may still have jobs it took before it was
	 * stopped.
	 */
	private static boolean isBeingRun(Job job) {
		JobEntity taken = (JobEntity) job;
		Date until = taken.getLockExpirationTime();
		return taken.getLockOwner() != null && until != null && until.after(ClockUtil.getCurrentTime());
	}

	/**
	 * On a thread of its own, as the engine's executor would: what falls due is done by
	 * the system, whoever has moved the clock.
	 */
	private void run(Job job) {
		try {
			CompletableFuture
				.runAsync(() -> management().executeJob(job.getId()), work -> new Thread(work, "due").start())
				.join();
		}
		catch (CompletionException failed) {
			int left = management().createJobQuery().jobId(job.getId()).singleResult() == null ? 0
					: job.getRetries() - 1;
			if (management().createJobQuery().jobId(job.getId()).count() > 0) {
				management().setJobRetries(job.getId(), Math.max(0, left));
			}
		}
	}

	private ManagementService management() {
		return this.engine.getManagementService();
	}

}
