package cn.ecopark.process.pack;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.w3c.dom.Document;
import org.w3c.dom.Element;

import cn.ecopark.process.engine.ModelVocabulary;
import cn.ecopark.process.engine.TaskElements;
import cn.ecopark.rulepack.Procedure;
import cn.ecopark.rulepack.RulePack;

/**
 * What a diagram must say so that the system can carry it out: one process, properties
 * that somebody reads, called diagrams that exist, results the pack knows. What its user
 * tasks must say is {@link TaskRules}.
 */
final class DiagramRules {

	/** Extensions that the engine reads once for each element. */
	private static final Set<String> ONCE = Set.of("properties", "inputOutput");

	private final String process;

	private final RulePack pack;

	private final Models models;

	private final ModelFindings findings;

	DiagramRules(String process, RulePack pack, Models models, ModelFindings findings) {
		this.process = process;
		this.pack = pack;
		this.models = models;
		this.findings = findings;
	}

	void check(Document document) {
		List<Element> processes = ModelElements.of(document, "process");
		if (processes.size() != 1 || !this.process.equals(processes.get(0).getAttribute("id"))) {
			this.findings.error(0, "", "one-process", this.process);
		}
		else if (!"true".equals(processes.get(0).getAttribute("isExecutable"))) {
			this.findings.error(processes.get(0), "not-executable");
		}
		checkProperties(document.getDocumentElement());
		checkPart(processes);
		ModelElements.of(document, "callActivity").forEach(this::checkCall);
		new PurposeRules(this.process, this.pack, this.models, this.findings).check(document);
		TaskRules tasks = new TaskRules(this.pack, this.models, this.findings);
		ModelElements.of(document, "userTask").forEach(tasks::check);
		ModelElements.of(document, "serviceTask").forEach(task -> {
			if (ModelElements.camunda(task, "delegateExpression").isEmpty()) {
				this.findings.error(task, "does-nothing");
			}
			tasks.checkIssues(task, ModelElements.propertiesOf(task));
		});
		ModelElements.of(document, "endEvent").forEach(this::checkEnd);
		new MarkRules(this.pack, this.findings).check(document);
		ModelElements.of(document, "message")
			.stream()
			.filter(message -> !CaseMessage.isKnown(message.getAttribute("name")))
			.forEach(message -> this.findings.error(message, "message-of-nobody", message.getAttribute("name")));
	}

	/** What nobody reads was meant for somebody. */
	private void checkProperties(Element element) {
		if (ModelVocabulary.isOnlyDrawn(element)) {
			return;
		}
		for (String extension : ONCE) {
			if (ModelElements.childrenOf(element)
				.stream()
				.filter(child -> ModelElements.isCamunda(child, extension))
				.count() > 1) {
				this.findings.error(element.getParentNode() instanceof Element step ? step : element, "extension-twice",
						extension);
			}
		}
		Set<String> named = new HashSet<>();
		for (Element property : ModelElements.extensionsOf(element, "property")) {
			String name = property.getAttribute("name");
			if (!KnownProperties.ALL.knows(element.getLocalName(), name)) {
				KnownProperties.ALL.meantBy(element.getLocalName(), name)
					.ifPresentOrElse(meant -> this.findings.error(element, "misspelt-property", name, meant),
							() -> this.findings.error(element, "unknown-property", name));
			}
			else if (!named.add(name)) {
				this.findings.error(element, "property-twice", name);
			}
		}
		ModelElements.childrenOf(element).forEach(this::checkProperties);
	}

	/**
	 * A part that nobody calls is drawn in vain; one that cases and batches call alike
	 * would be about now the one, now the other.
	 */
	private void checkPart(List<Element> processes) {
		if (processes.size() != 1 || !this.pack.isPart(this.process)) {
			return;
		}
		Set<Procedure.Kind> kinds = this.models.kindsOf(this.process, this.pack);
		if (kinds.isEmpty()) {
			this.findings.error(processes.get(0), "part-of-nothing");
		}
		else if (kinds.contains(Procedure.Kind.BATCH) && kinds.size() > 1) {
			this.findings.error(processes.get(0), "part-of-two-kinds");
		}
	}

	private void checkCall(Element call) {
		String called = call.getAttribute("calledElement");
		if (!this.models.knowsDiagram(called)) {
			this.findings.error(call, "unknown-diagram", called);
		}
		if (!"deployment".equals(ModelElements.camunda(call, "calledElementBinding"))) {
			this.findings.error(call, "diagram-of-another-release", this.models.diagrams().nameOf(called));
		}
		this.models.diagrams()
			.find(called)
			.ifPresent(part -> new CallRules(this.process, this.pack, this.models, this.findings).check(call, part));
	}

	private void checkEnd(Element end) {
		String result = ModelElements.propertiesOf(end).get("result");
		String takenOver = ModelElements.propertiesOf(end).get(TaskElements.TAKES_OVER);
		if (takenOver != null) {
			if (result != null) {
				this.findings.error(end, "two-results");
			}
			if (Diagrams.callsInto(end.getOwnerDocument(), takenOver).isEmpty()) {
				this.findings.error(end, "takes-over-nothing", takenOver);
			}
		}
		else if (result == null || result.isBlank()) {
			this.findings.missing(end, "no-result");
		}
		else if (!this.pack.outcomes().containsKey(result)) {
			this.findings.error(end, "unknown-result", result);
		}
	}

}
