package cn.ecopark.park;

import java.util.List;

import cn.ecopark.shared.ListOrder;
import cn.ecopark.shared.SortedBy;

/** By what the register of parks can be sorted. */
public enum ParkOrder {

	/** As officials list parks: by the code of the province, within it by pinyin. */
	PLACE(Columns.PROVINCE, Columns.NAME),
	/** By pinyin. */
	NAME(Columns.NAME),
	/** By status. */
	STATUS("park.life_status", Columns.PROVINCE, Columns.NAME),
	/**
	 * By the day of naming, as far as it is known; those never named come before all
	 * others.
	 */
	NAMED("coalesce(park.named_on, '')", Columns.PROVINCE, Columns.NAME),
	/** By when the recheck falls due; those without one come after all others. */
	RECHECK("coalesce(park.recheck_due_on, 'infinity')", Columns.PROVINCE, Columns.NAME);

	/** The order in which parks are shown where nobody wants another. */
	public static final SortedBy<ParkOrder> USUAL = SortedBy.ascending(PLACE);

	private final List<String> columns;

	ParkOrder(String... columns) {
		this.columns = List.of(columns);
	}

	static ListOrder of(SortedBy<ParkOrder> sort) {
		return new ListOrder("park", "park.id", sort.by().columns, sort.descending());
	}

	private static final class Columns {

		static final String PROVINCE = "park.province_code";

		static final String NAME = "park.name COLLATE chinese";

	}

}
