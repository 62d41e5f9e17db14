package cn.ecopark.process;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.EcoCase;
import cn.ecopark.worklist.StepsToCome;

/**
 * Follows the diagrams of a case from where its token is, by every flow whatever its
 * condition, and looks for steps of a role. Stages that the case has left do not count,
 * though it may be sent back to them: then their steps are open again.
 */
@Component
class EngineStepsToCome implements StepsToCome {

	private final RuntimeService runtime;

	private final DeployedModels models;

	private final HistoryService history;

	EngineStepsToCome(RuntimeService runtime, DeployedModels models, HistoryService history) {
		this.runtime = runtime;
		this.models = models;
		this.history = history;
	}

	@Override
	public boolean mayCome(EcoCase ecoCase, Set<String> roles) {
		return this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(ecoCase.id(), ecoCase.kind())
			.tenantIdIn(ecoCase.release().toString())
			.rootProcessInstances()
			.list()
			.stream()
			.anyMatch(instance -> mayCome(instance, roles, left(instance)));
	}

	private Set<String> left(ProcessInstance instance) {
		return this.history.createHistoricActivityInstanceQuery()
			.processInstanceId(instance.getId())
			.finished()
			.list()
			.stream()
			.map(HistoricActivityInstance::getActivityId)
			.collect(Collectors.toSet());
	}

	/** Within a stage its steps come again, as when the park has mended something. */
	private boolean mayCome(ProcessInstance instance, Set<String> roles, Set<String> left) {
		String definition = instance.getProcessDefinitionId();
		BpmnModelInstance model = this.models.model(definition);
		Search search = new Search(definition, roles, left);
		for (String active : this.runtime.getActiveActivityIds(instance.getId())) {
			if (model.getModelElementById(active) instanceof FlowNode node && search.isFoundFrom(node)) {
				return true;
			}
		}
		return this.runtime.createProcessInstanceQuery()
			.superProcessInstanceId(instance.getId())
			.list()
			.stream()
			.anyMatch(called -> mayCome(called, roles, Set.of()));
	}

	/**
	 * @param definition of the diagram that calls those that are looked into
	 * @param left elements that do not count any more
	 */
	private final class Search {

		private final String definition;

		private final Set<String> roles;

		private final Set<String> left;

		private final Set<String> called = new HashSet<>();

		private final Set<String> visited = new HashSet<>();

		private final Deque<FlowNode> ahead = new ArrayDeque<>();

		private Search(String definition, Set<String> roles, Set<String> left) {
			this.definition = definition;
			this.roles = roles;
			this.left = left;
		}

		/** What is called where the token stands is searched where it stands there. */
		private boolean isFoundFrom(FlowNode active) {
			if (isOfRole(active)) {
				return true;
			}
			onwardFrom(active);
			while (!this.ahead.isEmpty()) {
				FlowNode node = this.ahead.pop();
				if (this.visited.add(node.getId())) {
					if (!this.left.contains(node.getId()) && isReached(node)) {
						return true;
					}
					onwardFrom(node);
				}
			}
			return false;
		}

		private boolean isReached(FlowNode node) {
			return isOfRole(node) || node instanceof CallActivity call && isIn(call)
					|| node instanceof SubProcess part && holds(List.copyOf(part.getFlowElements()));
		}

		private void onwardFrom(FlowNode node) {
			node.getOutgoing().stream().map(SequenceFlow::getTarget).forEach(this.ahead::push);
			((BpmnModelInstance) node.getModelInstance()).getModelElementsByType(BoundaryEvent.class)
				.stream()
				.filter(event -> node.equals(event.getAttachedTo()))
				.forEach(this.ahead::push);
			if (node.getParentElement() instanceof SubProcess around) {
				this.ahead.push(around);
			}
		}

		private boolean isIn(CallActivity call) {
			String process = call.getCalledElement();
			return this.called.add(process) && holds(EngineStepsToCome.this.models.called(this.definition, process)
				.getModelElementsByType(FlowNode.class));
		}

		private boolean holds(Iterable<?> elements) {
			for (Object element : elements) {
				if (element instanceof FlowNode node && isReached(node)) {
					return true;
				}
			}
			return false;
		}

		private boolean isOfRole(FlowNode node) {
			return node instanceof UserTask task
					&& task.getCamundaCandidateGroupsList().stream().anyMatch(this.roles::contains);
		}

	}

}
