package cn.ecopark.process.pack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.w3c.dom.Document;
import org.w3c.dom.Element;

import cn.ecopark.rulepack.Purpose;

/**
 * What stands in a drawing is for officials: every step, event and question has a name,
 * in Chinese; two steps of a diagram have two names, and the same step of two diagrams
 * has one.
 */
final class NameRules {

	/** What has a name beside user tasks, of which it is told as an error. */
	private static final Set<String> NAMED = Set.of("serviceTask", "callActivity", "subProcess", "endEvent",
			"boundaryEvent", "intermediateCatchEvent");

	private static final Set<String> WORK = Set.of("userTask", "serviceTask", "callActivity");

	/** What makes two steps the same, wherever they are drawn. */
	private static final List<String> SAME = List.of("outcomes", "limit", "choices", "silence");

	private final Diagrams diagrams;

	private final ModelFindings findings;

	NameRules(Diagrams diagrams, ModelFindings findings) {
		this.diagrams = diagrams;
		this.findings = findings;
	}

	void check(Document document) {
		for (Element process : ModelElements.of(document, "process")) {
			check(new Scope(process));
		}
		ModelElements.of(document, "subProcess").forEach(sub -> check(new Scope(sub)));
		checkTwice(document);
		checkSame(document);
	}

	private void check(Scope scope) {
		for (Element step : scope.steps()) {
			if (this.findings.isAt(step)) {
				continue;
			}
			String kind = step.getLocalName();
			boolean asks = "exclusiveGateway".equals(kind) && scope.out(step).size() > 1;
			String label = ElementNames.label(step);
			if (label.isEmpty()) {
				if (asks || NAMED.contains(kind)) {
					this.findings.warning(step, asks ? "question-without-words" : "nameless");
				}
			}
			else if (!isChinese(label)) {
				this.findings.warning(step, "name-not-chinese", label);
			}
			if (asks) {
				scope.out(step)
					.stream()
					.filter(flow -> !ElementNames.label(flow).isEmpty() && !isChinese(ElementNames.label(flow)))
					.forEach(flow -> this.findings.warning(flow, "name-not-chinese", ElementNames.label(flow)));
			}
		}
	}

	private static boolean isChinese(String label) {
		return label.codePoints().anyMatch(Character::isIdeographic)
				|| label.codePoints().noneMatch(Character::isLetter);
	}

	/** An official could not tell them apart in a list. */
	private void checkTwice(Document document) {
		Map<String, Element> first = new HashMap<>();
		for (String kind : List.of("userTask", "serviceTask", "callActivity")) {
			for (Element step : ModelElements.of(document, kind)) {
				String label = ElementNames.label(step);
				Element known = label.isEmpty() ? null : first.putIfAbsent(label, step);
				if (known != null && !sameWork(known, step)) {
					this.findings.warning(step, "name-twice", label);
				}
			}
		}
	}

	/** A system step that is drawn twice does the same twice. */
	private static boolean sameWork(Element one, Element other) {
		return WORK.contains(one.getLocalName()) && one.getLocalName().equals(other.getLocalName())
				&& !"userTask".equals(one.getLocalName())
				&& ModelElements.camunda(one, "delegateExpression")
					.equals(ModelElements.camunda(other, "delegateExpression"))
				&& one.getAttribute("calledElement").equals(other.getAttribute("calledElement"));
	}

	private void checkSame(Document document) {
		Map<String, String> names = this.diagrams.nameOfSameStep();
		for (Element task : ModelElements.of(document, "userTask")) {
			String label = ElementNames.label(task);
			String known = signature(task).isEmpty() ? "" : names.getOrDefault(signature(task), "");
			if (!label.isEmpty() && !known.isEmpty() && !known.equals(label)) {
				this.findings.warning(task, "named-otherwise", known);
			}
		}
	}

	/**
	 * @return what makes the step the same as another; empty for one that is only what
	 * its name says
	 */
	static String signature(Element task) {
		String form = ModelElements.camunda(task, "formRef");
		if (form.isEmpty() || PurposeRules.purposeOf(task) == Purpose.COMPOSITION) {
			return "";
		}
		Map<String, String> properties = ModelElements.propertiesOf(task);
		Map<String, String> same = new TreeMap<>();
		SAME.forEach(name -> same.put(name, properties.getOrDefault(name, "").strip()));
		return String.join("|", ModelElements.camunda(task, "candidateGroups"), form,
				PurposeRules.purposeOf(task).name(), same.toString());
	}

}
