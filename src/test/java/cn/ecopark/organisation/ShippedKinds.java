package cn.ecopark.organisation;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import cn.ecopark.rulepack.Words;
import cn.ecopark.shared.CsvRows;

/** The kinds of units that come with the program, without a database. */
public final class ShippedKinds implements UnitKinds {

	private static final Map<UnitKind, Words> ALL = new LinkedHashMap<>();

	static {
		CsvRows.read("reference/unit-kinds.csv")
			.stream()
			.sorted(Comparator.comparing((row) -> UnitLevel.valueOf(CsvRows.text(row, "level"))))
			.forEach((row) -> ALL.put(
					new UnitKind(CsvRows.text(row, "code"), UnitLevel.valueOf(CsvRows.text(row, "level"))),
					new Words(CsvRows.text(row, "zh"), CsvRows.text(row, "en"))));
	}

	public static final UnitKind MINISTRY = shipped("MINISTRY");

	public static final UnitKind OFFICE = shipped("OFFICE");

	public static final UnitKind PROVINCE_ECOLOGY = shipped("PROVINCE_ECOLOGY");

	public static final UnitKind PROVINCE_COMMERCE = shipped("PROVINCE_COMMERCE");

	public static final UnitKind PROVINCE_SCIENCE = shipped("PROVINCE_SCIENCE");

	public static final UnitKind PROVINCE_INDUSTRY = shipped("PROVINCE_INDUSTRY");

	public static final UnitKind TECHNICAL_UNIT = shipped("TECHNICAL_UNIT");

	public static final UnitKind PARK = shipped("PARK");

	public static final UnitKind EXPERT_POOL = shipped("EXPERT_POOL");

	public static final UnitKind ADMINISTRATION = shipped("ADMINISTRATION");

	private static UnitKind shipped(String code) {
		return new ShippedKinds().kind(code).orElseThrow();
	}

	@Override
	public List<UnitKind> kinds() {
		return List.copyOf(ALL.keySet());
	}

	@Override
	public String label(UnitKind kind, Locale locale) {
		return Objects.requireNonNull(ALL.get(kind)).in(locale);
	}

}
