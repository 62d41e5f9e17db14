package cn.ecopark.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
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

	private final CommandExecutor commands;

	private final NextSteps nextSteps;

	private final SilentWays silentWays;

	EngineTasks(ProcessEngine engine, NextSteps nextSteps, SilentWays silentWays) {
		this.tasks = engine.getTaskService();
		this.commands = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
			.getCommandExecutorTxRequired();
		this.nextSteps = nextSteps;
		this.silentWays = silentWays;
	}

	@Override
	public void complete(String engineTaskId, Map<String, ?> facts) {
		translating(() -> this.tasks.complete(engineTaskId, new HashMap<>(facts)));
	}

	@Override
	public <T> T inOneGo(Supplier<T> acts) {
		return translated(() -> this.commands.execute(context -> acts.get()));
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
		translated(() -> {
			command.run();
			return command;
		});
	}

	private static <T> T translated(Supplier<T> command) {
		try {
			return command.get();
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
