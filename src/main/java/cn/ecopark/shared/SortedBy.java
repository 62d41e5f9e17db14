package cn.ecopark.shared;

import java.util.Locale;

/**
 * By what a reader wants a list sorted.
 *
 * @param by one of what that list can be sorted by
 * @param descending whether the last comes first
 */
public record SortedBy<E extends Enum<E>>(E by, boolean descending) {

	private static final String DESCENDING = "-";

	public static <E extends Enum<E>> SortedBy<E> ascending(E by) {
		return new SortedBy<>(by, false);
	}

	public static <E extends Enum<E>> SortedBy<E> descending(E by) {
		return new SortedBy<>(by, true);
	}

	/**
	 * @param typed as it stands in an address
	 * @param usual holds where nothing is typed, or nothing by which that list is sorted
	 */
	public static <E extends Enum<E>> SortedBy<E> of(String typed, SortedBy<E> usual) {
		boolean descending = typed.startsWith(DESCENDING);
		String name = descending ? typed.substring(1) : typed;
		for (E by : usual.by.getDeclaringClass().getEnumConstants()) {
			if (word(by).equals(name)) {
				return new SortedBy<>(by, descending);
			}
		}
		return usual;
	}

	/**
	 * @return as it stands in an address
	 */
	public String text() {
		return (this.descending ? DESCENDING : "") + word(this.by);
	}

	/**
	 * @return the word for it in addresses and in keys of messages
	 */
	public static String word(Enum<?> by) {
		return by.name().toLowerCase(Locale.ROOT);
	}

}
