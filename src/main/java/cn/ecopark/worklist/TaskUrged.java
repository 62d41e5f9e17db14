package cn.ecopark.worklist;

import cn.ecopark.organisation.Actor;

/**
 * The Office has asked the holder of a task to get on. Heard in the same transaction.
 *
 * @param by who did it
 */
public record TaskUrged(WorkItem.Subject subject, WorkItem.Task task, WorkItem.Holder holder, Urging urging, Actor by) {
}
