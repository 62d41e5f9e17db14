package cn.ecopark.worklist;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** The holder of a task was reminded that its limit will soon be over. */
public record TaskReminded(long itemId, WorkItem.Subject subject, WorkItem.Task task, WorkItem.Holder holder,
		@Nullable LocalDate dueOn, Instant at) {
}
