package cn.ecopark.process.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

import cn.ecopark.process.engine.ModelVocabulary;
import cn.ecopark.process.engine.SafeXml;

/** Reads elements of a diagram that is not deployed yet. */
final class ModelElements {

	/** No condition that the grammar allows is longer. */
	private static final int LONGEST_CONDITION = 500;

	private static final Set<String> STEPS = Set.of("startEvent", "endEvent", "userTask", "serviceTask", "callActivity",
			"subProcess", "exclusiveGateway", "parallelGateway", "intermediateCatchEvent", "boundaryEvent");

	private ModelElements() {
	}

	/**
	 * @return all elements of that BPMN name, in their order
	 */
	static List<Element> of(Document document, String name) {
		return below(document, element -> isBpmn(element, name));
	}

	/**
	 * @return the elements of that BPMN name right below the element
	 */
	static List<Element> childrenOf(Element element, String name) {
		return childrenOf(element).stream().filter(child -> isBpmn(child, name)).toList();
	}

	static List<Element> childrenOf(Element element) {
		List<Element> children = new ArrayList<>();
		for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
			if (child instanceof Element childElement) {
				children.add(childElement);
			}
		}
		return children;
	}

	/**
	 * @return whether a token can stand at the element
	 */
	static boolean isStep(Element element) {
		return ModelVocabulary.BPMN.equals(element.getNamespaceURI()) && STEPS.contains(element.getLocalName());
	}

	static boolean isBpmn(Element element, String name) {
		return name.equals(element.getLocalName()) && ModelVocabulary.BPMN.equals(element.getNamespaceURI());
	}

	static boolean isCamunda(Element element, String name) {
		return name.equals(element.getLocalName()) && ModelVocabulary.CAMUNDA.equals(element.getNamespaceURI());
	}

	/**
	 * @return whether the step is carried out for each of several
	 */
	static boolean isForEach(Element step) {
		return !childrenOf(step, "multiInstanceLoopCharacteristics").isEmpty();
	}

	/**
	 * @return the Camunda elements of that name among the element's own extensions
	 */
	static List<Element> extensionsOf(Element element, String name) {
		List<Element> found = new ArrayList<>();
		childrenOf(element, "extensionElements")
			.forEach(extensions -> found.addAll(below(extensions, child -> isCamunda(child, name))));
		return found;
	}

	/**
	 * @return the variables that steps and events of the diagram set from others
	 */
	static List<Element> outputsIn(Document document) {
		return below(document, element -> isCamunda(element, "outputParameter"));
	}

	/**
	 * @return the value of a Camunda attribute without blanks around it, empty without it
	 */
	static String camunda(Element element, String attribute) {
		return element.getAttributeNS(ModelVocabulary.CAMUNDA, attribute).strip();
	}

	/**
	 * @return what the element says about itself
	 */
	static Map<String, String> propertiesOf(Element element) {
		Map<String, String> properties = new HashMap<>();
		extensionsOf(element, "property")
			.forEach(property -> properties.put(property.getAttribute("name"), property.getAttribute("value")));
		return properties;
	}

	/**
	 * @return the condition, empty for a flow without; one longer than any that is
	 * allowed counts as none
	 */
	static String conditionOf(Element flow) {
		List<Element> conditions = childrenOf(flow, "conditionExpression");
		String condition = conditions.isEmpty() ? "" : SafeXml.textOf(conditions.get(0)).strip();
		return condition.length() > LONGEST_CONDITION ? "" : condition;
	}

	/**
	 * @return the parts of a comma list
	 */
	static List<String> list(@Nullable String text) {
		return text == null || text.isBlank() ? List.of()
				: List.of(text.split(",")).stream().map(String::strip).toList();
	}

	/**
	 * Node lists of the DOM walk from the beginning again for each element.
	 */
	private static List<Element> below(Node top, Predicate<Element> wanted) {
		List<Element> found = new ArrayList<>();
		Node node = top.getFirstChild();
		while (node != null) {
			if (node instanceof Element element && wanted.test(element)) {
				found.add(element);
			}
			node = following(node, top);
		}
		return found;
	}

	/**
	 * @return the node after that one in the order of the document, null after the last
	 * one below the top
	 */
	private static @Nullable Node following(Node node, Node top) {
		if (node.getFirstChild() != null) {
			return node.getFirstChild();
		}
		for (Node above = node; above != null && above != top; above = above.getParentNode()) {
			if (above.getNextSibling() != null) {
				return above.getNextSibling();
			}
		}
		return null;
	}

}
