package cn.ecopark.web.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

import cn.ecopark.shared.SortedBy;

/**
 * What can be done with a list as it is narrowed: it can be sorted otherwise, and taken
 * out as a spreadsheet.
 *
 * @param by the word for what it is sorted by; empty where it has one order only
 * @param sorts where each heading leads: to the list sorted by it, or the other way round
 * where it is already
 * @param orders the same as choices of a select, for screens without headings
 * @param export where the list is taken out: {@code POST}
 */
public record ListTools(String by, boolean descending, Map<String, String> sorts, List<Choice> orders, String export) {

	/**
	 * @param address of the list, narrowed as it is, without its order
	 * @param label says what a list can be sorted by
	 */
	public static <E extends Enum<E>> ListTools of(UriComponentsBuilder address, SortedBy<E> sort,
			Function<E, String> label) {
		Map<String, String> sorts = new LinkedHashMap<>();
		List<Choice> orders = new ArrayList<>();
		for (E by : sort.by().getDeclaringClass().getEnumConstants()) {
			boolean present = by == sort.by();
			sorts.put(SortedBy.word(by),
					Paging.text(sorted(address, new SortedBy<>(by, present && !sort.descending()))));
			for (SortedBy<E> one : List.of(SortedBy.ascending(by), SortedBy.descending(by))) {
				orders
					.add(new Choice(one.text(), label.apply(by) + (one.descending() ? " ↓" : " ↑"), one.equals(sort)));
			}
		}
		return new ListTools(SortedBy.word(sort.by()), sort.descending(), sorts, orders, export(sorted(address, sort)));
	}

	/**
	 * @param address of a list that has one order only
	 */
	public static ListTools of(UriComponentsBuilder address) {
		return new ListTools("", false, Map.of(), List.of(), export(address));
	}

	/**
	 * @return the address of the list in that order
	 */
	public static UriComponentsBuilder sorted(UriComponentsBuilder address, SortedBy<?> sort) {
		return address.cloneBuilder().queryParam("sort", sort.text());
	}

	/**
	 * @return which way the list is sorted by that; null where it is sorted by something
	 * else
	 */
	public @Nullable String way(String heading) {
		return !heading.equals(this.by) ? null : this.descending ? "descending" : "ascending";
	}

	private static String export(UriComponentsBuilder address) {
		return Paging.text(address.cloneBuilder().path("/export"));
	}

}
