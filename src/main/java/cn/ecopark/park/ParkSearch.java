package cn.ecopark.park;

import org.jspecify.annotations.Nullable;

import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.SearchWords;
import cn.ecopark.shared.SortedBy;

/**
 * What is looked for in the register; null or empty means any.
 *
 * @param name a part of the name
 * @param scope the part of the register that is searched
 * @param sort in what order it is shown
 * @param cursor the id of the park after which or before which the page stands
 * @param size how many to show
 */
public record ParkSearch(@Nullable String name, @Nullable String provinceCode, @Nullable ParkKind kind,
		@Nullable LifeStatus lifeStatus, ParkScope scope, SortedBy<ParkOrder> sort, Cursor<Long> cursor, int size) {

	/** Parks on a page at most. */
	public static final int LARGEST_PAGE = 200;

	public ParkSearch {
		if (size < 1 || size > LARGEST_PAGE) {
			throw new IllegalArgumentException("A page holds 1 to " + LARGEST_PAGE + " parks");
		}
	}

	/** In the usual order. */
	public ParkSearch(@Nullable String name, @Nullable String provinceCode, @Nullable ParkKind kind,
			@Nullable LifeStatus lifeStatus, ParkScope scope, Cursor<Long> cursor, int size) {
		this(name, provinceCode, kind, lifeStatus, scope, ParkOrder.USUAL, cursor, size);
	}

	/** Every park, page by page. */
	public static ParkSearch all(int size) {
		return new ParkSearch(null, null, null, null, ParkScope.ALL, Cursor.start(), size);
	}

	/** The same search, another page. */
	public ParkSearch at(Cursor<Long> place, int most) {
		return new ParkSearch(this.name, this.provinceCode, this.kind, this.lifeStatus, this.scope, this.sort, place,
				most);
	}

	SearchWords words() {
		return this.name == null ? SearchWords.NONE : new SearchWords(this.name);
	}

}
