package cn.ecopark.gate.judging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import javax.xml.stream.XMLStreamReader;

/**
 * What other programs have put into a text: equations of old kind, drawings, tables. A
 * program is started to change them, which is why they are refused; whoever is refused
 * must know which they are and where.
 */
final class OfficeObjects {

	/** Bytes of an object by which it is told what it is. */
	static final int LOOKED_AT = 1 << 20;

	private static final int LONGEST_PLACE = 30;

	/** Names of parts of objects, by which they are known that say no program. */
	private static final Map<String, String> BY_PART = Map.of("Equation Native", "equation", "VisioDocument", "drawing",
			"Workbook", "table");

	/** Parts that are objects, by the relation that leads to them. */
	private final Map<String, String> byRelation = new LinkedHashMap<>();

	private final Set<String> parts = new HashSet<>();

	private final List<Named> named = new ArrayList<>();

	private final Map<String, String> kinds = new HashMap<>();

	/**
	 * An object that stands in the text.
	 *
	 * @param program its name for programs, such as {@code Equation.3}
	 * @param before the words before it
	 */
	private record Named(String part, String program, String before) {
	}

	void relate(String source, String id, String part) {
		this.byRelation.put(source + '#' + id, part);
		this.parts.add(part);
	}

	void add(String part) {
		this.parts.add(part);
	}

	boolean has(String part) {
		return this.parts.contains(part);
	}

	/**
	 * @param part that is read now
	 */
	Text text(String part) {
		return new Text(part);
	}

	/**
	 * @param head first bytes of that object
	 */
	void look(String part, byte[] head) {
		String names = new String(head, StandardCharsets.ISO_8859_1);
		BY_PART.forEach((name, kind) -> {
			if (names.contains(OtherKinds.wide(name))) {
				this.kinds.put(part, kind);
			}
		});
	}

	void judge(Findings findings) {
		Map<String, List<Named>> byKind = new LinkedHashMap<>();
		Set<String> left = new HashSet<>(this.parts);
		for (Named one : this.named) {
			if (left.remove(one.part())) {
				byKind.computeIfAbsent(kind(one), (kind) -> new ArrayList<>()).add(one);
			}
		}
		for (String part : this.kinds.keySet()) {
			if (left.remove(part)) {
				Named unnamed = new Named(part, "", "");
				byKind.computeIfAbsent(kind(unnamed), (kind) -> new ArrayList<>()).add(unnamed);
			}
		}
		byKind.forEach((kind, all) -> {
			Named first = all.get(0);
			String place = first.before().isBlank() ? first.part() : first.before();
			findings.add(kind.isEmpty() ? "office.object" : "office.object." + kind, all.size(), place,
					first.program());
		});
		left.stream().sorted().findFirst().ifPresent((part) -> findings.add(OfficeLinks.EMBEDDED, part, part));
	}

	private String kind(Named object) {
		String name = object.program().toLowerCase(Locale.ROOT);
		if (name.startsWith("equation") || name.startsWith("mathtype") || name.startsWith("kingsoft.equation")) {
			return "equation";
		}
		if (name.startsWith("visio")) {
			return "drawing";
		}
		if (name.startsWith("excel") || name.startsWith("msgraph") || name.startsWith("et.")) {
			return "table";
		}
		return this.kinds.getOrDefault(object.part(), "");
	}

	/** Reads a part, and remembers the last words. */
	final class Text {

		private final String part;

		private final StringBuilder last = new StringBuilder();

		private Text(String part) {
			this.part = part;
		}

		void characters(XMLStreamReader xml) {
			this.last.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
			if (this.last.length() > 4 * LONGEST_PLACE) {
				this.last.delete(0, this.last.length() - LONGEST_PLACE);
			}
		}

		void element(String element, XMLStreamReader xml) {
			if (element.equals("OLEObject") || element.equals("oleObj") || element.equals("oleObject")) {
				String id = this.part + '#' + relation(xml);
				String object = OfficeObjects.this.byRelation.get(id);
				if (object != null) {
					String words = this.last.toString().strip().replaceAll("\\s+", " ");
					OfficeObjects.this.named.add(new Named(object, program(xml),
							words.substring(Math.max(0, words.length() - LONGEST_PLACE))));
				}
			}
		}

		private static String program(XMLStreamReader xml) {
			String program = OfficeXml.attribute(xml, "ProgID");
			return program.isEmpty() ? OfficeXml.attribute(xml, "progId") : program;
		}

		/** The attribute {@code id} that is a relation, not that of the element. */
		private static String relation(XMLStreamReader xml) {
			for (int at = 0; at < xml.getAttributeCount(); at++) {
				if (xml.getAttributeLocalName(at).equals("id")
						&& String.valueOf(xml.getAttributeNamespace(at)).endsWith("/relationships")) {
					return xml.getAttributeValue(at);
				}
			}
			return "";
		}

	}

}
