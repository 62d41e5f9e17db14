package cn.ecopark.typesetting;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Parts a text into what stays together on a line, and finds a font for each character.
 */
final class Shaper {

	/** Stands for a character that no font has. */
	private static final String MISSING = "〓";

	/**
	 * Numbers of documents and standards, numbers with their unit (GB/T 9704-2012, 7.3.3:
	 * no number and no year is broken), check digits of texts, words, dashes and dots of
	 * two, spaces; else one character.
	 */
	private static final Pattern PART = Pattern.compile("〔[0-9]{4}〕|(?:GB|HJ|HG|DB)(?:/T)? [0-9][0-9.]*(?:-[0-9]{2,4})?"
			+ "|[0-9a-f]{8}(?![0-9A-Za-z])|[0-9][0-9.,:/×~-]*[0-9](?:[年月日号％%]|[A-Za-z0-9/²³]+)?|[0-9][年月日号％%]?"
			+ "|[\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}][\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}0-9\\p{M}._/@:#+-]*"
			+ "|—{2}|…{2}| +|\\P{M}\\p{M}*");

	/** Letters with marks, which a font has as one character. */
	private static final Pattern MARKED = Pattern.compile("\\P{M}\\p{M}+");

	private static final Pattern MARK = Pattern.compile("\\p{M}");

	/** Spaces of other widths, and what else parts words: tabs, ends of lines. */
	private static final Pattern SPACE = Pattern
		.compile("[\\t\\n\\x0B\\f\\r\\x{85}]|[\\p{Z}&&[^\\x{20}\\x{A0}\\x{3000}]]");

	/**
	 * Invisible marks that mean nothing on a page, selectors of variants among them.
	 * Characters for private use and those younger than this Java are not left out: a
	 * name may be written with one.
	 */
	private static final Pattern INVISIBLE = Pattern
		.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}]");

	/**
	 * Letters that run from right to left, and join: one by one they would be wrong, even
	 * where a font has them.
	 */
	private static final Pattern FROM_RIGHT = Pattern.compile("[\\p{IsArabic}\\p{IsHebrew}\\p{IsSyriac}\\p{IsThaana}"
			+ "\\p{IsNko}\\x{600}-\\x{8FF}\\x{FB1D}-\\x{FDFF}\\x{FE70}-\\x{FEFC}\\x{10800}-\\x{10FFF}\\x{1E800}-\\x{1EFFF}]");

	private final Fonts fonts;

	private final Map<Face, List<Supplier<FontFile>>> files = new EnumMap<>(Face.class);

	private final Set<String> missing = new LinkedHashSet<>();

	Shaper(Fonts fonts) {
		this.fonts = fonts;
	}

	List<Cluster> shape(String text, Style style) {
		List<Cluster> clusters = new ArrayList<>();
		Matcher part = PART.matcher(composed(visible(text)));
		while (part.find()) {
			add(part.group(), style, clusters);
		}
		return clusters;
	}

	/**
	 * @return the text without what cannot be seen, its spaces of one kind
	 */
	static String visible(String text) {
		return INVISIBLE.matcher(SPACE.matcher(text).replaceAll(" ")).replaceAll("");
	}

	/**
	 * Nothing else is made normal: it would change how some Chinese characters look.
	 */
	private static String composed(String text) {
		return MARKED.matcher(text)
			.replaceAll(
					(letter) -> Matcher.quoteReplacement(Normalizer.normalize(letter.group(), Normalizer.Form.NFC)));
	}

	/**
	 * @return a line of its own, however long
	 */
	Line line(String text, Style style) {
		return LineBreaker.whole(shape(text, style));
	}

	/**
	 * @return the characters that no font has
	 */
	Set<String> missing() {
		return this.missing;
	}

	/**
	 * A part whose characters need several fonts falls into runs of one font each; where
	 * a line may be broken between them says the cluster.
	 */
	private void add(String part, Style style, List<Cluster> clusters) {
		FontFile whole = fontOf(part, style);
		if (whole != null) {
			clusters.add(cluster(part, whole, style));
			return;
		}
		StringBuilder run = new StringBuilder();
		FontFile font = null;
		for (int character : part.codePoints().toArray()) {
			FontFile next = fontOf(Character.toString(character), style);
			if (font != null && next != font) {
				clusters.add(cluster(run.toString(), font, style));
				run.setLength(0);
			}
			font = next;
			if (next == null) {
				addMissing(Character.toString(character), style, clusters);
			}
			else {
				run.appendCodePoint(character);
			}
		}
		if (font != null) {
			clusters.add(cluster(run.toString(), font, style));
		}
	}

	private @Nullable FontFile fontOf(String part, Style style) {
		if (FROM_RIGHT.matcher(part).find()) {
			return null;
		}
		return this.files.computeIfAbsent(style.face(), this.fonts::of)
			.stream()
			.map(Supplier::get)
			.filter((font) -> part.codePoints().allMatch(font::has))
			.findFirst()
			.orElse(null);
	}

	/** A mark is named alone: nobody shall take it for a character more. */
	private void addMissing(String character, Style style, List<Cluster> clusters) {
		this.missing.add(character);
		if (!MARK.matcher(character).matches()) {
			add(MISSING, style, clusters);
		}
	}

	private static Cluster cluster(String part, FontFile font, Style style) {
		float width = 0;
		for (int character : part.codePoints().toArray()) {
			float advance = font.advance(character);
			width += advance * style.size() + (advance > 0.9f ? style.tracking() : 0);
		}
		return new Cluster(part, font, style.size(), width, part.isBlank() && !part.contains("　"));
	}

}
