package cn.ecopark.reference;

import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What holds for some time.
 *
 * @param id of its row; 0 as long as it has none
 * @param from its first day; null: as far back as the system looks
 * @param to the first day that counts no more; null: until further notice
 * @param source where it was read
 * @param confirmed false where it is to be checked against the official text
 */
public record Dated<V>(long id, V value, @Nullable LocalDate from, @Nullable LocalDate to, String source,
		boolean confirmed) {

	/**
	 * @return whether it holds on that day
	 */
	public boolean holdsOn(LocalDate day) {
		return !isAfter(day) && (this.to == null || day.isBefore(this.to));
	}

	/**
	 * @return that day, or the nearest on which it holds: the one whose names it is told
	 * in
	 */
	LocalDate nearest(LocalDate day) {
		if (isAfter(day)) {
			return Objects.requireNonNull(this.from);
		}
		return this.to == null || day.isBefore(this.to) ? day : this.to.minusDays(1);
	}

	private boolean isAfter(LocalDate day) {
		return this.from != null && this.from.isAfter(day);
	}

	/**
	 * @return whether its time has begun by that day; what it said may have been relied
	 * on
	 */
	public boolean hasBegunBy(LocalDate day) {
		return !isAfter(day);
	}

}
