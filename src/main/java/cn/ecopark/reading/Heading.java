package cn.ecopark.reading;

import java.text.Normalizer;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that may be a heading.
 *
 * @param line as it stands
 * @param title normal text of what follows the number
 * @param rank 2 for the number of a chapter, 1 for that of a section, 0 for no number
 */
record Heading(String line, String title, int rank) {

	private static final int LONGEST = 45;

	private static final String HAN_NUMBER = "[一二三四五六七八九十百0-9]+";

	private static final Pattern CHAPTER = Pattern
		.compile("^(?:第\\s*" + HAN_NUMBER + "\\s*[章篇部编]分?|[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]+\\s*[、.]|[IVX]{1,5}(?:\\s+|\\s*[、.])"
				+ "|[0-9]{1,2}(?:\\s+|[、.]\\s*(?=[^0-9.\\s])|(?=\\p{IsHan})))\\s*(.+)$");

	private static final Pattern SECTION = Pattern.compile("^(?:第\\s*" + HAN_NUMBER + "\\s*节|\\(" + HAN_NUMBER
			+ "\\)|[0-9]{1,2}(?:\\.[0-9]{1,2}){1,3}[.、]?)\\s*(.+)$");

	private static final Pattern LEADERS = Pattern
		.compile("(?:[.·…‥・_-]\\s*){3,}\\s*[0-9]{1,4}\\s*$|\\S\\s{2,}[0-9]{1,4}\\s*$");

	/** As programs set a table of contents whose dots are no characters. */
	private static final Pattern NUMBERED_END = Pattern.compile("\\S\\s([0-9]{1,4})\\s*$");

	private static final Pattern ROW = Pattern.compile("[0-9]{1,2}\\s+\\S.*");

	private static final Pattern SENTENCE = Pattern.compile("[。;!?]$|,$");

	/**
	 * @return the line as a heading, if it can be one
	 */
	static Optional<Heading> of(String line) {
		String plain = Normalizer.normalize(line, Normalizer.Form.NFKC).strip();
		if (plain.isEmpty() || plain.length() > LONGEST || SENTENCE.matcher(plain).find()) {
			return Optional.empty();
		}
		Matcher chapter = CHAPTER.matcher(plain);
		if (chapter.matches()) {
			return Optional.of(new Heading(line.strip(), NormalText.normal(chapter.group(1)), 2));
		}
		Matcher section = SECTION.matcher(plain);
		return section.matches() ? Optional.of(new Heading(line.strip(), NormalText.normal(section.group(1)), 1))
				: Optional.of(new Heading(line.strip(), NormalText.normal(plain), 0));
	}

	/**
	 * @return whether the line is one of a table of contents
	 */
	static boolean isOfContents(String line) {
		return LEADERS.matcher(Normalizer.normalize(line, Normalizer.Form.NFKC).strip()).find();
	}

	/**
	 * @return the number of a page at the end of a numbered line, as a table of contents
	 * has it; empty if there is none
	 */
	static OptionalInt pageAtEnd(String line) {
		String plain = Normalizer.normalize(line, Normalizer.Form.NFKC).strip();
		Matcher end = NUMBERED_END.matcher(plain);
		boolean numbered = CHAPTER.matcher(plain).matches() || SECTION.matcher(plain).matches();
		return numbered && end.find() ? OptionalInt.of(Integer.parseInt(end.group(1))) : OptionalInt.empty();
	}

	/**
	 * @return whether the line may be a row of a table, a number and what it is the
	 * number of
	 */
	static boolean isRow(String line) {
		return ROW.matcher(Normalizer.normalize(line, Normalizer.Form.NFKC).strip()).matches();
	}

}
