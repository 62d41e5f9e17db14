package cn.ecopark.process.pack;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.w3c.dom.Document;
import org.w3c.dom.Element;

import cn.ecopark.process.engine.TaskElements;

/**
 * All diagrams of a pack that could be read, by process id, and what can only be told of
 * them together.
 */
final class Diagrams {

	/** Where a token stays until somebody acts or a time comes. */
	private static final Set<String> WAITING = Set.of("userTask", "intermediateCatchEvent");

	private final Map<String, Document> byProcess = new LinkedHashMap<>();

	private final Map<String, Boolean> passable = new HashMap<>();

	private final Set<String> rolesOfSeveral = new TreeSet<>();

	private final Map<String, String> nameOfSameStep = new HashMap<>();

	private final Map<String, Set<String>> callers = new HashMap<>();

	void add(String process, Document document) {
		this.byProcess.put(process, document);
		ModelElements.of(document, "userTask")
			.stream()
			.filter(ModelElements::isForEach)
			.forEach(task -> this.rolesOfSeveral.add(ModelElements.camunda(task, "candidateGroups")));
		ModelElements.of(document, "callActivity")
			.forEach(call -> this.callers.computeIfAbsent(call.getAttribute("calledElement"), called -> new TreeSet<>())
				.add(process));
	}

	/**
	 * @return what that step is called in the first diagram that has it, by what makes it
	 * the same
	 */
	Map<String, String> nameOfSameStep() {
		if (this.nameOfSameStep.isEmpty()) {
			this.byProcess.values().forEach(document -> ModelElements.of(document, "userTask").forEach(task -> {
				if (!ElementNames.label(task).isEmpty()) {
					this.nameOfSameStep.putIfAbsent(NameRules.signature(task), ElementNames.label(task));
				}
			}));
		}
		return this.nameOfSameStep;
	}

	Optional<Document> find(String process) {
		return Optional.ofNullable(this.byProcess.get(process));
	}

	/**
	 * @return what an official calls the diagram
	 */
	Said nameOf(String process) {
		String name = find(process).flatMap(document -> ModelElements.of(document, "process").stream().findFirst())
			.map(ElementNames::label)
			.filter(label -> !label.isEmpty())
			.orElse(process);
		return Said.of(process, "finding.word", name, name);
	}

	/**
	 * @return roles that stand for several: some step of the pack asks each of them
	 */
	Set<String> rolesOfSeveral() {
		return this.rolesOfSeveral;
	}

	/**
	 * @return forms that some step asks for, or that a call gives to one
	 */
	Set<String> formsAsked() {
		Set<String> forms = new HashSet<>();
		this.byProcess.values().forEach(document -> {
			ModelElements.of(document, "userTask").forEach(task -> forms.add(ModelElements.camunda(task, "formRef")));
			ModelElements.of(document, "callActivity")
				.forEach(call -> ModelElements.propertiesOf(call).forEach((name, value) -> {
					if (GivenByCall.named(name).filter(given -> given == GivenByCall.FORM).isPresent()) {
						forms.add(value.strip());
					}
				}));
		});
		return forms;
	}

	/**
	 * @return the diagrams with a call of that one
	 */
	Set<String> callersOf(String process) {
		return this.callers.getOrDefault(process, Set.of());
	}

	/**
	 * @return the diagram with all that it calls, over whatever others
	 */
	List<Document> withCalled(Document document) {
		Set<Document> reached = new LinkedHashSet<>(List.of(document));
		Deque<Document> open = new ArrayDeque<>(reached);
		while (!open.isEmpty()) {
			ModelElements.of(open.pop(), "callActivity")
				.stream()
				.flatMap(call -> find(call.getAttribute("calledElement")).stream())
				.filter(reached::add)
				.forEach(open::push);
		}
		return List.copyOf(reached);
	}

	/**
	 * @return results with which the diagram may end, also those that it takes over from
	 * a part
	 */
	List<String> resultsOf(Document document) {
		Set<String> results = new LinkedHashSet<>();
		collectResults(document, results, new HashSet<>());
		return List.copyOf(results);
	}

