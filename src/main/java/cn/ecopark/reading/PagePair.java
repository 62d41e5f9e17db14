package cn.ecopark.reading;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page of one version beside the page of the other that it corresponds to.
 *
 * @param left page of the earlier version; null where the page is new
 * @param right page of the later version; null where the page was removed
 * @param pictures null where pictures of the pages are not shown
 */
public record PagePair(Change change, @Nullable Integer left, @Nullable Integer right, List<Passage> leftText,
		List<Passage> rightText, @Nullable Pictures pictures) {

	/** What became of a page. */
	public enum Change {

		/**
		 * Reads the same, and its pictures and painted lines are the same byte by byte,
		 * or it has none.
		 */
		SAME,
		/** Reads or looks differently. */
		CHANGED,
		/** Its pictures are others, but small they look alike. */
		ALIKE,
		/** Reads the same; whether its pictures are the same could not be found out. */
		UNCOMPARED,
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

	/**
	 * How the two pages look, small, with frames around what differs.
	 *
	 * @param left PNG as a data address
	 * @param areas what differs, in parts of the page
	 */
	public record Pictures(String left, String right, List<Place> areas) {
	}

	PagePair changed(Change other, @Nullable Pictures shown) {
		return new PagePair(other, this.left, this.right, this.leftText, this.rightText, shown);
	}

	PagePair withoutText() {
		return new PagePair(this.change, this.left, this.right, List.of(), List.of(), this.pictures);
	}

}
