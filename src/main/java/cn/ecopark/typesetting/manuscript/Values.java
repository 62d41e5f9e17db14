package cn.ecopark.typesetting.manuscript;

import java.util.regex.Pattern;

/**
 * Marks, taken from Unicode's private use area, that keep a value from being read as part
 * of the template: a value may contain anything and yet begins no field, table or
 * directive.
 */
final class Values {

	private static final String BEGIN = "\uE000";

	private static final String NEW_LINE = "\uE001";

	private static final String BAR = "\uE002";

	private static final String SLASH = "\uE003";

	private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cntrl}\\x{E000}-\\x{E003}\\p{Cs}&&[^\\n\\t]]");

	/** All ends of lines that Unicode has, the soft one of word processors among them. */
	private static final Pattern LINE_END = Pattern.compile("\\R");

	private Values() {
	}

	static String sheltered(String value) {
		String clean = FORBIDDEN.matcher(LINE_END.matcher(value).replaceAll("\n")).replaceAll("");
		return BEGIN + clean.strip()
			.replace('\t', ' ')
			.replaceAll("\\s*\\n\\s*", NEW_LINE)
			.replace("|", BAR)
			.replace("/", SLASH);
	}

	/**
	 * @return the value as it was, its lines parted by line ends
	 */
	static String bare(String sheltered) {
		return sheltered.replace(BEGIN, "").replace(NEW_LINE, "\n").replace(BAR, "|").replace(SLASH, "/");
	}

}
