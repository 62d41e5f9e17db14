package cn.ecopark.worklist;

import java.time.LocalDate;

/**
 * The limit of an open step ends on another day since the calendar has changed. Heard in
 * the same transaction.
 *
 * @param item as it was
 */
public record DueRecounted(WorkItem item, LocalDate former, LocalDate lastDay) {
}
