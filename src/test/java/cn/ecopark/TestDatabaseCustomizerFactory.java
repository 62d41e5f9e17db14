package cn.ecopark;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * Gives every context of a {@code @SpringBootTest} or a module's test a database of its
 * own, unless the test names one, and lets it move case time.
 */
class TestDatabaseCustomizerFactory implements ContextCustomizerFactory {

	@Override
	public @Nullable ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> configuration) {
		boolean wantsDatabase = TestContextAnnotationUtils.hasAnnotation(testClass, SpringBootTest.class)
				|| TestContextAnnotationUtils.hasAnnotation(testClass, ApplicationModuleTest.class);
		return wantsDatabase ? new FreshDatabase() : null;
	}

	/** All are equal, so that tests go on sharing contexts. */
	private record FreshDatabase() implements ContextCustomizer {

		@Override
		public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
			if (context.getEnvironment().containsProperty("spring.datasource.url")) {
				return;
			}
			Map<String, Object> properties = Map.of("spring.datasource.url", TestDatabase.freshUrl(),
					"spring.datasource.username", TestDatabase.USER, "spring.datasource.password", "",
					"spring.datasource.hikari.minimum-idle", "0");
			context.getEnvironment()
				.getPropertySources()
				.addLast(new MapPropertySource("testDefaults",
						Map.of("ecopark.case-time.movable", "true", "ecopark.audit.key-file",
								"target/audit-keys.properties", "ecopark.audit.make-key-file", "true",
								"ecopark.audit.allow-owner", "true")));
			context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("testDatabase", properties));
		}

	}

}
