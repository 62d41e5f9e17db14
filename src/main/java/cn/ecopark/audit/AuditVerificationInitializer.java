package cn.ecopark.audit;

import java.util.Map;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

import cn.ecopark.shared.WorksByItself;

/**
 * An application that was only started to check the audit, or to migrate the database,
 * takes no port from a running one and carries out no jobs.
 */
class AuditVerificationInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final Map<String, Object> QUIET = Map.of("server.port", "0", "management.server.port", "-1",
			"camunda.bpm.job-execution.enabled", "false");

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		ConfigurableEnvironment environment = context.getEnvironment();
		if (!WorksByItself.in(environment)) {
			environment.getPropertySources().addFirst(new MapPropertySource("auditVerification", QUIET));
		}
	}

}
