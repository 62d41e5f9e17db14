package cn.ecopark.spreadsheet;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.ListPage;

/**
 * A list that is taken out.
 *
 * @param name a word for the list, which the audit keeps
 * @param title key of the message that names the list
 * @param narrowed to what it is narrowed and how it is sorted, as it stands in the
 * address
 * @param pages reads the list as its reader may see it, up to {@link #PAGE} rows at once
 */
public record ListSheet<T, K>(String name, String title, Map<String, String> narrowed, List<SheetColumn<T>> columns,
		Function<Cursor<K>, ListPage<T, K>> pages) {

	/** Rows that are read at once. */
	public static final int PAGE = 200;

	/** Rows of a sheet at most; when there are more, its last line says so. */
	public static final int MOST = 20_000;

	public ListSheet {
		columns = List.copyOf(columns);
	}

	/**
	 * @return the same list, whose first page is read already
	 */
	ListSheet<T, K> begun() {
		ListPage<T, K> first = this.pages.apply(Cursor.start());
		return new ListSheet<>(this.name, this.title, this.narrowed, this.columns,
				(cursor) -> cursor.key() == null ? first : this.pages.apply(cursor));
	}

}
