package cn.ecopark.organisation;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A unit is closed or merged into another one.
 *
 * @param on the first day on which there is no such unit any more
 * @param successor id of the unit that has its business from that day on; null where
 * nobody has
 * @param reference the official document it rests on
 * @param confirmed false where that is to be checked against the official text
 */
public record UnitEnd(String unitId, LocalDate on, @Nullable String successor, String reference, boolean confirmed,
		String reason) {

	/**
	 * @return whether the unit is no more on that day
	 */
	public boolean hasComeBy(LocalDate day) {
		return !day.isBefore(this.on);
	}

}
