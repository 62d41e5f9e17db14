package cn.ecopark.casefile;

/** Where a case stands as a whole. */
public enum CaseStatus {

	/** The park is still writing; nobody else sees it. */
	DRAFT,
	/** Submitted and under way. */
	OPEN,
	/** Ended, with a result. */
	CLOSED

}
