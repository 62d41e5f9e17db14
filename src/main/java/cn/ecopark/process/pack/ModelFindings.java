package cn.ecopark.process.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.w3c.dom.Element;
import org.w3c.dom.Node;

import cn.ecopark.process.engine.ModelVocabulary;
import cn.ecopark.process.engine.SafeXml;
import cn.ecopark.rulepack.PackFinding;
import cn.ecopark.rulepack.PackFinding.Severity;

/**
 * What is wrong in one diagram or form. Rules look for the weightiest faults first, so
 * that the order in which they are found is the order in which they are told. One kind of
 * fault at one place is one finding.
 */
final class ModelFindings {

	/** Who has to put right more than this begins with these. */
	static final int MOST = 10;

	private static final String MODEL = "model.";

	private final String file;

	private final Map<String, PackFinding> found = new LinkedHashMap<>();

	ModelFindings(String file) {
		this.file = file;
	}

	/**
	 * @param key of the words behind {@code finding.model.}; they are told the element
	 * first, then the details
	 */
	void error(Element element, String key, Object... details) {
		Element place = named(element);
		String id = place.getAttribute("id");
		String label = place.getAttribute("name").strip().replaceAll("\\s+", " ");
		add(Severity.ERROR, SafeXml.lineOf(element), id, key,
				label.isEmpty() ? nameOf(place, id) : label + " (" + id + ")", details);
	}

	/** What is missing may only be misspelt, and that was told before. */
	void missing(Element element, String key, Object... details) {
		if (!isAt(element, "misspelt-property")) {
			error(element, key, details);
		}
	}

	/** What is wrong with the file as a whole, or with something in it that has no id. */
	void error(int line, String place, String key, Object... details) {
		add(Severity.ERROR, line, place, key, place.isEmpty() ? this.file : place, details);
	}

	void warning(String place, String key, Object... details) {
		add(Severity.WARNING, 0, place, key, place.isEmpty() ? this.file : place, details);
	}

	boolean isEmpty() {
		return this.found.isEmpty();
	}

	int size() {
		return this.found.size();
	}

	/**
	 * @return whether anything was found at that element itself
	 */
	boolean isAt(Element element) {
		String id = named(element).getAttribute("id");
		return this.found.values().stream().anyMatch(finding -> finding.place().equals(id));
	}

	boolean isAt(Element element, String key) {
		return this.found.containsKey(key + " " + named(element).getAttribute("id"));
	}

	/**
	 * @param before what was found of the same thing otherwise
	 * @return what is new here: its key, and its details
	 */
	Map<String, List<Object>> notIn(ModelFindings before) {
		Map<String, List<Object>> added = new LinkedHashMap<>();
		this.found.forEach((at, finding) -> {
			PackFinding known = before.found.get(at);
			if (known == null || !known.arguments().equals(finding.arguments())) {
				added.put(finding.key().substring(MODEL.length()),
						finding.arguments().subList(1, finding.arguments().size()));
			}
		});
		return added;
	}

	/**
	 * @return the weightiest, and of how many more there are
	 */
	List<PackFinding> told() {
		List<PackFinding> all = new ArrayList<>();
		this.found.values().stream().filter(ModelFindings::isError).forEach(all::add);
		this.found.values().stream().filter(finding -> !isError(finding)).forEach(all::add);
		if (all.size() <= MOST) {
			return all;
		}
		List<PackFinding> told = new ArrayList<>(all.subList(0, MOST));
		told.add(new PackFinding(all.get(MOST).severity(), this.file, 0, "", MODEL + "more",
				List.of(String.valueOf(all.size() - MOST))));
		return told;
	}

	private void add(Severity severity, int line, String place, String key, String name, Object... details) {
		List<Object> arguments = new ArrayList<>(List.of(name));
		for (Object detail : details) {
			arguments.add(String.valueOf(detail));
		}
		this.found.merge(key + " " + place, new PackFinding(severity, this.file, line, place, MODEL + key, arguments),
				ModelFindings::together);
	}

	/** The same fault at the same place again: its last detail is told with the first. */
	private static PackFinding together(PackFinding first, PackFinding again) {
		if (first.arguments().size() < 2) {
			return first;
		}
		int last = first.arguments().size() - 1;
		String known = String.valueOf(first.arguments().get(last));
		String more = String.valueOf(again.arguments().get(last));
		if (List.of(known.split(", ")).contains(more) || known.length() > 200) {
			return first;
		}
		List<Object> arguments = new ArrayList<>(first.arguments());
		arguments.set(last, known + ", " + more);
		return new PackFinding(first.severity(), first.file(), first.line(), first.place(), first.key(), arguments);
	}

	private static boolean isError(PackFinding finding) {
		return finding.severity() == Severity.ERROR;
	}

	private static String nameOf(Element place, String id) {
		return id.isEmpty() ? "<" + place.getNodeName() + ">" : id;
	}

	/** The element of the diagram that it belongs to; ids of listeners are not unique. */
	private static Element named(Element element) {
		for (Node node = element; node instanceof Element candidate; node = node.getParentNode()) {
			boolean drawn = ModelVocabulary.BPMN.equals(candidate.getNamespaceURI())
					&& !candidate.getLocalName().endsWith("EventDefinition");
			if (drawn && !candidate.getAttribute("id").isEmpty()) {
				return candidate;
			}
		}
		return element;
	}

}
