package cn.ecopark.process;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.VariableInstance;
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

	private final LinesOfCallers callers;

	NextSteps(DeployedModels models, RuntimeService runtime, TaskService tasks, LinesOfCallers callers) {
		this.callers = callers;
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
		List<LinesOfCallers.Caller> line = this.callers.of(task.getProcessInstanceId());
		Facts known = facts(Stream
			.concat(Stream.of(task.getProcessInstanceId()), line.stream().map(LinesOfCallers.Caller::instanceId))
			.toList());
		Map<String, Object> facts = known.of(task.getProcessInstanceId(), task.getExecutionId());
		Deque<DiagramWalk.Caller> callers = callers(task.getProcessDefinitionId(), line, known);
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

	/**
	 * @param definition of the instance that they have called
	 * @return the callers, of whom the innermost is last
	 */
	private Deque<DiagramWalk.Caller> callers(String definition, List<LinesOfCallers.Caller> line, Facts facts) {
		Deque<DiagramWalk.Caller> callers = new ArrayDeque<>();
		String called = definition;
		for (LinesOfCallers.Caller caller : line) {
			callers.addFirst(new DiagramWalk.Caller(call(caller.definitionId(), Definitions.keyOf(called)),
					facts.of(caller.instanceId(), caller.instanceId())));
			called = caller.definitionId();
		}
		return callers;
	}

	private CallActivity call(String definition, String process) {
		return this.models.model(definition)
			.getModelElementsByType(CallActivity.class)
			.stream()
			.filter(candidate -> process.equals(candidate.getCalledElement()))
			.findFirst()
			.orElseThrow();
	}

	/**
	 * Asks by a query: asked by itself, an execution that ends meanwhile is missing, or
	 * is written by the very reading.
	 */
	private Facts facts(List<String> line) {
		return ReadOnce.of(this, "facts", List.of(line), () -> new Facts(
				this.runtime.createVariableInstanceQuery().processInstanceIdIn(line.toArray(String[]::new)).list()));
	}

	/** What the engine knows of an instance and those above it. */
	private record Facts(List<VariableInstance> variables) {

		/** What is known where the token is. */
		Map<String, Object> of(String instance, String execution) {
			Map<String, Object> facts = new HashMap<>();
			this.variables.stream()
				.filter(variable -> instance.equals(variable.getProcessInstanceId()))
				.filter(variable -> instance.equals(variable.getExecutionId())
						|| execution.equals(variable.getExecutionId()))
				.forEach(variable -> facts.put(variable.getName(), variable.getValue()));
			return facts;
		}

	}

}
