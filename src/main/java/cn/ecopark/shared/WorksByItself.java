package cn.ecopark.shared;

import java.util.stream.Stream;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Whether a process does what nobody asks it for. One that was started only to check the
 * audit or to migrate the database does nothing but that, beside nodes that may be
 * running.
 */
public final class WorksByItself implements Condition {

	public static boolean in(Environment environment) {
		return Stream.of("audit-verify", "migrate-only").noneMatch(environment::containsProperty);
	}

	@Override
	public boolean matches(ConditionContext context, AnnotatedTypeMetadata bean) {
		return in(context.getEnvironment());
	}

}
