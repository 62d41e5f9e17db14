package cn.ecopark.process.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;

import cn.ecopark.worklist.TaskDescription;

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

	void taskTakenAway(DelegateTask task);

	void resultReached(DelegateExecution execution, String result);

	void passed(DelegateExecution execution, Passage passage);

}
