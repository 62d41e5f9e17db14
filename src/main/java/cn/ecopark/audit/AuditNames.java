package cn.ecopark.audit;

import java.time.Instant;

/** Tells who stands behind the ids of the audit; implemented where people are known. */
public interface AuditNames {

	/**
	 * @return what the unit was called at that instant; the id itself where there is none
	 */
	String unit(String unitId, Instant at);

	/**
	 * @return name and sign-in name of the person; the id itself where there is none
	 */
	String person(String personId);

}
