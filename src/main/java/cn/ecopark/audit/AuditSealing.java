package cn.ecopark.audit;

import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import cn.ecopark.shared.RegularWork;

/**
 * Seals the chains from time to time, in real time, and once more when the application
 * ends. The last seal is put into the log, which takes it out of reach of whoever can
 * write to the database.
 */
@Component
@ConditionalOnProperty(name = "audit-verify", havingValue = "false", matchIfMissing = true)
class AuditSealing extends RegularWork {

	private static final Logger LOG = LoggerFactory.getLogger(AuditSealing.class);

	private final AuditSeals seals;

	private final Duration interval;

	AuditSealing(AuditSeals seals, @Value("${ecopark.audit.seal-every:10s}") Duration interval) {
		super("audit-seal");
		this.seals = seals;
		this.interval = interval;
	}

	@Override
	protected List<Task> tasks() {
		return List.of(new Task(this.seals::seal, this.interval));
	}

	@Override
	public void stop() {
		super.stop();
		once(this.seals::seal);
		this.seals.last().ifPresent((seal) -> LOG.info("The last seal of the audit is {} {}", seal.seq(), seal.hash()));
	}

	/** After everything that writes to the audit has stopped. */
	@Override
	public int getPhase() {
		return 0;
	}

}
