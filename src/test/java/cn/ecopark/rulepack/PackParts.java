package cn.ecopark.rulepack;

import java.util.List;

import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * The check of packs with the parts of all modules, for tests without Spring. Diagrams
 * and forms, whose check needs other beans, have tests of their own.
 */
public final class PackParts {

	private PackParts() {
	}

	public static PackCheck check() {
		ClassPathScanningCandidateComponentProvider parts = new ClassPathScanningCandidateComponentProvider(false);
		parts.addIncludeFilter(new AssignableTypeFilter(PackPart.class));
		List<PackPart> found = parts.findCandidateComponents("cn.ecopark")
			.stream()
			.map(PackParts::typeOf)
			.filter(type -> type.getDeclaredConstructors()[0].getParameterCount() == 0)
			.map(type -> (PackPart) BeanUtils.instantiateClass(type))
			.toList();
		return new PackCheck(found);
	}

	private static Class<?> typeOf(BeanDefinition part) {
		return ClassUtils.resolveClassName(String.valueOf(part.getBeanClassName()), null);
	}

}
