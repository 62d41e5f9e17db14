package cn.ecopark.process.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import cn.ecopark.process.engine.ModelVocabulary;

/** Reads elements of a diagram that is not deployed yet. */
final class ModelElements {

	private ModelElements() {
	}

	/**
	 * @return all elements of that BPMN name, in their order
	 */
	static List<Element> of(Document document, String name) {
		return asList(document.getElementsByTagNameNS(ModelVocabulary.BPMN, name));
	}

	/**
	 * @return the Camunda elements of that name inside the element
	 */
	static List<Element> extensionsOf(Element element, String name) {
		return asList(element.getElementsByTagNameNS(ModelVocabulary.CAMUNDA, name));
	}

	/**
	 * @return the value of a Camunda attribute, empty without it
	 */
	static String camunda(Element element, String attribute) {
		return element.getAttributeNS(ModelVocabulary.CAMUNDA, attribute);
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
	 * @return the parts of a comma list
	 */
	static List<String> list(@Nullable String text) {
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
