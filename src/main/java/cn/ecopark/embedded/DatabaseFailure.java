package cn.ecopark.embedded;

import org.jspecify.annotations.Nullable;

/** The application has no database to run on; its operator is told why and what to do. */
abstract class DatabaseFailure extends RuntimeException {

	private final String problem;

	private final transient Object[] arguments;

	/**
	 * @param problem key in {@code messages/embedded}, where a description and an action
	 * stand under it
	 */
	DatabaseFailure(String problem, @Nullable Throwable cause, Object... arguments) {
		super(problem, cause);
		this.problem = problem;
		this.arguments = arguments;
	}

	String problem() {
		return this.problem;
	}

	Object[] arguments() {
		return this.arguments.clone();
	}

}
