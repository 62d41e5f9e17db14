package cn.ecopark.process;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.process.engine.TaskElements;
import cn.ecopark.worklist.TaskEnd;
import cn.ecopark.worklist.TaskLife;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkItems;

/**
 * Compares the work list with the engine's tasks, and mends it: it is a read model and
 * can be built anew at any time.
 */
@Component
class WorklistUpkeep {

	private static final int PAGE = 200;

	private final ProcessEngine engine;

	private final WorkItems items;

	private final WorkItemFactory factory;

	private final TaskLife tasks;

	WorklistUpkeep(ProcessEngine engine, WorkItems items, WorkItemFactory factory, TaskLife tasks) {
		this.engine = engine;
		this.items = items;
		this.factory = factory;
		this.tasks = tasks;
	}

	/**
	 * How work list and engine differ.
	 *
	 * @param missing ids of engine tasks that have no row
	 * @param stale ids of engine tasks that a row still shows though they are gone
	 */
	record Difference(Set<String> missing, Set<String> stale) {

		static Difference between(Set<String> tasks, Set<String> rows) {
			return new Difference(without(tasks, rows), without(rows, tasks));
		}

		private static Set<String> without(Set<String> all, Set<String> others) {
			return all.stream().filter(id -> !others.contains(id)).collect(Collectors.toUnmodifiableSet());
		}

		boolean isNone() {
			return this.missing.isEmpty() && this.stale.isEmpty();
		}

	}

	@Transactional(readOnly = true)
	Difference compare() {
		Set<String> tasks = new HashSet<>();
		for (int first = 0;; first += PAGE) {
			List<Task> page = this.engine.getTaskService()
				.createTaskQuery()
				.orderByTaskId()
				.asc()
				.listPage(first, PAGE);
			page.forEach(task -> tasks.add(task.getId()));
			if (page.size() < PAGE) {
				break;
			}
		}
		return Difference.between(tasks, this.items.openEngineTasks());
	}

	/**
	 * Adds the rows that are missing and cancels those whose task is gone; everything
	 * else stays as it is.
	 */
	@Transactional
	Difference rebuild() {
		Difference found = compare();
		found.stale().forEach(task -> this.tasks.ended(task, TaskEnd.cancelled("not in the engine")));
		CommandExecutor commands = ((ProcessEngineImpl) this.engine).getProcessEngineConfiguration()
			.getCommandExecutorTxRequired();
		for (String id : found.missing()) {
			commands.execute(context -> {
				add(context.getTaskManager().findTaskById(id));
				return null;
			});
		}
		return found;
	}

	private void add(TaskEntity task) {
		UserTask model = this.engine.getRepositoryService()
			.getBpmnModelInstance(task.getProcessDefinitionId())
			.getModelElementById(task.getTaskDefinitionKey());
		Map<String, String> properties = properties(model);
		WorkItem made = this.factory.item(task, Dossier.of(task),
				TaskElements.describe(properties, model.getLoopCharacteristics() != null), properties.get("limit"));
		LocalDate dueOn = task.getDueDate() == null ? null
				: LocalDate.ofInstant(task.getDueDate().toInstant().minusMillis(1), CaseTime.ZONE);
		this.tasks.opened(new WorkItem(0, made.engineTaskId(), made.task(), made.subject(), made.holder(),
				task.getCreateTime().toInstant(), dueOn, made.limitKey(), false, made.said(), made.form(),
				made.description(), made.state(), null, null, 0));
	}

	private static Map<String, String> properties(UserTask model) {
		Map<String, String> properties = new HashMap<>();
		model.getExtensionElements()
			.getElementsQuery()
			.filterByType(CamundaProperties.class)
			.list()
			.forEach(holder -> holder.getCamundaProperties()
				.forEach(property -> properties.put(property.getCamundaName(), property.getCamundaValue())));
		return properties;
	}

}
