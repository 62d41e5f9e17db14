package cn.ecopark.process.pack;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.w3c.dom.Document;

import cn.ecopark.rulepack.RulePack;

/** What an official calls the facts that conditions ask for, and what they may be. */
final class FactNames {

	private final RulePack pack;

	private final Map<String, Object> sources = new HashMap<>();

	FactNames(RulePack pack) {
		this.pack = pack;
	}

	/** Outcomes are called by their steps, results by the calls that give them. */
	void read(Document document) {
		ModelElements.of(document, "userTask")
			.forEach(task -> this.sources.put(task.getAttribute("id") + GatewayRules.OUTCOME, ElementNames.of(task)));
		ModelElements.of(document, "callActivity")
			.forEach(call -> ModelElements.extensionsOf(call, "out")
				.forEach(out -> this.sources.putIfAbsent(out.getAttribute("target"), ElementNames.of(call))));
	}

	/** The step or the finding of the system that a condition asks for. */
	Object fact(String name) {
		return this.sources.getOrDefault(name, Said.of(name, "finding.fact." + name));
	}

	Object value(String code) {
		return this.pack.outcomes().containsKey(code) ? Said.outcome(this.pack, code)
				: Said.of(code, "finding.value." + code);
	}

	Object values(Set<String> codes) {
		return codes.stream().map(this::value).reduce(Said::and).orElse("");
	}

}
