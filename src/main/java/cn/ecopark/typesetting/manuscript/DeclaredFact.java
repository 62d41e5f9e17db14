package cn.ecopark.typesetting.manuscript;

import java.util.List;

/**
 * What a kind of document has to be told.
 *
 * @param name as commands call it
 * @param label as templates and administrators call it
 * @param columns of a table, in order; empty for the other types
 * @param optional whether it may be left out
 * @param example shown in the preview; one line per item of a list, one line per row of a
 * table with its cells parted by {@code |}
 */
public record DeclaredFact(String name, String label, Type type, List<Column> columns, boolean optional,
		String example) {

	/** What kind of value a fact has. */
	public enum Type {

		/** Words, of one or several lines. */
		TEXT,
		/** A day. */
		DATE,
		/** Several names or sentences. */
		LIST,
		/** Rows with named cells. */
		TABLE

	}

	/** A cell of each row. */
	public record Column(String name, String label) {

		boolean isCalled(String word) {
			return this.name.equals(word) || this.label.equals(word);
		}

	}

	/**
	 * @return whether a template means this fact by that word
	 */
	public boolean isCalled(String word) {
		return this.name.equals(word) || this.label.equals(word);
	}

	/**
	 * @return whether a template means a cell of this table by that word
	 */
	public boolean hasColumn(String word) {
		return this.columns.stream().anyMatch((column) -> column.isCalled(word));
	}

	/**
	 * @return name of the column, the word itself where there is none
	 */
	public String columnName(String word) {
		return this.columns.stream()
			.filter((column) -> column.isCalled(word))
			.map(Column::name)
			.findFirst()
			.orElse(word);
	}

}
