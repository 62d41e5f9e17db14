package cn.ecopark.process.pack;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.w3c.dom.Element;

/**
 * Plays a diagram through, token by token, to find joins that wait for what never comes.
 * Steps do not take tokens from each other, so that it is enough to move one token at a
 * time in all ways it may go; the number of states is bounded all the same.
 */
final class TokenSearch {

	/** States of one scope; shipped diagrams have fewer than a hundred. */
	private static final int MOST_STATES = 20_000;

	/** As many tokens on one flow mean that they multiply without end. */
	private static final int MOST_TOKENS = 4;

	private final Scope scope;

	private final Map<Element, Integer> places = new LinkedHashMap<>();

	private final Set<ByteBuffer> seen = new HashSet<>();

	private final Deque<byte[]> open = new ArrayDeque<>();

	private final Set<Element> stuck = new LinkedHashSet<>();

	private final Set<Element> flooded = new LinkedHashSet<>();

	private boolean gaveUp;

	TokenSearch(Scope scope) {
		this.scope = scope;
		scope.flows().forEach(flow -> this.places.put(flow, this.places.size()));
	}

	/**
	 * @return whether tokens can come to wait for each other at all
	 */
	static boolean isNeeded(Scope scope) {
		return scope.steps().stream().anyMatch(step -> isJoin(scope, step) || splits(scope, step));
	}

	private static boolean isJoin(Scope scope, Element step) {
		return "parallelGateway".equals(step.getLocalName()) && scope.in(step).size() > 1;
	}

	private static boolean splits(Scope scope, Element step) {
		return !"exclusiveGateway".equals(step.getLocalName()) && scope.out(step).size() > 1
				|| !interrupts(step) && "boundaryEvent".equals(step.getLocalName());
	}

	private static boolean interrupts(Element boundary) {
		return !"false".equals(boundary.getAttribute("cancelActivity"));
	}

	void run(Element start) {
		byte[] none = new byte[this.places.size()];
		waysOut(start).forEach(way -> follow(none, way));
		while (!this.open.isEmpty() && !this.gaveUp && this.flooded.isEmpty()) {
			move(this.open.pop());
		}
	}

	/**
	 * @return joins that may wait forever
	 */
	Set<Element> stuck() {
		return this.stuck;
	}

	/**
	 * @return flows on which tokens may gather without end
	 */
	Set<Element> flooded() {
		return this.flooded;
	}

	/**
	 * @return whether there are more states than anybody would look through
	 */
	boolean gaveUp() {
		return this.gaveUp;
	}

	private void move(byte[] state) {
		Set<Element> waiting = new LinkedHashSet<>();
		for (Map.Entry<Element, Integer> place : this.places.entrySet()) {
			if (state[place.getValue()] == 0) {
				continue;
			}
			Element step = this.scope.step(place.getKey().getAttribute("targetRef")).orElseThrow();
			List<Element> taken = isJoin(this.scope, step) ? this.scope.in(step) : List.of(place.getKey());
			if (taken.stream().allMatch(flow -> state[place(flow)] > 0)) {
				byte[] rest = state.clone();
				taken.forEach(flow -> rest[place(flow)]--);
				pass(rest, step);
				return;
			}
			waiting.add(step);
		}
		this.stuck.addAll(waiting);
	}

	private int place(Element flow) {
		return this.places.getOrDefault(flow, 0);
	}

	private void pass(byte[] rest, Element step) {
		boolean endsAll = "endEvent".equals(step.getLocalName())
				&& !ModelElements.childrenOf(step, "terminateEventDefinition").isEmpty();
		if (endsAll) {
			return;
		}
		waysOut(step).forEach(way -> follow(rest, way));
		for (Element event : this.scope.boundariesOf(step)) {
			for (List<Element> way : waysOut(event)) {
				if (interrupts(event)) {
					follow(rest, way);
				}
				else {
					waysOut(step).forEach(usual -> follow(rest, together(usual, way)));
				}
			}
		}
	}

	private static List<Element> together(List<Element> one, List<Element> other) {
		List<Element> both = new ArrayList<>(one);
		both.addAll(other);
		return both;
	}

	/** Each way is the flows that get a token at once. */
	private List<List<Element>> waysOut(Element step) {
		List<Element> flows = this.scope.out(step);
		boolean chooses = "exclusiveGateway".equals(step.getLocalName());
		boolean asks = flows.stream().anyMatch(flow -> !ModelElements.conditionOf(flow).isEmpty());
		if (!chooses && !(asks && flows.size() > 1)) {
			return List.of(flows);
		}
		List<List<Element>> ways = new ArrayList<>();
		flows.forEach(flow -> ways.add(List.of(flow)));
		if (!chooses) {
			ways.add(flows);
		}
		return ways;
	}

	private void follow(byte[] rest, List<Element> flows) {
		byte[] state = rest.clone();
		for (Element flow : flows) {
			int place = place(flow);
			state[place]++;
			if (state[place] >= MOST_TOKENS) {
				this.flooded.add(flow);
				return;
			}
		}
		if (this.seen.size() >= MOST_STATES) {
			this.gaveUp = true;
		}
		else if (this.seen.add(ByteBuffer.wrap(state))) {
			this.open.push(state);
		}
	}

}
