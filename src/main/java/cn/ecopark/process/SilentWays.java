package cn.ecopark.process;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.springframework.stereotype.Component;

import cn.ecopark.process.engine.TaskElements;
import cn.ecopark.worklist.TaskEngine.SilentWay;
import cn.ecopark.worklist.WorkItem;

/**
 * How the diagram in which a task stands lets it be left without an answer: by a timer
 * drawn at it, or by the outcome that its property {@code silence} names.
 */
@Component
class SilentWays {

	private static final String SILENCE = "silence";

	private final DeployedModels models;

	SilentWays(DeployedModels models) {
		this.models = models;
	}

	SilentWay of(WorkItem item) {
		BpmnModelInstance model = this.models.model(item.task().definitionId());
		boolean drawn = model.getModelElementsByType(BoundaryEvent.class)
			.stream()
			.filter(event -> item.task().taskKey().equals(event.getAttachedTo().getId()))
			.flatMap(event -> event.getEventDefinitions().stream())
			.anyMatch(TimerEventDefinition.class::isInstance);
		return new SilentWay(
				TaskElements.property(model.getModelElementById(item.task().taskKey()), SILENCE).orElse(null), drawn);
	}

}
