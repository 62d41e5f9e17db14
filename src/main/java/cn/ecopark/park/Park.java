package cn.ecopark.park;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A candidate for the title, or its holder.
 *
 * @param level rank of the zone, for instance 国家级经开区
 * @param provinceCode GB/T 2260 code
 * @param cityCode GB/T 2260 code of its city; null where none is registered
 * @param standard the standard that applies to it, fixed with the approval to build; null
 * before or where not known
 * @param namedOn the day of the naming, as far as it is known
 * @param titleName the title as it was called on that day
 * @param recheckDueOn when the recheck falls due, null if not named or not known
 * @param unitId the park's administration as a unit
 * @param decided by what it has its status; null of a prospect
 */
public record Park(long id, String name, ParkKind kind, String level, String provinceCode, @Nullable String cityCode,
		LifeStatus lifeStatus, @Nullable String standard, @Nullable KnownDate namedOn, @Nullable String titleName,
		@Nullable LocalDate recheckDueOn, String unitId, @Nullable Decided decided, int version) {

	/**
	 * @return the day from which it has its present status; where only month or year is
	 * known, the first day of it; null where nothing is, and of a prospect
	 */
	public @Nullable LocalDate standingSince() {
		KnownDate on = this.decided == null ? null : this.decided.on();
		return on == null ? null : on.earliest();
	}

}
