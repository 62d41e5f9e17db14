package cn.ecopark.worklist;

import org.jspecify.annotations.Nullable;

import cn.ecopark.casefile.StepEnd;

/**
 * How a task has ended, as the flow tells.
 *
 * @param event key of the event of the diagram that ended it
 * @param eventName what the diagram calls that event
 * @param reason what was said where no event did
 */
public record TaskEnd(StepEnd as, @Nullable String event, @Nullable String eventName, @Nullable String reason) {

	/** Somebody has done it. */
	public static final TaskEnd DONE = new TaskEnd(StepEnd.DONE, null, null, null);

	/** The limit that is drawn at the task was over. */
	public static TaskEnd lapsedBy(String event, String name) {
		return new TaskEnd(StepEnd.LAPSED, event, name, null);
	}

	/**
	 * The last day that the Office had set was over, and the Office went on.
	 * @param label what stands for the answer
	 */
	public static TaskEnd withoutAnswer(String label, String reason) {
		return new TaskEnd(StepEnd.LAPSED, null, label, reason);
	}

	/**
	 * @return whether the Office went on without an answer; no event of the diagram did
	 */
	public boolean isPassedOver() {
		return this.as == StepEnd.LAPSED && this.event == null;
	}

	/** An event of the diagram was stronger. */
	public static TaskEnd interruptedBy(String event, String name) {
		return new TaskEnd(StepEnd.INTERRUPTED, event, name, null);
	}

	/** What it came of was taken back. */
	static TaskEnd takenBack() {
		return new TaskEnd(StepEnd.INTERRUPTED, null, "上一环节撤回", "taken back");
	}

	/** What the task was part of has ended. */
	public static TaskEnd cancelled(String reason) {
		return new TaskEnd(StepEnd.CANCELLED, null, null, reason);
	}

}
