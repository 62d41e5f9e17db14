package cn.ecopark.worklist;

/**
 * Somebody has done a task. Heard in the same transaction, before the token moves on.
 *
 * @param personId who has done it
 */
public record TaskCompleted(long itemId, WorkItem.Subject subject, WorkItem.Task task, String role, long personId,
		String outcome) {
}
