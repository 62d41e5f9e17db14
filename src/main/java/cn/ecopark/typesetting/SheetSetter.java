package cn.ecopark.typesetting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import cn.ecopark.typesetting.manuscript.Block.Sheet;

/** Sets sheets: in each row labels of one width, and values that share what is left. */
final class SheetSetter {

	private static final float LABEL = 30;

	private static final float LEAST_HEIGHT = 11;

	/** Of one row, so that each fits on a page. */
	private static final int MOST_LINES = 30;

	private final Flow flow;

	private final Shaper shaper;

	private Structure.@Nullable Part table;

	private int columns;

	SheetSetter(Flow flow, Shaper shaper) {
		this.flow = flow;
		this.shaper = shaper;
	}

	void add(Sheet sheet) {
		this.table = this.flow.begin(Structure.Role.TABLE);
		this.columns = sheet.rows().stream().mapToInt((row) -> Math.max(2, row.size() / 2 * 2)).max().orElse(2);
		for (int at = 0; at < sheet.rows().size(); at++) {
			add(sheet.rows().get(at), at + 1 < sheet.rows().size());
		}
	}

	private void add(List<String> texts, boolean followed) {
		if (texts.size() == 1) {
			row(List.of(cell(texts.get(0), 0, Measures.WIDTH, true)), followed);
			return;
		}
		int pairs = texts.size() / 2;
		float value = (Measures.WIDTH - pairs * LABEL) / pairs;
		List<TableRow.Cell> cells = new ArrayList<>();
		float x = 0;
		for (int at = 0; at < 2 * pairs; at++) {
			float width = at % 2 == 0 ? LABEL : value;
			cells.add(cell(texts.get(at), x, width, at % 2 == 0));
			x += width;
		}
		row(cells, followed);
	}

	private TableRow.Cell cell(String text, float x, float width, boolean label) {
		Style style = label ? Style.CELL_HEAD : Style.CELL;
		List<Line> lines = CellLines.of(text, width, style, this.shaper);
		return new TableRow.Cell(lines, x, width, label || lines.size() <= 1 && width < Measures.WIDTH / 2, null);
	}

	private void row(List<TableRow.Cell> cells, boolean followed) {
		int most = cells.stream().mapToInt((cell) -> cell.lines().size()).max().orElse(0);
		for (int from = 0; from == 0 || from < most; from += MOST_LINES) {
			int start = from;
			Structure.Part row = this.flow.begin(this.table, Structure.Role.ROW);
			List<TableRow.Cell> part = IntStream.range(0, cells.size())
				.mapToObj((at) -> part(cells.get(at), start, told(row, cells.size(), at)))
				.toList();
			float height = (float) part.stream().mapToDouble(TableRow.Cell::height).max().orElse(0);
			boolean goesOn = followed || from + MOST_LINES < most;
			this.flow.add(new TableRow(part, Math.max(LEAST_HEIGHT, height), null, goesOn));
		}
	}

	/**
	 * Labels are heads of what stands beside them; the last value of a row takes what is
	 * left.
	 */
	private Structure.@Nullable Part told(Structure.@Nullable Part row, int cells, int at) {
		boolean head = cells == 1 || at % 2 == 0;
		Structure.Part cell = this.flow.begin(row, head ? Structure.Role.HEAD : Structure.Role.CELL);
		if (cell == null) {
			return null;
		}
		return (head ? cell.headOf("Row") : cell).across(at == cells - 1 ? this.columns - at : 1);
	}

	private static TableRow.Cell part(TableRow.Cell cell, int from, Structure.@Nullable Part part) {
		int size = cell.lines().size();
		return new TableRow.Cell(cell.lines().subList(Math.min(from, size), Math.min(from + MOST_LINES, size)),
				cell.x(), cell.width(), cell.centred(), part);
	}

}
