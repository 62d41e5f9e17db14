package cn.ecopark.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.Test;

import cn.ecopark.process.WayBackRules.Met;
import cn.ecopark.worklist.TakeBackRules.Hindrance;

import static org.assertj.core.api.Assertions.assertThat;

/** From which ways a flow can go back to the task it came from. */
class WayBackRulesTest {

	@Test
	void canBeGoneBackOverFlowsAndChoicesToPeople() {
		BpmnModelInstance model = Bpmn.createExecutableProcess()
			.startEvent()
			.userTask("done")
			.exclusiveGateway("choice")
			.userTask("next")
			.endEvent()
			.done();

		assertThat(bar(model, "done", "choice", "next")).isEmpty();
	}

	@Test
	void canBeGoneBackFromWhatWasCalledAndAskedSideBySide() {
		BpmnModelInstance calling = Bpmn.createExecutableProcess()
			.startEvent()
			.userTask("done")
			.callActivity("call")
			.endEvent()
			.done();
		BpmnModelInstance called = Bpmn.createExecutableProcess()
			.startEvent("begun")
			.parallelGateway("fork")
			.userTask("one")
			.endEvent()
			.moveToNode("fork")
			.userTask("other")
			.endEvent()
			.done();
		List<Met> met = met(calling, "done", "call");
		met.addAll(met(called, "begun", "fork", "one", "other"));

		assertThat(WayBackRules.bar(calling.getModelElementById("done"), met)).isEmpty();
	}

	@Test
	void isBarredByWhatTheSystemDoes() {
		BpmnModelInstance model = Bpmn.createExecutableProcess()
			.startEvent()
			.userTask("done")
			.serviceTask("number")
			.userTask("next")
			.endEvent()
			.done();

		assertThat(bar(model, "done", "number", "next")).contains(Hindrance.ACTED);
	}

	@Test
	void isBarredByWaitingForAnEvent() {
		BpmnModelInstance model = Bpmn.createExecutableProcess()
			.startEvent()
			.userTask("done")
			.intermediateCatchEvent("day")
			.timerWithDate("2018-01-01T00:00:00")
			.endEvent()
			.done();
		BpmnModelInstance later = Bpmn.createExecutableProcess()
			.startEvent()
			.userTask("done")
			.userTask("next")
			.camundaAsyncBefore()
			.endEvent()
			.done();

		assertThat(bar(model, "done", "day")).contains(Hindrance.WAITS);
		assertThat(bar(later, "done", "next")).contains(Hindrance.WAITS);
		assertThat(bar(model, "done")).as("nothing came").contains(Hindrance.WAITS);
	}

	@Test
	void isBarredByAnEnd() {
		BpmnModelInstance model = Bpmn.createExecutableProcess().startEvent().userTask("done").endEvent("end").done();

		assertThat(bar(model, "done", "end")).contains(Hindrance.ENDED);
	}

	@Test
	void isBarredByMeetingWhatOthersDo() {
		BpmnModelInstance model = Bpmn.createExecutableProcess()
			.startEvent()
			.parallelGateway("fork")
			.userTask("done")
			.parallelGateway("join")
			.userTask("next")
			.endEvent()
			.moveToNode("fork")
			.userTask("other")
			.connectTo("join")
			.done();

		assertThat(bar(model, "done", "join", "next")).contains(Hindrance.JOINED);
		List<Met> interrupted = met(model, "done");
		interrupted.add(new Met(model.getModelElementById("other"), false));
		assertThat(WayBackRules.bar(model.getModelElementById("done"), interrupted)).contains(Hindrance.ENDED);
	}

	@Test
	void isBarredWhereEachDoesItForHimself() {
		BpmnModelInstance model = Bpmn.createExecutableProcess()
			.startEvent()
			.userTask("done")
			.userTask("next")
			.multiInstance()
			.cardinality("2")
			.multiInstanceDone()
			.endEvent()
			.done();

		assertThat(bar(model, "done", "next")).contains(Hindrance.SEVERAL);
		assertThat(bar(model, "next")).contains(Hindrance.SEVERAL);
	}

	@Test
	void isBarredInsideASubProcessAndByOtherGateways() {
		BpmnModelInstance inside = Bpmn.createExecutableProcess()
			.startEvent()
			.subProcess()
			.embeddedSubProcess()
			.startEvent()
			.userTask("done")
			.userTask("next")
			.endEvent()
			.subProcessDone()
			.endEvent()
			.done();
		BpmnModelInstance inclusive = Bpmn.createExecutableProcess()
			.startEvent()
			.userTask("done")
			.inclusiveGateway("some")
			.userTask("next")
			.endEvent()
			.done();

		assertThat(bar(inside, "done", "next")).contains(Hindrance.NOT_PLAIN);
		assertThat(bar(inclusive, "done", "some", "next")).contains(Hindrance.NOT_PLAIN);
	}

	private static Optional<Hindrance> bar(BpmnModelInstance model, String task, String... ways) {
		String[] all = new String[ways.length + 1];
		all[0] = task;
		System.arraycopy(ways, 0, all, 1, ways.length);
		return WayBackRules.bar((Activity) model.<FlowElement>getModelElementById(task), met(model, all));
	}

	/** The first is left, the others are come to; what is between is left as well. */
	private static List<Met> met(BpmnModelInstance model, String... ids) {
		List<Met> met = new ArrayList<>();
		for (int at = 0; at < ids.length; at++) {
			FlowElement element = model.getModelElementById(ids[at]);
			if (at > 0) {
				model.getModelElementsByType(SequenceFlow.class)
					.stream()
					.filter(flow -> flow.getTarget().getId().equals(element.getId()))
					.forEach(flow -> met.add(new Met(flow, false)));
				met.add(new Met(element, true));
			}
			if (at < ids.length - 1 && !(element instanceof org.camunda.bpm.model.bpmn.instance.UserTask && at > 0)
					&& !(element instanceof org.camunda.bpm.model.bpmn.instance.CallActivity)) {
				met.add(new Met(element, false));
			}
		}
		if (ids.length == 1) {
			met.add(new Met(model.getModelElementById(ids[0]), false));
		}
		return met;
	}

}
