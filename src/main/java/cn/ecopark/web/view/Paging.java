package cn.ecopark.web.view;

import org.jspecify.annotations.Nullable;

/**
 * Keyset paging: links, never page numbers.
 *
 * @param previous address of the page before, null on the first
 * @param next address of the page after, null on the last
 */
public record Paging(@Nullable String previous, @Nullable String next) {

	public static Paging none() {
		return new Paging(null, null);
	}

	public boolean needed() {
		return this.previous != null || this.next != null;
	}

}
