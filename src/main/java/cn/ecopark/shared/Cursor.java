package cn.ecopark.shared;

import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list begins: after a key, before a key, or at the start. Lists are
 * read by key, never by page number.
 */
public record Cursor<K>(@Nullable K after, @Nullable K before) {

	private static final String ID = "[1-9]\\d{0,17}";

	private static final String WORD = "[\\w-]{1,64}";

	/** An address names a place in a list that can be none. */
	public static final class NoSuchPage extends Refusal {

		private NoSuchPage() {
			super("list.no-such-page");
		}

	}

	public static <K> Cursor<K> start() {
		return new Cursor<>(null, null);
	}

	public static <K> Cursor<K> after(K key) {
		return new Cursor<>(key, null);
	}

	public static <K> Cursor<K> before(K key) {
		return new Cursor<>(null, key);
	}

	/**
	 * @param after as it stands in the address; nothing for the start
	 * @param before as it stands in the address; where both are given, this one holds
	 * @param key reads a key, and finds none in nonsense
	 * @throws NoSuchPage when what is given is no key
	 */
	public static <K> Cursor<K> of(@Nullable String after, @Nullable String before, Function<String, Optional<K>> key) {
		if (before != null && !before.isEmpty()) {
			return before(key.apply(before).orElseThrow(NoSuchPage::new));
		}
		return after == null || after.isEmpty() ? start() : after(key.apply(after).orElseThrow(NoSuchPage::new));
	}

	/**
	 * The same for a list in the order of ids.
	 * @throws NoSuchPage when what is given is no id
	 */
	public static Cursor<Long> ofIds(@Nullable String after, @Nullable String before) {
		return of(after, before, text -> text.matches(ID) ? Optional.of(Long.valueOf(text)) : Optional.empty());
	}

	/**
	 * The same for a list whose ids are words of letters, digits and dashes.
	 * @throws NoSuchPage when what is given is no such word
	 */
	public static Cursor<String> ofWords(@Nullable String after, @Nullable String before) {
		return of(after, before, text -> text.matches(WORD) ? Optional.of(text) : Optional.empty());
	}

	/**
	 * @return whether the page that ends before the key is wanted, which is read against
	 * the order of the list
	 */
	public boolean backwards() {
		return this.before != null;
	}

	/**
	 * @return the key after which or before which the page stands; null at the start
	 */
	public @Nullable K key() {
		return this.before != null ? this.before : this.after;
	}

}
