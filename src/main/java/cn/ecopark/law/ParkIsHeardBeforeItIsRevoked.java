package cn.ecopark.law;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * 陈述申辩: no title is revoked and no park removed before the ground was filed, the park
 * told of it, and the park has stated its case or let its time pass (yardsticks 行政许可法 7,
 * 47).
 */
public final class ParkIsHeardBeforeItIsRevoked {

	private ParkIsHeardBeforeItIsRevoked() {
	}

	/**
	 * @param filed whether the ground is on record
	 * @param stated whether the park has stated its case
	 * @param lastDay of its time to do so; null where none was set
	 * @throws LegalRefusal when nothing was filed, or the park has neither spoken nor had
	 * its time
	 */
	public static void require(String park, boolean filed, boolean stated, @Nullable LocalDate lastDay,
			LocalDate today) {
		if (!filed) {
			throw LegalRefusal.ofProcedure("revocation-not-filed", park);
		}
		if (stated) {
			return;
		}
		if (lastDay == null) {
			throw LegalRefusal.ofProcedure("revocation-without-hearing", park);
		}
		if (!today.isAfter(lastDay)) {
			throw LegalRefusal.ofProcedure("revocation-before-statement", park, lastDay.toString());
		}
	}

}
