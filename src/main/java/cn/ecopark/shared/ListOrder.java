package cn.ecopark.shared;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The order of a list in the database, and where in it a page begins: at the row whose id
 * the cursor names.
 *
 * @param table with its alias, if it has one, as in {@code eco_case c}
 * @param id the column that holds the key of the cursor, unique
 * @param by expressions of a row by which it is sorted before its id; none may be null
 */
public record ListOrder(String table, String id, List<String> by, boolean descending) {

	public ListOrder {
		by = List.copyOf(by);
	}

	/**
	 * @return the condition that a row lies beyond the key of the cursor, which is its
	 * parameter {@code :key}
	 */
	public String beyond(Cursor<?> cursor) {
		if (cursor.key() == null) {
			return "TRUE";
		}
		return "(" + each(UnaryOperator.identity()) + ") " + (isDownwards(cursor) ? "<" : ">") + " ("
				+ each((one) -> "(SELECT " + one + " FROM " + this.table + " WHERE " + this.id + " = :key)") + ")";
	}

	/**
	 * @return what follows {@code ORDER BY}; backwards, the row nearest to the cursor
	 * comes first
	 */
	public String towards(Cursor<?> cursor) {
		return each((one) -> isDownwards(cursor) ? one + " DESC" : one);
	}

	private boolean isDownwards(Cursor<?> cursor) {
		return this.descending != cursor.backwards();
	}

	private String each(UnaryOperator<String> written) {
		return Stream.concat(this.by.stream(), Stream.of(this.id)).map(written).collect(Collectors.joining(", "));
	}

}
