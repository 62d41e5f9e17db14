package cn.ecopark.typesetting;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/** Something that takes a place in the type area, from top to bottom. */
interface Item {

	/**
	 * @return what must fit on the page, millimetres
	 */
	float height();

	/**
	 * @return from its top to that of what follows, millimetres
	 */
	float advance();

	void draw(Pages pages, float top) throws IOException;

	/** What is drawn again where this begins a page, for instance the head of a table. */
	default @Nullable Item repeated() {
		return null;
	}

	/** Whether it begins a page. */
	default boolean beginsPage() {
		return false;
	}

	/** Whether it is nothing where it would begin a page. */
	default boolean onlySpace() {
		return false;
	}

	/** A line of text on the grid of the page. */
	record TextLine(Line line, float x, Ink ink) implements Item {

		static TextLine of(Line line) {
			return new TextLine(line, Measures.LEFT, Ink.BLACK);
		}

		static TextLine centred(Line line) {
			return new TextLine(line, Measures.LEFT + (Measures.WIDTH - line.length()) / 2, Ink.BLACK);
		}

		@Override
		public float height() {
			return Math.min(this.line.height(), Measures.BODY);
		}

		@Override
		public float advance() {
			return Measures.PITCH;
		}

		@Override
		public void draw(Pages pages, float top) throws IOException {
			pages.canvas().text(this.line, this.x, top, this.ink);
		}

	}

	/** Empty lines. */
	record Space(float advance) implements Item {

		static final Space LINE = new Space(Measures.PITCH);

		@Override
		public float height() {
			return 0;
		}

		@Override
		public void draw(Pages pages, float top) {
			// There is nothing to be seen.
		}

		@Override
		public boolean onlySpace() {
			return true;
		}

	}

	/** The end of a page. */
	record PageEnd() implements Item {

		@Override
		public float height() {
			return 0;
		}

		@Override
		public float advance() {
			return 0;
		}

		@Override
		public void draw(Pages pages, float top) {
			// There is nothing to be seen.
		}

		@Override
		public boolean beginsPage() {
			return true;
		}

	}

}
