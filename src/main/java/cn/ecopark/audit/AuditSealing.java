package cn.ecopark.audit;

import java.time.Duration;
import java.util.concurrent.Future;

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

	private final SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();

	private volatile @Nullable Future<?> sealing;

	AuditSealing(AuditSeals seals, @Value("${ecopark.audit.seal-every:10s}") Duration interval) {
		this.seals = seals;
		this.interval = interval;
	}

	@Override
	public void start() {
		this.scheduler.setThreadNamePrefix("audit-seal-");
		this.sealing = this.scheduler.scheduleWithFixedDelay(this::seal, this.interval);
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
		this.sealing = null;
		this.scheduler.close();
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
		return this.sealing != null;
	}

}
