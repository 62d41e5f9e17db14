package cn.ecopark.gate.judging;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/**
 * What no document needs and what does something when it is opened. Each is known by one
 * dictionary, wherever in the file that is and whoever refers to it.
 */
final class PdfDangers {

	static final String SCRIPT = "pdf.script";

	static final String LAUNCH = "pdf.launch";

	static final String SENDS = "pdf.sends";

	static final String IMPORTS = "pdf.imports";

	static final String REMOTE = "pdf.remote";

	static final String EMBEDDED = "pdf.embedded";

	static final String XFA = "pdf.xfa";

	static final String MEDIA = "pdf.media";

	static final String EXTERNAL = "pdf.external";

	static final String POSTSCRIPT = "pdf.postscript";

	static final String ENCRYPTED = "pdf.encrypted";

	private static final Map<COSName, String> ACTIONS = named(
			Map.ofEntries(Map.entry("JavaScript", SCRIPT), Map.entry("Launch", LAUNCH), Map.entry("SubmitForm", SENDS),
					Map.entry("ImportData", IMPORTS), Map.entry("GoToR", REMOTE), Map.entry("GoToE", REMOTE),
					Map.entry("Rendition", MEDIA), Map.entry("Movie", MEDIA), Map.entry("Sound", MEDIA),
					Map.entry("RichMediaExecute", MEDIA), Map.entry("GoTo3DView", MEDIA)));

	private static final Map<COSName, String> SUBTYPES = named(Map.of("FileAttachment", EMBEDDED, "RichMedia", MEDIA,
			"3D", MEDIA, "Movie", MEDIA, "Sound", MEDIA, "Screen", MEDIA, "PS", POSTSCRIPT));

	private static final Map<COSName, String> TYPES = named(
			Map.of("EmbeddedFile", EMBEDDED, "Rendition", MEDIA, "MediaClip", MEDIA, "RichMediaContent", MEDIA));

	/** Keys that are dangerous with some values. */
	private static final Map<COSName, String> KEYS = named(Map.of("JS", SCRIPT, "JavaScript", SCRIPT, "EmbeddedFiles",
			EMBEDDED, "EF", EMBEDDED, "Renditions", MEDIA, "XFA", XFA, "Encrypt", ENCRYPTED));

	/** Whatever is worth hiding, as a key or as a value. */
	static final Map<COSName, String> NAMES = worthHiding();

	private static final COSName BASE = COSName.getPDFName("Base");

	private static final COSName THREAD = COSName.getPDFName("Thread");

	private static final COSName OTHER_FILTER = COSName.getPDFName("FFilter");

	private static final COSName REFERENCE = COSName.getPDFName("Ref");

	private static final Set<String> SPECIFICATIONS = Set.of("F", "UF", "DOS", "Mac", "Unix");

	private static final Set<String> SCRIPTS = Set.of("javascript", "vbscript", "data");

	private static final Set<String> DRAWN = Set.of("Image", "Form");

	private PdfDangers() {
	}

	private static Map<COSName, String> named(Map<String, String> codes) {
		Map<COSName, String> named = new HashMap<>();
		codes.forEach((name, code) -> named.put(COSName.getPDFName(name), code));
		return named;
	}

	private static Map<COSName, String> worthHiding() {
		Map<COSName, String> names = named(Map.of("Thread", REMOTE));
		names.putAll(ACTIONS);
		names.putAll(SUBTYPES);
		names.putAll(TYPES);
		names.putAll(KEYS);
		return names;
	}

	/**
	 * @param stream whether data follow the dictionary
	 * @param found is told the code of each danger
	 */
	static void judge(COSDictionary dictionary, boolean stream, Consumer<String> found) {
		judgeName(ACTIONS, dictionary.getDictionaryObject(COSName.S), found);
		judgeName(SUBTYPES, dictionary.getDictionaryObject(COSName.SUBTYPE), found);
		judgeName(TYPES, dictionary.getDictionaryObject(COSName.TYPE), found);
		for (COSName key : dictionary.keySet()) {
			String danger = KEYS.get(key);
			if (danger != null && isDangerous(dictionary, key)) {
				found.accept(danger);
			}
		}
		judgeAddress(dictionary.getDictionaryObject(COSName.URI), found);
		judgeAddress(dictionary.getDictionaryObject(BASE), found);
		if (THREAD.equals(dictionary.getDictionaryObject(COSName.S)) && dictionary.containsKey(COSName.F)) {
			found.accept(REMOTE);
		}
		if (stream && isExternal(dictionary)) {
			found.accept(EXTERNAL);
		}
	}

	private static boolean isDangerous(COSDictionary dictionary, COSName key) {
		COSBase value = dictionary.getDictionaryObject(key);
		return switch (key.getName()) {
			case "JS" -> isText(value);
			case "EF" -> isLost(dictionary, key) || isFile(value);
			case "XFA" -> isLost(dictionary, key) || isSomething(value);
			case "Encrypt" -> true;
			default -> isTree(value);
		};
	}

	/** An object that is nothing but a name or a text, to be referred to by others. */
	static void judgeBare(COSBase object, Consumer<String> found) {
		judgeName(ACTIONS, object, found);
		judgeName(SUBTYPES, object, found);
		judgeAddress(object, found);
	}

	private static void judgeName(Map<COSName, String> dangers, @Nullable COSBase value, Consumer<String> found) {
		String danger = (value instanceof COSName name) ? dangers.get(name) : null;
		if (danger != null) {
			found.accept(danger);
		}
	}

	private static void judgeAddress(@Nullable COSBase value, Consumer<String> found) {
		if (value instanceof COSString text) {
			String scheme = Addresses.scheme(text.getString());
			if (SCRIPTS.contains(scheme)) {
				found.accept(SCRIPT);
			}
			else if (Addresses.isShare(text.getString())) {
				found.accept(REMOTE);
			}
		}
	}

	private static boolean isExternal(COSDictionary stream) {
		COSBase file = stream.getDictionaryObject(COSName.F);
		return file instanceof COSString || file instanceof COSDictionary || stream.containsKey(OTHER_FILTER)
				|| stream.getDictionaryObject(REFERENCE) instanceof COSDictionary;
	}

	/** Fonts and pictures may be called anything, also what a script is called. */
	private static boolean isText(@Nullable COSBase value) {
		if (value instanceof COSDictionary stream) {
			String subtype = stream.getNameAsString(COSName.SUBTYPE);
			return !stream.containsKey(COSName.BASE_FONT) && (subtype == null || !DRAWN.contains(subtype));
		}
		return value instanceof COSString;
	}

	/** What a former revision referred to may be there no more. */
	private static boolean isLost(COSDictionary dictionary, COSName key) {
		COSBase value = dictionary.getDictionaryObject(key);
		return dictionary.getItem(key) instanceof COSObject && (value == null || value instanceof COSNull);
	}

	private static boolean isTree(@Nullable COSBase value) {
		if (value instanceof COSDictionary tree) {
			return isSomething(tree.getDictionaryObject(COSName.NAMES))
					|| isSomething(tree.getDictionaryObject(COSName.KIDS));
		}
		return isSomething(value);
	}

	private static boolean isFile(@Nullable COSBase value) {
		return value instanceof COSDictionary file
				&& file.keySet().stream().map(COSName::getName).anyMatch(SPECIFICATIONS::contains);
	}

	private static boolean isSomething(@Nullable COSBase value) {
		return value instanceof COSArray array ? array.size() > 0
				: value instanceof COSDictionary || value instanceof COSString;
	}

}
