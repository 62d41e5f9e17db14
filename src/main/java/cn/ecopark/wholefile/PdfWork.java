package cn.ecopark.wholefile;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import cn.ecopark.content.ContentStore;
import cn.ecopark.shared.RegularWork;
import cn.ecopark.wholefile.MakePdf.JobLost;

/**
 * Takes up merged PDFs, one at a time on each node, and removes those that were kept long
 * enough.
 */
@Component
@ConditionalOnProperty(name = "audit-verify", havingValue = "false", matchIfMissing = true)
class PdfWork extends RegularWork {

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

	PdfWork(PdfJobs jobs, MakePdf makePdf, ContentStore store,
			@Value("${ecopark.whole-file.look-every:2s}") Duration lookEvery,
			@Value("${ecopark.whole-file.keep:7d}") Duration kept) {
		super("whole-file");
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
	protected List<Task> tasks() {
		return List.of(new Task(this::work, this.times.lookEvery()), new Task(this::live, SIGN_OF_LIFE),
				new Task(this::clear, CLEARING));
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

	@Override
	public void stop() {
		super.stop();
		this.jobs.leave(this.worker);
	}

}
