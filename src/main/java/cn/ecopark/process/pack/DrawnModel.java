package cn.ecopark.process.pack;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

import cn.ecopark.process.engine.SafeXml;
import cn.ecopark.process.engine.UnreadableModel;
import cn.ecopark.release.PackEntries;

/**
 * One diagram, taken apart to be compared with another.
 *
 * @param process id of its process; empty without one
 * @param elements all that is said of each element, by its id
 * @param drawn the same elements in the file
 * @param places where each stands in the picture
 */
record DrawnModel(String process, Map<String, PackEntries.Entry> elements, Map<String, Element> drawn,
		Map<String, Place> places, FlowOrder order) {

	/** Pixels: tools round where elements stand, each in its own way. */
	private static final double ROUNDED = 1;

	/**
	 * What the release writes into the file or leaves out, and nobody works by.
	 */
	private static final Set<String> NOT_COMPARED = Set.of("versionTag", "historyTimeToLive");

	/** Where an element stands. */
	record Place(double left, double top, double width, double height) {

		boolean isBeside(Place other) {
			return Math.abs(this.left - other.left) <= ROUNDED && Math.abs(this.top - other.top) <= ROUNDED
					&& Math.abs(this.width - other.width) <= ROUNDED && Math.abs(this.height - other.height) <= ROUNDED;
		}

	}

	/**
	 * @return empty for a file that cannot be read
	 */
	static Optional<DrawnModel> of(byte[] content) {
		try {
			return Optional.of(of(SafeXml.read(content)));
		}
		catch (UnreadableModel unreadable) {
			return Optional.empty();
		}
	}

	private static DrawnModel of(Document document) {
		Map<String, PackEntries.Entry> elements = new LinkedHashMap<>();
		DiagramEntries.collect(document.getDocumentElement(), elements);
		elements.replaceAll((id, said) -> {
			Map<String, String> compared = new LinkedHashMap<>(said.values());
			compared.keySet().removeAll(NOT_COMPARED);
			return new PackEntries.Entry(said.label(), compared);
		});
		Map<String, Element> drawn = new HashMap<>();
		Map<String, Place> places = new HashMap<>();
		collect(document.getDocumentElement(), elements.keySet(), drawn, places);
		List<Element> processes = ModelElements.of(document, "process");
		return new DrawnModel(processes.isEmpty() ? "" : processes.get(0).getAttribute("id"), elements, drawn, places,
				FlowOrder.of(document));
	}

	private static void collect(Element element, Set<String> ids, Map<String, Element> drawn,
			Map<String, Place> places) {
		String id = element.getAttribute("id");
		if (ids.contains(id)) {
			drawn.putIfAbsent(id, element);
		}
		if ("BPMNShape".equals(element.getLocalName())) {
			ModelElements.childrenOf(element)
				.stream()
				.filter(child -> "Bounds".equals(child.getLocalName()))
				.findFirst()
				.ifPresent(bounds -> places.put(element.getAttribute("bpmnElement"), place(bounds)));
		}
		ModelElements.childrenOf(element).forEach(child -> collect(child, ids, drawn, places));
	}

	private static Place place(Element bounds) {
		return new Place(number(bounds, "x"), number(bounds, "y"), number(bounds, "width"), number(bounds, "height"));
	}

	private static double number(Element bounds, String side) {
		try {
			return Double.parseDouble(bounds.getAttribute(side));
		}
		catch (NumberFormatException none) {
			return 0;
		}
	}

	boolean isFlow(String id) {
		return "sequenceFlow".equals(kind(id));
	}

	String kind(String id) {
		return value(id, "element");
	}

	/**
	 * @return what is said of that element, empty where nothing is
	 */
	String value(String id, String property) {
		PackEntries.Entry entry = this.elements.get(id);
		return entry == null ? "" : entry.values().getOrDefault(property, "");
	}

	/**
	 * @return what an official calls it
	 */
	Said name(String id) {
		Element element = this.drawn.get(id);
		return element == null ? Said.of(id, "finding.element", id) : ElementNames.of(element);
	}

	Said kindName(String id) {
		Element element = this.drawn.get(id);
		return element == null ? Said.of(id, "finding.element", id) : ElementNames.kind(element);
	}

	@Nullable Place place(String id) {
		return this.places.get(id);
	}

}
