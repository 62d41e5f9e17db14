package cn.ecopark.dossier;

import java.time.Duration;
import java.util.List;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import cn.ecopark.content.ContentStore;
import cn.ecopark.shared.RegularWork;

/**
 * Removes uploads, in real time, with which nobody went on, and what of them has arrived.
 */
@Component
class UploadExpiry extends RegularWork {

	private final ContentStore store;

	private final JdbcUploads uploads;

	private final UploadLimits limits;

	private final Duration interval;

	UploadExpiry(ContentStore store, JdbcUploads uploads, UploadLimits limits,
			@Value("${ecopark.documents.expire-every:10m}") Duration interval) {
		super("upload-expiry");
		this.store = store;
		this.uploads = uploads;
		this.limits = limits;
		this.interval = interval;
	}

	void expire() {
		this.store.discardUntouchedFor(this.limits.kept());
		this.uploads.deleteExpired();
	}

	@Override
	protected List<Task> tasks() {
		return List.of(new Task(this::expire, this.interval));
	}

}
