package cn.ecopark.process.pack;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

import cn.ecopark.process.engine.ExpressionGrammar;
import cn.ecopark.rulepack.RulePack;

/** Which elements, attributes and expressions a diagram may have. What is not on the list is refused. */
final class AllowList {

	static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

	static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

	private static final Set<String> DRAWING = Set.of("http://www.omg.org/spec/BPMN/20100524/DI",
			"http://www.omg.org/spec/DD/20100524/DC", "http://www.omg.org/spec/DD/20100524/DI",
			"http://bpmn.io/schema/bpmn/biocolor/1.0", "http://www.omg.org/spec/BPMN/non-normative/color/1.0");

	private static final Set<String> ELEMENTS = Set.of("definitions", "process", "documentation", "extensionElements",
			"startEvent", "endEvent", "userTask", "serviceTask", "callActivity", "subProcess", "exclusiveGateway",
			"parallelGateway", "sequenceFlow", "conditionExpression", "intermediateCatchEvent", "boundaryEvent",
			"timerEventDefinition", "timeDate", "messageEventDefinition", "message", "incoming", "outgoing",
			"multiInstanceLoopCharacteristics", "textAnnotation", "text", "association");

	/** Extension elements and the attributes each may have. */
	private static final Map<String, Set<String>> EXTENSIONS = Map.of("properties", Set.of(), "property",
			Set.of("name", "value"), "in", Set.of("source", "target", "businessKey"), "out", Set.of("source", "target"),
			"taskListener", Set.of("event", "delegateExpression", "id"), "inputOutput", Set.of(), "outputParameter",
			Set.of("name"));

	private static final Set<String> ATTRIBUTES = Set.of("candidateGroups", "dueDate", "formRef", "formRefBinding",
			"delegateExpression", "calledElementBinding", "collection", "elementVariable", "asyncBefore", "asyncAfter",
			"exclusive", "historyTimeToLive", "versionTag");

	private final String file;

	private final ModelCheck.DelegateNames names;

	private final RulePack pack;

	private final List<ModelFault> faults;

	AllowList(String file, ModelCheck.DelegateNames names, RulePack pack, List<ModelFault> faults) {
		this.file = file;
		this.names = names;
		this.pack = pack;
		this.faults = faults;
	}

	void check(Element element) {
		if (DRAWING.contains(element.getNamespaceURI())) {
			return;
		}
		checkElement(element);
		checkAttributes(element);
		for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
			if (child instanceof Element childElement) {
				check(childElement);
			}
			else if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
				checkExpression(element, element.getLocalName(), child.getTextContent());
			}
		}
	}

	private void checkElement(Element element) {
		String name = element.getLocalName();
		boolean allowed = BPMN.equals(element.getNamespaceURI()) ? ELEMENTS.contains(name)
				: CAMUNDA.equals(element.getNamespaceURI()) && EXTENSIONS.containsKey(name);
		if (!allowed) {
			fault(element, "element " + name);
		}
		if ("taskListener".equals(name) && !"timeout".equals(element.getAttribute("event"))) {
			fault(element, "task listener on " + element.getAttribute("event"));
		}
	}

	private void checkAttributes(Element element) {
		NamedNodeMap attributes = element.getAttributes();
		boolean extension = CAMUNDA.equals(element.getNamespaceURI());
		for (int index = 0; index < attributes.getLength(); index++) {
			Attr attribute = (Attr) attributes.item(index);
			String name = attribute.getLocalName();
			boolean foreign = CAMUNDA.equals(attribute.getNamespaceURI()) && !ATTRIBUTES.contains(name);
			boolean unknown = extension && attribute.getNamespaceURI() == null
					&& !EXTENSIONS.getOrDefault(element.getLocalName(), Set.of()).contains(name);
			boolean script = Set.of("language", "scriptFormat", "operationRef").contains(name);
			if (foreign || unknown || script) {
				fault(element, "attribute " + name);
			}
			checkExpression(element, name, attribute.getValue());
		}
	}

	private void checkExpression(Element element, String place, @Nullable String text) {
		if (text == null || !text.contains("${") && !text.contains("#{")) {
			return;
		}
		if (ExpressionGrammar.problemOf(text) != null) {
			fault(element, "expression " + text.strip());
			return;
		}
		for (String name : ExpressionGrammar.namesIn(text)) {
			boolean known = switch (place) {
				case "delegateExpression" -> this.names.isDelegate(name);
				case "collection" -> this.names.isCollection(name);
				case "timeDate", "dueDate" -> this.names.isTimerDate(name, this.pack);
				case "conditionExpression", "businessKey", "outputParameter" -> this.names.isFact(name);
				default -> false;
			};
			if (!known) {
				fault(element, "name " + name + " in " + place);
			}
		}
	}

	private void fault(Element element, String what) {
		this.faults.add(new ModelFault(this.file, idOf(element), "not allowed: " + what));
	}

	private static String idOf(Element element) {
		for (Node node = element; node instanceof Element candidate; node = node.getParentNode()) {
			if (!candidate.getAttribute("id").isEmpty()) {
				return candidate.getAttribute("id");
			}
		}
		return "";
	}

}
