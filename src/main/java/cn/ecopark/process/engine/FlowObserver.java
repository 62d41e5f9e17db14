package cn.ecopark.process.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;

import cn.ecopark.law.LegalRefusal;
import cn.ecopark.worklist.TaskDescription;
import cn.ecopark.worklist.TaskEnd;

/**
 * Is told of everything that happens in any diagram, in the transaction in which it
 * happens.
 */
public interface FlowObserver {

	/** How a token met an element. */
	enum Passage {

		/** It came to a node. */
		ENTERED,
		/** It left a node. */
		LEFT,
		/** It took a flow. */
		TAKEN

	}

	/** A timer or an asynchronous continuation is about to move the token. */
	void jobBegins(DelegateExecution execution);

	void instanceStarted(DelegateExecution execution);

	void instanceEnded(DelegateExecution execution);

	void taskCreated(DelegateTask task, TaskDescription description, @Nullable String limitKey);

	/** Somebody has done the task, or the flow takes it away. */
	void taskEnded(DelegateTask task, TaskEnd end);

	/** A rule of law forbids what a timer or an asynchronous continuation was to do. */
	void jobUnlawful(DelegateExecution execution, LegalRefusal refusal);

	/**
	 * The engine has given up a job and has made it an incident.
	 * @param element where the token stands, or the event that was to fire
	 */
	void jobFailed(DelegateExecution execution, String element, @Nullable String fault);

	void resultReached(DelegateExecution execution, String result);

	void passed(DelegateExecution execution, Passage passage);

}
