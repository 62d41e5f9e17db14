package cn.ecopark.calendar;

/**
 * The calendar is about to change. Published in the transaction that changes it, before
 * it does: whoever keeps dates that were counted in working days notes what was given.
 */
public record CalendarChanging() {
}
