package cn.ecopark.process.pack;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import javax.xml.XMLConstants;

import org.springframework.stereotype.Component;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

import cn.ecopark.process.engine.ModelVocabulary;
import cn.ecopark.process.engine.SafeXml;
import cn.ecopark.process.engine.UnreadableModel;
import cn.ecopark.release.PackEntries;

/**
 * The elements of a diagram with all that the model says of them. Where they stand in the
 * picture says nothing.
 */
@Component
class DiagramEntries implements PackEntries {

	/** How the model connects elements, which the flows say already. */
	private static final Set<String> CONNECTING = Set.of("incoming", "outgoing");

	/**
	 * What is said of the element around it. Some tools give these an id of their own.
	 */
	private static final Set<String> PARTS = Set.of("documentation", "extensionElements", "conditionExpression",
			"multiInstanceLoopCharacteristics", "timeDate", "incoming", "outgoing");

	/** What some tools write and others leave out, as it means the same. */
	private static final Set<String> UNSAID = Set.of("cancelActivity=true", "isInterrupting=true",
			"triggeredByEvent=false", "parallelMultiple=false", "isSequential=false", "isForCompensation=false",
			"gatewayDirection=Unspecified", "startQuantity=1", "completionQuantity=1", "implementation=##unspecified",
			"isClosed=false", "processType=None", "asyncBefore=false", "asyncAfter=false", "exclusive=true");

	@Override
	public boolean reads(String path) {
		return path.endsWith(".bpmn");
	}

	@Override
	public Map<String, Entry> of(String content) {
		Map<String, Entry> entries = new LinkedHashMap<>();
		try {
			collect(SafeXml.read(content.getBytes(StandardCharsets.UTF_8)).getDocumentElement(), entries);
		}
		catch (UnreadableModel unreadable) {
			return Map.of();
		}
		return entries;
	}

	static void collect(Element element, Map<String, Entry> entries) {
		if (ModelVocabulary.isOnlyDrawn(element)) {
			return;
		}
		if (isNamed(element)) {
			Map<String, String> values = new LinkedHashMap<>();
			values.put("element", element.getLocalName());
			say(element, "", values);
			entries.put(element.getAttribute("id"), new Entry(element.getAttribute("name"), values));
		}
		for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
			if (child instanceof Element inner) {
				collect(inner, entries);
			}
		}
	}

	private static boolean isNamed(Element element) {
		String kind = element.getLocalName();
		return !element.getAttribute("id").isEmpty() && !"definitions".equals(kind)
				&& ModelVocabulary.BPMN.equals(element.getNamespaceURI()) && !PARTS.contains(kind)
				&& !kind.endsWith("EventDefinition");
	}

	private static void say(Element element, String path, Map<String, String> values) {
		boolean property = "property".equals(element.getLocalName());
		for (int index = 0; index < element.getAttributes().getLength(); index++) {
			Attr attribute = (Attr) element.getAttributes().item(index);
			boolean names = "id".equals(attribute.getName()) || attribute.getName().startsWith("xmlns") || property;
			// The type of an expression is told by a prefix, which each tool chooses.
			boolean typed = XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(attribute.getNamespaceURI());
			if (!names && !typed && !UNSAID.contains(attribute.getLocalName() + "=" + attribute.getValue())) {
				put(values, join(path, attribute.getLocalName()), attribute.getValue());
			}
		}
		if (property) {
			put(values, element.getAttribute("name"), element.getAttribute("value"));
		}
		for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
			if (child instanceof Element inner) {
				if (!isNamed(inner) && !CONNECTING.contains(inner.getLocalName())) {
					say(inner, "property".equals(inner.getLocalName()) ? path : join(path, inner.getLocalName()),
							values);
				}
			}
			else if (!child.getTextContent().isBlank() && child.getNodeType() != Node.COMMENT_NODE) {
				put(values, path.isEmpty() ? "text" : path, child.getTextContent().strip());
			}
		}
	}

	/** Several of one kind, such as listeners, are told one after the other. */
	private static void put(Map<String, String> values, String name, String value) {
		values.merge(name, value, (before, more) -> before + "、" + more);
	}

	private static String join(String path, String name) {
		boolean wrapping = "extensionElements".equals(name) || "properties".equals(name);
		return wrapping ? path : path.isEmpty() ? name : path + "." + name;
	}

}
