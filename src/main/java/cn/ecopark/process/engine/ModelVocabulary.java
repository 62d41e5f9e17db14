package cn.ecopark.process.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * What diagrams may be made of, by whatever door they come in: elements, attributes and
 * the grammar of expressions. What is not on the list is a stranger.
 */
public final class ModelVocabulary {

	public static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

	public static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

	private static final String XML_NAMES = "http://www.w3.org/2000/xmlns/";

	private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

	/** The modeler notes here for which engine it has drawn. */
	private static final String MODELER = "http://camunda.org/schema/modeler/1.0";

	/** The picture of a diagram, in which the engine reads nothing but places. */
	private static final String PICTURE = "http://www.omg.org/spec/BPMN/20100524/DI";

	private static final Set<String> ELEMENTS = Set.of("definitions", "process", "documentation", "extensionElements",
			"startEvent", "endEvent", "userTask", "serviceTask", "callActivity", "subProcess", "exclusiveGateway",
			"parallelGateway", "sequenceFlow", "conditionExpression", "intermediateCatchEvent", "boundaryEvent",
			"timerEventDefinition", "timeDate", "messageEventDefinition", "message", "incoming", "outgoing",
			"multiInstanceLoopCharacteristics", "textAnnotation", "text", "association");

	/** Extension elements and the attributes each may have. */
	private static final Map<String, Set<String>> EXTENSIONS = Map.of("properties", Set.of(), "property",
			Set.of("id", "name", "value"), "in", Set.of("source", "target", "businessKey"), "out",
			Set.of("source", "target"), "taskListener", Set.of("event", "delegateExpression", "id"), "inputOutput",
			Set.of(), "outputParameter", Set.of("name"));

	private static final Set<String> ATTRIBUTES = Set.of("candidateGroups", "dueDate", "formRef", "formRefBinding",
			"delegateExpression", "calledElementBinding", "collection", "elementVariable", "asyncBefore", "asyncAfter",
			"exclusive", "historyTimeToLive", "versionTag");

	/** Ids and results that commands put into the flow, and no diagram. */
	private static final Set<String> SET_BY_COMMANDS = Set.of("caseId", "batchId", "objectionId", "batchResult",
			"ballotsResult", "coordinationResult", "panelResult", "stageResult", "recheckGrade");

	private static final String CASE = "caseId";

	/** How the decisions of tasks are called. */
	private static final String OUTCOME = "_outcome";

	private static final Set<String> SCRIPTS = Set.of("language", "scriptFormat", "operationRef");

	private ModelVocabulary() {
	}

	/**
	 * Something that no diagram may have.
	 *
	 * @param element where it stands
	 * @param what what it is
	 */
	public record Stranger(Element element, String what) {
	}

	/**
	 * @return everything in the diagram that is not allowed, in its order
	 */
	public static List<Stranger> strangersIn(Element root) {
		List<Stranger> strangers = new ArrayList<>();
		walk(root, strangers);
		return strangers;
	}

	/**
	 * @return whether the element belongs to the picture of the diagram
	 */
	public static boolean isPicture(Element element) {
		return PICTURE.equals(element.getNamespaceURI()) && element.getParentNode() instanceof Element parent
				&& parent.getParentNode() == element.getOwnerDocument();
	}

	private static void walk(Element element, List<Stranger> strangers) {
		if (isPicture(element)) {
			return;
		}
		checkElement(element, strangers);
		checkAttributes(element, strangers);
		for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
			if (child instanceof Element childElement) {
				walk(childElement, strangers);
			}
			else if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
				checkExpression(element, child.getTextContent(), strangers);
			}
		}
	}

	private static void checkElement(Element element, List<Stranger> strangers) {
		String name = element.getLocalName();
		boolean allowed = BPMN.equals(element.getNamespaceURI()) ? ELEMENTS.contains(name)
				: CAMUNDA.equals(element.getNamespaceURI()) && EXTENSIONS.containsKey(name);
		if (!allowed) {
			strangers.add(new Stranger(element, "element " + name));
		}
		if (CAMUNDA.equals(element.getNamespaceURI()) && forges(element)) {
			strangers.add(new Stranger(element, "a fact that only commands set, in " + name));
		}
		if ("taskListener".equals(name) && !"timeout".equals(element.getAttribute("event"))) {
			strangers.add(new Stranger(element, "task listener on " + element.getAttribute("event")));
		}
	}

	/**
	 * The case goes into a called diagram as it is, the result of a called diagram comes
	 * out under a name of its own, and a waiting point may keep a result under another
	 * name: nothing else is carried over.
	 */
	private static boolean forges(Element element) {
		return switch (element.getLocalName()) {
			case "in" -> element.hasAttribute("target")
					&& !(CASE.equals(element.getAttribute("target")) && CASE.equals(element.getAttribute("source")));
			case "out" -> !"stageResult".equals(element.getAttribute("source"))
					|| isSetByCommands(element.getAttribute("target"));
			case "outputParameter" -> isSetByCommands(element.getAttribute("name"));
			default -> false;
		};
	}

	private static boolean isSetByCommands(String name) {
		return SET_BY_COMMANDS.contains(name) || name.endsWith(OUTCOME);
	}

	private static void checkAttributes(Element element, List<Stranger> strangers) {
		NamedNodeMap attributes = element.getAttributes();
		for (int index = 0; index < attributes.getLength(); index++) {
			Attr attribute = (Attr) attributes.item(index);
			if (!isAllowed(element, attribute)) {
				strangers.add(new Stranger(element, "attribute " + attribute.getLocalName()));
			}
			if ("elementVariable".equals(attribute.getLocalName()) && !"party".equals(attribute.getValue())) {
				strangers.add(new Stranger(element, "a party called " + attribute.getValue()));
			}
			checkExpression(element, attribute.getValue(), strangers);
		}
	}

	private static boolean isAllowed(Element element, Attr attribute) {
		String name = attribute.getLocalName();
		String namespace = attribute.getNamespaceURI();
		if (namespace == null) {
			return CAMUNDA.equals(element.getNamespaceURI())
					? EXTENSIONS.getOrDefault(element.getLocalName(), Set.of()).contains(name)
					: !SCRIPTS.contains(name);
		}
		return switch (namespace) {
			case CAMUNDA -> ATTRIBUTES.contains(name);
			case SCHEMA_INSTANCE -> "type".equals(name);
			case XML_NAMES, MODELER -> true;
			default -> false;
		};
	}

	private static void checkExpression(Element element, String text, List<Stranger> strangers) {
		if (ExpressionGrammar.problemOf(text) != null) {
			strangers.add(new Stranger(element, "expression " + text.strip()));
		}
	}

}
