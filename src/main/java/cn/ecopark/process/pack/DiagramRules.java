package cn.ecopark.process.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import cn.ecopark.process.engine.ModelVocabulary;
import cn.ecopark.rulepack.RulePack;

/** What a diagram must say so that the system can carry it out: complete user tasks, called diagrams that exist, conditions that can hold. */
final class DiagramRules {

	private static final Set<String> PANELS = Set.of("form", "correction", "ballot", "panel", "sheet", "meeting", "notice",
			"batch");

	private static final Pattern OUTCOME_CONDITION = Pattern.compile("(\\w+)_outcome\\s*(?:==|!=)\\s*'([^']*)'");

	private final String file;

	private final RulePack pack;

	private final Map<String, String> models;

	private final List<ModelFault> faults;

	private final Map<String, List<String>> outcomes = new HashMap<>();

	DiagramRules(String file, RulePack pack, Map<String, String> models, List<ModelFault> faults) {
		this.file = file;
		this.pack = pack;
		this.models = models;
		this.faults = faults;
	}

	void check(Document document) {
		List<Element> processes = elements(document, "process");
		if (processes.size() != 1 || !this.file.equals(processes.get(0).getAttribute("id") + ".bpmn")) {
			fault("", "one process whose id is the file name is needed");
		}
		else if (!"true".equals(processes.get(0).getAttribute("isExecutable"))) {
			fault(processes.get(0).getAttribute("id"), "not executable");
		}
		elements(document, "userTask").forEach(this::checkUserTask);
		elements(document, "serviceTask").forEach(task -> require(task, "delegateExpression"));
		elements(document, "callActivity").forEach(this::checkCall);
		elements(document, "conditionExpression").forEach(this::checkCondition);
	}

	private void checkUserTask(Element task) {
		String id = task.getAttribute("id");
		Map<String, String> properties = properties(task);
		List<String> codes = list(properties.get("outcomes"));
		this.outcomes.put(id, codes);
		if (task.getAttribute("name").isBlank()) {
			fault(id, "no name");
		}
		if (!this.pack.roles().containsKey(task.getAttributeNS(ModelVocabulary.CAMUNDA, "candidateGroups"))) {
			fault(id, "no role of the pack");
		}
		if (!PANELS.contains(properties.getOrDefault("panel", ""))) {
			fault(id, "no work panel");
		}
		if (codes.isEmpty()) {
			fault(id, "no outcomes");
		}
		codes.stream()
			.filter(code -> !this.pack.outcomes().containsKey(code))
			.forEach(code -> fault(id, "unknown outcome " + code));
		String limit = properties.get("limit");
		if (limit != null && !this.pack.limits().containsKey(limit)) {
			fault(id, "unknown limit " + limit);
		}
		List<String> papers = new ArrayList<>(list(properties.get("documents")));
		papers.addAll(list(properties.get("optionalDocuments")));
		papers.stream()
			.flatMap(paper -> List.of(paper.split("\\|")).stream())
			.filter(paper -> !this.pack.documents().containsKey(paper))
			.forEach(paper -> fault(id, "unknown paper " + paper));
		String form = task.getAttributeNS(ModelVocabulary.CAMUNDA, "formRef");
		if (!form.isEmpty() && !this.models.containsKey(form + ".form")) {
			fault(id, "unknown form " + form);
		}
	}

	private void checkCall(Element call) {
		String called = call.getAttribute("calledElement");
		if (!this.models.containsKey(called + ".bpmn")) {
			fault(call.getAttribute("id"), "unknown diagram " + called);
		}
		if (!"deployment".equals(call.getAttributeNS(ModelVocabulary.CAMUNDA, "calledElementBinding"))) {
			fault(call.getAttribute("id"), "must stay inside the deployment");
		}
	}

	private void checkCondition(Element condition) {
		Matcher matcher = OUTCOME_CONDITION.matcher(condition.getTextContent());
		while (matcher.find()) {
			List<String> codes = this.outcomes.get(matcher.group(1));
			if (codes == null || !codes.contains(matcher.group(2))) {
				fault(((Element) condition.getParentNode()).getAttribute("id"), "never holds: " + matcher.group());
			}
		}
	}

	private void require(Element element, String attribute) {
		if (element.getAttributeNS(ModelVocabulary.CAMUNDA, attribute).isEmpty()) {
			fault(element.getAttribute("id"), "no " + attribute);
		}
	}

	private void fault(String element, String message) {
		this.faults.add(new ModelFault(this.file, element, message));
	}

	private static List<Element> elements(Document document, String name) {
		return asList(document.getElementsByTagNameNS(ModelVocabulary.BPMN, name));
	}

	private static Map<String, String> properties(Element task) {
		Map<String, String> properties = new HashMap<>();
		asList(task.getElementsByTagNameNS(ModelVocabulary.CAMUNDA, "property"))
			.forEach(property -> properties.put(property.getAttribute("name"), property.getAttribute("value")));
		return properties;
	}

	private static List<String> list(@org.jspecify.annotations.Nullable String text) {
		return text == null || text.isBlank() ? List.of()
				: List.of(text.split(",")).stream().map(String::strip).toList();
	}

	private static List<Element> asList(NodeList nodes) {
		List<Element> elements = new ArrayList<>();
		for (int index = 0; index < nodes.getLength(); index++) {
			elements.add((Element) nodes.item(index));
		}
		return elements;
	}

}
