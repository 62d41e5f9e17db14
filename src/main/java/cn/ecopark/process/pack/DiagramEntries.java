package cn.ecopark.process.pack;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

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

	private static void collect(Element element, Map<String, Entry> entries) {
		if (ModelVocabulary.isOnlyDrawn(element)) {
			return;
		}
		if (isNamed(element)) {
			Map<String, String> values = new LinkedHashMap<>();
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
		return !element.getAttribute("id").isEmpty() && !"definitions".equals(element.getLocalName());
	}

	private static void say(Element element, String path, Map<String, String> values) {
		if (path.isEmpty()) {
			values.put("element", element.getLocalName());
		}
		boolean property = "property".equals(element.getLocalName());
		for (int index = 0; index < element.getAttributes().getLength(); index++) {
			Attr attribute = (Attr) element.getAttributes().item(index);
			boolean names = "id".equals(attribute.getName()) || attribute.getName().startsWith("xmlns") || property;
			if (!names) {
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
