package cn.ecopark.typesetting.manuscript;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Reads the rows of tables and sheets, {@code | cell | cell |}. */
final class Rows {

	private Rows() {
	}

	static Block sheet(List<String> lines) {
		return new Block.Sheet(lines.stream().map(Rows::cells).toList());
	}

	/**
	 * @param widths for instance {@code 1,4,2}; empty for all alike
	 */
	static Block table(String widths, List<String> lines) {
		List<List<String>> rows = lines.stream().map(Rows::cells).toList();
		List<String> head = rows.isEmpty() ? List.of("") : rows.get(0);
		return new Block.Table(widths(widths, head.size()), head,
				rows.stream().skip(1).map((row) -> fitted(row, head.size())).toList());
	}

	private static List<String> cells(String line) {
		String inside = line.substring(1, line.endsWith("|") && line.length() > 1 ? line.length() - 1 : line.length());
		return Arrays.stream(inside.split("\\|", -1)).map((cell) -> Values.bare(cell).strip()).toList();
	}

	private static List<String> fitted(List<String> row, int size) {
		return Stream.concat(row.stream(), Collections.nCopies(size, "").stream()).limit(size).toList();
	}

	private static List<Integer> widths(String widths, int size) {
		List<Integer> given = Arrays.stream(widths.split("[,，]"))
			.filter((width) -> !width.isBlank())
			.map(Integer::valueOf)
			.filter((width) -> width > 0)
			.toList();
		return Stream.concat(given.stream(), Collections.nCopies(size, 1).stream()).limit(size).toList();
	}

}
