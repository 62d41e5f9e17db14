package cn.ecopark.form;

import java.util.ArrayDeque;
import java.util.Deque;

import org.jspecify.annotations.Nullable;

/**
 * Finds regular expressions over which a browser could think without end. The server
 * matches in linear time; the page hands the same expression to the browser, which tries
 * repetitions within repetitions in all combinations.
 */
final class Repetitions {

	private final String pattern;

	private int position;

	private int open;

	private boolean endless;

	private Repetitions(String pattern) {
		this.pattern = pattern;
	}

	/** What a group holds so far. */
	private static final class Group {

		private boolean repeats;

		private boolean chooses;

	}

	/**
	 * @param pattern one that compiles
	 * @param mostOpen how many repetitions without upper bound one expression may have
	 * @return whether a repeated group repeats or chooses in itself, or there are too
	 * many repetitions
	 */
	static boolean mayRunWithoutEnd(String pattern, int mostOpen) {
		Repetitions repetitions = new Repetitions(pattern);
		repetitions.read();
		return repetitions.endless || repetitions.open > mostOpen;
	}

	private void read() {
		Deque<Group> groups = new ArrayDeque<>();
		Group closed = null;
		groups.push(new Group());
		while (this.position < this.pattern.length()) {
			char character = this.pattern.charAt(this.position);
			switch (character) {
				case '\\' -> this.position++;
				case '[' -> skipClass();
				case '(' -> groups.push(new Group());
				case '|' -> groups.element().chooses = true;
				default -> {
					// Stands for itself.
				}
			}
			this.position++;
			closed = character == ')' && groups.size() > 1 ? groups.pop() : null;
			if (character != '(') {
				repetition(groups.element(), closed);
			}
			if (closed != null) {
				groups.element().repeats |= closed.repeats;
				groups.element().chooses |= closed.chooses;
			}
		}
	}

	private void repetition(Group around, @Nullable Group repeated) {
		int most = upperBound();
		if (most <= 1) {
			return;
		}
		around.repeats = true;
		if (most == Integer.MAX_VALUE) {
			this.open++;
		}
		boolean inner = repeated != null && (repeated.repeats || repeated.chooses);
		this.endless |= inner && most > 10;
	}

	/** Reads a quantifier if one stands here; 1 without. */
	private int upperBound() {
		if (this.position >= this.pattern.length()) {
			return 1;
		}
		char character = this.pattern.charAt(this.position);
		if (character == '*' || character == '+') {
			this.position++;
			return Integer.MAX_VALUE;
		}
		if (character == '?') {
			this.position++;
			return 2;
		}
		int end = this.pattern.indexOf('}', this.position);
		if (character != '{' || end < 0) {
			return 1;
		}
		String[] bounds = this.pattern.substring(this.position + 1, end).split(",", -1);
		String most = bounds[bounds.length - 1];
		if (most.isEmpty() && bounds.length == 2) {
			this.position = end + 1;
			return Integer.MAX_VALUE;
		}
		if (!most.matches("\\d{1,4}")) {
			return 1;
		}
		this.position = end + 1;
		// A fixed number leaves nothing to try.
		return bounds.length == 1 ? 1 : Integer.parseInt(most);
	}

	private void skipClass() {
		this.position++;
		if (this.position < this.pattern.length() && this.pattern.charAt(this.position) == '^') {
			this.position++;
		}
		boolean first = true;
		while (this.position < this.pattern.length() && (first || this.pattern.charAt(this.position) != ']')) {
			this.position += this.pattern.charAt(this.position) == '\\' ? 2 : 1;
			first = false;
		}
	}

}
