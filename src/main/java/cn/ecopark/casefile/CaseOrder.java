package cn.ecopark.casefile;

import java.util.List;

import cn.ecopark.shared.ListOrder;
import cn.ecopark.shared.SortedBy;

/** By what the list of cases can be sorted. */
public enum CaseOrder {

	/** By when they were opened. */
	OPENED("c.opened_at"),
	/** By case number; those without one come first. */
	NUMBER("coalesce(c.case_number, '') COLLATE chinese"),
	/** As officials list parks: by the code of the province, within it by pinyin. */
	PARK("c.province_code", "c.park_name COLLATE chinese", "c.opened_at"),
	/**
	 * Drafts, then those under way by where they are, then those closed by their result.
	 */
	STATUS("array_position(ARRAY['DRAFT', 'OPEN', 'CLOSED'], c.status)", "coalesce(c.result, c.stage, '')",
			"c.opened_at");

	/** The newest first. */
	public static final SortedBy<CaseOrder> USUAL = SortedBy.descending(OPENED);

	private final List<String> columns;

	CaseOrder(String... columns) {
		this.columns = List.of(columns);
	}

	static ListOrder of(SortedBy<CaseOrder> sort) {
		return new ListOrder("eco_case c", "c.id", sort.by().columns, sort.descending());
	}

}
