package cn.ecopark.process.pack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

import cn.ecopark.process.engine.ModelVocabulary;
import cn.ecopark.process.engine.SafeXml;
import cn.ecopark.rulepack.PackFinding;
import cn.ecopark.rulepack.PackFinding.Severity;

/**
 * What is wrong in one diagram or form. One kind of fault at one place is one finding.
 * They are told errors first, along the flow, and at most {@link #MOST} of them: more of
 * one kind are told together.
 */
final class ModelFindings {

	/** Who has to put right more than this begins with these. */
	static final int MOST = 10;

	private static final String MODEL = "model.";

	/** Warnings of one kind that are told one by one. */
	private static final int FEW = 3;

	/** No sentence lists more than this. */
	private static final int LONGEST_LIST = 200;

	private final String file;

	private final Map<String, Found> found = new LinkedHashMap<>();

	private FlowOrder order = FlowOrder.none();

	private Map<String, String> labels = Map.of();

	/**
	 * @param element null for what is none of a drawing
	 */
	private record Found(Severity severity, int line, String place, @Nullable Element element, String key,
			List<Object> details) {
	}

	/** One row of what is told. */
	private record Row(Found first, List<String> also) {
	}

	ModelFindings(String file) {
		this.file = file;
	}

	/**
	 * @param key of the words behind {@code finding.model.}; they are told the element
	 * first, then the details
	 */
	void error(Element element, String key, Object... details) {
		add(Severity.ERROR, element, key, details);
	}

	void warning(Element element, String key, Object... details) {
		add(Severity.WARNING, element, key, details);
	}

	/** What is missing may only be misspelt, and that was told before. */
	void missing(Element element, String key, Object... details) {
		if (!isAt(element, "misspelt-property")) {
			error(element, key, details);
		}
	}

	/** What is wrong with the file as a whole, or with something in it that has no id. */
	void error(int line, String place, String key, Object... details) {
		add(new Found(Severity.ERROR, line, place, null, key, Arrays.asList(details)));
	}

	void warning(String place, String key, Object... details) {
		add(new Found(Severity.WARNING, 0, place, null, key, Arrays.asList(details)));
	}

	/**
	 * Knows from now on what places are called that are no elements.
	 */
	void label(Map<String, String> places) {
		this.labels = places;
	}

	/** Knows from now on which element a case comes to first. */
	void order(FlowOrder along) {
		this.order = along;
	}

	boolean isEmpty() {
		return this.found.isEmpty();
	}

	/**
	 * @return whether the file cannot be taken
	 */
	boolean hasErrors() {
		return this.found.values().stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
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
			Found known = before.found.get(at);
			if (known == null || !known.details().equals(finding.details())) {
				added.put(finding.key(), finding.details());
			}
		});
		return added;
	}

	/**
	 * @return errors first, along the flow; where there are very many, those of one kind
	 * together, and last of how many nothing is said
	 */
	List<PackFinding> told() {
		List<Found> all = new ArrayList<>(this.found.values());
		all.sort(Comparator.comparing(Found::severity)
			.thenComparingInt(finding -> this.order.positionOf(finding.place())));
		Map<String, List<Found>> kinds = new LinkedHashMap<>();
		all.forEach(finding -> kinds.computeIfAbsent(finding.severity() + finding.key(), none -> new ArrayList<>())
			.add(finding));
		boolean tooMany = kinds.size() > MOST;
		List<List<Found>> told = new ArrayList<>(kinds.values()).subList(0, tooMany ? MOST - 1 : kinds.size());
		List<Row> rows = new ArrayList<>();
		int left = MOST - told.size();
		for (List<Found> kind : told) {
			int more = tooMany || isMatterOfTaste(kind) ? 0 : Math.min(left, kind.size() - 1);
			left -= more;
			kind.subList(0, more).forEach(finding -> rows.add(new Row(finding, List.of())));
			rows.add(new Row(kind.get(more), kind.subList(more + 1, kind.size()).stream().map(Found::place).toList()));
		}
		rows.sort(Comparator.comparingInt(row -> all.indexOf(row.first())));
		List<PackFinding> findings = new ArrayList<>(rows.stream().map(this::said).toList());
		if (tooMany) {
			List<Found> rest = kinds.values().stream().skip(MOST - 1L).flatMap(List::stream).toList();
			findings.add(new PackFinding(rest.get(0).severity(), this.file, 0, "", MODEL + "more",
					List.of(String.valueOf(rest.size()))));
		}
		return findings;
	}

	/** Of what hinders no case, many of a kind are one matter. */
	private static boolean isMatterOfTaste(List<Found> kind) {
		return kind.size() > FEW && kind.get(0).severity() == Severity.WARNING;
	}

	private PackFinding said(Row row) {
		Found finding = row.first();
		Element element = finding.element();
		List<Object> arguments = new ArrayList<>();
		arguments.add(element != null ? ElementNames.of(element)
				: finding.place().isEmpty() ? this.file : this.labels.getOrDefault(finding.place(), finding.place()));
		arguments.addAll(finding.details());
		return new PackFinding(finding.severity(), this.file, finding.line(), finding.place(), MODEL + finding.key(),
				arguments, row.also());
	}

	private void add(Severity severity, Element element, String key, Object... details) {
		Element place = named(element);
		add(new Found(severity, SafeXml.lineOf(element), place.getAttribute("id"), place, key, Arrays.asList(details)));
	}

	private void add(Found finding) {
		List<Object> details = finding.details().stream().map(ModelFindings::fixed).toList();
		this.found.merge(finding.key() + " " + finding.place(), new Found(finding.severity(), finding.line(),
				finding.place(), finding.element(), finding.key(), details), ModelFindings::together);
	}

	private static Object fixed(Object detail) {
		return detail instanceof Said ? detail : String.valueOf(detail);
	}

	/** The same fault at the same place again: its last detail is told with the first. */
	private static Found together(Found first, Found again) {
		if (first.details().isEmpty() || again.details().isEmpty()) {
			return first;
		}
		int last = first.details().size() - 1;
		Object known = first.details().get(last);
		Object more = again.details().get(again.details().size() - 1);
		String soFar = known.toString();
		if (List.of(soFar.split(", ")).contains(more.toString()) || soFar.length() > LONGEST_LIST) {
			return first;
		}
		List<Object> details = new ArrayList<>(first.details());
		details.set(last, Said.and(known, more));
		return new Found(first.severity(), first.line(), first.place(), first.element(), first.key(), details);
	}

	/** The element of the diagram that it belongs to; ids of listeners are not unique. */
	private static Element named(Element element) {
		for (Node node = element; node instanceof Element candidate; node = node.getParentNode()) {
			boolean drawn = ModelVocabulary.BPMN.equals(candidate.getNamespaceURI())
					&& !Objects.requireNonNullElse(candidate.getLocalName(), "").endsWith("EventDefinition");
			if (drawn && !candidate.getAttribute("id").isEmpty()) {
				return candidate;
			}
		}
		return element;
	}

}
