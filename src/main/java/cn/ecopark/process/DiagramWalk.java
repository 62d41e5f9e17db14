package cn.ecopark.process;

import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.jspecify.annotations.Nullable;

import cn.ecopark.process.engine.ConditionEvaluator;
import cn.ecopark.process.engine.ExpressionGrammar;
import cn.ecopark.process.engine.TaskElements;
import cn.ecopark.process.pack.GivenByCall;
import cn.ecopark.worklist.TaskEngine.NextHandler;

/**
 * One walk through diagrams under assumed facts, up to the next waiting points. A fact
 * nobody knows yet opens every way.
 */
final class DiagramWalk {

	private static final Map<String, String> FACT_OF_DELEGATE = Map.of("${tallyBallots}", "ballotsResult",
			"${applyCoordination}", "coordinationResult", "${checkPanel}", "panelResult", "${gradeRecheck}",
			"recheckGrade");

	private final Function<String, BpmnModelInstance> called;

	private final Set<Visit> visited = new HashSet<>();

	private final List<NextHandler> found = new ArrayList<>();

	private Map<String, Object> facts;

	private final Deque<Caller> callers;

	private final Set<String> unknown = new HashSet<>();

	private final Said said;

	/**
	 * @param said with which outcome the step is left that the walk begins at
	 */
	DiagramWalk(Function<String, BpmnModelInstance> called, Map<String, Object> facts, Deque<Caller> callers,
			Said said) {
		this.called = called;
		this.facts = facts;
		this.callers = callers;
		this.said = said;
	}

	/**
	 * What is assumed to be chosen.
	 *
	 * @param others what could be chosen instead
	 */
	record Said(String outcome, List<String> others) {
	}

	/** Behind a call the way depends on the result it came to. */
	private record Visit(int depth, String node, Map<String, Object> facts) {
	}

	private Map<String, Object> known() {
		Map<String, Object> known = new HashMap<>(this.facts);
		known.values().removeIf(Objects::isNull);
		return known;
	}

	/** A diagram that waits for the one that is walked. */
	record Caller(CallActivity call, Map<String, Object> facts) {
	}

	List<NextHandler> found() {
		return List.copyOf(this.found);
	}

	void leave(FlowNode node) {
		for (SequenceFlow flow : node instanceof ExclusiveGateway gateway ? chosen(gateway) : node.getOutgoing()) {
			reach(flow.getTarget());
		}
	}

	private void reach(FlowNode node) {
		if (!this.visited.add(new Visit(this.callers.size(), node.getId(), Map.copyOf(known())))) {
			return;
		}
		if (node instanceof UserTask task) {
			List<String> groups = task.getCamundaCandidateGroupsList();
			add(new NextHandler(task.getName(), groups.isEmpty() ? null : groups.get(0), limit(task), false));
		}
		else if (node instanceof IntermediateCatchEvent) {
			add(new NextHandler(node.getName(), null, null, false));
		}
		else if (node instanceof EndEvent end) {
			end(end);
		}
		else if (node instanceof CallActivity call) {
			enter(call);
		}
		else {
			if (node instanceof ServiceTask service) {
				String fact = FACT_OF_DELEGATE.get(service.getCamundaDelegateExpression());
				if (fact != null) {
					this.unknown.add(fact);
				}
			}
			leave(node);
		}
	}

	/** The one that the call gives instead of the drawn one. */
	private @Nullable String limit(UserTask task) {
		String drawn = property(task, "limit");
		Caller caller = this.callers.peekLast();
		String given = drawn == null || caller == null ? null
				: property(caller.call(), GivenByCall.LIMIT.property(drawn));
		return given == null ? drawn : given;
	}

	private void enter(CallActivity call) {
		this.callers.addLast(new Caller(call, new HashMap<>(this.facts)));
		Map<String, Object> outer = this.facts;
		this.facts = new HashMap<>(Map.of("caseId", ""));
		BpmnModelInstance model = this.called.apply(call.getCalledElement());
		model.getModelElementsByType(Process.class)
			.iterator()
			.next()
			.getChildElementsByType(StartEvent.class)
			.forEach(this::leave);
		this.facts = outer;
		this.callers.pollLast();
	}

	private void end(EndEvent end) {
		Caller caller = this.callers.pollLast();
		if (caller == null) {
			add(new NextHandler(end.getName(), null, null, true));
			return;
		}
		Map<String, Object> inner = this.facts;
		this.facts = new HashMap<>(caller.facts());
		String takenOver = property(end, TaskElements.TAKES_OVER);
		Object result = takenOver == null ? property(end, "result") : inner.get(takenOver);
		if (caller.call().getExtensionElements() != null) {
			caller.call()
				.getExtensionElements()
				.getElementsQuery()
				.filterByType(CamundaOut.class)
				.list()
				.stream()
				.filter(out -> "stageResult".equals(out.getCamundaSource()))
				.forEach(out -> this.facts.put(out.getCamundaTarget(), result));
		}
		leave(caller.call());
		this.facts = inner;
		this.callers.addLast(caller);
	}

	private List<SequenceFlow> chosen(ExclusiveGateway gateway) {
		List<SequenceFlow> flows = List.copyOf(gateway.getOutgoing());
		for (SequenceFlow flow : flows) {
			String condition = condition(flow);
			if (condition != null && ExpressionGrammar.namesIn(condition).stream().anyMatch(this.unknown::contains)) {
				return openTo(flows);
			}
		}
		for (SequenceFlow flow : flows) {
			String condition = condition(flow);
			if (condition != null && ConditionEvaluator.holds(condition, this.facts)) {
				return List.of(flow);
			}
		}
		return gateway.getDefault() != null ? List.of(gateway.getDefault())
				: flows.stream().filter(flow -> condition(flow) == null).toList();
	}

	/**
	 * A fact that nobody knows yet may be what was chosen itself, as where a text is sent
	 * back: then its way alone is gone, and by other choices it is not gone.
	 */
	private List<SequenceFlow> openTo(List<SequenceFlow> flows) {
		List<SequenceFlow> named = flows.stream().filter(flow -> isFor(flow, this.said.outcome())).toList();
		return !named.isEmpty() ? named
				: flows.stream()
					.filter(flow -> this.said.others().stream().noneMatch(other -> isFor(flow, other)))
					.toList();
	}

	private boolean isFor(SequenceFlow flow, String outcome) {
		String condition = condition(flow);
		Map<String, Object> assumed = new HashMap<>();
		this.unknown.forEach(fact -> assumed.put(fact, outcome));
		return condition != null && ConditionEvaluator.holds(condition, assumed);
	}

	private void add(NextHandler handler) {
		if (!this.found.contains(handler)) {
			this.found.add(handler);
		}
	}

	private static @Nullable String condition(SequenceFlow flow) {
		return flow.getConditionExpression() == null ? null : flow.getConditionExpression().getTextContent();
	}

	private static @Nullable String property(FlowNode node, String name) {
		if (node.getExtensionElements() == null) {
			return null;
		}
		return node.getExtensionElements()
			.getElementsQuery()
			.filterByType(CamundaProperties.class)
			.list()
			.stream()
			.flatMap(properties -> properties.getCamundaProperties().stream())
			.filter(property -> name.equals(property.getCamundaName()))
			.map(property -> property.getCamundaValue())
			.findFirst()
			.orElse(null);
	}

}
