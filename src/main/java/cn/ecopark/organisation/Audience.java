package cn.ecopark.organisation;

import java.util.List;

/** Who may read what is said in a step; each circle holds those before it as well. */
public enum Audience {

	/** The unit that gave it. */
	OWN_UNIT,
	/** Every authority, technical unit and expert of the case. */
	AUTHORITIES,
	/** The park as well. */
	PARK,
	/** Everybody. */
	PUBLIC;

	/**
	 * @return the audiences that a reader of the case belongs to, besides those of its
	 * own unit
	 */
	public static List<Audience> of(Actor reader) {
		return reader.unitLevel() == UnitLevel.PARK ? List.of(PARK, PUBLIC) : List.of(AUTHORITIES, PARK, PUBLIC);
	}

}
