package cn.ecopark.rulepack;

import java.util.List;

import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** The check of packs with the parts of all modules, for tests without Spring. */
public final class PackParts {

	private PackParts() {
	}

	public static PackCheck check() {
		ClassPathScanningCandidateComponentProvider parts = new ClassPathScanningCandidateComponentProvider(false);
		parts.addIncludeFilter(new AssignableTypeFilter(PackPart.class));
		List<PackPart> found = parts.findCandidateComponents("cn.ecopark").stream().map(PackParts::made).toList();
		return new PackCheck(found);
	}

	private static PackPart made(BeanDefinition part) {
		Class<?> type = ClassUtils.resolveClassName(String.valueOf(part.getBeanClassName()), null);
		return (PackPart) BeanUtils.instantiateClass(type);
	}

}
