package cn.ecopark.wholefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.background.Attempt;
import cn.ecopark.casefile.CaseRefusals.NotYourCase;
import cn.ecopark.content.ContentStore;
import cn.ecopark.content.ContentStore.Content;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.People;
import cn.ecopark.wholefile.Gathering.Gathered;

/** Makes the merged PDF of a job, with the rights its reader has at that moment. */
@Component
class MakePdf {

	private final PdfJobs jobs;

	private final WholeFiles files;

	private final People people;

	private final ContentStore store;

	private final Audit audit;

	private final PlatformTransactionManager transactions;

	private final DocumentPages.Bounds bounds;

	MakePdf(PdfJobs jobs, WholeFiles files, People people, ContentStore store, Audit audit,
			PlatformTransactionManager transactions, WholeFileSettings settings) {
		this.jobs = jobs;
		this.files = files;
		this.people = people;
		this.store = store;
		this.audit = audit;
		this.transactions = transactions;
		this.bounds = new DocumentPages.Bounds(settings.mostPages(), settings.mostBytes().toBytes());
	}

	/** Another node was ready before, or it was given up. */
	static final class MadeMeanwhile extends RuntimeException {

		MadeMeanwhile(String id) {
			super("The merged PDF " + id + " was made or given up meanwhile");
		}

	}

	/**
	 * @throws MadeMeanwhile when it is settled already; nothing is kept then
	 * @throws NotYourCase when its reader is no longer who ordered it
	 */
	void make(PdfJob job, Attempt attempt) throws IOException {
		Actor reader = this.people.actor(job.personId())
			.filter(actor -> actor.unitId().equals(job.unitId()))
			.orElseThrow(NotYourCase::new);
		Path file = Files.createTempFile("whole-file", ".pdf");
		try {
			Gathered gathered = this.files.gather(job.caseId(), reader);
			MergedPdf.Made made = this.files.merged(gathered, this.bounds)
				.write(file.toFile(), (done, total) -> progress(job, attempt, done, total));
			attempt.goOn();
			keep(job, file, this.files.name(gathered) + ".pdf", made);
		}
		finally {
			Files.deleteIfExists(file);
		}
	}

	private void progress(PdfJob job, Attempt attempt, int done, int total) {
		attempt.goOn();
		if (!this.jobs.progress(job.id(), done, total)) {
			throw new MadeMeanwhile(job.id());
		}
	}

	private void keep(PdfJob job, Path file, String name, MergedPdf.Made made) throws IOException {
		Content content;
		try (InputStream in = Files.newInputStream(file)) {
			content = this.store.store(in);
		}
		PdfJob.Result result = new PdfJob.Result(name, content.sha256(), content.size(), made.pages(), made.notes());
		boolean kept = Boolean.TRUE
			.equals(new TransactionTemplate(this.transactions).execute(status -> kept(job, result)));
		if (!kept) {
			this.store.remove(content.sha256());
			throw new MadeMeanwhile(job.id());
		}
	}

	private boolean kept(PdfJob job, PdfJob.Result result) {
		if (!this.jobs.ready(job.id(), result)) {
			return false;
		}
		this.audit.record(Subject.ofCase(job.caseId()), "whole-file.made",
				Map.of("format", "PDF", "job", job.id(), "person", job.personId(), "unit", job.unitId(), "sha256",
						result.sha256(), "pages", result.pages(), "size", result.size()));
		return true;
	}

}
