package cn.ecopark.wholefile;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import cn.ecopark.content.ContentStore;
import cn.ecopark.shared.RegularWork;

/** Removes merged PDFs that were kept long enough. */
@Component
@ConditionalOnProperty(name = "audit-verify", havingValue = "false", matchIfMissing = true)
class PdfExpiry extends RegularWork {

	private static final Duration PAUSE = Duration.ofMinutes(30);

	private final PdfJobs jobs;

	private final ContentStore store;

	private final Duration kept;

	PdfExpiry(PdfJobs jobs, ContentStore store, WholeFileSettings settings) {
		super("whole-file");
		this.jobs = jobs;
		this.store = store;
		this.kept = settings.keep();
	}

	void clear() {
		this.jobs.expire(this.kept).forEach(this.store::remove);
	}

	@Override
	protected List<Task> tasks() {
		return List.of(new Task(this::clear, PAUSE));
	}

}
