package cn.ecopark.shared;

import org.springframework.context.MessageSourceResolvable;

/**
 * A command that the system refuses with a reason its user can act on. The transaction is
 * rolled back; the web layer turns the problem key into a status code and a message in
 * the user's language. It may itself be what the message of another refusal names.
 */
public abstract class Refusal extends RuntimeException implements MessageSourceResolvable {

	private final String problem;

	private final transient Object[] arguments;

	/**
	 * @param problem key in the problem catalogue, for instance {@code task.already-done}
	 * @param arguments what the message of that key names
	 */
	protected Refusal(String problem, Object... arguments) {
		super(problem);
		this.problem = problem;
		this.arguments = arguments;
	}

	public String problem() {
		return this.problem;
	}

	public Object[] arguments() {
		return this.arguments.clone();
	}

	/**
	 * @return key of its words in the messages
	 */
	public String wordsKey() {
		return "problem." + this.problem;
	}

	@Override
	public String[] getCodes() {
		return new String[] { wordsKey() };
	}

	@Override
	public Object[] getArguments() {
		return arguments();
	}

}
