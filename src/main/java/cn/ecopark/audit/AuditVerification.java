package cn.ecopark.audit;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Answers {@code --audit-verify}: checks the audit, tells what it found and ends the
 * application with status 0, or 1 when anything is not as it was written.
 * {@code --audit-known-seal=<hash>} demands that a seal noted earlier is still there.
 */
@Component
@ConditionalOnProperty("audit-verify")
@Order(Ordered.HIGHEST_PRECEDENCE)
class AuditVerification implements ApplicationRunner {

	private static final Logger LOG = LoggerFactory.getLogger(AuditVerification.class);

	private final AuditCheck check;

	private final ApplicationContext context;

	AuditVerification(AuditCheck check, ApplicationContext context) {
		this.check = check;
		this.context = context;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		List<String> known = arguments.getOptionValues("audit-known-seal");
		AuditReport report = this.check.verify((known == null || known.isEmpty()) ? null : known.get(0));
		tell(report);
		end(report.isIntact() ? 0 : 1);
	}

	private void tell(AuditReport report) {
		LOG.info("Audit read: {} entries in {} chains, {} seals, the last is {}", report.entries(), report.chains(),
				report.seals(), report.lastSeal());
		report.faults()
			.forEach((fault) -> LOG.error("Audit fault in {} at {}: {}", fault.subject(), fault.seq(), fault.kind()));
		if (report.isIntact()) {
			LOG.info("The audit is intact");
		}
	}

	private void end(int status) {
		System.exit(SpringApplication.exit(this.context, () -> status));
	}

}
