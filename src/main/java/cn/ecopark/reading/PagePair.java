package cn.ecopark.reading;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page of one version beside the page of the other that it corresponds to.
 *
 * @param left page of the earlier version; null where the page is new
 * @param right page of the later version; null where the page was removed
 */
public record PagePair(Change change, @Nullable Integer left, @Nullable Integer right, List<Passage> leftText,
		List<Passage> rightText) {

	/** What became of a page. */
	public enum Change {

		/** Reads the same. */
		SAME,
		/** Reads differently. */
		CHANGED,
		/** Is in the later version alone. */
		INSERTED,
		/** Is in the earlier version alone. */
		REMOVED,
		/** Stands at another place. */
		MOVED

	}

	/** A piece of the text of a page. */
	public record Passage(String text, boolean changed) {
	}

}
