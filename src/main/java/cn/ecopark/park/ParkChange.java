package cn.ecopark.park;

import java.time.LocalDate;

/**
 * Something that changed about a park without any decision on its title.
 *
 * @param on from which day on
 * @param before what it was; empty where nobody has entered it
 * @param after what it is
 * @param reference the official document by which it was changed
 */
public record ParkChange(Act act, LocalDate on, String before, String after, String reference, String reason) {

	/** What changed. */
	public enum Act {

		/** 园区更名. */
		NAME,
		/** 管理机构更名. */
		ADMINISTRATION,
		/** Its {@link ParkKind}: cases that are open go on as what they were begun. */
		KIND,
		/** 四至范围、面积. */
		AREA

	}

	/** What an administrator says: the change, but what was before. */
	public record Said(Act act, LocalDate on, String after, String reference, String reason) {
	}

}
