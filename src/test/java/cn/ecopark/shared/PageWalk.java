package cn.ecopark.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Turns the pages of a list from its first to its last, and back again. */
public final class PageWalk {

	private PageWalk() {
	}

	/**
	 * @return the rows of each page, the first page first
	 */
	public static <T, K> List<List<T>> onwards(Function<Cursor<K>, ListPage<T, K>> list) {
		List<List<T>> pages = new ArrayList<>();
		Cursor<K> cursor = Cursor.start();
		while (true) {
			ListPage<T, K> page = list.apply(cursor);
			pages.add(page.rows());
			K next = page.next();
			if (next == null) {
				return pages;
			}
			cursor = Cursor.after(next);
		}
	}

	/**
	 * @return the rows of each page from the last to the first, the first page first
	 */
	public static <T, K> List<List<T>> back(Function<Cursor<K>, ListPage<T, K>> list) {
		ListPage<T, K> page = list.apply(Cursor.start());
		for (K next = page.next(); next != null; next = page.next()) {
			page = list.apply(Cursor.after(next));
		}
		List<List<T>> pages = new ArrayList<>(List.of(page.rows()));
		for (K previous = page.previous(); previous != null; previous = page.previous()) {
			page = list.apply(Cursor.before(previous));
			pages.add(0, page.rows());
		}
		return pages;
	}

}
