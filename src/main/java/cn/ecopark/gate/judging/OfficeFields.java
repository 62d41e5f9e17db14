package cn.ecopark.gate.judging;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fields of a text. Their instructions may be spread over many runs, and one field
 * may make up the instruction of another.
 */
final class OfficeFields {

	private static final int LONGEST = 4096;

	private static final int DEEPEST = 64;

	private static final Set<String> FETCHING = Set.of("DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDE", "IMPORT", "LINK",
			"DATABASE");

	private static final Pattern CODES = Pattern.compile("QUOTE((?:\\s+\\d{1,5})+)");

	private final Deque<Field> open = new ArrayDeque<>();

	void begin() {
		Field outer = this.open.peek();
		if (outer != null && outer.instruction.toString().isBlank()) {
			outer.madeUp = true;
		}
		if (this.open.size() < DEEPEST) {
			this.open.push(new Field());
		}
	}

	/**
	 * @return whether what was said is dangerous by itself, outside of any field
	 */
	boolean say(String text) {
		Field field = this.open.peek();
		if (field == null) {
			return isFetching(text);
		}
		if (field.instruction.length() < LONGEST) {
			field.instruction.append(text);
		}
		return false;
	}

	/**
	 * @param last whether the field ends, and not only its instruction
	 * @return whether it fetches something
	 */
	boolean end(boolean last) {
		Field field = last ? this.open.poll() : this.open.peek();
		return field != null && (field.madeUp || isFetching(field.instruction.toString()));
	}

	static boolean isFetching(String instruction) {
		String plain = instruction.replaceAll("[\"“”]", " ").strip().toUpperCase(Locale.ROOT);
		String first = plain.split("[\\s\\p{Cntrl}]+", 2)[0];
		if (FETCHING.contains(first)) {
			return true;
		}
		if (first.equals("INCLUDEPICTURE")) {
			return plain.contains("\\D") && (plain.contains("://") || plain.contains("\\\\\\\\"));
		}
		Matcher codes = CODES.matcher(plain);
		return codes.find() && isFetching(decoded(codes.group(1)));
	}

	private static String decoded(String codes) {
		StringBuilder text = new StringBuilder();
		for (String code : codes.strip().split("\\s+")) {
			text.append((char) Integer.parseInt(code));
		}
		return text.toString();
	}

	/** A field that has begun. */
	private static final class Field {

		private final StringBuilder instruction = new StringBuilder();

		private boolean madeUp;

	}

}
