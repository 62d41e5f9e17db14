package cn.ecopark.process.pack;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.w3c.dom.Element;

/**
 * Plays a diagram through, token by token: whether a join waits for what never comes, a
 * step is begun a second time beside itself, or a case comes to two ends. Steps do not
 * take tokens from each other, so that it is enough to move one token at a time in all
 * ways it may go; where two of them might meet, the first waits for the second. The
 * number of states is bounded all the same.
 */
final class TokenSearch {

	/** States of one scope; shipped diagrams have fewer than a hundred. */
	static final int MOST_STATES = 20_000;

	/** As many tokens on one flow mean that they multiply without end. */
	private static final int MOST_TOKENS = 4;

	private final Scope scope;

	private final Map<Element, Integer> places = new LinkedHashMap<>();

	private final Map<Element, List<Element>> boundaries = new HashMap<>();

	private final Set<ByteBuffer> seen = new HashSet<>();

	private int states;

	private final Deque<byte[]> open = new ArrayDeque<>();

	private final Set<Element> stuck = new LinkedHashSet<>();

	private final Set<Element> flooded = new LinkedHashSet<>();

	private final Set<Element> doubled = new LinkedHashSet<>();

	private final Set<Element> endsBeside = new LinkedHashSet<>();

	/** Where tokens wait as long as any other can go on. */
	private Set<Element> meeting = Set.of();

	private boolean gaveUp;

	TokenSearch(Scope scope) {
		this.scope = scope;
		scope.flows().forEach(flow -> this.places.put(flow, this.places.size()));
		scope.steps().forEach(step -> this.boundaries.put(step, scope.boundariesOf(step)));
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

	/** Where a join is stuck or tokens gather, what follows from that is not sought. */
	void run(Element start) {
		play(start, Set.of());
		if (!this.stuck.isEmpty() || !this.flooded.isEmpty()) {
			return;
		}
		for (Element step : this.scope.steps()) {
			boolean merges = this.scope.in(step).size() > 1 && !isJoin(this.scope, step);
			if (merges && !"endEvent".equals(step.getLocalName()) && this.doubled.isEmpty()) {
				play(start, Set.of(step));
			}
		}
		if (this.doubled.isEmpty()) {
			play(start,
					this.scope.steps("endEvent")
						.stream()
						.filter(end -> !endsAll(end))
						.collect(Collectors.toCollection(LinkedHashSet::new)));
		}
	}

	private void play(Element start, Set<Element> waitingAt) {
		this.meeting = waitingAt;
		this.seen.clear();
		this.open.clear();
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
	 * @return steps that a second token may begin while the first has not passed
	 */
	Set<Element> doubled() {
		return this.doubled;
	}

	/**
	 * @return ends to which a token comes while another is under way to an end too
	 */
	Set<Element> endsBeside() {
		return this.endsBeside;
	}

	/**
	 * @return whether there are more states than anybody would look through
	 */
	boolean gaveUp() {
		return this.gaveUp;
	}

	private void move(byte[] state) {
		Set<Element> waiting = new LinkedHashSet<>();
		List<Element> met = new ArrayList<>();
		for (Map.Entry<Element, Integer> place : this.places.entrySet()) {
			if (state[place.getValue()] == 0) {
				continue;
			}
			Element step = this.scope.step(place.getKey().getAttribute("targetRef")).orElseThrow();
			if (this.meeting.contains(step)) {
				for (int token = 0; token < state[place.getValue()]; token++) {
					met.add(place.getKey());
				}
				continue;
			}
			if (passes(state, step, place.getKey())) {
				return;
			}
			waiting.add(step);
		}
		if (met.size() > 1) {
			meet(met);
		}
		else if (met.size() == 1) {
			passes(state, this.scope.step(met.get(0).getAttribute("targetRef")).orElseThrow(), met.get(0));
		}
		else {
			this.stuck.addAll(waiting);
		}
	}

	private void meet(List<Element> flows) {
		Element step = this.scope.step(flows.get(flows.size() - 1).getAttribute("targetRef")).orElseThrow();
		("endEvent".equals(step.getLocalName()) ? this.endsBeside : this.doubled).add(step);
	}

	private boolean passes(byte[] state, Element step, Element flow) {
		List<Element> taken = isJoin(this.scope, step) ? this.scope.in(step) : List.of(flow);
		if (taken.stream().anyMatch(each -> state[place(each)] == 0)) {
			return false;
		}
		byte[] rest = state.clone();
		taken.forEach(each -> rest[place(each)]--);
		pass(rest, step);
		return true;
	}

	private int place(Element flow) {
		return this.places.getOrDefault(flow, 0);
	}

	private void pass(byte[] rest, Element step) {
		if (endsAll(step)) {
			return;
		}
		waysOut(step).forEach(way -> follow(rest, way));
		for (Element event : this.boundaries.getOrDefault(step, List.of())) {
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

	private static boolean endsAll(Element step) {
		return "endEvent".equals(step.getLocalName())
				&& !ModelElements.childrenOf(step, "terminateEventDefinition").isEmpty();
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
		if (this.states >= MOST_STATES) {
			this.gaveUp = true;
		}
		else if (this.seen.add(ByteBuffer.wrap(state))) {
			this.states++;
			this.open.push(state);
		}
	}

}
