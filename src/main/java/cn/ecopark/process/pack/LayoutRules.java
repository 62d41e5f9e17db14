package cn.ecopark.process.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Whether people can read the picture of a diagram: everything that runs is drawn, no
 * step lies on another, and no flow runs through a step that it does not belong to. What
 * is wrong here hinders nothing but reading.
 */
final class LayoutRules {

	private static final String PICTURE = "http://www.omg.org/spec/BPMN/20100524/DI";

	private static final String BOUNDS = "http://www.omg.org/spec/DD/20100524/DC";

	/** Points by which lines and borders may touch. */
	private static final double TOUCHING = 4;

	/** Steps of one scope that are compared with each other; nobody reads more. */
	private static final int MOST_COMPARED = 150;

	private static final int MOST_LINES = 500;

	private static final int MOST_BENDS = 40;

	private final ModelFindings findings;

	LayoutRules(ModelFindings findings) {
		this.findings = findings;
	}

	/** A rectangle of the picture, in its points. */
	private record Box(double left, double top, double right, double bottom) {

		boolean meets(Box other) {
			return this.left < other.right - TOUCHING && other.left < this.right - TOUCHING
					&& this.top < other.bottom - TOUCHING && other.top < this.bottom - TOUCHING;
		}

		/** Of a line from one point to another; cut down side by side. */
		boolean isCrossedBy(Point from, Point to) {
			double[] part = { 0, 1 };
			double across = to.x - from.x;
			double down = to.y - from.y;
			return cuts(-across, from.x - (this.left + TOUCHING), part)
					&& cuts(across, this.right - TOUCHING - from.x, part)
					&& cuts(-down, from.y - (this.top + TOUCHING), part)
					&& cuts(down, this.bottom - TOUCHING - from.y, part) && part[1] - part[0] > 0;
		}

		private static boolean cuts(double step, double room, double[] part) {
			if (step == 0) {
				return room > 0;
			}
			double at = room / step;
			if (step < 0) {
				part[0] = Math.max(part[0], at);
			}
			else {
				part[1] = Math.min(part[1], at);
			}
			return part[0] < part[1];
		}

	}

	private record Point(double x, double y) {
	}

	void check(Document document) {
		Map<String, Box> shapes = new HashMap<>();
		Map<String, List<Point>> edges = new HashMap<>();
		read(document, shapes, edges);
		List<Element> scopes = new ArrayList<>(ModelElements.of(document, "process"));
		if (shapes.isEmpty()) {
			this.findings.warning("", "no-picture");
			return;
		}
		scopes.addAll(ModelElements.of(document, "subProcess"));
		scopes.forEach(element -> check(new Scope(element), shapes, edges));
	}

	private void check(Scope scope, Map<String, Box> shapes, Map<String, List<Point>> edges) {
		Map<Element, Box> drawn = new LinkedHashMap<>();
		for (Element step : scope.steps()) {
			Box box = shapes.get(step.getAttribute("id"));
			if (box == null) {
				this.findings.warning(step, "not-drawn");
			}
			else {
				drawn.put(step, box);
			}
		}
		if (drawn.size() > MOST_COMPARED || scope.flows().size() > MOST_LINES) {
			return;
		}
		checkOverlaps(drawn);
		for (Element flow : scope.flows()) {
			List<Point> line = edges.get(flow.getAttribute("id"));
			boolean bothDrawn = shapes.containsKey(flow.getAttribute("sourceRef"))
					&& shapes.containsKey(flow.getAttribute("targetRef"));
			if (line == null && bothDrawn) {
				this.findings.warning(flow, "not-drawn");
			}
			else if (line != null && line.size() <= MOST_BENDS) {
				crossed(flow, line, drawn, scope)
					.ifPresent(step -> this.findings.warning(flow, "through-a-step", ElementNames.of(step)));
			}
		}
	}

	private void checkOverlaps(Map<Element, Box> drawn) {
		List<Element> steps = List.copyOf(drawn.keySet());
		for (int one = 0; one < steps.size(); one++) {
			for (int other = one + 1; other < steps.size(); other++) {
				Element first = steps.get(one);
				Element second = steps.get(other);
				Box box = drawn.get(first);
				Box beside = drawn.get(second);
				boolean overlap = box != null && beside != null && box.meets(beside) && !isAt(first, second)
						&& !isAt(second, first);
				if (overlap) {
					this.findings.warning(second, "overlaps", ElementNames.of(first));
				}
			}
		}
	}

	private static boolean isAt(Element event, Element host) {
		return event.getAttribute("attachedToRef").equals(host.getAttribute("id"));
	}

	private static Optional<Element> crossed(Element flow, List<Point> line, Map<Element, Box> drawn, Scope scope) {
		String source = flow.getAttribute("sourceRef");
		String host = scope.step(source).map(step -> step.getAttribute("attachedToRef")).orElse("");
		for (Map.Entry<Element, Box> step : drawn.entrySet()) {
			String id = step.getKey().getAttribute("id");
			boolean itsOwn = id.equals(source) || id.equals(flow.getAttribute("targetRef")) || id.equals(host);
			if (itsOwn) {
				continue;
			}
			for (int bend = 1; bend < line.size(); bend++) {
				if (step.getValue().isCrossedBy(line.get(bend - 1), line.get(bend))) {
					return Optional.of(step.getKey());
				}
			}
		}
		return Optional.empty();
	}

	/** The first picture of each element counts. */
	private static void read(Document document, Map<String, Box> shapes, Map<String, List<Point>> edges) {
		for (Element diagram : children(document.getDocumentElement(), "BPMNDiagram")) {
			for (Element plane : children(diagram, "BPMNPlane")) {
				for (Element shape : children(plane, "BPMNShape")) {
					Box box = boxOf(shape);
					if (box != null) {
						shapes.putIfAbsent(local(shape.getAttribute("bpmnElement")), box);
					}
				}
				children(plane, "BPMNEdge")
					.forEach(edge -> edges.putIfAbsent(local(edge.getAttribute("bpmnElement")), pointsOf(edge)));
			}
		}
	}

	/** Some tools write the prefix of their namespace before an id. */
	private static String local(String reference) {
		return reference.substring(reference.indexOf(':') + 1);
	}

	private static List<Element> children(Element element, String name) {
		return ModelElements.childrenOf(element)
			.stream()
			.filter(child -> name.equals(child.getLocalName()) && PICTURE.equals(child.getNamespaceURI()))
			.toList();
	}

	private static @Nullable Box boxOf(Element shape) {
		for (Element child : ModelElements.childrenOf(shape)) {
			if ("Bounds".equals(child.getLocalName()) && BOUNDS.equals(child.getNamespaceURI())) {
				double left = number(child, "x");
				double top = number(child, "y");
				return new Box(left, top, left + number(child, "width"), top + number(child, "height"));
			}
		}
		return null;
	}

	private static List<Point> pointsOf(Element edge) {
		return ModelElements.childrenOf(edge)
			.stream()
			.filter(child -> "waypoint".equals(child.getLocalName()))
			.map(point -> new Point(number(point, "x"), number(point, "y")))
			.toList();
	}

	/** What is no number is nowhere: it meets nothing. */
	private static double number(Element element, String attribute) {
		try {
			return Double.parseDouble(element.getAttribute(attribute).strip());
		}
		catch (NumberFormatException none) {
			return Double.NaN;
		}
	}

}
