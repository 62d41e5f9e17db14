package cn.ecopark;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Leaves out of the context of a {@link ModuleTest} what its module does not use. */
class OtherModules extends TypeExcludeFilter {

	private final String module;

	private final Set<String> used;

	OtherModules(Class<?> test) {
		this.module = Optional.ofNullable(TestContextAnnotationUtils.findMergedAnnotation(test, ModuleTest.class))
			.map(ModuleTest::value)
			.filter(named -> !named.isEmpty())
			.or(() -> ModuleDependencies.moduleOf(test.getName()))
			.orElseThrow();
		this.used = ModuleDependencies.of(this.module);
	}

	@Override
	public boolean match(MetadataReader read, MetadataReaderFactory factory) {
		return ModuleDependencies.moduleOf(read.getClassMetadata().getClassName())
			.filter(module -> !this.used.contains(module))
			.isPresent();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof OtherModules modules && this.module.equals(modules.module);
	}

	@Override
	public int hashCode() {
		return Objects.hash(OtherModules.class, this.module);
	}

}
