package cn.ecopark.casefile;

import java.util.Set;

import cn.ecopark.park.LifeStatus;

/**
 * The procedures a park can go through, and in which status each may start (rules of the
 * pack, {@code processes}).
 */
public enum CaseKind {

	/**
	 * 创建审批: from application to the approval to build; a former park may apply anew.
	 */
	CREATION("creation", "创", Set.of(LifeStatus.PROSPECT, LifeStatus.REVOKED, LifeStatus.REMOVED)),
	/** 命名审批: from the application for acceptance to the title. */
	AWARD("award", "命", Set.of(LifeStatus.UNDER_CONSTRUCTION)),
	/** 复查: every three years after naming. */
	RECHECK("recheck", "复", Set.of(LifeStatus.NAMED)),
	/** 取消命名, and 除名 of a park that is still being built. */
	REVOCATION("revocation", "撤", Set.of(LifeStatus.NAMED, LifeStatus.UNDER_CONSTRUCTION));

	private final String process;

	private final String mark;

	private final Set<LifeStatus> startableIn;

	CaseKind(String process, String mark, Set<LifeStatus> startableIn) {
		this.process = process;
		this.mark = mark;
		this.startableIn = startableIn;
	}

	/**
	 * @return id of the diagram that carries it
	 */
	public String process() {
		return this.process;
	}

	/**
	 * @return the character that stands in its case numbers, as in 2018-创-0001
	 */
	public String mark() {
		return this.mark;
	}

	/**
	 * @return whether a park of that status may begin it
	 */
	public boolean mayStartIn(LifeStatus status) {
		return this.startableIn.contains(status);
	}

	/**
	 * @return whether the Office begins it, and not the park: the park then can neither
	 * keep a draft of it nor withdraw it
	 */
	public boolean isBegunByTheOffice() {
		return this == RECHECK || this == REVOCATION;
	}

	/**
	 * @return whether it is begun against the park, so that nobody begins it without
	 * saying why
	 */
	public boolean needsGround() {
		return this == REVOCATION;
	}

	/**
	 * @return the procedure that diagram carries
	 */
	public static CaseKind ofProcess(String process) {
		for (CaseKind kind : values()) {
			if (kind.process.equals(process)) {
				return kind;
			}
		}
		throw new IllegalArgumentException("No kind of case has the process " + process);
	}

}
