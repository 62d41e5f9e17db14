package cn.ecopark.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code docs/who-sees-what.md}, as a test reads it. */
final class VisibilityTable {

	private static final Path FILE = Path.of("docs/who-sees-what.md");

	/** By what was entered and from when on the row holds: whether a reader sees it. */
	private final Map<String, Map<String, Boolean>> rows = new LinkedHashMap<>();

	private VisibilityTable() {
	}

	static VisibilityTable read() {
		VisibilityTable table = new VisibilityTable();
		List<String> head = new ArrayList<>();
		for (String line : lines()) {
			if (line.startsWith("|") && !line.startsWith("|---")) {
				List<String> cells = List.of(line.substring(1).split("\\|")).stream().map(String::strip).toList();
				if (head.isEmpty()) {
					head.addAll(cells);
				}
				else {
					table.add(head, cells);
				}
			}
		}
		return table;
	}

	private static List<String> lines() {
		try {
			return Files.readAllLines(FILE);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private void add(List<String> head, List<String> cells) {
		Map<String, Boolean> row = new LinkedHashMap<>();
		for (int cell = 2; cell < head.size(); cell++) {
			row.put(head.get(cell), switch (cells.get(cell)) {
				case "yes" -> true;
				case "no" -> false;
				default -> throw new IllegalArgumentException(String.join("|", cells));
			});
		}
		this.rows.put(key(cells.get(0).split(":")[0], cells.get(1)), row);
	}

	/**
	 * @param matter what was entered, as its row begins
	 * @param moment the last one of its rows that has come
	 */
	boolean sees(String reader, String matter, String moment) {
		Map<String, Boolean> row = this.rows.get(key(matter, moment));
		if (row == null || !row.containsKey(reader)) {
			throw new AssertionError(FILE + " says nothing of " + matter + ", " + moment + ", for " + reader);
		}
		return row.get(reader);
	}

	/**
	 * @return every row, as {@code matter / moment}
	 */
	List<String> all() {
		return List.copyOf(this.rows.keySet());
	}

	static String key(String matter, String moment) {
		return matter + " / " + moment;
	}

}
