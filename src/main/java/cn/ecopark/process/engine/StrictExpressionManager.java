package cn.ecopark.process.engine;

import java.lang.reflect.Method;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.FunctionMapper;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates expressions of diagrams inside an instance: scalar variables and registered
 * names, nothing else. No bean, no property, no method and no function can be reached, by
 * whatever door the text came in.
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
	public ValueExpression createValueExpression(String text) {
		String problem = ExpressionGrammar.problemOf(text);
		if (problem != null) {
			throw new ProcessEngineException("Expression not allowed: " + problem);
		}
		// With blanks round it, an expression would be a text with a value in it.
		return super.createValueExpression(text.contains("${") ? text.strip() : text);
	}

	/** Functions are never offered to models. */
	@Override
	public void addFunction(String name, Method function) {
		// none is wanted: the engine offers now() and currentUser() here
	}

	/**
	 * Queries would evaluate their expressions without an instance, also where the engine
	 * says that they are switched off.
	 * @throws ProcessEngineException when there is no instance
	 */
	@Override
	public ELContext getElContext(@Nullable VariableScope scope) {
		if (scope == null) {
			throw new ProcessEngineException("Expressions are evaluated in instances only");
		}
		return super.getElContext(scope);
	}

	/**
	 * Decision tables speak FEEL, which does not come here.
	 * @throws ProcessEngineException always
	 */
	@Override
	public ELContext createElContext(VariableContext variables) {
		throw new ProcessEngineException("Decisions are written in FEEL");
	}

	@Override
	protected ELResolver createElResolver() {
		return new ScalarResolver(this.names);
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

	/**
	 * @return the scope an expression is evaluated in
	 */
	static VariableScope scope(ELContext context) {
		return (VariableScope) context.getContext(VariableScope.class);
	}

}
