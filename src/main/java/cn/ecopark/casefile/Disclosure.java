package cn.ecopark.casefile;

import cn.ecopark.casefile.CorrectionPoints.CorrectionPoint;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.UnitLevel;

/**
 * Who may read what was filled in and what was sent back, beyond the words of an opinion.
 * The whole table stands in {@code docs/who-sees-what.md}.
 */
public final class Disclosure {

	private Disclosure() {
	}

	/**
	 * Whoever may read an opinion may read its form as well, but the park: forms of
	 * others hold checks and scores.
	 * @param opinion one that the reader may read
	 */
	public static boolean ofAnswers(Actor reader, Opinion opinion) {
		return reader.unitLevel() != UnitLevel.PARK || opinion.author().unitId().equals(reader.unitId());
	}

	/**
	 * A park reads what it was asked to answer: neither what still waits to be put
	 * together for it nor what whoever decides has left out.
	 * @param point of a case that the reader may read
	 */
	public static boolean ofPoint(Actor reader, CorrectionPoint point) {
		return reader.unitLevel() != UnitLevel.PARK || point.sent();
	}

}
