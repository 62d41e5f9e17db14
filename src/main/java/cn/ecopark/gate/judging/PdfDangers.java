package cn.ecopark.gate.judging;

import java.util.HashMap;
import java.util.Locale;
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
 * What no paper needs and what does something when it is opened. Each is known by one
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

	private static final Map<String, String> ACTIONS = Map.ofEntries(Map.entry("JavaScript", SCRIPT),
			Map.entry("Launch", LAUNCH), Map.entry("SubmitForm", SENDS), Map.entry("ImportData", IMPORTS),
			Map.entry("GoToR", REMOTE), Map.entry("GoToE", REMOTE), Map.entry("Rendition", MEDIA),
			Map.entry("Movie", MEDIA), Map.entry("Sound", MEDIA), Map.entry("RichMediaExecute", MEDIA),
			Map.entry("GoTo3DView", MEDIA));

	private static final Map<String, String> SUBTYPES = Map.of("FileAttachment", EMBEDDED, "RichMedia", MEDIA, "3D",
			MEDIA, "Movie", MEDIA, "Sound", MEDIA, "Screen", MEDIA, "PS", POSTSCRIPT);

	private static final Map<String, String> TYPES = Map.of("EmbeddedFile", EMBEDDED, "Rendition", MEDIA, "MediaClip",
			MEDIA, "RichMediaContent", MEDIA);

	/** Whatever is worth hiding, as a key or as a value. */
	static final Map<String, String> NAMES = names();

	private static final Set<String> SPECIFICATIONS = Set.of("F", "UF", "DOS", "Mac", "Unix");

	private static final Set<String> DRAWN = Set.of("Image", "Form");

	private PdfDangers() {
	}

	private static Map<String, String> names() {
		Map<String, String> names = new HashMap<>(ACTIONS);
		names.putAll(SUBTYPES);
		names.putAll(TYPES);
		names.putAll(
				Map.of("JS", SCRIPT, "XFA", XFA, "EmbeddedFiles", EMBEDDED, "Encrypt", ENCRYPTED, "Thread", REMOTE));
		return Map.copyOf(names);
	}

	/**
	 * @param stream whether data follow the dictionary
	 * @param found is told the code of each danger
	 */
	static void judge(COSDictionary dictionary, boolean stream, Consumer<String> found) {
		named(ACTIONS, dictionary.getDictionaryObject(COSName.S), found);
		named(SUBTYPES, dictionary.getDictionaryObject(COSName.SUBTYPE), found);
		named(TYPES, dictionary.getDictionaryObject(COSName.TYPE), found);
		judgeKeys(dictionary, found);
		judgeAddress(dictionary.getDictionaryObject(COSName.URI), found);
		judgeAddress(dictionary.getDictionaryObject(COSName.getPDFName("Base")), found);
		if (COSName.getPDFName("Thread").equals(dictionary.getDictionaryObject(COSName.S))
				&& dictionary.containsKey("F")) {
			found.accept(REMOTE);
		}
		if (stream && isExternal(dictionary)) {
			found.accept(EXTERNAL);
		}
	}

	private static void judgeKeys(COSDictionary dictionary, Consumer<String> found) {
		for (COSName key : dictionary.keySet()) {
			String danger = switch (key.getName()) {
				case "JS" -> isText(dictionary.getDictionaryObject(key)) ? SCRIPT : null;
				case "JavaScript" -> isTree(dictionary.getDictionaryObject(key)) ? SCRIPT : null;
				case "EmbeddedFiles" -> isTree(dictionary.getDictionaryObject(key)) ? EMBEDDED : null;
				case "Renditions" -> isTree(dictionary.getDictionaryObject(key)) ? MEDIA : null;
				case "EF" -> isLost(dictionary, key) || isFile(dictionary.getDictionaryObject(key)) ? EMBEDDED : null;
				case "XFA" -> isLost(dictionary, key) || isSomething(dictionary.getDictionaryObject(key)) ? XFA : null;
				case "Encrypt" -> ENCRYPTED;
				default -> null;
			};
			if (danger != null) {
				found.accept(danger);
			}
		}
	}

	/** An object that is nothing but a name or a text, to be referred to by others. */
	static void judgeBare(COSBase object, Consumer<String> found) {
		named(ACTIONS, object, found);
		named(SUBTYPES, object, found);
		judgeAddress(object, found);
	}

	private static void named(Map<String, String> dangers, @Nullable COSBase name, Consumer<String> found) {
		if (name instanceof COSName known && dangers.containsKey(known.getName())) {
			found.accept(dangers.get(known.getName()));
		}
	}

	private static void judgeAddress(@Nullable COSBase value, Consumer<String> found) {
		if (value instanceof COSString text) {
			String address = text.getString().replaceAll("[\\x00-\\x20]", "").toLowerCase(Locale.ROOT);
			if (address.startsWith("javascript:") || address.startsWith("vbscript:") || address.startsWith("data:")) {
				found.accept(SCRIPT);
			}
			else if (address.startsWith("\\\\")
					|| address.matches("file:/*[/\\\\]{2}[^/\\\\].*") && !address.startsWith("file:///")) {
				found.accept(REMOTE);
			}
		}
	}

	private static boolean isExternal(COSDictionary stream) {
		COSBase file = stream.getDictionaryObject(COSName.F);
		return file instanceof COSString || file instanceof COSDictionary || stream.containsKey("FFilter")
				|| stream.getDictionaryObject(COSName.getPDFName("Ref")) instanceof COSDictionary;
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
