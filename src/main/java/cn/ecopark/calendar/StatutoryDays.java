package cn.ecopark.calendar;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import cn.ecopark.shared.CsvRows;

/**
 * The days that are off by law before the State Council has arranged the year:
 * 全国年节及纪念日放假办法, article 2, as of 2025-01-01. Those of the lunar calendar and 清明 are
 * computed and to be checked against the almanac. Which working days make up for holidays
 * on a weekend, nobody knows before the arrangement; therefore dates in such a year stay
 * provisional.
 */
final class StatutoryDays {

	private static final String FILE = "reference/statutory-days.csv";

	private StatutoryDays() {
	}

	/**
	 * @return the name of the holiday on each of them
	 */
	static Map<LocalDate, String> read() {
		Map<LocalDate, String> days = new HashMap<>();
		CsvRows.read(FILE)
			.forEach((row) -> days.put(LocalDate.parse(CsvRows.text(row, "date")), CsvRows.text(row, "name_zh")));
		return Map.copyOf(days);
	}

}
