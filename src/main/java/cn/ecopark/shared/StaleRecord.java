package cn.ecopark.shared;

/**
 * What was to be changed is not as it was when somebody looked at it: another has changed
 * it meanwhile, and the change that came later is refused rather than lost.
 */
public final class StaleRecord extends Refusal {

	private StaleRecord() {
		super("record.stale");
	}

	/**
	 * @param rows how many rows an update has changed
	 * @throws StaleRecord when it has found none
	 */
	public static void refuseIfNone(int rows) {
		if (rows == 0) {
			throw new StaleRecord();
		}
	}

}
