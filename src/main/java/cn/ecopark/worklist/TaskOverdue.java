package cn.ecopark.worklist;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * The limit of a task is over and the task still waits. One whose silence has an effect
 * is not overdue but lapses: {@link TaskEnded}.
 */
public record TaskOverdue(long itemId, WorkItem.Subject subject, WorkItem.Task task, WorkItem.Holder holder,
		@Nullable LocalDate dueOn, Instant at) {
}
