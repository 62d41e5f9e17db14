package cn.ecopark.web.view;

import java.time.LocalDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A form as somebody filled it in.
 *
 * @param step in which it was filled in
 * @param round how often the same had filled in the same form by then, from 1
 * @param newest whether it was not filled in again since
 */
public record FilledForm(String step, String unit, String person, LocalDateTime at, int round, boolean newest,
		List<Group> groups) {

	/**
	 * Answers under one heading.
	 *
	 * @param title empty for those without heading
	 */
	public record Group(String title, List<Answer> answers) {
	}

	/**
	 * One answer.
	 *
	 * @param value in words; empty where it was taken out
	 * @param before what had been answered the time before; null where that was the same,
	 * or where there was no time before
	 */
	public record Answer(String label, String value, @Nullable String before) {

		/** Whether it is another than the time before. */
		public boolean isChanged() {
			return this.before != null;
		}

	}

	/**
	 * @return the same form, marked as the newest or as one of before
	 */
	public FilledForm as(boolean isNewest) {
		return new FilledForm(this.step, this.unit, this.person, this.at, this.round, isNewest, this.groups);
	}

	/** How many answers are others than the time before. */
	public long changes() {
		return this.groups.stream().flatMap((group) -> group.answers().stream()).filter(Answer::isChanged).count();
	}

	public long count() {
		return this.groups.stream().mapToLong((group) -> group.answers().size()).sum();
	}

}
