package cn.ecopark.process.pack;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.w3c.dom.Document;
import org.w3c.dom.Element;

import cn.ecopark.process.engine.LimitTimers;
import cn.ecopark.process.engine.ModelVocabulary;
import cn.ecopark.rulepack.RulePack;

/**
 * What a call gives to the part it calls: each step of the part is judged once more with
 * what it is given, and what is wrong with it then is told at the call.
 */
final class CallRules {

	private final String process;

	private final RulePack pack;

	private final Models models;

	private final ModelFindings findings;

	CallRules(String process, RulePack pack, Models models, ModelFindings findings) {
		this.process = process;
		this.pack = pack;
		this.models = models;
		this.findings = findings;
	}

	void check(Element call, Document part) {
		Map<String, Map<GivenByCall, String>> byStep = new LinkedHashMap<>();
		new TreeMap<>(ModelElements.propertiesOf(call))
			.forEach((name, value) -> GivenByCall.named(name).ifPresent(given -> {
				String to = given.to(name);
				if (!this.pack.isPart(call.getAttribute("calledElement"))) {
					this.findings.error(call, "given-to-no-part", name);
				}
				else if (given == GivenByCall.LIMIT) {
					checkLimit(call, part, to, value);
				}
				else if (step(part, to).isEmpty()) {
					this.findings.error(call, "given-to-nothing", name);
				}
				else {
					byStep.computeIfAbsent(to, none -> new LinkedHashMap<>()).put(given, value);
				}
			}));
		byStep.forEach((id, given) -> step(part, id).ifPresent(step -> checkStep(call, step, given)));
	}

	private void checkLimit(Element call, Document part, String limit, String given) {
		if (!limitsIn(part).contains(limit)) {
			this.findings.error(call, "given-to-nothing", GivenByCall.LIMIT.property(limit));
		}
		if (!this.pack.limits().containsKey(given)) {
			this.findings.error(call, "unknown-limit", given);
		}
	}

	private static Set<String> limitsIn(Document part) {
		Set<String> limits = new LinkedHashSet<>();
		ModelElements.of(part, "userTask")
			.forEach(task -> limits.add(ModelElements.propertiesOf(task).getOrDefault("limit", "")));
		ModelElements.of(part, "boundaryEvent")
			.forEach(event -> LimitTimers.interruptsAtTheEndOf(event).ifPresent(limits::add));
		limits.remove("");
		return limits;
	}

	private static Optional<Element> step(Document part, String id) {
		return ModelElements.of(part, "userTask")
			.stream()
			.filter(task -> id.equals(task.getAttribute("id")))
			.findFirst();
	}

	private void checkStep(Element call, Element drawn, Map<GivenByCall, String> given) {
		Element changed = (Element) drawn.cloneNode(true);
		given.forEach((what, value) -> give(changed, what, value.strip()));
		judged(changed).notIn(judged(drawn))
			.forEach((key, details) -> this.findings.error(call, key, details.toArray()));
	}

	private ModelFindings judged(Element task) {
		ModelFindings found = new ModelFindings(this.process);
		new TaskRules(this.pack, this.models, found).check(task);
		new PurposeRules(this.process, this.pack, this.models, found).checkPurpose(task);
		return found;
	}

	private static void give(Element task, GivenByCall what, String value) {
		if (what == GivenByCall.FORM) {
			task.setAttributeNS(ModelVocabulary.CAMUNDA, "camunda:formRef", value);
			task.setAttributeNS(ModelVocabulary.CAMUNDA, "camunda:formRefBinding", "deployment");
			return;
		}
		for (Element property : ModelElements.extensionsOf(task, "property")) {
			if (what.text().equals(property.getAttribute("name"))) {
				property.setAttribute("value", value);
				return;
			}
		}
		Element property = task.getOwnerDocument().createElementNS(ModelVocabulary.CAMUNDA, "camunda:property");
		property.setAttribute("name", what.text());
		property.setAttribute("value", value);
		ModelElements.childrenOf(task, "extensionElements").get(0).appendChild(property);
	}

}
