package cn.ecopark.wholefile;

import java.time.Duration;
import java.util.List;

import org.springframework.stereotype.Component;

import cn.ecopark.content.ContentStore;
import cn.ecopark.shared.RegularWork;

/** Removes merged PDFs that were kept long enough, and later their orders. */
@Component
class PdfExpiry extends RegularWork {

	private static final Duration PAUSE = Duration.ofMinutes(30);

	private final PdfJobs jobs;

	private final ContentStore store;

	private final WholeFileSettings settings;

	PdfExpiry(PdfJobs jobs, ContentStore store, WholeFileSettings settings) {
		super("whole-file");
		this.jobs = jobs;
		this.store = store;
		this.settings = settings;
	}

	void clear() {
		this.jobs.expire(this.settings.keep()).forEach(this.store::remove);
		this.jobs.forget(this.settings.keepOrders());
	}

	@Override
	protected List<Task> tasks() {
		return List.of(new Task(this::clear, PAUSE));
	}

}
