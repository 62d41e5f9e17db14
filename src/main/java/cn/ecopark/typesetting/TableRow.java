package cn.ecopark.typesetting;

import java.io.IOException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A row of bordered cells.
 *
 * @param head the row drawn again where this one begins a page, null for none
 * @param followed whether the table goes on below
 */
record TableRow(List<Cell> cells, float height, @Nullable TableRow head, boolean followed) implements Item {

	private static final float BORDER = 0.2f;

	/** Left and right of the text. */
	static final float PADDING = 1.6f;

	/** Above and below the text. */
	static final float LEADING = 1.8f;

	/** Between table and text, where it ends. */
	private static final float BELOW = 4;

	/**
	 * A cell.
	 *
	 * @param x from the left edge of the type area
	 * @param part of the document that it is; null for none
	 */
	record Cell(List<Line> lines, float x, float width, boolean centred, Structure.@Nullable Part part) {

		private Cell again() {
			return new Cell(this.lines, this.x, this.width, this.centred, null);
		}

		float height() {
			return (float) this.lines.stream().mapToDouble((line) -> line.height() + LEADING).sum() + LEADING;
		}

		private void draw(Canvas canvas, float top, float height) throws IOException {
			float left = Measures.LEFT + this.x;
			canvas.frame(left, top, this.width, height, BORDER, Ink.BLACK);
			canvas.within(this.part);
			float y = top + (height - height()) / 2 + LEADING;
			for (Line line : this.lines) {
				float inset = this.centred ? (this.width - line.length()) / 2 : PADDING;
				canvas.text(line, left + inset, y, Ink.BLACK);
				y += line.height() + LEADING;
			}
		}

	}

	@Override
	public float advance() {
		return this.followed ? this.height : this.height + BELOW;
	}

	@Override
	public @Nullable Item repeated() {
		return this.head == null ? null : new TableRow(this.head.cells().stream().map(Cell::again).toList(),
				this.head.height(), null, this.head.followed());
	}

	@Override
	public void draw(Pages pages, float top) throws IOException {
		for (Cell cell : this.cells) {
			cell.draw(pages.canvas(), top, this.height);
		}
	}

}
