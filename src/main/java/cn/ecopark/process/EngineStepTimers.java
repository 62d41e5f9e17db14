package cn.ecopark.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.TimerEventJobHandler.TimerJobConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.TimerTaskListenerJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.process.engine.EndOfTask;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.worklist.LimitRules;
import cn.ecopark.worklist.StepTimers;
import cn.ecopark.worklist.WorkItem;

/**
 * Moves what the engine has for a limit: the task's due date, its reminder, the note of
 * its end, and a boundary timer that ends with it.
 */
@Component
class EngineStepTimers implements StepTimers {

	private static final String REMINDER = "Reminder";

	private static final String OVERDUE = "Overdue";

	private final ProcessEngine engine;

	private final RulePacks packs;

	private final WorkingDays workingDays;

	EngineStepTimers(ProcessEngine engine, RulePacks packs, WorkingDays workingDays) {
		this.engine = engine;
		this.packs = packs;
		this.workingDays = workingDays;
	}

	@Override
	public void move(WorkItem item, LocalDate began, LocalDate lastDay) {
		String task = item.engineTaskId();
		LocalDate former = item.dueOn();
		String limit = item.limitKey();
		if (task == null || former == null || limit == null) {
			return;
		}
		int before = this.packs.get(item.task().release()).limit(limit).remindBefore();
		int days = this.workingDays.between(began, lastDay);
		LocalDate reminder = this.workingDays.plus(began, LimitRules.daysUntilReminder(days, before));
		Dates dates = new Dates(date(WorkingDays.endOf(former)), date(WorkingDays.endOf(lastDay)),
				Date.from(reminder.atTime(9, 0).atZone(CaseTime.ZONE).toInstant()));
		CommandExecutor commands = ((ProcessEngineImpl) this.engine).getProcessEngineConfiguration()
			.getCommandExecutorTxRequired();
		EngineTasks.translating(() -> commands.execute(context -> {
			move(context, task, dates);
			return null;
		}));
	}

	private record Dates(Date formerEnd, Date end, Date reminder) {
	}

	private static void move(CommandContext context, String taskId, Dates dates) {
		TaskEntity task = context.getTaskManager().findTaskById(taskId);
		if (task == null) {
			return;
		}
		task.setDueDate(dates.end());
		boolean noted = false;
		for (JobEntity job : jobsAround(task.getExecution())) {
			if (isOf(job, task, REMINDER)) {
				job.setDuedate(dates.reminder());
			}
			else if (isOf(job, task, OVERDUE)) {
				job.setDuedate(dates.end());
				noted = true;
			}
			else if (EndOfTask.isTimerOf(job, task) && dates.formerEnd().equals(job.getDuedate())) {
				job.setDuedate(dates.end());
			}
		}
		if (!noted) {
			noteTheEnd(task, dates.end());
		}
	}

	/** Of the task itself, and of all its parallel instances. */
	private static List<JobEntity> jobsAround(ExecutionEntity execution) {
		List<JobEntity> jobs = new ArrayList<>(execution.getJobs());
		if (execution.getParent() != null) {
			jobs.addAll(execution.getParent().getJobs());
		}
		return jobs;
	}

	private static boolean isOf(JobEntity job, TaskEntity task, String listener) {
		return TimerTaskListenerJobHandler.TYPE.equals(job.getJobHandlerType())
				&& job.getJobHandlerConfiguration() instanceof TimerJobConfiguration configuration
				&& task.getTaskDefinitionKey().equals(configuration.getTimerElementKey())
				&& listener.equals(configuration.getTimerElementSecondaryKey())
				&& task.getExecutionId().equals(job.getExecutionId());
	}

	/** Where a timer has noted the end of the limit already, another one is needed. */
	private static void noteTheEnd(TaskEntity task, Date end) {
		ExecutionEntity execution = task.getExecution();
		TimerDeclarationImpl declared = TimerDeclarationImpl
			.getTimeoutListenerDeclarationsForScope(execution.getActivity())
			.getOrDefault(task.getTaskDefinitionKey(), Map.of())
			.get(OVERDUE);
		if (declared != null) {
			TimerEntity timer = declared.createTimerInstance(execution);
			timer.setDuedate(end);
		}
	}

	private static Date date(Instant instant) {
		return Date.from(instant);
	}

}
