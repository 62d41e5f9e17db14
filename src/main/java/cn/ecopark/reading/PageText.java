package cn.ecopark.reading;

/**
 * The text of one page.
 *
 * @param number from 1
 * @param text lines as they stand; empty on a page without any, as of a scan
 */
record PageText(int number, String text) {

	/** No real page is longer; what is behind it is not read. */
	private static final int LONGEST = 100_000;

	/** The database keeps no character zero and no half characters. */
	static PageText of(int number, String read) {
		String text = read.length() > LONGEST ? read.substring(0, LONGEST) : read;
		return new PageText(number,
				text.codePoints()
					.filter(point -> point != 0 && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE))
					.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
					.toString());
	}

}
