package cn.ecopark.audit;

import java.util.function.Consumer;

/**
 * A comparison that a module contributes to the check of the audit, in the same snapshot.
 */
public interface RecordCheck {

	/**
	 * @param contents how many stored contents are digested again, the rest is only
	 * looked for
	 */
	void check(int contents, Consumer<AuditReport.Difference> tell);

}
