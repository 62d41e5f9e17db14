package cn.ecopark.calendar;

/**
 * The calendar is about to change. Published in the transaction that changes it, before
 * it does: whoever keeps dates that were counted in working days notes what was given.
 *
 * @param version number of the calendar that is to come, another with each change
 */
public record CalendarChanging(long version) {
}
