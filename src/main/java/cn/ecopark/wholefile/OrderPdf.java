package cn.ecopark.wholefile;

import java.io.InputStream;
import java.util.Map;

import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.casefile.CaseAccess;
import cn.ecopark.content.ContentStore;
import cn.ecopark.organisation.Actor;

/** Orders the merged PDF of a case, and fetches it once it is ready. */
@Component
public class OrderPdf {

	private final CaseAccess access;

	private final PdfJobs jobs;

	private final ContentStore store;

	private final Audit audit;

	OrderPdf(CaseAccess access, PdfJobs jobs, ContentStore store, Audit audit) {
		this.access = access;
		this.jobs = jobs;
		this.store = store;
		this.audit = audit;
	}

	/** A merged PDF with its name. */
	public record Fetched(String name, Resource content) {
	}

	/** While one is under way for the same reader, ordering again changes nothing. */
	@Transactional
	public void order(String caseId, Actor reader) {
		this.access.read(reader, caseId);
		if (this.jobs.order(caseId, reader)) {
			this.audit.record(Subject.ofCase(caseId), "whole-file.ordered",
					Map.of("format", "PDF", "unit", reader.unitId()));
		}
	}

	/**
	 * @throws NoSuchPdf when it is not ready, no longer kept, or another reader's
	 */
	@Transactional
	public Fetched fetch(String caseId, String jobId, Actor reader) {
		this.access.read(reader, caseId);
		PdfJob.Result result = this.jobs.find(jobId, reader)
			.filter(job -> job.caseId().equals(caseId))
			.map(PdfJob::result)
			.orElseThrow(NoSuchPdf::new);
		this.store.ensureIntact(result.sha256());
		this.audit.record(Subject.ofCase(caseId), "whole-file.fetched",
				Map.of("format", "PDF", "job", jobId, "sha256", result.sha256()));
		return new Fetched(result.fileName(), new Kept(this.store, result));
	}

	/** The content, fetched as it is read. */
	private static final class Kept extends AbstractResource {

		private final ContentStore store;

		private final PdfJob.Result result;

		Kept(ContentStore store, PdfJob.Result result) {
			this.store = store;
			this.result = result;
		}

		@Override
		public String getDescription() {
			return this.result.fileName();
		}

		@Override
		public boolean exists() {
			return true;
		}

		@Override
		public long contentLength() {
			return this.result.size();
		}

		@Override
		public InputStream getInputStream() {
			return this.store.open(this.result.sha256());
		}

	}

}
