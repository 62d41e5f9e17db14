package cn.ecopark.operations;

import cn.ecopark.shared.Refusal;

/** Why an act of whoever runs the system is refused. */
public final class OperationRefusals {

	private OperationRefusals() {
	}

	/** Somebody else has done it, or it has gone on by itself. */
	public static final class NothingToRetry extends Refusal {

		NothingToRetry() {
			super("operations.nothing-to-retry");
		}

	}

	/** Whoever has something tried again says why. */
	public static final class RetryReasonMissing extends Refusal {

		RetryReasonMissing() {
			super("operations.reason-missing");
		}

	}

	/** More than the record takes. */
	public static final class RetryReasonTooLong extends Refusal {

		RetryReasonTooLong(int longest) {
			super("operations.reason-too-long", longest);
		}

	}

	/** Only system administrators run the system. */
	public static final class NotAnOperator extends Refusal {

		NotAnOperator() {
			super("operations.not-an-operator");
		}

	}

}
