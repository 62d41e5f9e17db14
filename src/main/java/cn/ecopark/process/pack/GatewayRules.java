package cn.ecopark.process.pack;

import java.util.HashSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.w3c.dom.Document;
import org.w3c.dom.Element;

import cn.ecopark.process.engine.ConditionEvaluator;
import cn.ecopark.rulepack.OutcomeKind.Meaning;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.rulepack.RulePack;

/**
 * What a gateway must offer: for every outcome of the step before, and every result of
 * the diagram called before, exactly one way, under a label that does not say the
 * contrary.
 */
final class GatewayRules {

	private static final Pattern COMPARISON = Pattern.compile("(\\w+)\\s*(?:==|!=)\\s*'([^']*)'");

	static final String OUTCOME = "_outcome";

	/** Findings at a step after which nobody can say how it may end. */
	private static final Set<String> UNTOLD = Set.of("bare-step", "no-outcomes", "misspelt-property",
			"no-word-for-silence");

	private final RulePack pack;

	private final ModelFindings findings;

	/** The codes a fact may have, for facts whose source stands in the models. */
	private final Map<String, List<String>> codes = new HashMap<>();

	/** Where each fact comes from, in words. */
	private final FactNames facts;

	/** Facts whose source is not described well enough to judge by it. */
	private final Set<String> unread = new HashSet<>();

	/** Facts that one gateway only asks for. */
	private final Set<String> askedOnce = new HashSet<>();

	/** Facts that take over the result of a batch, which may have more ends than one. */
	private final Set<String> results = new HashSet<>();

	GatewayRules(RulePack pack, ModelFindings findings) {
		this.pack = pack;
		this.findings = findings;
		this.facts = new FactNames(pack);
	}

