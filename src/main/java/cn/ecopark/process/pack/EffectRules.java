package cn.ecopark.process.pack;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

import cn.ecopark.process.engine.TaskElements;
import cn.ecopark.rulepack.OutcomeKind;
import cn.ecopark.rulepack.OutcomeKind.Meaning;
import cn.ecopark.rulepack.Procedure;
import cn.ecopark.rulepack.RulePack;

/**
 * What an end says has come about has come about on every way to it: an end of a case by
 * which the register gives a park another standing or another plan has the step before it
 * that enters it, the parks of a batch are sent on, an objection is settled.
 */
final class EffectRules {

	private final String process;

	private final RulePack pack;

	private final Diagrams diagrams;

	private final ModelFindings findings;

	/** Whether whatever runs through a part comes past one of those effects. */
	private final Map<Set<Effect>, Map<Document, Boolean>> passing = new HashMap<>();

	EffectRules(String process, RulePack pack, Diagrams diagrams, ModelFindings findings) {
		this.process = process;
		this.pack = pack;
		this.diagrams = diagrams;
		this.findings = findings;
	}

	void check(Document document) {
		this.pack.results()
			.stream()
			.filter(end -> end.process().equals(this.process))
			.forEach(end -> require(document, Set.of(end.result()), Effect.entering(end.lifeStatuses())));
		Procedure procedure = this.pack.procedures().get(this.process);
		if (procedure != null) {
			List<String> results = this.diagrams.resultsOf(document);
			for (Effect effect : Effect.values()) {
				require(document,
						results.stream()
							.filter(result -> effect.isOwedTo(procedure.kind(), meaning(result)))
							.collect(Collectors.toSet()),
						Set.of(effect));
			}
		}
	}

	private @Nullable Meaning meaning(String result) {
		OutcomeKind outcome = this.pack.outcomes().get(result);
		return outcome == null ? null : outcome.means();
	}

	/** An end of a part is told in the diagram that takes it over. */
	private void require(Document document, Set<String> results, Set<Effect> effects) {
		if (!results.isEmpty() && !effects.isEmpty()) {
			Object names = effects.stream()
				.sorted()
				.map(effect -> (Object) Said.effect(effect))
				.reduce(Said::and)
				.orElse("");
			bareEnds(document, results, effects, new HashSet<>())
				.forEach(end -> this.findings.error(end, "end-without-effect", resultOf(end, results), names));
		}
	}

	private Object resultOf(Element end, Set<String> results) {
		String own = ModelElements.propertiesOf(end).get("result");
		return (own == null ? results.stream().sorted() : Stream.of(own))
			.map(code -> (Object) Said.outcome(this.pack, code))
			.reduce(Said::and)
			.orElse("");
	}

	/**
	 * @return ends with one of those results to which a token comes past none of those
	 * effects
	 */
	private Set<Element> bareEnds(Document document, Set<String> results, Set<Effect> effects, Set<Document> seen) {
		Set<Element> bare = new LinkedHashSet<>();
		if (seen.add(document)) {
			reached(document, effects).stream()
				.filter(step -> "endEvent".equals(step.getLocalName()))
				.filter(end -> comesTo(document, end, results, effects, seen))
				.forEach(bare::add);
		}
		return bare;
	}

	private boolean comesTo(Document document, Element end, Set<String> results, Set<Effect> effects,
			Set<Document> seen) {
		Map<String, String> properties = ModelElements.propertiesOf(end);
		String takenOver = properties.get(TaskElements.TAKES_OVER);
		return takenOver == null ? results.contains(properties.getOrDefault("result", ""))
				: Diagrams.callsInto(document, takenOver)
					.stream()
					.flatMap(call -> called(call).stream())
					.anyMatch(part -> !bareEnds(part, results, effects, seen).isEmpty());
	}

	private List<Document> called(Element call) {
		return this.diagrams.find(call.getAttribute("calledElement")).stream().toList();
	}

	/**
	 * @return steps to which a token comes past none of those effects
	 */
	private Set<Element> reached(Document document, Set<Effect> effects) {
		return ModelElements.of(document, "process")
			.stream()
			.flatMap(element -> reached(new Scope(element), effects).stream())
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private Set<Element> reached(Scope scope, Set<Effect> effects) {
		Deque<Element> open = new ArrayDeque<>(scope.steps("startEvent"));
		scope.steps("subProcess")
			.stream()
			.filter(sub -> "true".equals(sub.getAttribute("triggeredByEvent")))
			.forEach(open::push);
		Set<Element> reached = new LinkedHashSet<>();
		while (!open.isEmpty()) {
			Element step = open.pop();
			if (!reached.add(step)) {
				continue;
			}
			Set<Element> inside = "subProcess".equals(step.getLocalName()) ? reached(new Scope(step), effects)
					: Set.of();
			reached.addAll(inside);
			boolean passed = switch (step.getLocalName()) {
				case "serviceTask" -> PurposeRules.effectOf(step).filter(effects::contains).isPresent();
				case "subProcess" -> inside.stream().noneMatch(EffectRules::isEnd);
				case "callActivity" -> called(step).stream().anyMatch(part -> passes(part, effects));
				default -> false;
			};
			(passed ? scope.boundariesOf(step) : scope.after(step)).forEach(open::push);
		}
		return reached;
	}

	/** What calls itself is told elsewhere. */
	private boolean passes(Document part, Set<Effect> effects) {
		Map<Document, Boolean> known = this.passing.computeIfAbsent(effects, none -> new HashMap<>());
		Boolean passes = known.putIfAbsent(part, false);
		if (passes == null) {
			passes = reached(part, effects).stream().noneMatch(EffectRules::isEnd);
			known.put(part, passes);
		}
		return passes;
	}

	private static boolean isEnd(Element step) {
		return "endEvent".equals(step.getLocalName());
	}

}
