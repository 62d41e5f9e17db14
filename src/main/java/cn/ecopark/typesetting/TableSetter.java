package cn.ecopark.typesetting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import cn.ecopark.typesetting.manuscript.Block.Table;

/**
 * Sets tables: cells wrap, the head is repeated on each page, a row that no page can hold
 * goes on in further rows.
 */
final class TableSetter {

	/** Of one row, so that head and row always fit on a page. */
	private static final int MOST_LINES = 24;

	/** Characters of a cell that counts as short. */
	private static final int SHORT = 8;

	private final Flow flow;

	private final Shaper shaper;

	TableSetter(Flow flow, Shaper shaper) {
		this.flow = flow;
		this.shaper = shaper;
	}

	void add(Table table) {
		List<Float> widths = widths(table.widths());
		List<List<List<Line>>> rows = new ArrayList<>();
		table.rows().forEach((row) -> rows.addAll(chunks(lines(row, widths, Style.CELL))));
		Structure.Part whole = this.flow.begin(Structure.Role.TABLE);
		TableRow head = row(lines(table.head(), widths, Style.CELL_HEAD), widths, allCentred(widths), null, true,
				whole);
		this.flow.addTied(head);
		List<Boolean> centred = centred(rows, widths.size());
		for (int at = 0; at < rows.size(); at++) {
			this.flow.add(row(rows.get(at), widths, centred, head, at + 1 < rows.size(), whole));
		}
	}

	private static List<Float> widths(List<Integer> parts) {
		int all = parts.stream().mapToInt(Integer::intValue).sum();
		return parts.stream().map((part) -> Measures.WIDTH * part / all).toList();
	}

	private List<List<Line>> lines(List<String> cells, List<Float> widths, Style style) {
		List<List<Line>> lines = new ArrayList<>();
		for (int at = 0; at < cells.size(); at++) {
			lines.add(CellLines.of(cells.get(at), widths.get(at), style, this.shaper));
		}
		return lines;
	}

	/** Cuts a row whose cells have too many lines. */
	private static List<List<List<Line>>> chunks(List<List<Line>> row) {
		int most = row.stream().mapToInt(List::size).max().orElse(0);
		List<List<List<Line>>> chunks = new ArrayList<>();
		for (int from = 0; from == 0 || from < most; from += MOST_LINES) {
			int start = from;
			chunks.add(row.stream()
				.map((cell) -> cell.subList(Math.min(start, cell.size()), Math.min(start + MOST_LINES, cell.size())))
				.toList());
		}
		return chunks;
	}

	private static List<Boolean> allCentred(List<Float> widths) {
		return widths.stream().map((width) -> true).toList();
	}

	/** A column stands in the middle when all its cells are short. */
	private static List<Boolean> centred(List<List<List<Line>>> rows, int columns) {
		return IntStream.range(0, columns)
			.mapToObj((column) -> rows.stream().map((row) -> row.get(column)).allMatch(TableSetter::isShort))
			.toList();
	}

	private static boolean isShort(List<Line> cell) {
		return cell.isEmpty() || cell.size() == 1 && cell.get(0).pieces().size() <= SHORT;
	}

	private TableRow row(List<List<Line>> lines, List<Float> widths, List<Boolean> centred, @Nullable TableRow head,
			boolean followed, Structure.@Nullable Part table) {
		Structure.Part row = this.flow.begin(table, Structure.Role.ROW);
		List<TableRow.Cell> cells = new ArrayList<>();
		float x = 0;
		for (int at = 0; at < lines.size(); at++) {
			cells.add(new TableRow.Cell(lines.get(at), x, widths.get(at), centred.get(at), cell(row, head == null)));
			x += widths.get(at);
		}
		float height = (float) cells.stream().mapToDouble(TableRow.Cell::height).max().orElse(0);
		return new TableRow(cells, height, head, followed);
	}

	private Structure.@Nullable Part cell(Structure.@Nullable Part row, boolean head) {
		Structure.Part cell = this.flow.begin(row, head ? Structure.Role.HEAD : Structure.Role.CELL);
		return cell == null || !head ? cell : cell.headOf("Column");
	}

}
