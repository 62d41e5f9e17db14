package cn.ecopark.operations;

import java.util.Arrays;

/** The application does not start as it is set; its operator is told what to set. */
class SettingsFailure extends RuntimeException {

	private final String problem;

	private final transient Object[] arguments;

	/**
	 * @param problem key in {@code messages/operations}, behind
	 * {@code operations.settings.}, where a description and an action stand under it
	 */
	SettingsFailure(String problem, Object... arguments) {
		super(problem + " " + String.join(", ", Arrays.stream(arguments).map(String::valueOf).toList()));
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
