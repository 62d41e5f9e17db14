package cn.ecopark.casefile;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.stereotype.Component;

import cn.ecopark.content.ContentStore;

/**
 * Removes uploads, in real time, with which nobody went on, and what of them has arrived.
 */
@Component
class UploadExpiry implements SmartLifecycle {

	private static final Logger LOG = LoggerFactory.getLogger(UploadExpiry.class);

	private final ContentStore store;

	private final JdbcUploads uploads;

	private final UploadLimits limits;

	private final Duration interval;

	private volatile @Nullable SimpleAsyncTaskScheduler scheduler;

	UploadExpiry(ContentStore store, JdbcUploads uploads, UploadLimits limits,
			@Value("${ecopark.documents.expire-every:10m}") Duration interval) {
		this.store = store;
		this.uploads = uploads;
		this.limits = limits;
		this.interval = interval;
	}

	void expire() {
		try {
			this.store.discardUntouchedFor(this.limits.kept());
			this.uploads.deleteExpired();
		}
		catch (RuntimeException failed) {
			LOG.warn("Abandoned uploads could not be removed now and will be later", failed);
		}
	}

	@Override
	public void start() {
		SimpleAsyncTaskScheduler started = new SimpleAsyncTaskScheduler();
		started.setThreadNamePrefix("upload-expiry-");
		started.scheduleWithFixedDelay(this::expire, this.interval);
		this.scheduler = started;
	}

	@Override
	public void stop() {
		SimpleAsyncTaskScheduler running = this.scheduler;
		this.scheduler = null;
		if (running != null) {
			running.close();
		}
	}

	@Override
	public boolean isRunning() {
		return this.scheduler != null;
	}

}
