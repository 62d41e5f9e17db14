package cn.ecopark.gate.judging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

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

	/** Says in one place that it is encrypted and in another that it is not. */
	static final String MIXED = "pdf.mixed";

	/** Something happens by itself when the file or a page is opened. */
	static final String AUTOMATIC = "pdf.automatic";

	static final String ADDRESS = "pdf.address";

	private static final Map<COSName, String> ACTIONS = named(
			Map.ofEntries(Map.entry("JavaScript", SCRIPT), Map.entry("Launch", LAUNCH), Map.entry("SubmitForm", SENDS),
					Map.entry("ImportData", IMPORTS), Map.entry("GoToR", REMOTE), Map.entry("GoToE", REMOTE),
					Map.entry("Rendition", MEDIA), Map.entry("Movie", MEDIA), Map.entry("Sound", MEDIA),
					Map.entry("RichMediaExecute", MEDIA), Map.entry("GoTo3DView", MEDIA)));

	private static final Map<COSName, String> SUBTYPES = named(Map.of("FileAttachment", EMBEDDED, "RichMedia", MEDIA,
			"3D", MEDIA, "Movie", MEDIA, "Sound", MEDIA, "Screen", MEDIA, "PS", POSTSCRIPT));

	private static final Map<COSName, String> TYPES = named(
			Map.of("Rendition", MEDIA, "MediaClip", MEDIA, "RichMediaContent", MEDIA));

	/** Keys that are dangerous with some values. */
	private static final Map<COSName, String> KEYS = named(Map.of("JS", SCRIPT, "JavaScript", SCRIPT, "EF", EMBEDDED,
			"AdditionalStreams", EMBEDDED, "Renditions", MEDIA, "XFA", XFA, "OpenAction", AUTOMATIC, "AA", AUTOMATIC));

	/** Whatever is worth hiding, as a key or as a value. */
	static final Map<COSName, String> NAMES = worthHiding();

	private static final COSName BASE = COSName.getPDFName("Base");

	/** What addresses stand under. */
	static final List<COSName> ADDRESSES = List.of(COSName.URI, BASE);

	private static final COSName EMBEDDED_FILE = COSName.getPDFName("EmbeddedFile");

	private static final COSName THREAD = COSName.getPDFName("Thread");

	private static final COSName OTHER_FILTER = COSName.getPDFName("FFilter");

	private static final COSName REFERENCE = COSName.getPDFName("Ref");

	private static final Set<String> SPECIFICATIONS = Set.of("F", "UF", "DOS", "Mac", "Unix");

	/** Notes of the production: settings of Distiller, the ticket of Quite Imposing. */
	private static final Pattern NOTES = Pattern.compile("(?i)[^/\\\\:]*\\.joboptions|quitecommands\\.xml");

	private static final Set<String> SCRIPTS = Set.of("javascript", "vbscript", "data");

	private static final Set<String> DRAWN = Set.of("Image", "Form");

	private PdfDangers() {
	}

	private static Map<COSName, String> named(Map<String, String> codes) {
		Map<COSName, String> named = new HashMap<>();
		codes.forEach((name, code) -> named.put(COSName.getPDFName(name), code));
		return Map.copyOf(named);
	}

	private static Map<COSName, String> worthHiding() {
		Map<COSName, String> names = new HashMap<>(named(
				Map.of("Thread", REMOTE, "EmbeddedFiles", EMBEDDED, "EmbeddedFile", EMBEDDED, "Encrypt", ENCRYPTED)));
		names.putAll(ACTIONS);
		names.putAll(SUBTYPES);
		names.putAll(TYPES);
		names.putAll(KEYS);
		return Map.copyOf(names);
	}

	/**
	 * @param stream whether data follow the dictionary
	 * @param found is told the code of each danger
	 */
	static void judge(COSDictionary dictionary, boolean stream, Consumer<String> found) {
		if (!PdfActions.isFormat(dictionary)) {
			judgeName(ACTIONS, dictionary.getDictionaryObject(COSName.S), found);
		}
		judgeName(SUBTYPES, dictionary.getDictionaryObject(COSName.SUBTYPE), found);
		judgeName(TYPES, dictionary.getDictionaryObject(COSName.TYPE), found);
		for (COSName key : dictionary.keySet()) {
			String danger = KEYS.get(key);
			if (danger != null && isDangerous(dictionary, key)) {
				found.accept(danger);
			}
		}
		for (COSName key : ADDRESSES) {
			if (dictionary.getDictionaryObject(key) instanceof COSString text) {
				addressDanger(text.getString()).ifPresent(found);
			}
		}
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
			case "JS" -> isText(value) && !PdfActions.isFormat(dictionary);
			case "EF" -> isLost(dictionary, key) || isFile(value) && !isNote(dictionary);
			case "XFA" -> isLost(dictionary, key) || isSomething(value);
			case "OpenAction" -> !PdfActions.isHarmlessOnOpening(value);
			case "AA" -> !PdfActions.areHarmlessTriggers(value);
			default -> isTree(value);
		};
	}

	/** An object that is nothing but a name, to be referred to by others. */
	static void judgeBare(COSBase object, Consumer<String> found) {
		judgeName(ACTIONS, object, found);
		judgeName(SUBTYPES, object, found);
	}

	private static void judgeName(Map<COSName, String> dangers, @Nullable COSBase value, Consumer<String> found) {
		String danger = (value instanceof COSName name) ? dangers.get(name) : null;
		if (danger != null) {
			found.accept(danger);
		}
	}

	/**
	 * @return code of what is wrong with an address that a link leads to
	 */
	static Optional<String> addressDanger(String address) {
		if (Addresses.isHarmless(address)) {
			return Optional.empty();
		}
		if (SCRIPTS.contains(Addresses.scheme(address))) {
			return Optional.of(SCRIPT);
		}
		return Optional.of(Addresses.isShare(address) ? REMOTE : ADDRESS);
	}

	/**
	 * @return whether such an action is a danger, whatever it is the action of
	 */
	static boolean isAction(COSName kind) {
		return ACTIONS.containsKey(kind);
	}

	static boolean isEmbedded(COSDictionary stream) {
		return EMBEDDED_FILE.equals(stream.getDictionaryObject(COSName.TYPE));
	}

	private static boolean isNote(COSDictionary specification) {
		boolean named = false;
		for (COSName key : specification.keySet()) {
			if (SPECIFICATIONS.contains(key.getName())) {
				if (!(specification.getDictionaryObject(key) instanceof COSString name)
						|| !NOTES.matcher(name.getString()).matches()) {
					return false;
				}
				named = true;
			}
		}
		return named;
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
