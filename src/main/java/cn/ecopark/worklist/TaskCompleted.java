package cn.ecopark.worklist;

import cn.ecopark.rulepack.Purpose;

/**
 * Somebody has done a task. Heard in the same transaction, before the token moves on.
 *
 * @param purpose what the task was for
 * @param personId who has done it
 */
public record TaskCompleted(long itemId, WorkItem.Subject subject, WorkItem.Task task, Purpose purpose, String role,
		long personId, String outcome) {
}
