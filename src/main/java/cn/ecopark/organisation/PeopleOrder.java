package cn.ecopark.organisation;

import java.util.List;

import cn.ecopark.shared.ListOrder;
import cn.ecopark.shared.SortedBy;

/** By what the list of people can be sorted. */
public enum PeopleOrder {

	/** By pinyin. */
	NAME("person.display_name COLLATE chinese"),
	/** By the name with which they sign in. */
	USERNAME("person.sign_in_name COLLATE chinese"),
	/** Those who may sign in first. */
	STATE("NOT person.active", "person.display_name COLLATE chinese"),
	/** In the order in which they were entered. */
	ENTERED;

	/** The order in which people are shown where nobody wants another. */
	public static final SortedBy<PeopleOrder> USUAL = SortedBy.ascending(NAME);

	private final List<String> columns;

	PeopleOrder(String... columns) {
		this.columns = List.of(columns);
	}

	static ListOrder of(SortedBy<PeopleOrder> sort) {
		return new ListOrder("person", "person.id", sort.by().columns, sort.descending());
	}

}
