package cn.ecopark.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import cn.ecopark.rulepack.Words;
import cn.ecopark.shared.CsvRows;

/**
 * 中止事由: for what cases stand still; reference data by the day of the act.
 *
 * @param to first day on which it holds no more; null where it still holds
 * @param source where it is laid down
 * @param confirmed whether that was compared with the official text
 */
public record SuspensionGround(String code, LocalDate from, @Nullable LocalDate to, Words name, String source,
		boolean confirmed) {

	private static final List<SuspensionGround> ALL = CsvRows.read("reference/suspension-grounds.csv")
		.stream()
		.map(SuspensionGround::of)
		.toList();

	/**
	 * @return those of that day
	 */
	public static List<SuspensionGround> on(LocalDate day) {
		return ALL.stream()
			.filter(ground -> !day.isBefore(ground.from) && (ground.to == null || day.isBefore(ground.to)))
			.toList();
	}

	public String in(Locale locale) {
		return this.name.in(locale);
	}

	private static SuspensionGround of(Map<String, String> row) {
		String to = CsvRows.text(row, "valid_to");
		return new SuspensionGround(CsvRows.text(row, "code"), LocalDate.parse(CsvRows.text(row, "valid_from")),
				to.isEmpty() ? null : LocalDate.parse(to),
				new Words(CsvRows.text(row, "name_zh"), CsvRows.text(row, "name_en")), CsvRows.text(row, "source"),
				Boolean.parseBoolean(CsvRows.text(row, "confirmed")));
	}

}
