package cn.ecopark.notice;

import cn.ecopark.organisation.UnitLevel;

/**
 * How much of an objection its readers see. The whole table stands in
 * {@code docs/who-sees-what.md}.
 */
public enum ObjectionDisclosure {

	/** Everything but who objected, which the Office alone may know. */
	WHOLE,
	/** 核实的事实 and the answer, never the words of the objector. */
	RESULT,
	/** That there is one, and where it stands. */
	STATE, NOTHING;

	/**
	 * @param handles whether the reader is one of those who have or had it to look into
	 * @param state where the objection stands
	 */
	public static ObjectionDisclosure to(UnitLevel reader, boolean handles, Objection.State state) {
		if (handles && reader != UnitLevel.PARK) {
			return WHOLE;
		}
		boolean decided = state == Objection.State.UPHELD || state == Objection.State.DISMISSED;
		return switch (reader) {
			case OFFICE -> WHOLE;
			case MINISTRY, PROVINCE, CITY -> decided ? RESULT : STATE;
			case PARK -> decided ? RESULT : NOTHING;
			default -> NOTHING;
		};
	}

}
