package cn.ecopark.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

import cn.ecopark.shared.Refusal;
import cn.ecopark.worklist.TaskEngine;
import cn.ecopark.worklist.TaskRefusals.TaskAlreadyDone;
import cn.ecopark.worklist.WorkItem;

/** Completes tasks in the engine and says who would act next. */
@Component
class EngineTasks implements TaskEngine {

	private final TaskService tasks;

	private final NextSteps nextSteps;

	private final SilentWays silentWays;

	EngineTasks(TaskService tasks, NextSteps nextSteps, SilentWays silentWays) {
		this.tasks = tasks;
		this.nextSteps = nextSteps;
		this.silentWays = silentWays;
	}

	@Override
	public void complete(String engineTaskId, Map<String, ?> facts) {
		translating(() -> this.tasks.complete(engineTaskId, new HashMap<>(facts)));
	}

	@Override
	public Map<String, List<NextHandler>> nextHandlers(WorkItem item) {
		return this.nextSteps.of(item);
	}

	@Override
	public SilentWay silentWay(WorkItem item) {
		return this.silentWays.of(item);
	}

	/**
	 * Runs a command of the engine and gives its exceptions our names; a refusal of the
	 * domain inside it stays a refusal.
	 */
	static void translating(Runnable command) {
		try {
			command.run();
		}
		catch (OptimisticLockingException conflict) {
			throw new EngineConflict(conflict);
		}
		catch (NullValueException gone) {
			throw new TaskAlreadyDone();
		}
		catch (ProcessEngineException failure) {
			for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
				if (cause instanceof Refusal || cause instanceof ConcurrencyFailureException) {
					throw (RuntimeException) cause;
				}
				if (cause instanceof OptimisticLockingException) {
					throw new EngineConflict(cause);
				}
			}
			throw failure;
		}
	}

}
