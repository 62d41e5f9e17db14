package cn.ecopark.audit;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import cn.ecopark.shared.Installation;

/** Keys of the audit, and what it does while the database is migrated. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ AuditSettings.class, Installation.class })
class AuditConfiguration {

	/** A demonstration makes its keys itself; elsewhere somebody must have kept them. */
	@Bean
	AuditKeys auditKeys(AuditSettings settings, Installation installation) {
		Boolean make = settings.makeKeyFile();
		return AuditKeys.open(settings.keyFile(), (make != null) ? make : installation.demonstration());
	}

	@Bean
	FlywayConfigurationCustomizer attestedMigrations(AuditKeys keys,
			@Value("${spring.datasource.username:}") String application) {
		return (flyway) -> flyway.callbacks(new AttestedMigration(keys, application));
	}

}
