package cn.ecopark.shared;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes comma-separated values that a spreadsheet opens as text. A cell that a
 * spreadsheet would calculate, because it begins with one of {@code = + - @} or a control
 * character, gets an apostrophe before it; a number does not.
 */
public final class Spreadsheet {

	/** By which spreadsheets know UTF-8. */
	public static final String BYTE_ORDER_MARK = "\uFEFF";

	private static final String CALCULATED = "=+-@\t\r\n＝＋－＠";

	private static final String NUMBER = "-?\\d+([.]\\d+)?";

	private Spreadsheet() {
	}

	public static String line(List<String> cells) {
		return cells.stream().map(Spreadsheet::cell).collect(Collectors.joining(",", "", "\r\n"));
	}

	private static String cell(String text) {
		boolean calculated = !text.isEmpty() && CALCULATED.indexOf(text.charAt(0)) >= 0 && !text.matches(NUMBER);
		return "\"" + (calculated ? "'" : "") + text.replace("\"", "\"\"") + "\"";
	}

}
