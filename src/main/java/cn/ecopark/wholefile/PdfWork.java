package cn.ecopark.wholefile;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import cn.ecopark.content.ContentStore;
import cn.ecopark.wholefile.MakePdf.JobLost;

/**
 * Takes up merged PDFs, one at a time on each node, and removes those that were kept long
 * enough.
 */
@Component
@ConditionalOnProperty(name = "audit-verify", havingValue = "false", matchIfMissing = true)
class PdfWork implements SmartLifecycle {

	private static final Logger LOG = LoggerFactory.getLogger(PdfWork.class);

	private static final Duration LEASE = Duration.ofMinutes(2);

	private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(30);

	private static final Duration CLEARING = Duration.ofMinutes(30);

	private final PdfJobs jobs;

	private final MakePdf makePdf;

	private final ContentStore store;

	private final Times times;

	private final String worker = UUID.randomUUID().toString();

	private volatile @Nullable String present;

	private volatile @Nullable SimpleAsyncTaskScheduler scheduler;

	PdfWork(PdfJobs jobs, MakePdf makePdf, ContentStore store,
			@Value("${ecopark.whole-file.look-every:2s}") Duration lookEvery,
			@Value("${ecopark.whole-file.keep:7d}") Duration kept) {
		this.jobs = jobs;
		this.makePdf = makePdf;
		this.store = store;
		this.times = new Times(lookEvery, kept);
	}

	/**
	 * @param kept how long a result can be fetched
	 */
	private record Times(Duration lookEvery, Duration kept) {
	}

	@Override
	public void start() {
		SimpleAsyncTaskScheduler started = new SimpleAsyncTaskScheduler();
		started.setThreadNamePrefix("whole-file-");
		started.scheduleWithFixedDelay(() -> quietly(this::work), this.times.lookEvery());
		started.scheduleWithFixedDelay(() -> quietly(this::live), SIGN_OF_LIFE);
		started.scheduleWithFixedDelay(() -> quietly(this::clear), CLEARING);
		this.scheduler = started;
	}

	/** All that waits is done before it looks again. */
	void work() {
		for (Optional<PdfJob> job = claim(); job.isPresent(); job = claim()) {
			make(job.get());
		}
	}

	private Optional<PdfJob> claim() {
		return Thread.currentThread().isInterrupted() ? Optional.empty() : this.jobs.claim(this.worker, LEASE);
	}

	private void make(PdfJob job) {
		this.present = job.id();
		try {
			this.makePdf.make(job, this.worker);
		}
		catch (JobLost lost) {
			LOG.info("{}", lost.getMessage());
		}
		catch (IOException | RuntimeException | StackOverflowError failed) {
			LOG.error("The merged PDF {} could not be made", job.id(), failed);
			this.jobs.failed(job.id(), this.worker);
		}
		finally {
			this.present = null;
		}
	}

	private void live() {
		String job = this.present;
		if (job != null) {
			this.jobs.renew(job, this.worker, LEASE);
		}
	}

	void clear() {
		this.jobs.expire(this.times.kept()).forEach(this.store::remove);
	}

	private static void quietly(Runnable task) {
		try {
			task.run();
		}
		catch (DataAccessException | TransactionException ex) {
			LOG.warn("Merged PDFs cannot be looked after now and will be later", ex);
		}
	}

	@Override
	public void stop() {
		SimpleAsyncTaskScheduler running = this.scheduler;
		this.scheduler = null;
		if (running != null) {
			running.close();
		}
		this.jobs.leave(this.worker);
	}

	@Override
	public boolean isRunning() {
		return this.scheduler != null;
	}

}
