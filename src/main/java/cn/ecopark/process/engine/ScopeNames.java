package cn.ecopark.process.engine;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/** The names that expressions of models may use besides scalar variables. */
public interface ScopeNames {

	/**
	 * @return whether models may use the name
	 */
	boolean knows(String name);

	/**
	 * @return the name's value for that instance; null for a fact, which stands in the
	 * instance's variables once it is set
	 */
	@Nullable Object value(String name, VariableScope scope);

}
