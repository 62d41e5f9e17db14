package cn.ecopark.web.view;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

import cn.ecopark.shared.ListPage;

/**
 * Keyset paging: links, never page numbers.
 *
 * @param previous address of the page before, null on the first
 * @param next address of the page after, null on the last
 */
public record Paging(@Nullable String previous, @Nullable String next) {

	/**
	 * @param address of the list, narrowed as it is
	 * @param text the key as it stands in an address
	 */
	public static <K> Paging of(ListPage<?, K> page, UriComponentsBuilder address, Function<K, String> text) {
		return new Paging(link(page.previous(), "before", address, text), link(page.next(), "after", address, text));
	}

	private static <K> @Nullable String link(@Nullable K key, String direction, UriComponentsBuilder address,
			Function<K, String> text) {
		return key == null ? null : text(address.cloneBuilder().queryParam(direction, text.apply(key)));
	}

	/** A plus that was typed is none that stands for a space. */
	static String text(UriComponentsBuilder address) {
		return address.encode().build().toUriString().replace("+", "%2B");
	}

	public boolean needed() {
		return this.previous != null || this.next != null;
	}

}
