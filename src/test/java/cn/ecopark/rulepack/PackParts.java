package cn.ecopark.rulepack;

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.organisation.UnitKinds;

/**
 * The check of packs with the parts of all modules, for tests without Spring. Diagrams
 * and forms, whose check needs other beans, have tests of their own.
 */
public final class PackParts {

	private PackParts() {
	}

	public static PackCheck check() {
		return check(new ShippedKinds());
	}

	/**
	 * @param kinds the kinds of units there are
	 */
	public static PackCheck check(UnitKinds kinds) {
		ClassPathScanningCandidateComponentProvider parts = new ClassPathScanningCandidateComponentProvider(false);
		parts.addIncludeFilter(new AssignableTypeFilter(PackPart.class));
		List<PackPart> found = parts.findCandidateComponents("cn.ecopark")
			.stream()
			.map(PackParts::typeOf)
			.flatMap(type -> made(type, kinds))
			.toList();
		return new PackCheck(found);
	}

	private static Stream<PackPart> made(Class<?> type, UnitKinds kinds) {
		Constructor<?> constructor = type.getDeclaredConstructors()[0];
		Object[] beans = Stream.of(constructor.getParameterTypes())
			.filter(UnitKinds.class::equals)
			.map(asked -> kinds)
			.toArray();
		return beans.length == constructor.getParameterCount()
				? Stream.of((PackPart) BeanUtils.instantiateClass(constructor, beans)) : Stream.empty();
	}

	private static Class<?> typeOf(BeanDefinition part) {
		return ClassUtils.resolveClassName(String.valueOf(part.getBeanClassName()), null);
	}

}
