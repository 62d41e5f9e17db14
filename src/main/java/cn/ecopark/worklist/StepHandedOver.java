package cn.ecopark.worklist;

import cn.ecopark.organisation.Actor;

/**
 * Another unit has a task from now on. Heard in the same transaction.
 *
 * @param holder who had it
 * @param to id of the unit that has it
 * @param by who did it
 */
public record StepHandedOver(WorkItem.Subject subject, WorkItem.Task task, WorkItem.Holder holder, Urging urging,
		String to, Actor by) {
}
