package cn.ecopark.gate.judging;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What one part of an office file may have to do with others, and with what is outside.
 */
final class OfficeLinks {

	static final String MACROS = "office.macros";

	static final String EXTERNAL = "office.external";

	static final String EMBEDDED = "office.embedded";

	static final String TEMPLATE = "office.template";

	static final String ADDRESS = "office.address";

	static final String DATA = "office.data";

	static final String WEB = "office.web";

	/** Last words of the types of relations, of which there are two families. */
	private static final Map<String, String> FORBIDDEN = Map.ofEntries(Map.entry("vbaproject", MACROS),
			Map.entry("wordvbadata", MACROS), Map.entry("attachedtoolbars", MACROS), Map.entry("extensibility", MACROS),
			Map.entry("xlmacrosheet", MACROS), Map.entry("xlintlmacrosheet", MACROS), Map.entry("dialogsheet", MACROS),
			Map.entry("control", EMBEDDED), Map.entry("afchunk", EMBEDDED), Map.entry("activexcontrolbinary", EMBEDDED),
			Map.entry("externallink", EXTERNAL), Map.entry("externallinkpath", EXTERNAL),
			Map.entry("subdocument", EXTERNAL), Map.entry("frame", EXTERNAL), Map.entry("connections", DATA),
			Map.entry("querytable", DATA), Map.entry("webextension", WEB), Map.entry("webextensiontaskpanes", WEB),
			Map.entry("taskpanes", WEB));

	private static final Map<String, String> CONTENT = Map.of("macroenabled", MACROS, "vbaproject", MACROS, "vbadata",
			MACROS, "macrosheet", MACROS, "dialogsheet", MACROS, "activex", EMBEDDED, "externallink", EXTERNAL,
			"connections+xml", DATA, "webextension", WEB);

	/** Folders that are never those of another computer, as those under /net may be. */
	private static final Pattern UNIX = Pattern
		.compile("(file://)?/(users|applications|library|system|home|usr|opt)/(?!.*/\\.\\./).*");

	private OfficeLinks() {
	}

	/**
	 * Judges a relation to something.
	 * @param part the part that has it
	 */
	static void judge(String part, String type, String target, boolean external, Findings findings) {
		String kind = type.substring(type.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
		if (FORBIDDEN.containsKey(kind)) {
			findings.add(FORBIDDEN.get(kind), part, target);
		}
		else if (external || !Addresses.scheme(target).isEmpty() || Addresses.isShare(target)) {
			judgeExternal(part, kind, target, findings);
		}
	}

	private static void judgeExternal(String part, String kind, String target, Findings findings) {
		if (kind.equals("hyperlink")) {
			if (!Addresses.isHarmless(target)) {
				findings.add(ADDRESS, part, target);
			}
		}
		else if (kind.equals("oleobject")) {
			findings.add(EMBEDDED, part, target);
		}
		else if (!kind.equals("attachedtemplate")) {
			findings.add(EXTERNAL, part, target);
		}
		else if (!isOfOwnDisk(target)) {
			findings.add(TEMPLATE, part, target);
		}
	}

	/**
	 * @param content media type of a part
	 */
	static void judgeContent(String part, String content, Findings findings) {
		// Workbooks in the binary form carry the word for macros in their type.
		String type = content.toLowerCase(Locale.ROOT).replace("binary.macroenabled", "binary");
		CONTENT.forEach((word, code) -> {
			if (type.contains(word)) {
				findings.add(code, part, part);
			}
		});
	}

	/** Programs note the place of the template on the disk of whoever wrote the text. */
	private static boolean isOfOwnDisk(String target) {
		String plain = target.replace("%20", " ").toLowerCase(Locale.ROOT);
		return plain.matches("(file:///)?[a-z]:[/\\\\].*|[^:/\\\\]+") || UNIX.matcher(plain).matches();
	}

}
