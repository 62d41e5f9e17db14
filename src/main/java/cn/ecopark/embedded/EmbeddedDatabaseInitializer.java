package cn.ecopark.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.ClassUtils;

/**
 * Starts the embedded PostgreSQL before the context makes its data source, when no data
 * source is configured. Such an application is a demonstration
 * ({@code ecopark.demonstration=true}) unless that property says otherwise.
 */
class EmbeddedDatabaseInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final String LIBRARY = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres";

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		ConfigurableEnvironment environment = context.getEnvironment();
		if (environment.containsProperty("spring.datasource.url")
				|| environment.containsProperty("spring.datasource.jndi-name")) {
			return;
		}
		if (!ClassUtils.isPresent(LIBRARY, context.getClassLoader())) {
			throw new NoDatabase();
		}
		EmbeddedSettings settings = Binder.get(environment).bindOrCreate("ecopark.embedded", EmbeddedSettings.class);
		EmbeddedDatabase database = EmbeddedDatabase.start(settings.dataDirectory(), settings.port());
		closeAfterEverythingElse(context.getBeanFactory(), database);
		environment.getPropertySources()
			.addLast(new MapPropertySource("embeddedDatabase", properties(database, settings.dataDirectory())));
	}

	/**
	 * The first to be registered is the last to be destroyed; the handler serves a start
	 * that fails before the beans are made.
	 */
	private void closeAfterEverythingElse(ConfigurableListableBeanFactory factory, EmbeddedDatabase database) {
		factory.registerSingleton("embeddedDatabase", database);
		((DefaultSingletonBeanRegistry) factory).registerDisposableBean("embeddedDatabase", database::close);
		SpringApplication.getShutdownHandlers().add(database::close);
	}

	/** Keys and seals of the audit lie beside the data, not in them. */
	private Map<String, Object> properties(EmbeddedDatabase database, Path directory) {
		Map<String, Object> properties = new HashMap<>();
		properties.put("spring.datasource.url", database.url());
		properties.put("spring.datasource.username", EmbeddedDatabase.APPLICATION);
		properties.put("spring.datasource.password", "");
		properties.put("spring.flyway.url", database.url());
		properties.put("spring.flyway.user", EmbeddedDatabase.OWNER);
		properties.put("spring.flyway.password", "");
		properties.put("ecopark.demonstration", "true");
		properties.put("ecopark.audit.key-file", directory.resolveSibling("audit-keys.properties").toString());
		properties.put("ecopark.audit.seals.file", directory.resolveSibling("audit-seals.jsonl").toString());
		return properties;
	}

}
