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
	REMOVED;

	/** True if a decision made on paper may have led from this status to that one; what was removed or revoked may apply again. */
	boolean mayBecome(LifeStatus next) {
		return switch (this) {
			case PROSPECT, REVOKED, REMOVED -> next == UNDER_CONSTRUCTION;
			case UNDER_CONSTRUCTION -> next == NAMED || next == REMOVED;
			case NAMED -> next == REVOKED;
		};
	}

}
