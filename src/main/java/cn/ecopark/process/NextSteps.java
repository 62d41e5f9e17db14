package cn.ecopark.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.stereotype.Component;

import cn.ecopark.shared.ReadOnce;
import cn.ecopark.worklist.TaskEngine.NextHandler;
import cn.ecopark.worklist.WorkItem;

/**
 * 下一步由谁办理: follows the diagram from a task with each outcome in turn, without moving any
 * token.
 */
@Component
class NextSteps {

	private final DeployedModels models;

	private final RuntimeService runtime;

	private final TaskService tasks;

	NextSteps(DeployedModels models, RuntimeService runtime, TaskService tasks) {
		this.models = models;
		this.runtime = runtime;
		this.tasks = tasks;
	}

	/**
	 * @return for each outcome of the item the next steps, in the order in which the
	 * diagram reaches them; none where the task is not in the engine any more
	 */
	Map<String, List<NextHandler>> of(WorkItem item) {
		Task task = this.tasks.createTaskQuery().taskId(item.engineTaskId()).singleResult();
		if (task == null) {
			return Map.of();
		}
		Map<String, Object> facts = facts(task.getProcessInstanceId(), task.getExecutionId());
		Deque<DiagramWalk.Caller> callers = callers(task.getProcessInstanceId());
		BpmnModelInstance model = this.models.model(task.getProcessDefinitionId());
		FlowNode node = model.getModelElementById(task.getTaskDefinitionKey());
		Map<String, List<NextHandler>> next = new LinkedHashMap<>();
		for (String outcome : item.description().outcomes()) {
			Map<String, Object> assumed = new HashMap<>(facts);
			if (!item.description().multiple()) {
				assumed.put(task.getTaskDefinitionKey() + "_outcome", outcome);
			}
			DiagramWalk walk = new DiagramWalk(called -> this.models.called(task.getProcessDefinitionId(), called),
					assumed, new ArrayDeque<>(callers), new DiagramWalk.Said(outcome,
							item.description().outcomes().stream().filter(other -> !other.equals(outcome)).toList()));
			walk.leave(node);
			next.put(outcome, walk.found());
		}
		return next;
	}

	/** The innermost caller is last. */
	private Deque<DiagramWalk.Caller> callers(String instanceId) {
		return ReadOnce.of(this, "callers", List.of(instanceId), () -> callersOf(instanceId));
	}

	private Deque<DiagramWalk.Caller> callersOf(String instanceId) {
		List<DiagramWalk.Caller> innermostFirst = new ArrayList<>();
		ProcessInstance child = instance(instanceId);
		while (child != null) {
			ProcessInstance parent = this.runtime.createProcessInstanceQuery()
				.subProcessInstanceId(child.getId())
				.singleResult();
			if (parent == null) {
				break;
			}
			String process = Definitions.keyOf(child.getProcessDefinitionId());
			CallActivity call = this.models.model(parent.getProcessDefinitionId())
				.getModelElementsByType(CallActivity.class)
				.stream()
				.filter(candidate -> process.equals(candidate.getCalledElement()))
				.findFirst()
				.orElseThrow();
			innermostFirst.add(new DiagramWalk.Caller(call, facts(parent.getId(), parent.getId())));
			child = parent;
		}
		Deque<DiagramWalk.Caller> callers = new ArrayDeque<>();
		innermostFirst.forEach(callers::addFirst);
		return callers;
	}

	/**
	 * Asks by a query: asked by itself, an execution that ends meanwhile is missing, or
	 * is written by the very reading.
	 */
	private Map<String, Object> facts(String instance, String execution) {
		Map<String, Object> facts = new HashMap<>();
		this.runtime.createVariableInstanceQuery()
			.processInstanceIdIn(instance)
			.list()
			.stream()
			.filter(variable -> instance.equals(variable.getExecutionId())
					|| execution.equals(variable.getExecutionId()))
			.forEach(variable -> facts.put(variable.getName(), variable.getValue()));
		return facts;
	}

	private ProcessInstance instance(String id) {
		return this.runtime.createProcessInstanceQuery().processInstanceId(id).singleResult();
	}

}
