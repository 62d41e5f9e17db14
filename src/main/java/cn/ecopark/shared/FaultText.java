package cn.ecopark.shared;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fault as whoever runs the system may see it: what was thrown, where, and caused by
 * what. Its messages are left out, for they may hold what somebody has typed into a case;
 * only keys of our own refusals and the words of the network stay.
 */
public final class FaultText {

	/** Of each that was thrown. */
	private static final int MOST_FRAMES = 12;

	private static final Pattern FRAME = Pattern.compile("\\s*at [\\w.$/@<>-]+\\([\\w.$: ]*\\)(?: ~?\\[.*])?");

	private static final Pattern THROWN = Pattern
		.compile("^(\\s*(?:Caused by: |Suppressed: )?)([\\w$]+(?:\\.[\\w$]+)+)(?::\\s?(.*))?$");

	private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(?:[.-][a-z0-9]+)+");

	private static final List<String> HARMLESS = List.of("java.net.", "javax.net.", "java.nio.file.");

	private FaultText() {
	}

	public static String of(Throwable fault) {
		StringWriter trace = new StringWriter();
		fault.printStackTrace(new PrintWriter(trace, true));
		return of(trace.toString());
	}

	/**
	 * @param trace as {@link Throwable#printStackTrace} writes it
	 */
	public static String of(String trace) {
		StringBuilder told = new StringBuilder();
		int frames = 0;
		for (String line : trace.lines().toList()) {
			Matcher thrown = THROWN.matcher(line);
			if (FRAME.matcher(line).matches()) {
				told.append(++frames <= MOST_FRAMES ? line.stripTrailing() + "\n" : "");
			}
			else if (thrown.matches()) {
				frames = 0;
				told.append(thrown(thrown)).append('\n');
			}
		}
		return told.toString().stripTrailing();
	}

	/** What is neither this nor a frame belongs to a message. */
	private static String thrown(Matcher thrown) {
		String type = thrown.group(2);
		String message = thrown.group(3);
		boolean told = message != null
				&& (KEY.matcher(message).matches() || HARMLESS.stream().anyMatch(type::startsWith));
		return thrown.group(1) + type + (told ? ": " + message : "");
	}

}
