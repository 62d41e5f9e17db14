package cn.ecopark.typesetting.manuscript;

import java.util.List;

/** A part of a template. */
sealed interface Node {

	/** Words as they are. */
	record Words(String text) implements Node {
	}

	/** A place for a value. */
	record Placeholder(String name, int line) implements Node {
	}

	/**
	 * A part shown once for each item, or only if there is a value, or, inverted, only if
	 * there is none.
	 */
	record Section(String name, boolean inverted, int line, List<Node> nodes) implements Node {
	}

}
