package cn.ecopark.park;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a park is, changed by decisions only. What is under way is derived from its open
 * case.
 */
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

	/**
	 * What a decision can have made of a park of this status; one that was removed or has
	 * lost its title may apply again.
	 */
	public Set<LifeStatus> next() {
		return switch (this) {
			case PROSPECT, REVOKED, REMOVED -> EnumSet.of(UNDER_CONSTRUCTION);
			case UNDER_CONSTRUCTION -> EnumSet.of(NAMED, REMOVED);
			case NAMED -> EnumSet.of(REVOKED);
		};
	}

	/**
	 * @return what a park of this status is once it has been taken off the list; empty
	 * where it is on none
	 */
	public Optional<LifeStatus> formerly() {
		return switch (this) {
			case UNDER_CONSTRUCTION -> Optional.of(REMOVED);
			case NAMED -> Optional.of(REVOKED);
			case PROSPECT, REVOKED, REMOVED -> Optional.empty();
		};
	}

	/**
	 * @return what a park of this status has, and of a former park what it had: what is,
	 * or was, taken from it
	 */
	public LifeStatus standing() {
		return switch (this) {
			case REVOKED -> NAMED;
			case REMOVED -> UNDER_CONSTRUCTION;
			case PROSPECT, UNDER_CONSTRUCTION, NAMED -> this;
		};
	}

}
