package cn.ecopark.process.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.w3c.dom.Document;
import org.w3c.dom.Element;

import cn.ecopark.rulepack.OutcomeKind;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.worklist.FormSchema;

/**
 * What a diagram must say so that the system can carry it out: complete user tasks,
 * called diagrams that exist, results the pack knows.
 */
final class DiagramRules {

	private static final Set<String> PANELS = Set.of("form", "correction", "ballot", "panel", "sheet", "meeting",
			"notice", "vote", "conclusion", "signature");

	/** Panels whose outcomes are weighed against each other. */
	private static final Set<String> RANKED = Set.of("vote", "conclusion");

	/** Panels with which somebody votes, signs or concludes. */
	private static final Set<String> VOTES = Set.of("ballot", "vote", "conclusion", "signature");

	private final String file;

	private final RulePack pack;

	private final Map<String, String> models;

	private final List<ModelFault> faults;

	DiagramRules(String file, RulePack pack, Map<String, String> models, List<ModelFault> faults) {
		this.file = file;
		this.pack = pack;
		this.models = models;
		this.faults = faults;
	}

	void check(Document document) {
		List<Element> processes = ModelElements.of(document, "process");
		if (processes.size() != 1 || !this.file.equals(processes.get(0).getAttribute("id") + ".bpmn")) {
			fault("", "one process whose id is the file name is needed");
		}
		else if (!"true".equals(processes.get(0).getAttribute("isExecutable"))) {
			fault(processes.get(0).getAttribute("id"), "not executable");
		}
		ModelElements.of(document, "userTask").forEach(this::checkUserTask);
		ModelElements.of(document, "serviceTask").forEach(task -> {
			require(task, "delegateExpression");
			checkIssues(task.getAttribute("id"), ModelElements.propertiesOf(task));
		});
		ModelElements.of(document, "callActivity").forEach(this::checkCall);
		ModelElements.of(document, "endEvent").forEach(this::checkEnd);
	}

	private void checkUserTask(Element task) {
		String id = task.getAttribute("id");
		Map<String, String> properties = ModelElements.propertiesOf(task);
		if (task.getAttribute("name").isBlank()) {
			fault(id, "no name");
		}
		if (!this.pack.roles().containsKey(ModelElements.camunda(task, "candidateGroups"))) {
			fault(id, "no role of the pack");
		}
		if (!PANELS.contains(properties.getOrDefault("panel", ""))) {
			fault(id, "no work panel");
		}
		checkOutcomes(id, properties);
		checkSilence(task, properties);
		checkPapers(id, properties);
		checkIssues(id, properties);
		String limit = properties.get("limit");
		if (limit != null) {
			checkLimit(task, limit);
		}
		String form = ModelElements.camunda(task, "formRef");
		String schema = this.models.get(form + ".form");
		if (!form.isEmpty() && schema == null) {
			fault(id, "unknown form " + form);
		}
		else if (schema != null) {
			checkAnswers(id, schema, ModelElements.list(properties.get("outcomes")));
		}
	}

	private void checkOutcomes(String task, Map<String, String> properties) {
		List<String> codes = ModelElements.list(properties.get("outcomes"));
		if (codes.isEmpty()) {
			fault(task, "no outcomes");
		}
		codes.stream()
			.filter(code -> !this.pack.outcomes().containsKey(code))
			.forEach(code -> fault(task, "unknown outcome " + code));
		if (RANKED.contains(properties.getOrDefault("panel", "")) && codes.stream()
			.noneMatch(code -> this.pack.outcomes().containsKey(code) && this.pack.outcome(code).rank() != null)) {
			fault(task, "no outcome that the pack ranks");
		}
		ModelElements.list(properties.get("points"))
			.stream()
			.filter(code -> !codes.contains(code))
			.forEach(code -> fault(task, "points for no outcome " + code));
	}

