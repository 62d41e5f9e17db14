package cn.ecopark.process.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.w3c.dom.Document;
import org.w3c.dom.Element;

import cn.ecopark.process.engine.ConditionEvaluator;
import cn.ecopark.process.engine.SafeXml;
import cn.ecopark.rulepack.RulePack;

/**
 * What a gateway must offer: for every outcome of the step before, and every result of
 * the diagram called before, exactly one way, under a label that does not say the
 * contrary.
 */
final class GatewayRules {

	private static final Pattern COMPARISON = Pattern.compile("(\\w+)\\s*(?:==|!=)\\s*'([^']*)'");

	private static final String OUTCOME = "_outcome";

	private final String file;

	private final RulePack pack;

	private final List<ModelFault> faults;

	/** The codes a fact may have, for facts whose source stands in the models. */
	private final Map<String, List<String>> codes = new HashMap<>();

	GatewayRules(String file, RulePack pack, List<ModelFault> faults) {
		this.file = file;
		this.pack = pack;
		this.faults = faults;
	}

	void check(Document document, Map<String, String> models) {
		for (Element task : ModelElements.of(document, "userTask")) {
			if (task.getElementsByTagNameNS("*", "multiInstanceLoopCharacteristics").getLength() == 0) {
				this.codes.put(task.getAttribute("id") + OUTCOME, codes(ModelElements.propertiesOf(task)));
			}
		}
		for (Element call : ModelElements.of(document, "callActivity")) {
			Document called = SafeXml.parse(models.getOrDefault(call.getAttribute("calledElement") + ".bpmn", ""));
			if (called != null) {
				ModelElements.extensionsOf(call, "out")
					.forEach(out -> this.codes.put(out.getAttribute("target"), resultsOf(called)));
			}
		}
		List<Element> flows = ModelElements.of(document, "sequenceFlow");
		flows.forEach(this::checkCodes);
		for (Element gateway : ModelElements.of(document, "exclusiveGateway")) {
			List<Element> ways = flows.stream()
				.filter(flow -> gateway.getAttribute("id").equals(flow.getAttribute("sourceRef")))
				.toList();
			if (ways.size() > 1) {
				ways.forEach(this::checkLabel);
				checkWays(gateway, ways);
			}
		}
	}

	/** What stands for silence is one of the ends of a step too. */
	private static List<String> codes(Map<String, String> properties) {
		List<String> codes = new ArrayList<>(ModelElements.list(properties.get("outcomes")));
		codes.addAll(ModelElements.list(properties.get("silence")));
		return codes;
	}

	private void checkCodes(Element flow) {
		for (MatchResult comparison : comparisons(flow)) {
			List<String> known = this.codes.get(comparison.group(1));
			boolean possible = known == null ? !comparison.group(1).endsWith(OUTCOME)
					: known.contains(comparison.group(2));
			if (!possible) {
				fault(flow, "never holds: " + comparison.group());
			}
		}
	}

	private void checkLabel(Element flow) {
		String label = flow.getAttribute("name");
		if (label.isBlank()) {
			fault(flow, "no label");
		}
		List<MatchResult> comparisons = comparisons(flow);
		Set<String> asked = comparisons.stream().map(comparison -> comparison.group(2)).collect(Collectors.toSet());
		comparisons.stream()
			.flatMap(comparison -> this.codes.getOrDefault(comparison.group(1), List.of()).stream())
			.filter(code -> !asked.contains(code) && this.pack.outcomes().containsKey(code))
			.filter(code -> label.equals(this.pack.outcome(code).label()))
			.forEach(code -> fault(flow, "says " + label + " but asks for " + asked));
	}

	private void checkWays(Element gateway, List<Element> ways) {
		Set<String> facts = ways.stream()
			.flatMap(flow -> comparisons(flow).stream())
			.map(comparison -> comparison.group(1))
			.collect(Collectors.toSet());
		if (facts.size() != 1) {
			return;
		}
		String fact = facts.iterator().next();
		for (String code : this.codes.getOrDefault(fact, List.of())) {
			long open = ways.stream()
				.filter(flow -> ConditionEvaluator.holds(conditionOf(flow), Map.of(fact, code)))
				.count();
			if (open > 1 || open == 0 && gateway.getAttribute("default").isEmpty()) {
				fault(gateway, (open == 0 ? "no way for " : "several ways for ") + code);
			}
		}
	}

	private static List<MatchResult> comparisons(Element flow) {
		return COMPARISON.matcher(conditionOf(flow)).results().toList();
	}

	/**
	 * @return the condition, empty for a flow without
	 */
	private static String conditionOf(Element flow) {
		var conditions = flow.getElementsByTagNameNS("*", "conditionExpression");
		return conditions.getLength() == 0 ? "" : conditions.item(0).getTextContent();
	}

	private static List<String> resultsOf(Document called) {
		List<String> results = new ArrayList<>();
		ModelElements.of(called, "endEvent")
			.forEach(end -> results.add(ModelElements.propertiesOf(end).getOrDefault("result", "")));
		return results.stream().distinct().toList();
	}

	private void fault(Element element, String message) {
		this.faults.add(new ModelFault(this.file, element.getAttribute("id"), message));
	}

}
