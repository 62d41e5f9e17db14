package cn.ecopark.process.pack;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.w3c.dom.Element;

/**
 * A process or sub-process with the steps and flows right in it: tokens do not cross its
 * border.
 */
final class Scope {

	private final Element element;

	private final Map<String, Element> steps = new LinkedHashMap<>();

	private final List<Element> flows;

	private final Map<Element, List<Element>> after = new LinkedHashMap<>();

	private final Map<Element, List<Element>> before = new LinkedHashMap<>();

	private final Map<Element, List<Element>> out = new LinkedHashMap<>();

	private final Map<Element, List<Element>> in = new LinkedHashMap<>();

	Scope(Element element) {
		this.element = element;
		ModelElements.childrenOf(element)
			.stream()
			.filter(ModelElements::isStep)
			.forEach(step -> this.steps.put(step.getAttribute("id"), step));
		this.flows = ModelElements.childrenOf(element, "sequenceFlow");
		for (Element flow : this.flows) {
			step(flow.getAttribute("sourceRef")).ifPresent(source -> add(this.out, source, flow));
			step(flow.getAttribute("targetRef")).ifPresent(target -> add(this.in, target, flow));
			connect(flow.getAttribute("sourceRef"), flow.getAttribute("targetRef"));
		}
		boundaries().forEach(event -> connect(event.getAttribute("attachedToRef"), event.getAttribute("id")));
	}

	private void connect(String from, String to) {
		Element source = this.steps.get(from);
		Element target = this.steps.get(to);
		if (source != null && target != null) {
			add(this.after, source, target);
			add(this.before, target, source);
		}
	}

	private static void add(Map<Element, List<Element>> lists, Element key, Element value) {
		lists.computeIfAbsent(key, none -> new ArrayList<>()).add(value);
	}

	Element element() {
		return this.element;
	}

	List<Element> steps() {
		return List.copyOf(this.steps.values());
	}

	List<Element> steps(String kind) {
		return this.steps.values().stream().filter(step -> kind.equals(step.getLocalName())).toList();
	}

	Optional<Element> step(String id) {
		return Optional.ofNullable(this.steps.get(id));
	}

	List<Element> flows() {
		return this.flows;
	}

	List<Element> boundaries() {
		return steps("boundaryEvent");
	}

	/**
	 * @return the events at the border of that step
	 */
	List<Element> boundariesOf(Element step) {
		return boundaries().stream()
			.filter(event -> step.getAttribute("id").equals(event.getAttribute("attachedToRef")))
			.toList();
	}

	/**
	 * @return flows that leave the step
	 */
	List<Element> out(Element step) {
		return this.out.getOrDefault(step, List.of());
	}

	/**
	 * @return flows that lead to the step
	 */
	List<Element> in(Element step) {
		return this.in.getOrDefault(step, List.of());
	}

	/**
	 * @return steps that may come next, also by an event at the border
	 */
	List<Element> after(Element step) {
		return this.after.getOrDefault(step, List.of());
	}

	List<Element> before(Element step) {
		return this.before.getOrDefault(step, List.of());
	}

	/**
	 * @return all steps that may come after those, and those
	 */
	Set<Element> reachedFrom(List<Element> first) {
		return closure(first, this::after);
	}

	/**
	 * @return all steps from which one of those may be reached, and those
	 */
	Set<Element> leadingTo(List<Element> last) {
		return closure(last, this::before);
	}

	private static Set<Element> closure(List<Element> first, Function<Element, List<Element>> next) {
		Set<Element> reached = new LinkedHashSet<>(first);
		Deque<Element> open = new ArrayDeque<>(first);
		while (!open.isEmpty()) {
			next.apply(open.pop()).stream().filter(reached::add).forEach(open::push);
		}
		return reached;
	}

}
