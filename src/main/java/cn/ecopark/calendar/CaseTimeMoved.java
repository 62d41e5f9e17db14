package cn.ecopark.calendar;

import java.time.Instant;

/**
 * Case time was set. Published on the node that set it after the change is kept, and on
 * every other as soon as it notices. Whoever needs the present instant asks
 * {@link CaseTime#now()}, which may be further by then.
 *
 * @param to the case time from which it ticks on
 */
public record CaseTimeMoved(Instant to) {
}
