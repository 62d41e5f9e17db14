package cn.ecopark.process.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import javax.xml.XMLConstants;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * What diagrams may be made of, by whatever door they come in. Three kinds of things are
 * told apart: what runs, from a closed list; what is only drawn, which {@link EngineCopy}
 * keeps from the engine; and all else, which is a stranger.
 */
public final class ModelVocabulary {

	public static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

	public static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

	private static final String SCHEMA_INSTANCE = XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI;

	/** The picture of a diagram. */
	private static final String PICTURE = "http://www.omg.org/spec/BPMN/20100524/DI";

	/** The engine reads its older name as if it were its own. */
	private static final String OLDER_ENGINE = "activiti";

	private static final String EXTENSIONS_OF_ELEMENT = "extensionElements";

	/** What runs, and what describes it. */
	private static final Set<String> ELEMENTS = Set.of("definitions", "process", "documentation", "extensionElements",
			"startEvent", "endEvent", "userTask", "serviceTask", "callActivity", "subProcess", "exclusiveGateway",
			"parallelGateway", "sequenceFlow", "conditionExpression", "intermediateCatchEvent", "boundaryEvent",
			"timerEventDefinition", "timeDate", "messageEventDefinition", "terminateEventDefinition", "message",
			"incoming", "outgoing", "multiInstanceLoopCharacteristics");

	/** At what a token can wait or end in which way. */
	private static final Map<String, Set<String>> EVENTS = Map.of("timerEventDefinition",
			Set.of("startEvent", "intermediateCatchEvent", "boundaryEvent", "taskListener"), "messageEventDefinition",
			Set.of("startEvent", "intermediateCatchEvent", "boundaryEvent"), "terminateEventDefinition",
			Set.of("endEvent"));

	/** What is only drawn, with all that is in it. */
	private static final Set<String> DRAWN = Set.of("collaboration", "laneSet", "group", "category", "textAnnotation",
			"association", "dataObject", "dataObjectReference", "dataStore", "dataStoreReference",
			"dataInputAssociation", "dataOutputAssociation", "property", "ioSpecification");

	/** What the drawn things are made of. */
	private static final Set<String> PARTS_OF_DRAWN = Set.of("participant", "messageFlow", "participantMultiplicity",
			"lane", "childLaneSet", "flowNodeRef", "categoryValue", "text", "dataState", "sourceRef", "targetRef",
			"dataInput", "dataOutput", "inputSet", "outputSet", "dataInputRefs", "dataOutputRefs", "documentation",
			"extensionElements");

	/** Extension elements and the attributes each may have. */
	private static final Map<String, Set<String>> EXTENSIONS = Map.of("properties", Set.of(), "property",
			Set.of("id", "name", "value"), "in", Set.of("source", "target", "businessKey"), "out",
			Set.of("source", "target"), "taskListener", Set.of("event", "delegateExpression", "id"), "inputOutput",
			Set.of(), "outputParameter", Set.of("name"));

	private static final Set<String> ATTRIBUTES = Set.of("candidateGroups", "dueDate", "formRef", "formRefBinding",
			"delegateExpression", "calledElementBinding", "collection", "elementVariable", "asyncBefore", "asyncAfter",
			"exclusive", "historyTimeToLive", "versionTag");

	/** Attributes that a modeler leaves behind and that change nothing here. */
	private static final Map<String, Pattern> REMARKS = Map.of("isStartableInTasklist", Pattern.compile("true|false"),
			"diagramRelationId", Pattern.compile("[\\w.:-]*"), "modelerTemplate", Pattern.compile("[\\w.:/-]*"),
			"modelerTemplateVersion", Pattern.compile("\\d*"), "priority", Pattern.compile("\\s*-?\\d{1,9}\\s*"),
			"jobPriority", Pattern.compile("\\s*-?\\d{1,9}\\s*"));

	/** Attributes of BPMN itself. */
	private static final Set<String> PLAIN_ATTRIBUTES = Set.of("id", "name", "targetNamespace", "exporter",
			"exporterVersion", "expressionLanguage", "typeLanguage", "isExecutable", "isClosed", "processType",
			"sourceRef", "targetRef", "default", "isImmediate", "gatewayDirection", "attachedToRef", "cancelActivity",
			"isInterrupting", "parallelMultiple", "triggeredByEvent", "messageRef", "calledElement", "isSequential",
			"startQuantity", "completionQuantity", "isForCompensation", "implementation", "textFormat", "itemRef",
			"definitionalCollaborationRef");

	/** A value other than this would make the engine do something else. */
	private static final Map<String, Set<String>> PLAIN_VALUES = Map.of("isForCompensation", Set.of("false"),
			"implementation", Set.of("##unspecified", "##WebService"), "startQuantity", Set.of("1"),
			"completionQuantity", Set.of("1"));

