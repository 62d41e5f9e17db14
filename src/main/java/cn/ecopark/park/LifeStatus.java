package cn.ecopark.park;

/** What a park is, changed by decisions only. What is under way is derived from its open case. */
public enum LifeStatus {

	/** 意向: known to the system, nothing decided. */
	PROSPECT,
	/** 建设中: approved to build. */
	UNDER_CONSTRUCTION,
	/** 已命名: bears the title. */
	NAMED,
	/** 已撤销: the title was taken away. */
	REVOKED,
	/** 已除名: struck from the list of parks under construction. */
	REMOVED

}
