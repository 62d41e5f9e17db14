package cn.ecopark.process.pack;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Where elements of a diagram stand for whoever reads it along the flow: what a case
 * comes to first comes first, a flow behind the step it leaves, a mark behind what it
 * marks, what no case ever comes to last.
 *
 * @param positions by id
 */
record FlowOrder(Map<String, Integer> positions) {

	/** Of findings about the drawing as a whole. */
	private static final int FIRST = -1;

	static FlowOrder of(Document document) {
		Map<String, Integer> positions = new HashMap<>();
		for (Element process : ModelElements.of(document, "process")) {
			positions.putIfAbsent(process.getAttribute("id"), FIRST);
			walk(process, positions);
		}
		return new FlowOrder(positions);
	}

	/** Nesting is bounded by whoever reads the file. */
	private static void walk(Element scopeElement, Map<String, Integer> positions) {
		Scope scope = new Scope(scopeElement);
		Deque<Element> open = new ArrayDeque<>(scope.steps("startEvent"));
		Set<Element> seen = new LinkedHashSet<>(open);
		while (!open.isEmpty()) {
			Element step = open.poll();
			place(step, scope, positions);
			scope.after(step).stream().filter(seen::add).forEach(open::add);
		}
		scope.steps().stream().filter(step -> !seen.contains(step)).forEach(step -> place(step, scope, positions));
	}

	private static void place(Element step, Scope scope, Map<String, Integer> positions) {
		put(step.getAttribute("id"), positions);
		put(MarkRules.MARK + step.getAttribute("id"), positions);
		scope.out(step).forEach(flow -> put(flow.getAttribute("id"), positions));
		if ("subProcess".equals(step.getLocalName())) {
			walk(step, positions);
		}
	}

	private static void put(String id, Map<String, Integer> positions) {
		positions.putIfAbsent(id, positions.size());
	}

	/**
	 * @param id of an element; empty for the file as a whole
	 */
	int positionOf(String id) {
		return id.isEmpty() ? FIRST : this.positions.getOrDefault(id, Integer.MAX_VALUE);
	}

	static FlowOrder none() {
		return new FlowOrder(Map.of());
	}

}
