package cn.ecopark.worklist;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** What the work list asks of the engine so that a flow can go a step back. */
public interface StepBack {

	/**
	 * Has to be asked for before the task is completed.
	 */
	Before before(WorkItem item);

	/**
	 * How a flow stands before one of its tasks is done.
	 *
	 * @param instance the engine's instance that the task is in
	 * @param activities its activity instances that are not over
	 * @param outcome what the outcome of that step was when it was done before
	 * @param passed how much of the diagram the running transaction had passed before
	 */
	record Before(String instance, Set<String> activities, @Nullable String outcome, int passed) {
	}

	/**
	 * The task was completed.
	 */
	Way wayFrom(Before before, WorkItem item);

	/**
	 * Which way the flow went when a task was done.
	 *
	 * @param arose activity instances that came of it in the instance of the task; what
	 * they have called is theirs
	 * @param traced its last passage
	 * @param bar why it cannot be gone back; null where it can
	 */
	record Way(String instance, @Nullable String outcomeBefore, List<String> arose, long traced,
			TakeBackRules.@Nullable Hindrance bar) {
	}

	/**
	 * @return whether nothing in the dossier has moved since
	 */
	boolean standsAsLeft(Way way, WorkItem item);

	/**
	 * Ends what came of the task and begins its step again, in the running transaction.
	 * The caller has asked whether all stands as it was left.
	 */
	void back(Way way, WorkItem item);

}
