package cn.ecopark.dossier;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

import cn.ecopark.content.ContentStore;
import cn.ecopark.shared.RegularWork;

/**
 * Removes uploads, in real time, with which nobody went on, and what of them has arrived.
 */
@Component
@EnableConfigurationProperties(UploadLimits.class)
class UploadExpiry extends RegularWork {

	private final ContentStore store;

	private final JdbcUploads uploads;

	private final UploadLimits limits;

	private final Duration interval;

	UploadExpiry(ContentStore store, JdbcUploads uploads, UploadLimits limits) {
		super("upload-expiry");
		this.store = store;
		this.uploads = uploads;
		this.limits = limits;
		this.interval = limits.expireEvery();
	}

	void expire() {
		this.store.discardUntouchedFor(this.limits.keepUnfinished());
		this.uploads.deleteExpired();
	}

	@Override
	protected List<Task> tasks() {
		return List.of(new Task(this::expire, this.interval));
	}

}