	/** Where an expression may stand. */
	private static final Set<String> WITH_EXPRESSION = Set.of("conditionExpression", "timeDate", "outputParameter",
			"delegateExpression", "collection", "dueDate", "businessKey");

	private ModelVocabulary() {
	}

	/** What kind of thing is not allowed. */
	public enum Kind {

		/** An element that is not on the list. */
		ELEMENT,
		/** An attribute that is not on the list. */
		ATTRIBUTE,
		/** An expression outside the grammar, or where none may stand. */
		EXPRESSION,
		/** A fact that only commands and delegates state. */
		FACT,
		/** A listener for anything but a limit. */
		LISTENER,
		/** A start without anybody who starts it. */
		START

	}

	/**
	 * Something that no diagram may have.
	 *
	 * @param element where it stands
	 * @param what its name or text
	 */
	public record Stranger(Element element, Kind kind, String what) {
	}

	/**
	 * @return everything in the diagram that is not allowed, in its order
	 */
	public static List<Stranger> strangersIn(Element root) {
		List<Stranger> strangers = new ArrayList<>();
		if (!BPMN.equals(root.getNamespaceURI()) || !"definitions".equals(root.getLocalName())) {
			strangers.add(new Stranger(root, Kind.ELEMENT, root.getNodeName()));
			return strangers;
		}
		walk(root, strangers);
		return strangers;
	}

	/**
	 * @return whether the element, with all that is in it, is kept from the engine: the
	 * picture, what is only drawn, and extensions of others
	 */
	public static boolean isOnlyDrawn(Element element) {
		return isPicture(element) || isExtensionOfOthers(element)
				|| BPMN.equals(element.getNamespaceURI()) && DRAWN.contains(element.getLocalName());
	}

	/**
	 * @return whether the attribute is kept from the engine
	 */
	static boolean isOnlyRemark(Attr attribute) {
		String namespace = attribute.getNamespaceURI();
		if (namespace == null || XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(namespace)) {
			return false;
		}
		return !(CAMUNDA.equals(namespace) && ATTRIBUTES.contains(attribute.getLocalName())
				|| SCHEMA_INSTANCE.equals(namespace) && "type".equals(attribute.getLocalName()));
	}

	private static boolean isPicture(Element element) {
		return PICTURE.equals(element.getNamespaceURI()) && element.getParentNode() instanceof Element parent
				&& parent.getParentNode() == element.getOwnerDocument();
	}

	private static boolean isExtensionOfOthers(Element element) {
		return isForeign(element.getNamespaceURI()) && element.getParentNode() instanceof Element parent
				&& BPMN.equals(parent.getNamespaceURI()) && (EXTENSIONS_OF_ELEMENT.equals(parent.getLocalName())
						|| "documentation".equals(parent.getLocalName()));
	}

	/** Whether neither the engine nor BPMN knows the names of that namespace. */
	private static boolean isForeign(@Nullable String namespace) {
		return namespace != null && !namespace.startsWith(BPMN.substring(0, BPMN.length() - "MODEL".length()))
				&& !namespace.startsWith("http://camunda.org/schema/1.0/") && !namespace.contains(OLDER_ENGINE);
	}

