package cn.ecopark.audit;

import org.jspecify.annotations.Nullable;

/**
 * The application must not work without a trustworthy audit; its operator is told why.
 */
final class AuditFailure extends RuntimeException {

	private final String problem;

	private final transient Object[] arguments;

	/**
	 * @param problem key in {@code messages/audit}, where a description and an action
	 * stand under it
	 */
	AuditFailure(String problem, @Nullable Throwable cause, Object... arguments) {
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
