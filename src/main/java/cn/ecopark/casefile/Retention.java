package cn.ecopark.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.law.RetentionPeriod;
import cn.ecopark.rulepack.PackSettings;

/**
 * For how long the file of a case is kept. A later table of the body holds for earlier
 * cases too, so it is read from the release of the pack that is in force, not from the
 * one that the case is pinned to.
 *
 * @param lastDay the last day it has to be kept; null of what is kept for ever, and as
 * long as the case is open
 * @param handedOverFrom from when on it goes to the archive of the country or the
 * province; null of what is not kept for ever, and as long as the case is open
 */
public record Retention(RetentionPeriod period, @Nullable LocalDate lastDay, @Nullable LocalDate handedOverFrom) {

	/**
	 * @param inForce the settings of its pack that are in force
	 * @return empty where the body has not fixed it yet
	 */
	public static Optional<Retention> of(EcoCase ecoCase, PackSettings inForce) {
		return inForce.retention(ecoCase.kind()).map(period -> of(period, ecoCase.closedAt()));
	}

	private static Retention of(RetentionPeriod period, @Nullable Instant closedAt) {
		if (closedAt == null) {
			return new Retention(period, null, null);
		}
		LocalDate closedOn = LocalDate.ofInstant(closedAt, CaseTime.ZONE);
		return new Retention(period, period.lastDay(closedOn).orElse(null),
				period.handedOverFrom(closedOn).orElse(null));
	}

}
