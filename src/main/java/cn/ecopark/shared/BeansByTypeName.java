package cn.ecopark.shared;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.ContextAnnotationAutowireCandidateResolver;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Finds the bean that a constructor asks for by its class at once. Beans go by the full
 * names of their classes; without being told so, the container compares each of the
 * classes that are asked for with each of some fifteen hundred beans, which took a fourth
 * of the start.
 */
public final class BeansByTypeName implements ApplicationContextInitializer<GenericApplicationContext> {

	@Override
	public void initialize(GenericApplicationContext context) {
		context.getDefaultListableBeanFactory().setAutowireCandidateResolver(new ByTypeName());
	}

	/** What else is suggested goes first. */
	private static final class ByTypeName extends ContextAnnotationAutowireCandidateResolver {

		@Override
		public @Nullable String getSuggestedName(DependencyDescriptor dependency) {
			String suggested = super.getSuggestedName(dependency);
			return (suggested != null) ? suggested : dependency.getDependencyType().getName();
		}

	}

}
