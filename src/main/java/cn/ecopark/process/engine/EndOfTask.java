package cn.ecopark.process.engine;

import java.util.Date;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.jspecify.annotations.Nullable;

import cn.ecopark.worklist.TaskEnd;

/**
 * Finds out why the engine takes a task away. The engine says it with the execution it
 * deletes, which is the task's own or one around it, also in a diagram that has called
 * this one.
 */
public final class EndOfTask {

	/**
	 * In the engine's words "Cancel scope activity Activity(Event_1) executed." for a
	 * boundary event and "Interrupting activity Activity(Start_1) executed." for an event
	 * sub-process.
	 */
	private static final Pattern EVENT = Pattern.compile("Activity\\(([^()]+)\\)");

	private EndOfTask() {
	}

	/**
	 * @param task that is being deleted
	 */
	public static TaskEnd of(DelegateTask task) {
		TaskEntity deleted = (TaskEntity) task;
		String reason = given(deleted.getDeleteReason()) ? deleted.getDeleteReason() : null;
		for (ExecutionEntity around = deleted.getExecution(); around != null; around = outside(around)) {
			if (reason == null && given(around.getDeleteReason())) {
				reason = around.getDeleteReason();
			}
			Optional<ActivityImpl> event = reason == null ? Optional.empty() : event(reason, around);
			if (event.isPresent()) {
				return endedBy(event.get(), task);
			}
		}
		return TaskEnd.cancelled(reason == null ? TaskEntity.DELETE_REASON_DELETED : reason);
	}

	/**
	 * @return whether a boundary event drawn at the task, due by then, will take it away:
	 * then that tells of the end of the limit
	 */
	public static boolean willLapse(DelegateTask task, Date until) {
		ExecutionEntity own = ((TaskEntity) task).getExecution();
		return own.getJobs().stream().anyMatch(job -> lapses(job, task, until)) || own.getParent() != null
				&& own.getParent().getJobs().stream().anyMatch(job -> lapses(job, task, until));
	}

	private static boolean lapses(JobEntity job, DelegateTask task, Date until) {
		return job.getDuedate() != null && !job.getDuedate().after(until) && isTimerOf(job, task);
	}

	/**
	 * @return whether the job is that of a boundary timer drawn at the task, or at all
	 * its parallel instances
	 */
	public static boolean isTimerOf(JobEntity job, DelegateTask task) {
		ActivityImpl event = job.getActivityId() == null ? null
				: ((TaskEntity) task).getExecution().getProcessDefinition().findActivity(job.getActivityId());
		return event != null && isLimitOf(event, task);
	}

	private static boolean given(@Nullable String reason) {
		return reason != null && !TaskEntity.DELETE_REASON_DELETED.equals(reason);
	}

	private static Optional<ActivityImpl> event(String reason, ExecutionEntity around) {
		Matcher named = EVENT.matcher(reason);
		return named.find() ? Optional.ofNullable(around.getProcessDefinition().findActivity(named.group(1)))
				: Optional.empty();
	}

	private static @Nullable ExecutionEntity outside(ExecutionEntity inner) {
		return inner.getParent() != null ? inner.getParent() : inner.getSuperExecution();
	}

	private static TaskEnd endedBy(ActivityImpl event, DelegateTask task) {
		String drawn = (String) event.getProperty("name");
		String name = drawn == null || drawn.isBlank() ? event.getId() : drawn;
		return isLimitOf(event, task) ? TaskEnd.lapsedBy(event.getId(), name)
				: TaskEnd.interruptedBy(event.getId(), name);
	}

	/** A timer drawn at the task itself, or at all its parallel instances. */
	private static boolean isLimitOf(ActivityImpl event, DelegateTask task) {
		ScopeImpl at = event.getEventScope();
		return ActivityTypes.BOUNDARY_TIMER.equals(event.getProperties().get(BpmnProperties.TYPE))
				&& (at.getId().equals(task.getTaskDefinitionKey())
						|| at.getId().equals(task.getTaskDefinitionKey() + BpmnParse.MULTI_INSTANCE_BODY_ID_SUFFIX));
	}

}
