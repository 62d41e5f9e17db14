package cn.ecopark.shared;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * One page of a list that is read by key.
 *
 * @param previous the page before ends before this key; null on the first page
 * @param next the page after begins after this key; null on the last page
 */
public record ListPage<T, K>(List<T> rows, @Nullable K previous, @Nullable K next) {

	public ListPage {
		rows = List.copyOf(rows);
	}

	/**
	 * @param read up to one row more than the page holds, as read from the cursor:
	 * backwards, the row nearest to it comes first
	 */
	public static <T, K> ListPage<T, K> of(List<T> read, int size, Cursor<K> cursor, Function<T, K> key) {
		boolean more = read.size() > size;
		List<T> rows = new ArrayList<>(more ? read.subList(0, size) : read);
		if (cursor.backwards()) {
			Collections.reverse(rows);
		}
		if (rows.isEmpty()) {
			return new ListPage<>(rows, null, null);
		}
		boolean hasPrevious = cursor.backwards() ? more : cursor.after() != null;
		boolean hasNext = cursor.backwards() || more;
		return new ListPage<>(rows, hasPrevious ? key.apply(rows.get(0)) : null,
				hasNext ? key.apply(rows.get(rows.size() - 1)) : null);
	}

	/**
	 * @return the same page with its rows put differently
	 */
	public <U> ListPage<U, K> map(Function<T, U> change) {
		return new ListPage<>(this.rows.stream().map(change).toList(), this.previous, this.next);
	}

}