	private static void walk(Element element, List<Stranger> strangers) {
		if (isPicture(element) || isExtensionOfOthers(element)) {
			return;
		}
		if (BPMN.equals(element.getNamespaceURI()) && DRAWN.contains(element.getLocalName())) {
			walkDrawn(element, strangers);
			return;
		}
		checkElement(element, strangers);
		checkAttributes(element, strangers);
		String name = String.valueOf(element.getLocalName());
		if (!isOnlyText(element)) {
			checkExpression(element, name, SafeXml.textOf(element), strangers);
		}
		for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
			if (child instanceof Element childElement) {
				walk(childElement, strangers);
			}
		}
	}

	/** What is drawn consists of drawn things only: nothing that runs hides in it. */
	private static void walkDrawn(Element element, List<Stranger> strangers) {
		for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
			if (child instanceof Element part && !isExtensionOfOthers(part)) {
				boolean drawn = BPMN.equals(part.getNamespaceURI())
						? DRAWN.contains(part.getLocalName()) || PARTS_OF_DRAWN.contains(part.getLocalName())
						: CAMUNDA.equals(part.getNamespaceURI()) && isOwnWords(part);
				if (!drawn) {
					strangers.add(new Stranger(part, Kind.ELEMENT, part.getNodeName()));
				}
				walkDrawn(part, strangers);
			}
		}
	}

	/** What an element says about itself, in words of its own. */
	private static boolean isOwnWords(Element element) {
		return "properties".equals(element.getLocalName()) || "property".equals(element.getLocalName());
	}

	private static void checkElement(Element element, List<Stranger> strangers) {
		String name = element.getLocalName();
		boolean allowed = BPMN.equals(element.getNamespaceURI()) ? ELEMENTS.contains(name) && isInPlace(element)
				: CAMUNDA.equals(element.getNamespaceURI()) && EXTENSIONS.containsKey(name);
		if (!allowed) {
			strangers.add(new Stranger(element, Kind.ELEMENT, element.getNodeName()));
			return;
		}
		if (CAMUNDA.equals(element.getNamespaceURI()) && CarriedFacts.forges(element)) {
			strangers.add(new Stranger(element, Kind.FACT, CarriedFacts.forged(element)));
		}
		if ("taskListener".equals(name) && !"timeout".equals(element.getAttribute("event"))) {
			strangers.add(new Stranger(element, Kind.LISTENER, element.getAttribute("event")));
		}
		if ("startEvent".equals(name) && startsByItself(element)) {
			strangers.add(new Stranger(element, Kind.START, element.getAttribute("id")));
		}
	}

	private static boolean isInPlace(Element element) {
		Set<String> parents = EVENTS.get(element.getLocalName());
		return parents == null
				|| element.getParentNode() instanceof Element parent && parents.contains(parent.getLocalName());
	}

	/**
	 * A start of a process that waits for a time or a message would begin a flow that
	 * belongs to no case. One of a sub-process waits inside a case.
	 */
	private static boolean startsByItself(Element start) {
		if (!(start.getParentNode() instanceof Element parent) || !"process".equals(parent.getLocalName())) {
			return false;
		}
		for (Node child = start.getFirstChild(); child != null; child = child.getNextSibling()) {
			if (child instanceof Element && child.getLocalName().endsWith("EventDefinition")) {
				return true;
			}
		}
		return false;
	}

	private static void checkAttributes(Element element, List<Stranger> strangers) {
		NamedNodeMap attributes = element.getAttributes();
		for (int index = 0; index < attributes.getLength(); index++) {
			Attr attribute = (Attr) attributes.item(index);
			if (!isAllowed(element, attribute)) {
				strangers.add(new Stranger(element, Kind.ATTRIBUTE, attribute.getName()));
			}
			else if ("elementVariable".equals(attribute.getLocalName()) && !"party".equals(attribute.getValue())) {
				strangers.add(new Stranger(element, Kind.FACT, attribute.getValue()));
			}
			else if (!isOnlyRead(element, attribute)) {
				checkExpression(element, attribute.getLocalName(), attribute.getValue(), strangers);
			}
		}
	}

	private static boolean isAllowed(Element element, Attr attribute) {
		String name = attribute.getLocalName();
		String namespace = attribute.getNamespaceURI();
		if (namespace == null) {
			return CAMUNDA.equals(element.getNamespaceURI())
					? EXTENSIONS.getOrDefault(element.getLocalName(), Set.of()).contains(name)
					: PLAIN_ATTRIBUTES.contains(name) && (!PLAIN_VALUES.containsKey(name)
							|| PLAIN_VALUES.getOrDefault(name, Set.of()).contains(attribute.getValue()));
		}
		return switch (namespace) {
			case CAMUNDA -> ATTRIBUTES.contains(name)
					|| REMARKS.containsKey(name) && REMARKS.get(name).matcher(attribute.getValue()).matches();
			case SCHEMA_INSTANCE -> Set.of("type", "schemaLocation", "noNamespaceSchemaLocation").contains(name);
			case XMLConstants.XMLNS_ATTRIBUTE_NS_URI -> true;
			case XMLConstants.XML_NS_URI -> Set.of("space", "lang", "id").contains(name);
			default -> isForeign(namespace);
		};
	}

	/**
	 * The engine evaluates the name of a user task and of a message; it does not evaluate
	 * other names, nor what elements say about themselves.
	 */
	private static boolean isOnlyRead(Element element, Attr attribute) {
		if (isOnlyRemark(attribute) || XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
			return true;
		}
		String kind = element.getLocalName();
		return CAMUNDA.equals(element.getNamespaceURI()) ? "property".equals(kind)
				: "name".equals(attribute.getName()) && !"userTask".equals(kind) && !"message".equals(kind);
	}

	/** The engine evaluates what a user task says about itself, and no other remark. */
	private static boolean isOnlyText(Element element) {
		return "documentation".equals(element.getLocalName())
				&& !(element.getParentNode() instanceof Element parent && "userTask".equals(parent.getLocalName()));
	}

	private static void checkExpression(Element element, String place, String text, List<Stranger> strangers) {
		boolean expression = text.contains("${") || text.contains("#{");
		if (expression && (!WITH_EXPRESSION.contains(place) || ExpressionGrammar.problemOf(text) != null)) {
			strangers.add(new Stranger(element, Kind.EXPRESSION, shortened(text)));
		}
	}

	private static String shortened(String text) {
		String start = text.strip();
		return (start.length() > 80 ? start.substring(0, 80) + "…" : start).replaceAll("\\s+", " ");
	}

}
