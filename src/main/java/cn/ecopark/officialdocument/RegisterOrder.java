package cn.ecopark.officialdocument;

import java.util.List;

import cn.ecopark.shared.ListOrder;
import cn.ecopark.shared.SortedBy;

/** By what the register of documents can be sorted. */
public enum RegisterOrder {

	/** By the day of issue. */
	ISSUED("p.issued_on", "p.issued_at"),
	/** By 发文字号, that is by series, year and number; those without one come first. */
	NUMBER("coalesce(p.number, '') COLLATE chinese", "p.issued_at"),
	/** By pinyin of the title. */
	TITLE("p.title COLLATE chinese", "p.issued_at"),
	/** Those that hold, then those superseded, then those void. */
	STATE("p.state", "p.issued_on", "p.issued_at");

	/** The newest first. */
	public static final SortedBy<RegisterOrder> USUAL = SortedBy.descending(ISSUED);

	private final List<String> columns;

	RegisterOrder(String... columns) {
		this.columns = List.of(columns);
	}

	static ListOrder of(SortedBy<RegisterOrder> sort) {
		return new ListOrder("official_paper p", "p.code", sort.by().columns, sort.descending());
	}

}
