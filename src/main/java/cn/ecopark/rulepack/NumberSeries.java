package cn.ecopark.rulepack;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A series of document numbers, counted anew each year.
 *
 * @param code 发文机关代字, for instance 环发
 * @param body id of the unit whose documents bear it
 * @param validFrom first day of issue; null for as long as anybody knows
 * @param validTo day of issue on which it is no longer given; null while it is
 * @param next code of the series that goes on from the day on which this one ends; null
 * where none does
 * @param source where it was seen
 * @param confirmed whether it was checked against the official text
 */
public record NumberSeries(String code, String label, String englishLabel, String body, @Nullable LocalDate validFrom,
		@Nullable LocalDate validTo, @Nullable String next, String source, boolean confirmed) {

	/** Whether another series has taken its place by that day. */
	public boolean isFollowedOn(LocalDate day) {
		return this.next != null && this.validTo != null && !day.isBefore(this.validTo);
	}

	public boolean isGivenOn(LocalDate day) {
		return (this.validFrom == null || !day.isBefore(this.validFrom))
				&& (this.validTo == null || day.isBefore(this.validTo));
	}

}
