package cn.ecopark.gate;

/** The file was too much for the process, which is of no use any more. */
final class JudgingFailed extends Exception {

	private final Failure failure;

	JudgingFailed(Failure failure, Throwable cause) {
		super(failure.name(), cause);
		this.failure = failure;
	}

	Failure failure() {
		return this.failure;
	}

	/** Why there is no verdict. */
	enum Failure {

		/** It took longer than it may. */
		TIME("too-slow"),
		/** It needed more memory than it may. */
		MEMORY("too-much-memory"),
		/** The process ended. */
		DEATH("judge-died");

		private final String code;

		Failure(String code) {
			this.code = code;
		}

		/**
		 * @return code of the finding
		 */
		String code() {
			return this.code;
		}

	}

}
