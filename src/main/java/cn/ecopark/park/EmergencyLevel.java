package cn.ecopark.park;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import cn.ecopark.rulepack.Words;
import cn.ecopark.shared.CsvRows;

/**
 * 突发环境事件分级: how grave an emergency is; reference data by the day on which it is reported.
 *
 * @param to first day on which it holds no more; null where it still holds
 * @param source where it is laid down
 * @param confirmed whether that was compared with the official text
 */
public record EmergencyLevel(String code, LocalDate from, @Nullable LocalDate to, Words name, String source,
		boolean confirmed) {

	private static final List<EmergencyLevel> ALL = CsvRows.read("reference/emergency-levels.csv")
		.stream()
		.map(EmergencyLevel::of)
		.toList();

	/**
	 * @return those of that day, from the least grave on
	 */
	public static List<EmergencyLevel> on(LocalDate day) {
		return ALL.stream()
			.filter(level -> !day.isBefore(level.from) && (level.to == null || day.isBefore(level.to)))
			.toList();
	}

	/**
	 * @return the first day on which there were levels, and so reports
	 */
	public static LocalDate first() {
		return ALL.stream().map(EmergencyLevel::from).min(Comparator.naturalOrder()).orElseThrow();
	}

	/**
	 * @return the words of a level on record, whether it still holds or not
	 */
	public static String name(String code, Locale locale) {
		return ALL.stream()
			.filter(level -> level.code.equals(code))
			.findFirst()
			.map(level -> level.name.in(locale))
			.orElse(code);
	}

	private static EmergencyLevel of(Map<String, String> row) {
		String to = CsvRows.text(row, "valid_to");
		return new EmergencyLevel(CsvRows.text(row, "code"), LocalDate.parse(CsvRows.text(row, "valid_from")),
				to.isEmpty() ? null : LocalDate.parse(to),
				new Words(CsvRows.text(row, "name_zh"), CsvRows.text(row, "name_en")), CsvRows.text(row, "source"),
				Boolean.parseBoolean(CsvRows.text(row, "confirmed")));
	}

}
