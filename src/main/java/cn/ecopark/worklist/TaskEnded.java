package cn.ecopark.worklist;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import cn.ecopark.casefile.StepEnd;

/**
 * A task has ended, in whatever way; each does so once. Heard in the transaction that
 * moved the token. What was decided is told by {@link TaskCompleted} before.
 *
 * @param opened when it had come to its holder
 * @param outcome what was decided, where somebody did
 * @param doneBy who has done it
 */
public record TaskEnded(long itemId, WorkItem.Subject subject, WorkItem.Task task, WorkItem.Holder holder, TaskEnd end,
		Limit limit, Instant opened, Instant at, @Nullable String outcome, @Nullable Long doneBy) {

	/**
	 * How long there was for it.
	 *
	 * @param key of the limit in the rule pack; null without one
	 * @param dueOn its last day
	 */
	public record Limit(@Nullable String key, @Nullable LocalDate dueOn) {
	}

	public boolean hasLapsed() {
		return this.end.as() == StepEnd.LAPSED;
	}

	public boolean isDone() {
		return this.end.as() == StepEnd.DONE;
	}

}
