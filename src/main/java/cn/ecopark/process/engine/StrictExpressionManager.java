package cn.ecopark.process.engine;

import java.lang.reflect.Method;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.FunctionMapper;

/**
 * Evaluates expressions of models: scalar variables and registered names, nothing else. No bean, no property, no method and no function can
 * be reached, by whatever door the text came in.
 */
public final class StrictExpressionManager extends JuelExpressionManager {

	private final ScopeNames names;

	public StrictExpressionManager(ScopeNames names) {
		this.names = names;
	}

	/**
	 * @throws ProcessEngineException when the text is not of the small grammar
	 */
	@Override
	public Expression createExpression(String text) {
		String problem = ExpressionGrammar.problemOf(text);
		if (problem != null) {
			throw new ProcessEngineException("Expression not allowed: " + problem);
		}
		return super.createExpression(text);
	}

	/** Functions are never offered to models. */
	@Override
	public void addFunction(String name, Method function) {
		// none is wanted: the engine offers now() and currentUser() here
	}

	@Override
	protected ELResolver createElResolver() {
		CompositeELResolver resolver = new CompositeELResolver();
		resolver.add(new DecisionVariables());
		resolver.add(new ScalarResolver(this.names));
		return resolver;
	}

	@Override
	protected FunctionMapper createFunctionMapper() {
		return new FunctionMapper() {
			@Override
			public Method resolveFunction(String prefix, String localName) {
				throw new ProcessEngineException("Functions are not allowed in expressions: " + localName);
			}
		};
	}

	/** Variables of decision tables, which FEEL reads; property access on them is not offered either. */
	private static final class DecisionVariables extends VariableContextElResolver {

		@Override
		public Object getValue(ELContext context, Object base, Object property) {
			return base == null ? super.getValue(context, null, property) : null;
		}

	}

	/** @return the scope an expression is evaluated in */
	static VariableScope scope(ELContext context) {
		return (VariableScope) context.getContext(VariableScope.class);
	}

}
