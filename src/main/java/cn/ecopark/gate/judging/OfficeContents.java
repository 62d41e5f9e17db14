package cn.ecopark.gate.judging;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import javax.xml.stream.XMLStreamReader;

import cn.ecopark.gate.FileType;

/** Which media type each part of an office file has. Names of parts ignore case. */
final class OfficeContents {

	private static final String RELATIONS = "_rels/";

	private final Map<String, String> byName = new HashMap<>();

	private final Map<String, String> byEnding = new HashMap<>();

	void read(String element, XMLStreamReader xml) {
		String content = OfficeXml.attribute(xml, "ContentType").toLowerCase(Locale.ROOT);
		if (element.equals("Override")) {
			this.byName.put(key(OfficeXml.attribute(xml, "PartName")), content);
		}
		else if (element.equals("Default")) {
			this.byEnding.put(OfficeXml.attribute(xml, "Extension").toLowerCase(Locale.ROOT), content);
		}
	}

	/**
	 * @return in lower case; empty if there is none
	 */
	String of(String part) {
		String key = key(part);
		String ending = key.substring(key.lastIndexOf('.') + 1);
		return this.byName.getOrDefault(key, this.byEnding.getOrDefault(ending, ""));
	}

	/**
	 * @param main part that the others belong to
	 * @return what the file is then; empty if it is no type that is taken
	 */
	Optional<FileType> typeOf(String main) {
		return switch (of(main)) {
			case "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml" ->
				Optional.of(FileType.DOCX);
			case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml" ->
				Optional.of(FileType.XLSX);
			default -> Optional.empty();
		};
	}

	/**
	 * @param relations part with the relations of another
	 * @return that other part; empty for the file itself
	 */
	static String source(String relations) {
		int folder = relations.lastIndexOf(RELATIONS);
		return (folder < 0) ? "" : relations.substring(0, folder)
				+ relations.substring(folder + RELATIONS.length()).replaceAll("\\.rels$", "");
	}

	/**
	 * @return the part that a relation leads to
	 */
	static String resolved(String source, String target) {
		String plain = URLDecoder.decode(target.replace("+", "%2B"), StandardCharsets.UTF_8);
		String path = plain.startsWith("/") ? plain : source.substring(0, source.lastIndexOf('/') + 1) + plain;
		Deque<String> steps = new ArrayDeque<>();
		for (String step : path.split("/")) {
			if (step.equals("..")) {
				steps.pollLast();
			}
			else if (!step.isEmpty() && !step.equals(".")) {
				steps.addLast(step);
			}
		}
		return String.join("/", steps);
	}

	private static String key(String part) {
		return (part.startsWith("/") ? part.substring(1) : part).toLowerCase(Locale.ROOT);
	}

}
