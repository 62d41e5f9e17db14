package cn.ecopark.process;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.stereotype.Component;

import cn.ecopark.shared.NodeMemory;

/**
 * The diagrams that were deployed. A deployment never changes, so that each is read from
 * the database once.
 */
@Component
class DeployedModels {

	private final RepositoryService repository;

	@NodeMemory(NodeMemory.Why.NEVER_CHANGES)
	private final Map<String, Deployed> known = new ConcurrentHashMap<>();

	@NodeMemory(NodeMemory.Why.NEVER_CHANGES)
	private final Map<Call, String> called = new ConcurrentHashMap<>();

	DeployedModels(RepositoryService repository) {
		this.repository = repository;
	}

	/**
	 * A diagram of a deployment.
	 *
	 * @param name what it is called
	 * @param version how often a diagram of that key had been deployed
	 */
	record Deployed(String name, int version, String deployment, BpmnModelInstance model) {
	}

	private record Call(String deployment, String process) {
	}

	Deployed get(String definitionId) {
		return this.known.computeIfAbsent(definitionId, id -> {
			ProcessDefinition definition = this.repository.getProcessDefinition(id);
			return new Deployed(definition.getName(), definition.getVersion(), definition.getDeploymentId(),
					this.repository.getBpmnModelInstance(id));
		});
	}

	BpmnModelInstance model(String definitionId) {
		return get(definitionId).model();
	}

	/**
	 * @return the diagram of that key which the other calls: the one of the same
	 * deployment
	 */
	BpmnModelInstance called(String callerDefinition, String process) {
		String deployment = get(callerDefinition).deployment();
		return model(this.called.computeIfAbsent(new Call(deployment, process),
				call -> this.repository.createProcessDefinitionQuery()
					.deploymentId(call.deployment())
					.processDefinitionKey(call.process())
					.singleResult()
					.getId()));
	}

}
