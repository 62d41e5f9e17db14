package cn.ecopark.organisation;

/** Who may read an opinion; each step is read by those before it as well. */
public enum Audience {

	/** The unit that gave it. */
	OWN_UNIT,
	/** Every authority, technical unit and expert of the case. */
	AUTHORITIES,
	/** The park as well. */
	PARK,
	/** Everybody. */
	PUBLIC

}
