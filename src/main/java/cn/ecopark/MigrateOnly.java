package cn.ecopark;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Answers {@code --migrate-only}: when the application has come up the tables are as this
 * version wants them, and it ends. So only this start needs the password of their owner.
 */
@Component
@ConditionalOnProperty("migrate-only")
@Order(Ordered.HIGHEST_PRECEDENCE)
class MigrateOnly implements ApplicationRunner {

	private final ApplicationContext context;

	MigrateOnly(ApplicationContext context) {
		this.context = context;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		System.exit(SpringApplication.exit(this.context));
	}

}
