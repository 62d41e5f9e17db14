package cn.ecopark.process.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

import cn.ecopark.process.engine.ModelVocabulary;
import cn.ecopark.process.engine.SafeXml;

/**
 * Whether what is drawn hangs together: every token starts somewhere, comes to an end and
 * waits for nothing that never comes. Where something is tied to nothing, what would
 * follow from that is not told as well.
 */
final class FlowRules {

	/** The largest shipped diagram has 40 steps. */
	static final int MOST_STEPS = 500;

	private static final int LONGEST_VALUE = 2_000;

	private static final Pattern ID = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.-]{0,99}");

	/** Conditions name the decisions of user tasks by their ids. */
	private static final Pattern TASK_ID = Pattern.compile("[A-Za-z_]\\w{0,99}");

	private static final Set<String> BORDERED = Set.of("userTask", "serviceTask", "callActivity", "subProcess");

	private final String process;

	private final Diagrams diagrams;

	private final ModelFindings findings;

	FlowRules(String process, Diagrams diagrams, ModelFindings findings) {
		this.process = process;
		this.diagrams = diagrams;
		this.findings = findings;
	}

	/**
	 * @return whether the diagram is of a size that other rules can look through
	 */
	boolean isWithinBounds(Document document) {
		int steps = 0;
		for (Element element : all(document)) {
			steps += ModelElements.isStep(element) ? 1 : 0;
			boolean tooLong = "property".equals(element.getLocalName())
					&& element.getAttribute("value").length() > LONGEST_VALUE;
			if (tooLong) {
				this.findings.error(element, "value-too-long", element.getAttribute("name"),
						String.valueOf(LONGEST_VALUE));
			}
		}
		if (steps > MOST_STEPS) {
			this.findings.error(0, "", "too-many-steps", steps, MOST_STEPS);
		}
		return !this.findings.hasErrors();
	}

	/**
	 * @return whether ids and ties are sound, so that rules about gateways make sense
	 */
	boolean check(Document document) {
		int before = this.findings.size();
		checkIds(document);
		List<Scope> scopes = new ArrayList<>();
		ModelElements.of(document, "process").forEach(element -> scopes.add(new Scope(element)));
		ModelElements.of(document, "subProcess").forEach(element -> scopes.add(new Scope(element)));
		Set<String> messages = new HashSet<>();
		ModelElements.of(document, "message").forEach(message -> messages.add(message.getAttribute("id")));
		scopes.forEach(scope -> checkTies(scope, messages));
		if (this.findings.size() > before) {
			return false;
		}
		ModelElements.of(document, "callActivity").forEach(this::checkCall);
		boolean ends = this.findings.size() == before;
		scopes.forEach(this::checkWays);
		return ends;
	}

	private void checkIds(Document document) {
		Set<String> ids = new HashSet<>();
		for (Element element : all(document)) {
			if (!ModelVocabulary.BPMN.equals(element.getNamespaceURI())) {
				continue;
			}
			String id = element.getAttribute("id");
			if (id.isEmpty()) {
				if (ModelElements.isStep(element)) {
					this.findings.error(SafeXml.lineOf(element), "", "no-id", element.getAttribute("name").isBlank()
							? "<" + element.getNodeName() + ">" : element.getAttribute("name"));
				}
			}
			else if (!(ModelElements.isBpmn(element, "userTask") ? TASK_ID : ID).matcher(id).matches()) {
				this.findings.error(element, "bad-id", id.length() > 100 ? id.substring(0, 100) + "…" : id);
			}
			else if (!ids.add(id)) {
				this.findings.error(element, "id-twice", id);
			}
		}
	}

	private void checkTies(Scope scope, Set<String> messages) {
		for (Element flow : scope.flows()) {
			for (String end : List.of("sourceRef", "targetRef")) {
				if (scope.step(flow.getAttribute(end)).isEmpty()) {
					this.findings.error(flow, "flow-to-nowhere", flow.getAttribute(end));
				}
			}
		}
		for (Element step : scope.steps()) {
			checkTies(scope, step, messages);
		}
	}

	private void checkTies(Scope scope, Element step, Set<String> messages) {
		String kind = step.getLocalName();
		String usual = step.getAttribute("default");
		if (!usual.isEmpty() && scope.out(step).stream().noneMatch(flow -> usual.equals(flow.getAttribute("id")))) {
			this.findings.error(step, "default-nowhere", usual);
		}
		boolean atNothing = "boundaryEvent".equals(kind) && scope.step(step.getAttribute("attachedToRef"))
			.filter(host -> BORDERED.contains(host.getLocalName()))
			.isEmpty();
		if (atNothing) {
			this.findings.error(step, "attached-to-nothing", step.getAttribute("attachedToRef"));
		}
		if (("startEvent".equals(kind) || "boundaryEvent".equals(kind)) && !scope.in(step).isEmpty()) {
			this.findings.error(step, "flow-into-start");
		}
		if ("endEvent".equals(kind) && !scope.out(step).isEmpty()) {
			this.findings.error(step, "flow-out-of-end");
		}
		List<Element> definitions = ModelElements.childrenOf(step)
			.stream()
			.filter(child -> child.getLocalName().endsWith("EventDefinition"))
			.toList();
		if (needsDefinition(scope, kind) && definitions.isEmpty()) {
			this.findings.error(step, "event-of-nothing");
		}
		for (Element definition : definitions) {
			String message = definition.getAttribute("messageRef");
			if ("messageEventDefinition".equals(definition.getLocalName()) && !messages.contains(message)) {
				this.findings.error(step, "unknown-message", message);
			}
			boolean noTime = "timerEventDefinition".equals(definition.getLocalName())
					&& ModelElements.childrenOf(definition, "timeDate").isEmpty();
			if (noTime) {
				this.findings.error(step, "no-date", "");
			}
		}
	}

	private static boolean needsDefinition(Scope scope, String kind) {
		return "boundaryEvent".equals(kind) || "intermediateCatchEvent".equals(kind)
				|| "startEvent".equals(kind) && "true".equals(scope.element().getAttribute("triggeredByEvent"));
	}

	private void checkCall(Element call) {
		if (this.diagrams.comesBack(this.process, call)) {
			this.findings.error(call, "calls-itself", this.diagrams.nameOf(call.getAttribute("calledElement")));
		}
	}

	private void checkWays(Scope scope) {
		List<Element> starts = scope.steps("startEvent");
		if (starts.size() != 1) {
			this.findings.error(scope.element(), starts.isEmpty() ? "no-start" : "several-starts");
			return;
		}
		List<Element> ends = scope.steps("endEvent");
		if (ends.isEmpty()) {
			this.findings.error(scope.element(), "no-end");
			return;
		}
		boolean sound = checkReach(scope, starts, ends);
		List<List<Element>> circles = sound ? this.diagrams.circlesWithoutWait(scope) : List.of();
		circles.forEach(circle -> this.findings.error(circle.get(0), "endless-loop", namesOf(circle)));
		sound &= circles.isEmpty();
		if (sound && TokenSearch.isNeeded(scope)) {
			checkJoins(scope, starts.get(0));
		}
	}

	/** Of what cannot be reached or left only the beginning is told. */
	private boolean checkReach(Scope scope, List<Element> starts, List<Element> ends) {
		List<Element> first = new ArrayList<>(starts);
		scope.steps("subProcess")
			.stream()
			.filter(step -> "true".equals(step.getAttribute("triggeredByEvent")))
			.forEach(first::add);
		Set<Element> reached = scope.reachedFrom(first);
		boolean sound = true;
		Set<Element> told = new HashSet<>();
		for (Element step : scope.steps()) {
			boolean begins = scope.before(step).stream().allMatch(reached::contains);
			if (!reached.contains(step) && begins) {
				this.findings.error(step, "unreachable");
				told.addAll(scope.reachedFrom(List.of(step)));
				sound = false;
			}
		}
		for (Element step : scope.steps()) {
			if (!reached.contains(step) && !told.contains(step)) {
				this.findings.error(step, "unreachable");
				told.addAll(scope.reachedFrom(List.of(step)));
				sound = false;
			}
		}
		List<Element> last = new ArrayList<>(ends);
		for (Element step : scope.steps()) {
			boolean stops = scope.out(step).isEmpty() && !ends.contains(step)
					&& !"true".equals(step.getAttribute("triggeredByEvent"));
			if (stops) {
				last.add(step);
			}
			if (stops && reached.contains(step)) {
				this.findings.error(step, "dead-end");
				sound = false;
			}
		}
		Set<Element> leaving = scope.leadingTo(last);
		for (Element step : scope.steps()) {
			boolean caught = reached.contains(step) && !leaving.contains(step) && !first.contains(step);
			if (caught) {
				this.findings.error(step, "no-way-out");
				return false;
			}
		}
		return sound;
	}

	private void checkJoins(Scope scope, Element start) {
		TokenSearch search = new TokenSearch(scope);
		search.run(start);
		search.stuck().forEach(join -> this.findings.error(join, "join-never-meets"));
		search.flooded()
			.forEach(flow -> this.findings.error(scope.step(flow.getAttribute("targetRef")).orElse(flow),
					"tokens-without-end"));
		search.doubled().stream().limit(1).forEach(step -> this.findings.error(step, "begun-twice"));
		search.endsBeside().stream().limit(1).forEach(end -> this.findings.error(end, "two-ends"));
		if (search.gaveUp()) {
			this.findings.warning(scope.element(), "too-entangled");
		}
	}

	private static Object namesOf(List<Element> steps) {
		return steps.stream()
			.limit(5)
			.map(step -> (Object) ElementNames.of(step))
			.reduce(Said::and)
			.orElseThrow(() -> new IllegalArgumentException("A circle of no steps"));
	}

	/** In the order of the diagram, without the picture. */
	private static List<Element> all(Document document) {
		List<Element> all = new ArrayList<>();
		Node node = document.getDocumentElement();
		while (node != null) {
			boolean picture = node instanceof Element element && !ModelVocabulary.BPMN.equals(element.getNamespaceURI())
					&& ModelVocabulary.isOnlyDrawn(element);
			if (node instanceof Element element && !picture) {
				all.add(element);
			}
			Node next = picture ? null : node.getFirstChild();
			while (next == null && node != null) {
				next = node.getNextSibling();
				node = next == null ? node.getParentNode() : node;
			}
			node = next;
		}
		return all;
	}

}