	/**
	 * What stands for silence is a word for silence only, at a step where one person or
	 * unit answers and nobody votes.
	 */
	private void checkSilence(Element task, Map<String, String> properties) {
		String silence = properties.get("silence");
		if (silence == null) {
			return;
		}
		String id = task.getAttribute("id");
		OutcomeKind known = this.pack.outcomes().get(silence);
		if (known == null || !known.marks().silence()) {
			fault(id, silence + " does not stand for silence");
		}
		if (ModelElements.list(properties.get("outcomes")).contains(silence)) {
			fault(id, "silence that can be chosen");
		}
		if (VOTES.contains(properties.getOrDefault("panel", ""))
				|| task.getElementsByTagNameNS("*", "multiInstanceLoopCharacteristics").getLength() > 0) {
			fault(id, "silence for a vote");
		}
	}

	/** A slip in what an answer contradicts would let every answer pass. */
	private void checkAnswers(String task, String form, List<String> outcomes) {
		try {
			FormSchema.parse(form)
				.outcomesContradicted()
				.stream()
				.filter(code -> !outcomes.contains(code))
				.forEach(code -> fault(task, "an answer contradicts no outcome " + code));
		}
		catch (FormSchema.NotAllowed faulty) {
			// The form's own check tells what is wrong with it.
			return;
		}
	}

	private void checkPapers(String task, Map<String, String> properties) {
		List<String> papers = new ArrayList<>(ModelElements.list(properties.get("documents")));
		papers.addAll(ModelElements.list(properties.get("optionalDocuments")));
		papers.stream()
			.flatMap(paper -> List.of(paper.split("\\|")).stream())
			.filter(paper -> !this.pack.documents().containsKey(paper))
			.forEach(paper -> fault(task, "unknown paper " + paper));
	}

	/** What is issued is named alone, or behind the outcome it is issued with. */
	private void checkIssues(String task, Map<String, String> properties) {
		ModelElements.list(properties.get("issues"))
			.stream()
			.map(issue -> issue.substring(issue.indexOf(':') + 1))
			.filter(paper -> !this.pack.documents().containsKey(paper))
			.forEach(paper -> fault(task, "unknown paper " + paper));
	}

	/** The timers and the date on the work list must tell of the same limit. */
	private void checkLimit(Element task, String limit) {
		String id = task.getAttribute("id");
		if (!this.pack.limits().containsKey(limit)) {
			fault(id, "unknown limit " + limit);
			return;
		}
		if (!("${due_" + limit + "}").equals(ModelElements.camunda(task, "dueDate"))) {
			fault(id, "due on another date than its limit " + limit);
		}
		boolean reminds = ModelElements.extensionsOf(task, "taskListener")
			.stream()
			.anyMatch(listener -> ("${remind_" + limit + "}").equals(listener.getTextContent().strip()));
		if (!reminds) {
			fault(id, "no reminder of its limit " + limit);
		}
	}

	private void checkCall(Element call) {
		String called = call.getAttribute("calledElement");
		if (!this.models.containsKey(called + ".bpmn")) {
			fault(call.getAttribute("id"), "unknown diagram " + called);
		}
		if (!"deployment".equals(ModelElements.camunda(call, "calledElementBinding"))) {
			fault(call.getAttribute("id"), "must stay inside the deployment");
		}
	}

	private void checkEnd(Element end) {
		String result = ModelElements.propertiesOf(end).get("result");
		if (result == null) {
			fault(end.getAttribute("id"), "no result");
		}
		else if (!this.pack.outcomes().containsKey(result)) {
			fault(end.getAttribute("id"), "unknown result " + result);
		}
	}

	private void require(Element element, String attribute) {
		if (ModelElements.camunda(element, attribute).isEmpty()) {
			fault(element.getAttribute("id"), "no " + attribute);
		}
	}

	private void fault(String element, String message) {
		this.faults.add(new ModelFault(this.file, element, message));
	}

}
