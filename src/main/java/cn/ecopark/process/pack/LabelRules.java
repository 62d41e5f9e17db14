package cn.ecopark.process.pack;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

import cn.ecopark.process.engine.ConditionEvaluator;
import cn.ecopark.rulepack.RulePack;

/**
 * Whether the words at the ways of a gateway say what their conditions ask, where no
 * condition is wrong by itself: somebody may have interchanged the one or the other.
 */
final class LabelRules {

	private static final int LONGEST_LABEL = 40;

	private final RulePack pack;

	private final Map<String, List<String>> codes;

	private final FactNames facts;

	private final ModelFindings findings;

	/**
	 * @param codes that each fact may have
	 */
	LabelRules(RulePack pack, Map<String, List<String>> codes, FactNames facts, ModelFindings findings) {
		this.pack = pack;
		this.codes = codes;
		this.facts = facts;
		this.findings = findings;
	}

	void check(Element gateway, List<Element> ways) {
		for (Element flow : ways) {
			String label = flow.getAttribute("name");
			Set<String> asked = GatewayRules.comparisons(flow)
				.stream()
				.map(comparison -> comparison.group(2))
				.collect(Collectors.toCollection(TreeSet::new));
			likeAnother(flow, label).ifPresent(code -> this.findings.warning(flow, "reads-like-another", label,
					this.facts.values(asked), this.facts.value(code)));
		}
		checkDifferent(ways);
		checkAsked(gateway, ways);
	}

	/**
	 * @return a code of the fact that the label resembles more than any for which the way
	 * is open; answers such as yes resemble none
	 */
	private Optional<String> likeAnother(Element flow, String label) {
		List<MatchResult> comparisons = GatewayRules.comparisons(flow);
		if (comparisons.size() != 1) {
			return Optional.empty();
		}
		String fact = comparisons.get(0).group(1);
		String condition = ModelElements.conditionOf(flow);
		int own = 0;
		int best = 1;
		@Nullable String like = null;
		for (String code : this.codes.getOrDefault(fact, List.of())) {
			if (!this.pack.outcomes().containsKey(code)) {
				continue;
			}
			String other = this.pack.outcome(code).label();
			int common = denies(label) == denies(other) ? common(label, other) : 0;
			if (ConditionEvaluator.holds(condition, Map.of(fact, code))) {
				own = Math.max(own, common);
			}
			else if (common > best) {
				best = common;
				like = code;
			}
		}
		return own < best ? Optional.ofNullable(like) : Optional.empty();
	}

	/** Of what is not so, hardly anything but that word may be different. */
	private static boolean denies(String label) {
		return label.contains("不") || label.contains("未") || label.contains("无");
	}

	/** How many characters in a row they have in common. */
	private static int common(String one, String other) {
		int longest = 0;
		String shorter = one.length() > LONGEST_LABEL ? one.substring(0, LONGEST_LABEL) : one;
		for (int from = 0; from < shorter.length(); from++) {
			while (from + longest < shorter.length() && other.contains(shorter.substring(from, from + longest + 1))) {
				longest++;
			}
		}
		return longest;
	}

	private void checkDifferent(List<Element> ways) {
		Set<String> seen = new HashSet<>();
		for (Element flow : ways) {
			String label = flow.getAttribute("name").strip();
			if (!label.isEmpty() && !seen.add(label) && !this.findings.isAt(flow)) {
				this.findings.warning(flow, "label-twice", label);
			}
		}
	}

	/**
	 * Right behind a step that may end in several ways somebody expects to be asked with
	 * which. A step that asks several, or on which the system draws a conclusion, is not
	 * followed by a gateway.
	 */
	private void checkAsked(Element gateway, List<Element> ways) {
		if (!(gateway.getParentNode() instanceof Element scope)) {
			return;
		}
		List<String> before = ModelElements.childrenOf(scope, "sequenceFlow")
			.stream()
			.filter(flow -> gateway.getAttribute("id").equals(flow.getAttribute("targetRef")))
			.map(flow -> flow.getAttribute("sourceRef"))
			.toList();
		Set<String> asked = ways.stream()
			.flatMap(flow -> GatewayRules.comparisons(flow).stream())
			.map(comparison -> comparison.group(1))
			.collect(Collectors.toSet());
		ModelElements.childrenOf(scope, "userTask")
			.stream()
			.filter(task -> before.size() == 1 && before.contains(task.getAttribute("id")))
			.filter(task -> this.codes.getOrDefault(task.getAttribute("id") + GatewayRules.OUTCOME, List.of())
				.size() > 1)
			.filter(task -> !asked.isEmpty() && !asked.contains(task.getAttribute("id") + GatewayRules.OUTCOME))
			.forEach(task -> this.findings.warning(gateway, "outcome-not-asked", ElementNames.of(task)));
	}

}
