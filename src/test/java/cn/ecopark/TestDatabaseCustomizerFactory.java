package cn.ecopark;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

import cn.ecopark.calendar.CaseTime;

/**
 * Gives every context of a {@code @SpringBootTest} or a module's test a database of its
 * own, unless the test names one, and lets it move case time. It begins on a day of the
 * first rule pack, so that what the tests say of it holds whatever comes into force
 * later; tests of other days set their own.
 */
class TestDatabaseCustomizerFactory implements ContextCustomizerFactory {

	/** A working day in the middle of a month, with no holiday near it. */
	private static final Instant BEGINNING = Instant.parse("2025-07-15T01:00:00Z");

	@Override
	public @Nullable ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> configuration) {
		return TestContextAnnotationUtils.hasAnnotation(testClass, SpringBootTest.class) ? new FreshDatabase() : null;
	}

	private static void begin(ApplicationContext context) {
		CaseTime time = context.getBeanProvider(CaseTime.class).getIfAvailable();
		Environment environment = context.getEnvironment();
		if (time != null && !time.isMoved()
				&& environment.getProperty("ecopark.case-time.movable", Boolean.class, false)
				&& !environment.getProperty("ecopark.demonstration", Boolean.class, false)) {
			time.beginAt(BEGINNING);
		}
	}

	/** All are equal, so that tests go on sharing contexts. */
	private record FreshDatabase() implements ContextCustomizer {

		@Override
		public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
			context.getBeanFactory().addBeanPostProcessor(new CountedStatements());
			context.getBeanFactory().registerSingleton("sharedStatements", new SharedStatements());
			if (context.getEnvironment().containsProperty("spring.datasource.url")) {
				return;
			}
			Map<String, Object> properties = Map.of("spring.datasource.url", TestDatabase.freshUrl(),
					"spring.datasource.username", TestDatabase.USER, "spring.datasource.password", "",
					"spring.datasource.hikari.minimum-idle", "0");
			context.getEnvironment()
				.getPropertySources()
				.addLast(new MapPropertySource("testDefaults",
						Map.of("ecopark.case-time.movable", "true", "ecopark.demonstration.cases.enabled", "false",
								"ecopark.audit.key-file", "target/audit-keys.properties", "ecopark.audit.make-key-file",
								"true", "ecopark.audit.allow-owner", "true")));
			context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("testDatabase", properties));
			context
				.addApplicationListener((ContextRefreshedEvent refreshed) -> begin(refreshed.getApplicationContext()));
		}

	}

}
