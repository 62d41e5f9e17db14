package cn.ecopark.worklist;

import java.time.LocalDate;
import java.util.Locale;

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

}
