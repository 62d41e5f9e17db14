package cn.ecopark.typesetting.manuscript;

import java.util.List;

/** A part of the text of a document. */
public sealed interface Block {

	/** Text that begins two characters in. */
	record Paragraph(String text) implements Block {
	}

	/**
	 * A heading 一、 （一） 1. （1）, alone or with the text that goes on behind it.
	 *
	 * @param level from 1 to 4
	 */
	record Heading(int level, String text, String rest) implements Block {
	}

	/** A line that stands apart. */
	record Aligned(Side side, String text) implements Block {
	}

	/** Where such a line stands. */
	enum Side {

		/** Flush left. */
		LEFT,
		/** In the middle. */
		CENTRE,
		/** Four characters from the right edge, as a date. */
		RIGHT

	}

	/**
	 * Rows under a head that is repeated on each page.
	 *
	 * @param widths relative to each other
	 */
	record Table(List<Integer> widths, List<String> head, List<List<String>> rows) implements Block {
	}

	/** A sheet to fill in: in each row labels and values take turns. */
	record Sheet(List<List<String>> rows) implements Block {
	}

	/** What follows begins on a new page. */
	record NewPage() implements Block {
	}

}