	void check(Document document, Diagrams diagrams) {
		readUnread(document);
		this.facts.read(document);
		for (Element task : ModelElements.of(document, "userTask")) {
			if (!ModelElements.isForEach(task)) {
				this.codes.put(task.getAttribute("id") + OUTCOME, codes(ModelElements.propertiesOf(task)));
			}
		}
		for (Element call : ModelElements.of(document, "callActivity")) {
			Optional<Document> called = diagrams.find(call.getAttribute("calledElement"));
			called.ifPresent(diagram -> ModelElements.extensionsOf(call, "out")
				.forEach(out -> this.codes.put(out.getAttribute("target"), diagrams.resultsOf(diagram))));
		}
		readEffects(document);
		ModelElements.outputsIn(document).forEach(output -> this.results.add(output.getAttribute("name")));
		this.results.add(CaseMessage.RESULT_FACT);
		List<Element> flows = ModelElements.of(document, "sequenceFlow");
		flows.forEach(this::checkCodes);
		flows.stream()
			.flatMap(flow -> comparisons(flow).stream()
				.map(comparison -> Map.entry(comparison.group(1), flow.getAttribute("sourceRef"))))
			.distinct()
			.collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.counting()))
			.forEach((fact, gateways) -> {
				if (gateways == 1) {
					this.askedOnce.add(fact);
				}
			});
		LabelRules labels = new LabelRules(this.pack, this.codes, this.facts, this.findings);
		for (Element gateway : ModelElements.of(document, "exclusiveGateway")) {
			List<Element> ways = flows.stream()
				.filter(flow -> gateway.getAttribute("id").equals(flow.getAttribute("sourceRef")))
				.toList();
			boolean decides = !gateway.getAttribute("default").isEmpty()
					|| ways.stream().anyMatch(flow -> !ModelElements.conditionOf(flow).isEmpty());
			if (ways.size() > 1 && !decides && ways.stream().noneMatch(this.findings::isAt)) {
				this.findings.error(gateway, "decides-nothing");
			}
			else if (ways.size() > 1) {
				ways.forEach(flow -> checkLabel(gateway, flow));
				if (ways.stream().noneMatch(this.findings::isAt)) {
					checkWays(gateway, ways);
				}
				if (!this.findings.isAt(gateway) && ways.stream().noneMatch(this.findings::isAt)) {
					labels.check(gateway, ways);
				}
			}
			else {
				ways.stream()
					.filter(flow -> !ModelElements.conditionOf(flow).isEmpty())
					.forEach(flow -> this.findings.error(flow, "condition-without-choice"));
			}
		}
	}

	private void readUnread(Document document) {
		ModelElements.of(document, "userTask")
			.stream()
			.filter(task -> UNTOLD.stream().anyMatch(key -> this.findings.isAt(task, key)))
			.forEach(task -> this.unread.add(task.getAttribute("id") + OUTCOME));
		ModelElements.of(document, "callActivity")
			.stream()
			.filter(call -> this.findings.isAt(call, "unknown-diagram"))
			.flatMap(call -> ModelElements.extensionsOf(call, "out").stream())
			.forEach(out -> this.unread.add(out.getAttribute("target")));
	}

	private void readEffects(Document document) {
		List<String> conclusions = ModelElements.of(document, "userTask")
			.stream()
			.filter(task -> PurposeRules.purposeOf(task) == Purpose.PANEL_CONCLUSION)
			.flatMap(task -> ModelElements.list(ModelElements.propertiesOf(task).get("outcomes")).stream())
			.toList();
		ModelElements.of(document, "serviceTask")
			.stream()
			.flatMap(task -> PurposeRules.effectOf(task).stream())
			.forEach(effect -> effect.fact()
				.ifPresent(fact -> this.codes.put(fact, effect.values(this.pack, conclusions))));
	}

	/** What stands for silence is one of the ends of a step too. */
	private List<String> codes(Map<String, String> properties) {
		List<String> codes = new ArrayList<>(ModelElements.list(properties.get("outcomes")));
		codes.addAll(ModelElements.list(properties.get("silence")));
		return codes.stream().distinct().toList();
	}

	private void checkCodes(Element flow) {
		for (MatchResult comparison : comparisons(flow)) {
			List<String> known = this.codes.get(comparison.group(1));
			if (this.unread.contains(comparison.group(1))) {
				continue;
			}
			if (known == null && !this.results.contains(comparison.group(1))
					&& !comparison.group(1).endsWith(OUTCOME)) {
				this.findings.error(flow, "fact-never-set", this.facts.fact(comparison.group(1)));
				continue;
			}
			boolean possible = known == null
					? this.results.contains(comparison.group(1)) && isResult(comparison.group(2))
					: known.contains(comparison.group(2));
			if (!possible) {
				this.findings.error(flow, "never-holds", this.facts.fact(comparison.group(1)),
						this.facts.value(comparison.group(2)));
			}
		}
	}

	private boolean isResult(String code) {
		return this.pack.means(code, Meaning.ISSUED) || this.pack.means(code, Meaning.PUBLISHED)
				|| this.pack.means(code, Meaning.STRUCK_OUT);
	}

	private void checkLabel(Element gateway, Element flow) {
		String label = flow.getAttribute("name");
		if (this.findings.isAt(flow)) {
			return;
		}
		boolean usual = flow.getAttribute("id").equals(gateway.getAttribute("default"));
		if (!usual && ModelElements.conditionOf(flow).isEmpty()) {
			this.findings.error(flow, "way-without-condition");
		}
		if (this.findings.isAt(flow)) {
			return;
		}
		if (label.isBlank()) {
			this.findings.error(flow, "no-label");
			return;
		}
		List<MatchResult> comparisons = comparisons(flow);
		Set<String> asked = comparisons.stream()
			.map(comparison -> comparison.group(2))
			.collect(Collectors.toCollection(TreeSet::new));
		comparisons.stream()
			.flatMap(comparison -> this.codes.getOrDefault(comparison.group(1), List.of())
				.stream()
				.filter(code -> this.pack.outcomes().containsKey(code))
				.filter(code -> label.equals(this.pack.outcome(code).label()))
				.filter(code -> !ConditionEvaluator.holds(ModelElements.conditionOf(flow),
						Map.of(comparison.group(1), code))))
			.findFirst()
			.ifPresent(code -> this.findings.error(flow, "says-the-contrary", label, this.facts.values(asked)));
	}

	/** A code that the pack does not know is told at the step that has it. */
	private void checkWays(Element gateway, List<Element> ways) {
		Set<String> facts = ways.stream()
			.flatMap(flow -> comparisons(flow).stream())
			.map(comparison -> comparison.group(1))
			.collect(Collectors.toSet());
		if (facts.size() != 1) {
			return;
		}
		String fact = facts.iterator().next();
		if (this.unread.contains(fact)) {
			return;
		}
		checkDefault(gateway, ways, fact);
		for (String code : this.codes.getOrDefault(fact, List.of())) {
			long open = ways.stream()
				.filter(flow -> ConditionEvaluator.holds(ModelElements.conditionOf(flow), Map.of(fact, code)))
				.count();
			if (isToBeMet(fact, code) && (open > 1 || open == 0 && gateway.getAttribute("default").isEmpty())) {
				this.findings.error(gateway, open == 0 ? "no-way-for" : "several-ways-for", this.facts.value(code));
			}
		}
	}

	/** What is left for the way without a condition, where every outcome has its own. */
	private void checkDefault(Element gateway, List<Element> ways, String fact) {
		List<String> known = this.codes.getOrDefault(fact, List.of());
		String usual = gateway.getAttribute("default");
		boolean nothingLeft = fact.endsWith(OUTCOME) && this.askedOnce.contains(fact) && !known.isEmpty() && known
			.stream()
			.allMatch(code -> ways.stream()
				.filter(flow -> !usual.equals(flow.getAttribute("id")))
				.anyMatch(flow -> ConditionEvaluator.holds(ModelElements.conditionOf(flow), Map.of(fact, code))));
		ways.stream()
			.filter(flow -> nothingLeft && usual.equals(flow.getAttribute("id")))
			.forEach(flow -> this.findings.warning(flow, "way-for-nothing", this.facts.fact(fact)));
	}

	/**
	 * What an effect finds may be asked for by one gateway after the other, each of which
	 * meets what the one before has left.
	 */
	private boolean isToBeMet(String fact, String code) {
		boolean outcome = fact.endsWith(OUTCOME);
		return outcome ? this.pack.outcomes().containsKey(code) : this.askedOnce.contains(fact);
	}

	static List<MatchResult> comparisons(Element flow) {
		return COMPARISON.matcher(ModelElements.conditionOf(flow)).results().toList();
	}

}
