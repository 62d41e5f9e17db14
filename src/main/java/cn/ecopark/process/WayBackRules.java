package cn.ecopark.process;

import java.util.List;
import java.util.Optional;

import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;

import cn.ecopark.worklist.TakeBackRules.Hindrance;

/**
 * Whether a flow that has gone on from a task can go back to it: when it has only come,
 * by flows and choices, to tasks that people do. To what it has called it has come by
 * that call alone, so that it goes with it; all else has done something that no way back
 * undoes.
 */
final class WayBackRules {

	private WayBackRules() {
	}

	/**
	 * How the flow has met an element.
	 *
	 * @param entered whether it came to it; otherwise it took or left it
	 */
	record Met(FlowElement element, boolean entered) {
	}

	/**
	 * @param task that was done
	 * @param met everything since then, its own leaving included
	 * @return why it cannot be gone back; empty where it can
	 */
	static Optional<Hindrance> bar(Activity task, List<Met> met) {
		if (task.getLoopCharacteristics() != null) {
			return Optional.of(Hindrance.SEVERAL);
		}
		if (!(task.getParentElement() instanceof Process)) {
			return Optional.of(Hindrance.NOT_PLAIN);
		}
		Optional<Hindrance> found = met.stream()
			.filter(one -> one.entered() || !one.element().getId().equals(task.getId()))
			.flatMap(one -> bar(one).stream())
			.findFirst();
		boolean arrived = met.stream().anyMatch(one -> one.entered() && one.element() instanceof UserTask);
		return found.isPresent() || arrived ? found : Optional.of(Hindrance.WAITS);
	}

	private static Optional<Hindrance> bar(Met met) {
		FlowElement element = met.element();
		if (element instanceof SequenceFlow flow) {
			boolean waits = flow.getSource().isCamundaAsyncAfter() || flow.getTarget().isCamundaAsyncBefore();
			return waits ? Optional.of(Hindrance.WAITS) : Optional.empty();
		}
		if (element instanceof UserTask || element instanceof CallActivity) {
			if (!met.entered()) {
				return Optional.of(Hindrance.ENDED);
			}
			return ((Activity) element).getLoopCharacteristics() == null ? Optional.empty()
					: Optional.of(Hindrance.SEVERAL);
		}
		if (element instanceof ParallelGateway gateway) {
			return gateway.getIncoming().size() > 1 ? Optional.of(Hindrance.JOINED) : Optional.empty();
		}
		if (element instanceof ExclusiveGateway
				|| element instanceof StartEvent start && start.getEventDefinitions().isEmpty()) {
			return Optional.empty();
		}
		return Optional.of(barOfOther(element));
	}

	private static Hindrance barOfOther(FlowElement element) {
		if (element instanceof ReceiveTask || element instanceof IntermediateCatchEvent
				|| element instanceof EventBasedGateway) {
			return Hindrance.WAITS;
		}
		if (element instanceof EndEvent) {
			return Hindrance.ENDED;
		}
		return element instanceof Task || element instanceof IntermediateThrowEvent ? Hindrance.ACTED
				: Hindrance.NOT_PLAIN;
	}

}
