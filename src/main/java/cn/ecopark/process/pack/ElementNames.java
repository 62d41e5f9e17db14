package cn.ecopark.process.pack;

import java.util.List;
import java.util.Optional;

import org.w3c.dom.Element;
import org.w3c.dom.Node;

import cn.ecopark.process.engine.ModelVocabulary;
import cn.ecopark.process.engine.SafeXml;

/**
 * What an official calls an element of a drawing: by what stands in it, and by what it is
 * beside where nothing does. Ids are for programs.
 */
final class ElementNames {

	private static final int LONGEST = 40;

	/** Steps back to one with a name. */
	private static final int FARTHEST = 5;

	private ElementNames() {
	}

	/**
	 * @param element one that is drawn
	 */
	static Said of(Element element) {
		String id = element.getAttribute("id");
		if (ModelElements.isBpmn(element, "sequenceFlow")) {
			return flow(element, id);
		}
		String label = ModelElements.isBpmn(element, "textAnnotation") ? textOf(element) : label(element);
		if (!label.isEmpty()) {
			return Said.of(label, "finding.element", label);
		}
		Said kind = kind(element);
		return stepBefore(element).map(before -> Said.of(id, "finding.element.after", before, kind))
			.orElseGet(() -> Said.of(id, "finding.element.nameless", kind));
	}

	/**
	 * @return what that sort of element is called
	 */
	static Said kind(Element element) {
		if (joins(element)) {
			return Said.of(element.getNodeName(), "finding.kind.joiningGateway");
		}
		boolean drawn = ModelVocabulary.BPMN.equals(element.getNamespaceURI());
		return Said.of(element.getNodeName(),
				drawn ? "finding.kind." + element.getLocalName() : "finding.kind." + element.getNodeName());
	}

	private static Said flow(Element flow, String id) {
		Optional<Element> source = sibling(flow, flow.getAttribute("sourceRef"));
		Optional<Element> target = sibling(flow, flow.getAttribute("targetRef"));
		String label = label(flow);
		if (!label.isEmpty()) {
			return source.map(from -> Said.of(label, "finding.element.labelledFlow", plain(from), label))
				.orElseGet(() -> Said.of(label, "finding.element", label));
		}
		if (source.isPresent() && target.isPresent()) {
			return Said.of(id, "finding.element.flow", plain(source.get()), plain(target.get()));
		}
		return source.or(() -> target)
			.map(end -> Said.of(id, "finding.element.looseFlow", plain(end)))
			.orElseGet(() -> Said.of(id, "finding.element.nameless", kind(flow)));
	}

	/** An end of a flow, without looking further. */
	private static Said plain(Element element) {
		String label = label(element);
		return label.isEmpty() ? Said.of(element.getAttribute("id"), "finding.element.nameless", kind(element))
				: Said.of(label, "finding.element", label);
	}

	/** The nearest step with a name from which a flow leads to the nameless one. */
	private static Optional<Said> stepBefore(Element element) {
		Optional<Element> step = before(element);
		for (int back = 0; back < FARTHEST; back++) {
			if (step.isEmpty() || !label(step.get()).isEmpty()) {
				return step.map(ElementNames::plain);
			}
			step = before(step.get());
		}
		return Optional.empty();
	}

	private static Optional<Element> before(Element element) {
		String id = element.getAttribute("id");
		if (!(element.getParentNode() instanceof Element scope) || !ModelElements.isStep(element)) {
			return Optional.empty();
		}
		String host = element.getAttribute("attachedToRef");
		return (host.isEmpty() ? ModelElements.childrenOf(scope, "sequenceFlow")
			.stream()
			.filter(flow -> id.equals(flow.getAttribute("targetRef")))
			.map(flow -> flow.getAttribute("sourceRef"))
			.findFirst() : Optional.of(host)).flatMap(step -> sibling(element, step));
	}

	/** A gateway with one way out asks nothing. */
	private static boolean joins(Element element) {
		return ModelElements.isBpmn(element, "exclusiveGateway") && element.getParentNode() instanceof Element scope
				&& ModelElements.childrenOf(scope, "sequenceFlow")
					.stream()
					.filter(flow -> element.getAttribute("id").equals(flow.getAttribute("sourceRef")))
					.count() < 2;
	}

	private static Optional<Element> sibling(Element element, String id) {
		Node scope = element.getParentNode();
		List<Element> beside = scope instanceof Element parent ? ModelElements.childrenOf(parent) : List.of();
		return beside.stream().filter(other -> !id.isEmpty() && id.equals(other.getAttribute("id"))).findFirst();
	}

	/**
	 * @return what stands in or at the element, in one line; empty where nothing does
	 */
	static String label(Element element) {
		return shortened(element.getAttribute("name"));
	}

	private static String textOf(Element annotation) {
		return shortened(
				String.join("", ModelElements.childrenOf(annotation, "text").stream().map(SafeXml::textOf).toList()));
	}

	private static String shortened(String text) {
		String line = text.strip().replaceAll("\\s+", " ");
		return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
	}

}
