package cn.ecopark.audit;

import java.time.Duration;

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

/**
 * Seals the chains from time to time, in real time, and once more when the application
 * ends. The last seal is put into the log, which takes it out of reach of whoever can
 * write to the database.
 */
@Component
@ConditionalOnProperty(name = "audit-verify", havingValue = "false", matchIfMissing = true)
class AuditSealing implements SmartLifecycle {

	private static final Logger LOG = LoggerFactory.getLogger(AuditSealing.class);

	private final AuditSeals seals;

	private final Duration interval;

	private volatile @Nullable SimpleAsyncTaskScheduler scheduler;

	AuditSealing(AuditSeals seals, @Value("${ecopark.audit.seal-every:10s}") Duration interval) {
		this.seals = seals;
		this.interval = interval;
	}

	@Override
	public void start() {
		SimpleAsyncTaskScheduler started = new SimpleAsyncTaskScheduler();
		started.setThreadNamePrefix("audit-seal-");
		started.scheduleWithFixedDelay(this::seal, this.interval);
		this.scheduler = started;
	}

	private void seal() {
		try {
			this.seals.seal();
		}
		catch (DataAccessException | TransactionException ex) {
			LOG.warn("The audit could not be sealed now and will be later", ex);
		}
	}

	@Override
	public void stop() {
		SimpleAsyncTaskScheduler running = this.scheduler;
		this.scheduler = null;
		if (running != null) {
			running.close();
		}
		seal();
		this.seals.last().ifPresent((seal) -> LOG.info("The last seal of the audit is {} {}", seal.seq(), seal.hash()));
	}

	/** After everything that writes to the audit has stopped. */
	@Override
	public int getPhase() {
		return 0;
	}

	@Override
	public boolean isRunning() {
		return this.scheduler != null;
	}

}
