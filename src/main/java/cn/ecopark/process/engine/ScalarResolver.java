package cn.ecopark.process.engine;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Date;
import java.util.Iterator;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;

/**
 * Resolves a bare name to a registered name or else a scalar variable, and refuses
 * everything else; no variable can take a registered name's place.
 */
final class ScalarResolver extends ELResolver {

	private final ScopeNames names;

	ScalarResolver(ScopeNames names) {
		this.names = names;
	}

	@Override
	public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
		if (base != null) {
			throw new ProcessEngineException("Property access is not allowed in expressions: " + property);
		}
		String name = String.valueOf(property);
		VariableScope scope = StrictExpressionManager.scope(context);
		context.setPropertyResolved(true);
		Object registered = this.names.knows(name) ? this.names.value(name, scope) : null;
		if (registered != null) {
			return registered;
		}
		if (scope.hasVariable(name)) {
			return scalar(name, scope.getVariable(name));
		}
		if (this.names.knows(name)) {
			return null;
		}
		throw new ProcessEngineException("Unknown name in expression: " + name);
	}

	@Override
	public @Nullable Object invoke(ELContext context, Object base, Object method, Class<?>[] types,
			Object[] arguments) {
		throw new ProcessEngineException("Method calls are not allowed in expressions: " + method);
	}

	@Override
	public void setValue(ELContext context, Object base, Object property, Object value) {
		throw new ProcessEngineException("Expressions cannot set values: " + property);
	}

	@Override
	public boolean isReadOnly(ELContext context, Object base, Object property) {
		return true;
	}

	@Override
	public Class<?> getCommonPropertyType(ELContext context, Object base) {
		return Object.class;
	}

	@Override
	public Class<?> getType(ELContext context, Object base, Object property) {
		return Object.class;
	}

	@Override
	public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
		return Collections.emptyIterator();
	}

	private static @Nullable Object scalar(String name, @Nullable Object value) {
		if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean
				|| value instanceof Date) {
			return value;
		}
		throw new ProcessEngineException("Not a scalar variable: " + name);
	}

}
