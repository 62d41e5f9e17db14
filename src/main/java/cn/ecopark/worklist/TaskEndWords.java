package cn.ecopark.worklist;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.worklist.Urgings.OfTask;

/** Which sentence of a timeline tells how a task ended that nobody has done. */
public final class TaskEndWords {

	private TaskEndWords() {
	}

	/**
	 * @return last part of the sentence's key; its arguments are {@link #arguments}
	 */
	public static String key(TaskEnded ended) {
		String how = ended.end().as().name().toLowerCase(Locale.ROOT);
		return ended.hasLapsed() && ended.limit().dueOn() == null ? how + ".undated" : how;
	}

	/**
	 * @param who had the task
	 * @return who, the step, the event that ended it, and the last day of the limit;
	 * empty what there is not
	 */
	public static Object[] arguments(TaskEnded ended, String who) {
		String event = ended.end().eventName();
		LocalDate dueOn = ended.limit().dueOn();
		return new Object[] { who, ended.task().name(), event == null ? "" : event,
				dueOn == null ? "" : dueOn.toString() };
	}

	/**
	 * @param urged what the holder was urged for before
	 * @return key of the sentence in the timeline of a case; its arguments are those of
	 * {@link #arguments(TaskEnded, String, OfTask)}
	 */
	static String sentence(TaskEnded ended, OfTask urged) {
		boolean wasUrged = ended.hasLapsed() && !urged.urgedOn().isEmpty();
		if (ended.end().isPassedOver()) {
			return "worklist.timeline.without-answer" + (wasUrged ? ".urged" : "");
		}
		return "worklist.timeline." + key(ended) + (wasUrged && ended.limit().dueOn() != null ? ".urged" : "");
	}

	/**
	 * @return as the other, with the day since when it had waited, the days on which its
	 * holder was urged, and the last day that was set
	 */
	static Object[] arguments(TaskEnded ended, String who, OfTask urged) {
		Object[] known = arguments(ended, who);
		if (!ended.hasLapsed()) {
			return known;
		}
		Object[] all = Arrays.copyOf(known, known.length + 3);
		all[known.length] = LocalDate.ofInstant(ended.opened(), CaseTime.ZONE).toString();
		all[known.length + 1] = urged.urgedOn().stream().map(LocalDate::toString).collect(Collectors.joining("、"));
		LocalDate lastDay = urged.lastDay();
		all[known.length + 2] = lastDay == null ? "" : lastDay.toString();
		return all;
	}

}
