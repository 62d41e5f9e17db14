package cn.ecopark.park;

import org.jspecify.annotations.Nullable;

import cn.ecopark.shared.Cursor;

/**
 * What is looked for in the register; null or empty means any.
 *
 * @param name a part of the name
 * @param scope the part of the register that is searched
 * @param cursor the id of the park after which or before which the page stands
 * @param size how many to show
 */
public record ParkSearch(@Nullable String name, @Nullable String provinceCode, @Nullable ParkKind kind,
		@Nullable LifeStatus lifeStatus, ParkScope scope, Cursor<Long> cursor, int size) {

	private static final int LARGEST_PAGE = 200;

	public ParkSearch {
		if (size < 1 || size > LARGEST_PAGE) {
			throw new IllegalArgumentException("A page holds 1 to " + LARGEST_PAGE + " parks");
		}
	}

	/** Every park, page by page. */
	public static ParkSearch all(int size) {
		return new ParkSearch(null, null, null, null, ParkScope.ALL, Cursor.start(), size);
	}

}
