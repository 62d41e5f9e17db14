package cn.ecopark.audit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
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

import cn.ecopark.audit.AuditCheck.Demands;

/**
 * Answers {@code --audit-verify}: checks the audit and all that is on record, tells what
 * it found in words and ends the application with status 0, or 1 when anything is not as
 * it was written. {@code --audit-seals=<file>} holds it against the seals kept outside,
 * {@code --audit-known-seal=<hash>} against one noted by hand;
 * {@code --audit-contents=all} or a number says how many stored contents are digested
 * again.
 */
@Component
@ConditionalOnProperty("audit-verify")
@Order(Ordered.HIGHEST_PRECEDENCE)
class AuditVerification implements ApplicationRunner {

	private static final Logger LOG = LoggerFactory.getLogger(AuditVerification.class);

	private static final int SAMPLE = 200;

	private final AuditCheck check;

	private final AuditFindings findings;

	private final ApplicationContext context;

	AuditVerification(AuditCheck check, AuditFindings findings, ApplicationContext context) {
		this.check = check;
		this.findings = findings;
		this.context = context;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		AuditReport report = this.check.verify(demands(arguments));
		this.findings.summary(report).forEach(LOG::info);
		this.findings.faults(report).forEach(LOG::error);
		end(report.isIntact() ? 0 : 1);
	}

	private static Demands demands(ApplicationArguments arguments) {
		Optional<String> seals = option(arguments, "audit-seals");
		return new Demands(option(arguments, "audit-known-seal").orElse(null),
				seals.map((file) -> OutsideSeals.read(Path.of(file))).orElse(null),
				contents(option(arguments, "audit-contents").orElse(null)));
	}

	private static int contents(@Nullable String asked) {
		if (asked == null) {
			return SAMPLE;
		}
		try {
			return asked.equals("all") ? Integer.MAX_VALUE : Math.max(0, Integer.parseInt(asked));
		}
		catch (NumberFormatException notANumber) {
			throw new AuditFailure("contents-option", notANumber, asked);
		}
	}

	private static Optional<String> option(ApplicationArguments arguments, String name) {
		List<String> values = arguments.getOptionValues(name);
		return (values == null) ? Optional.empty() : values.stream().filter((value) -> !value.isBlank()).findFirst();
	}

	private void end(int status) {
		System.exit(SpringApplication.exit(this.context, () -> status));
	}

}
