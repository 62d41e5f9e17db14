package cn.ecopark.process;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

import cn.ecopark.process.engine.ModelVocabulary;
import cn.ecopark.process.engine.SafeXml;
import cn.ecopark.process.engine.UnreadableModel;

/** A shipped diagram that somebody changes, as a modeler would. */
final class Drawing {

	private static final String CAMUNDA = ModelVocabulary.CAMUNDA;

	private static final String PICTURE = "http://www.omg.org/spec/BPMN/20100524/DI";

	private static final String POINTS = "http://www.omg.org/spec/DD/20100524/DI";

	private final Document document;

	Drawing(byte[] content) {
		try {
			this.document = SafeXml.read(content);
		}
		catch (UnreadableModel unreadable) {
			throw new IllegalStateException(unreadable);
		}
	}

	byte[] content() {
		return text().getBytes(StandardCharsets.UTF_8);
	}

	String text() {
		try {
			StringWriter text = new StringWriter();
			TransformerFactory.newDefaultInstance()
				.newTransformer()
				.transform(new DOMSource(this.document), new StreamResult(text));
			return text.toString();
		}
		catch (TransformerException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	Drawing set(String id, String attribute, String value) {
		element(id).setAttribute(attribute, value);
		return this;
	}

	Drawing without(String id, String attribute) {
		element(id).removeAttribute(attribute);
		return this;
	}

	Drawing camunda(String id, String attribute, String value) {
		element(id).setAttributeNS(CAMUNDA, "camunda:" + attribute, value);
		return this;
	}

	Drawing withoutCamunda(String id, String attribute) {
		element(id).removeAttributeNS(CAMUNDA, attribute);
		return this;
	}

	/** What the element says about itself is said otherwise. */
	Drawing property(String id, String name, String value) {
		for (Element property : below(element(id), at -> "property".equals(at.getLocalName()))) {
			if (name.equals(property.getAttribute("name"))) {
				property.setAttribute("value", value);
				return this;
			}
		}
		Element property = this.document.createElementNS(CAMUNDA, "camunda:property");
		property.setAttribute("name", name);
		property.setAttribute("value", value);
		below(element(id), at -> "properties".equals(at.getLocalName())).get(0).appendChild(property);
		return this;
	}

	Drawing withoutProperty(String id, String name) {
		below(element(id), at -> "property".equals(at.getLocalName()) && name.equals(at.getAttribute("name")))
			.forEach(Drawing::remove);
		return this;
	}

	Drawing renamedProperty(String id, String name, String other) {
		below(element(id), at -> "property".equals(at.getLocalName()) && name.equals(at.getAttribute("name")))
			.forEach(property -> property.setAttribute("name", other));
		return this;
	}

	/** Deletes the element and its picture. */
	Drawing without(String id) {
		Drawing.remove(element(id));
		below(this.document, at -> id.equals(at.getAttribute("bpmnElement"))).forEach(Drawing::remove);
		return this;
	}

	Drawing withoutPart(String id, String name) {
		below(element(id), at -> name.equals(at.getLocalName())).forEach(Drawing::remove);
		return this;
	}

	Drawing kind(String id, String name) {
		this.document.renameNode(element(id), ModelVocabulary.BPMN, "bpmn:" + name);
		return this;
	}

	Drawing condition(String id, String text) {
		below(element(id), at -> "conditionExpression".equals(at.getLocalName()))
			.forEach(condition -> condition.setTextContent(text));
		return this;
	}

	Drawing date(String id, String text) {
		below(element(id), at -> "timeDate".equals(at.getLocalName())).forEach(date -> date.setTextContent(text));
		return this;
	}

	Drawing words(String id, String text) {
		below(element(id), at -> "text".equals(at.getLocalName())).forEach(words -> words.setTextContent(text));
		return this;
	}

	/** A new flow, drawn far below all else. */
	Drawing flow(String id, String from, String to) {
		Element flow = this.document.createElementNS(ModelVocabulary.BPMN, "bpmn:sequenceFlow");
		flow.setAttribute("id", id);
		flow.setAttribute("sourceRef", from);
		flow.setAttribute("targetRef", to);
		element(from).getParentNode().appendChild(flow);
		Element edge = this.document.createElementNS(PICTURE, "bpmndi:BPMNEdge");
		edge.setAttribute("id", "Edge_" + id);
		edge.setAttribute("bpmnElement", id);
		plane().appendChild(edge);
		return line(id, 0, 5000, 100, 5000);
	}

	/** Where the flow runs in the picture. */
	Drawing line(String flow, int... points) {
		Element edge = below(this.document, at -> flow.equals(at.getAttribute("bpmnElement"))).get(0);
		below(edge, at -> "waypoint".equals(at.getLocalName())).forEach(Drawing::remove);
		for (int index = 0; index < points.length; index += 2) {
			Element point = this.document.createElementNS(POINTS, "di:waypoint");
			point.setAttribute("x", String.valueOf(points[index]));
			point.setAttribute("y", String.valueOf(points[index + 1]));
			edge.appendChild(point);
		}
		return this;
	}

	Drawing withoutPicture(String id) {
		below(this.document, at -> id.equals(at.getAttribute("bpmnElement"))).forEach(Drawing::remove);
		return this;
	}

	/** Lays the one upon the other. */
	Drawing upon(String id, String other) {
		Element place = bounds(other);
		bounds(id).setAttribute("x", place.getAttribute("x"));
		bounds(id).setAttribute("y", place.getAttribute("y"));
		return this;
	}

	/** A flow that runs straight through that step. */
	Drawing through(String flow, String step) {
		Element place = bounds(step);
		int x = (int) Double.parseDouble(place.getAttribute("x"));
		int y = (int) Double.parseDouble(place.getAttribute("y")) + 20;
		return line(flow, x - 20, y, x + 200, y);
	}

	private Element bounds(String id) {
		Element shape = below(this.document, at -> id.equals(at.getAttribute("bpmnElement"))).get(0);
		return below(shape, at -> "Bounds".equals(at.getLocalName())).get(0);
	}

	private Element plane() {
		return below(this.document, at -> "BPMNPlane".equals(at.getLocalName())).get(0);
	}

	private Element element(String id) {
		List<Element> found = below(this.document, at -> id.equals(at.getAttribute("id")));
		if (found.isEmpty()) {
			throw new IllegalStateException("Nothing is called " + id);
		}
		return found.get(0);
	}

	private static void remove(Node node) {
		node.getParentNode().removeChild(node);
	}

	private static List<Element> below(Node top, Predicate<Element> wanted) {
		List<Element> found = new ArrayList<>();
		NodeList children = top.getChildNodes();
		for (int index = 0; index < children.getLength(); index++) {
			if (children.item(index) instanceof Element child) {
				if (wanted.test(child)) {
					found.add(child);
				}
				found.addAll(below(child, wanted));
			}
		}
		return found;
	}

}
