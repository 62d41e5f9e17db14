package cn.ecopark.operations;

import java.util.ArrayList;
import java.util.List;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Refuses to start with a setting of ours that nobody reads: it is written wrongly, or it
 * is one of another version, and what was meant does not hold.
 */
class SettingsCheck implements BeanFactoryPostProcessor, Ordered {

	/**
	 * Settings are beans called by their prefix and type; asking for types would make
	 * some.
	 */
	private static final String OURS = KnownSettings.ROOT.toString();

	private final Environment environment;

	SettingsCheck(Environment environment) {
		this.environment = environment;
	}

	/** Once all beans are known, before any of them is made. */
	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
		List<Class<?>> types = new ArrayList<>();
		for (String name : factory.getBeanDefinitionNames()) {
			String type = name.startsWith(OURS) ? factory.getBeanDefinition(name).getBeanClassName() : null;
			if (type != null) {
				types.add(ClassUtils.resolveClassName(type, factory.getBeanClassLoader()));
			}
		}
		check(new KnownSettings(types), this.environment);
	}

	/**
	 * @throws SettingsFailure when a setting is unknown
	 */
	static void check(KnownSettings known, Environment environment) {
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			if (source instanceof IterableConfigurationPropertySource iterable) {
				iterable.stream()
					.filter(KnownSettings.ROOT::isAncestorOf)
					.filter(name -> !known.knows(name))
					.findFirst()
					.ifPresent(name -> {
						throw new SettingsFailure("unknown", name, origin(iterable, name));
					});
			}
		}
	}

	private static String origin(ConfigurationPropertySource source, ConfigurationPropertyName name) {
		ConfigurationProperty property = source.getConfigurationProperty(name);
		return property == null || property.getOrigin() == null ? String.valueOf(source.getUnderlyingSource())
				: String.valueOf(property.getOrigin());
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
