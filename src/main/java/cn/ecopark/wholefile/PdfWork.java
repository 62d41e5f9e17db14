package cn.ecopark.wholefile;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

import cn.ecopark.background.Attempt;
import cn.ecopark.background.BackgroundWork;
import cn.ecopark.background.Retry;
import cn.ecopark.background.WorkKind;
import cn.ecopark.shared.Refusal;
import cn.ecopark.wholefile.MakePdf.MadeMeanwhile;

/** Makes merged PDFs, one at a time on each node. */
@Component
@EnableConfigurationProperties(WholeFileSettings.class)
class PdfWork implements BackgroundWork {

	/** Keys are ids of jobs. */
	static final WorkKind MAKING = new WorkKind("whole-file");

	private static final Logger LOG = LoggerFactory.getLogger(PdfWork.class);

	private static final Retry RETRY = new Retry(3, Duration.ofSeconds(30), 4);

	private final PdfJobs jobs;

	private final MakePdf makePdf;

	PdfWork(PdfJobs jobs, MakePdf makePdf) {
		this.jobs = jobs;
		this.makePdf = makePdf;
	}

	@Override
	public WorkKind kind() {
		return MAKING;
	}

	@Override
	public Retry retry() {
		return RETRY;
	}

	@Override
	public void carryOut(String id, Attempt attempt) throws IOException {
		Optional<PdfJob> job = this.jobs.begin(id);
		if (job.isPresent()) {
			make(job.get(), attempt);
		}
	}

	private void make(PdfJob job, Attempt attempt) throws IOException {
		try {
			this.makePdf.make(job, attempt);
		}
		catch (MadeMeanwhile another) {
			LOG.info("{}", another.getMessage());
		}
		catch (Refusal refused) {
			LOG.info("The merged PDF {} of case {} is not its reader's any more: {}", job.id(), job.caseId(),
					refused.toString());
			this.jobs.failed(job.id());
		}
		catch (IOException | RuntimeException brokenOff) {
			this.jobs.putBack(job.id());
			throw brokenOff;
		}
	}

	@Override
	public void giveUp(String id) {
		this.jobs.failed(id);
	}

	@Override
	public Optional<String> dossierOf(String id) {
		return this.jobs.find(id).map(PdfJob::caseId);
	}

	@Override
	public void takeUp(String id) {
		this.jobs.takeUp(id);
	}

}
