package cn.ecopark.worklist;

import java.time.LocalDate;

import cn.ecopark.organisation.Actor;

/**
 * The Office has set the holder of a task a last day. Heard in the same transaction.
 *
 * @param lastDay open until its 24:00
 * @param by who did it
 */
public record LastDaySet(WorkItem.Subject subject, WorkItem.Task task, WorkItem.Holder holder, Urging urging,
		LocalDate lastDay, Actor by) {
}
