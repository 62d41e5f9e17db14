package cn.ecopark.worklist;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import cn.ecopark.rulepack.Purpose;

/**
 * A task has come to somebody. Heard in the transaction that moved the token.
 *
 * @param purpose what the step is for
 * @param dueOn last day of its limit; null without one
 */
public record TaskOpened(long itemId, WorkItem.Subject subject, WorkItem.Task task, Purpose purpose,
		WorkItem.Holder holder, Instant at, @Nullable LocalDate dueOn) {
}
