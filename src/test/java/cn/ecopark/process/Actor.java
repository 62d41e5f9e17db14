package cn.ecopark.process;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

import cn.ecopark.process.engine.LimitTimers;
import cn.ecopark.process.engine.TaskElements;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody in a role of the diagrams, before the one task that waits for them.
 *
 * @param party which of several in the role, null where there is one
 */
record Actor(ProcessEngine engine, String role, @Nullable String party) {

	/** Hands in what the task asks for. */
	void submits() {
		decides("SUBMIT");
	}

	/** Does the task with an outcome the diagram knows. */
	void decides(String outcome) {
		Task task = task();
		assertThat(described(task).description().outcomes()).as("outcomes of %s", task.getName()).contains(outcome);
		boolean multiple = described(task).description().multiple();
		this.engine.getTaskService()
			.complete(task.getId(), multiple ? Map.of() : Map.of(task.getTaskDefinitionKey() + "_outcome", outcome));
		Course.finishJobs(this.engine);
	}

	/** The Office goes on without an answer, by the way that the diagram draws for it. */
	void staysSilent() {
		Task task = task();
		String silence = TaskElements
			.property(this.engine.getRepositoryService()
				.getBpmnModelInstance(task.getProcessDefinitionId())
				.getModelElementById(task.getTaskDefinitionKey()), "silence")
			.orElseThrow();
		assertThat(described(task).description().outcomes()).as("outcomes of %s", task.getName())
			.doesNotContain(silence);
		this.engine.getTaskService().complete(task.getId(), Map.of(task.getTaskDefinitionKey() + "_outcome", silence));
		Course.finishJobs(this.engine);
	}

	/** The reminder's time has come; the task goes on waiting. */
	Actor isReminded() {
		return isTold(LimitTimers.REMINDER, LimitTimers.REMIND);
	}

	/**
	 * The limit has ended without legal effect: it is noted, and the task goes on
	 * waiting.
	 */
	Actor isToldOfTheEndOfTheLimit() {
		return isTold(LimitTimers.OVERDUE, LimitTimers.DUE);
	}

	/** The one task of this role is there. */
	void isAsked() {
		task();
	}

	private Actor isTold(String listener, String date) {
		Task task = task();
		String limit = Objects.requireNonNull(described(task).limitKey(), task.getName() + " has no limit");
		assertThat(task.getDueDate()).isEqualTo(ProcessTestEngine.NAMES.date(LimitTimers.DUE + limit));

		Job timer = timer(task, LimitTimers.REMINDER.equals(listener) ? "Reminder" : "Overdue");
		assertThat(timer.getDuedate()).isEqualTo(ProcessTestEngine.NAMES.date(date + limit));
		this.engine.getManagementService().executeJob(timer.getId());

		assertThat(ProcessTestEngine.NAMES.calls()).contains(listener + " " + task.getTaskDefinitionKey());
		assertThat(task().getId()).isEqualTo(task.getId());
		DiagramCoverage.heard(task, listener);
		return this;
	}

	private Job timer(Task task, String listenerId) {
		return TimeoutJobs.of(this.engine, task, listenerId);
	}

	private Task task() {
		List<Task> mine = this.engine.getTaskService().createTaskQuery().list().stream().filter(this::isMine).toList();
		assertThat(mine).as("tasks of %s %s", this.role, this.party).hasSize(1);
		return mine.get(0);
	}

	private boolean isMine(Task task) {
		boolean hasRole = this.engine.getTaskService()
			.getIdentityLinksForTask(task.getId())
			.stream()
			.map(IdentityLink::getGroupId)
			.anyMatch(this.role::equals);
		return hasRole && (this.party == null
				|| this.party.equals(this.engine.getTaskService().getVariable(task.getId(), "party")));
	}

	private static FlowRecord.Described described(Task task) {
		return ProcessTestEngine.FLOW.task(task.getId());
	}

}
