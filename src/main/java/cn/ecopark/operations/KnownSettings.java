package cn.ecopark.operations;

import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * The settings of this system, read from the records they are bound to: what is not in
 * one of these is read by nobody.
 */
public final class KnownSettings {

	/** What all names begin with. */
	public static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("ecopark");

	private final List<Setting> all = new ArrayList<>();

	/**
	 * @param types records with {@link ConfigurationProperties}
	 */
	public KnownSettings(Collection<Class<?>> types) {
		for (Class<?> type : types) {
			ConfigurationProperties bound = type.getAnnotation(ConfigurationProperties.class);
			if (bound != null && ROOT.isAncestorOf(ConfigurationPropertyName.of(prefix(bound) + ".x"))) {
				read(prefix(bound), type);
			}
		}
		this.all.sort(Comparator.comparing(Setting::name));
	}

	/**
	 * One setting.
	 *
	 * @param name as it is written in a file
	 * @param standard what holds where it is not set; empty where nothing does
	 * @param named whether it has values under names of its own
	 */
	public record Setting(String name, String standard, boolean named) {
	}

	private static String prefix(ConfigurationProperties bound) {
		return bound.prefix().isEmpty() ? bound.value() : bound.prefix();
	}

	private void read(String prefix, Class<?> type) {
		Constructor<?> constructor = type.getDeclaredConstructors()[0];
		for (Parameter parameter : constructor.getParameters()) {
			String name = prefix + "." + kebab(parameter.getName());
			Class<?> of = parameter.getType();
			if (of.isRecord()) {
				read(name, of);
			}
			else {
				this.all.add(new Setting(name, standard(parameter), Map.class.isAssignableFrom(of)));
			}
		}
	}

	private static String standard(Parameter parameter) {
		DefaultValue value = parameter.getAnnotation(DefaultValue.class);
		return value == null ? parameter.getType() == boolean.class ? "false" : "" : String.join(", ", value.value());
	}

	private static String kebab(String name) {
		return name.replaceAll("(\\p{Upper})", "-$1").toLowerCase(Locale.ROOT);
	}

	/**
	 * @return by name
	 */
	public List<Setting> all() {
		return List.copyOf(this.all);
	}

	/**
	 * @return whether anybody reads it
	 */
	public boolean knows(ConfigurationPropertyName name) {
		return this.all.stream().anyMatch(setting -> {
			ConfigurationPropertyName known = ConfigurationPropertyName.of(setting.name());
			return known.equals(name) || setting.named() && known.isAncestorOf(name);
		});
	}

}