	private void collectResults(Document document, Set<String> results, Set<Document> seen) {
		if (!seen.add(document)) {
			return;
		}
		for (Element end : ModelElements.of(document, "endEvent")) {
			Map<String, String> properties = ModelElements.propertiesOf(end);
			String takenOver = properties.get(TaskElements.TAKES_OVER);
			if (takenOver == null) {
				results.add(properties.getOrDefault("result", ""));
			}
			else {
				callsInto(document, takenOver).stream()
					.flatMap(call -> find(call.getAttribute("calledElement")).stream())
					.forEach(called -> collectResults(called, results, seen));
			}
		}
	}

	/**
	 * @return the calls of the diagram whose result comes out as that fact
	 */
	static List<Element> callsInto(Document document, String fact) {
		return ModelElements.of(document, "callActivity")
			.stream()
			.filter(call -> ModelElements.extensionsOf(call, "out")
				.stream()
				.anyMatch(out -> fact.equals(out.getAttribute("target"))))
			.toList();
	}

	/**
	 * @return whether the diagram comes to itself by that call, over whatever others
	 */
	boolean comesBack(String process, Element call) {
		Set<String> reached = new HashSet<>();
		Deque<String> open = new ArrayDeque<>(List.of(call.getAttribute("calledElement")));
		while (!open.isEmpty()) {
			String called = open.pop();
			if (called.equals(process)) {
				return true;
			}
			if (reached.add(called)) {
				find(called).ifPresent(document -> ModelElements.of(document, "callActivity")
					.forEach(next -> open.push(next.getAttribute("calledElement"))));
			}
		}
		return false;
	}

	/**
	 * @return whether a token passes the step without waiting for anybody
	 */
	boolean passesAtOnce(Element step) {
		if (WAITING.contains(step.getLocalName())) {
			return false;
		}
		return switch (step.getLocalName()) {
			case "callActivity" -> passesAtOnce(step.getAttribute("calledElement"));
			case "subProcess" -> isPassable(step);
			default -> true;
		};
	}

	private boolean passesAtOnce(String process) {
		Boolean known = this.passable.get(process);
		if (known != null) {
			return known;
		}
		// What calls itself is told elsewhere.
		this.passable.put(process, false);
		boolean passes = find(process).map(document -> ModelElements.of(document, "process"))
			.filter(processes -> processes.size() == 1)
			.map(processes -> isPassable(processes.get(0)))
			.orElse(false);
		this.passable.put(process, passes);
		return passes;
	}

	private boolean isPassable(Element scopeElement) {
		Scope scope = new Scope(scopeElement);
		Set<Element> reached = new HashSet<>();
		Deque<Element> open = new ArrayDeque<>(scope.steps("startEvent"));
		while (!open.isEmpty()) {
			Element step = open.pop();
			if ("endEvent".equals(step.getLocalName())) {
				return true;
			}
			if (reached.add(step) && passesAtOnce(step)) {
				scope.after(step).forEach(open::push);
			}
		}
		return false;
	}

	/**
	 * @return steps of circles that a token could run through without ever waiting, each
	 * circle by its steps in the order of the diagram
	 */
	List<List<Element>> circlesWithoutWait(Scope scope) {
		Set<Element> running = new HashSet<>(scope.steps());
		running.removeIf(step -> !passesAtOnce(step));
		List<List<Element>> circles = new ArrayList<>();
		Set<Element> told = new HashSet<>();
		for (Element step : scope.steps()) {
			if (running.contains(step) && !told.contains(step)) {
				Set<Element> ahead = within(running, step, scope, true);
				Set<Element> circle = within(running, step, scope, false);
				circle.retainAll(ahead);
				if (circle.contains(step)) {
					told.addAll(circle);
					circles.add(scope.steps().stream().filter(circle::contains).toList());
				}
			}
		}
		return circles;
	}

	/**
	 * What comes after or before the step while nothing waits; itself only by a circle.
	 */
	private static Set<Element> within(Set<Element> running, Element step, Scope scope, boolean ahead) {
		Set<Element> reached = new HashSet<>();
		Deque<Element> open = new ArrayDeque<>(List.of(step));
		while (!open.isEmpty()) {
			Element current = open.pop();
			(ahead ? scope.after(current) : scope.before(current)).stream()
				.filter(running::contains)
				.filter(reached::add)
				.forEach(open::push);
		}
		return reached;
	}

}
