package cn.ecopark.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import cn.ecopark.law.UnitEndRules;
import cn.ecopark.organisation.UnitEnd;
import cn.ecopark.organisation.Units;
import cn.ecopark.rulepack.RulePacks;

/**
 * Which entries by the day name units, and whether those are there as long as it says.
 */
@Component
class NamedUnits {

	private final List<DatedTable<?>> tables;

	private final Units units;

	private final RulePacks packs;

	NamedUnits(List<DatedTable<?>> tables, Units units, RulePacks packs) {
		this.packs = packs;
		this.tables = List.copyOf(tables);
		this.units = units;
	}

	/**
	 * @return the entries that name the unit on that day or later, in words
	 */
	List<String> from(String unitId, LocalDate day) {
		List<String> found = new ArrayList<>();
		for (DatedTable<?> table : this.tables) {
			for (Series series : table.thatName(unitId)) {
				addFrom(table, series, unitId, day, found);
			}
		}
		return List.copyOf(found);
	}

	private <V> void addFrom(DatedTable<V> table, Series series, String unitId, LocalDate day, List<String> found) {
		table.of(series)
			.stream()
			.filter(entry -> table.units(entry.value()).contains(unitId) && lasts(entry, day))
			.forEach(entry -> found.add(called(series) + "：" + table.told(entry.value(), entry.nearest(day))));
	}

	/** The pack, and the procedure where it is for one alone. */
	private String called(Series series) {
		Locale locale = LocaleContextHolder.getLocale();
		String process = series.process();
		return Stream.concat(this.packs.all().stream(), this.packs.waiting().stream())
			.filter(pack -> pack.id().equals(series.pack()))
			.findFirst()
			.map(pack -> pack.name().in(locale) + (process == null ? ""
					: pack.findKindOfCase(process).map(kind -> " " + kind.label().in(locale)).orElse("")))
			.orElse(series.of());
	}

	/**
	 * @throws cn.ecopark.law.LegalRefusal when the entry would name a unit that is no
	 * more
	 */
	<V> void requireThere(DatedTable<V> table, Dated<V> entry) {
		for (String unitId : table.units(entry.value())) {
			this.units.endOf(unitId)
				.map(UnitEnd::on)
				.ifPresent(end -> UnitEndRules.nobodyIsNamedAfterHisEnd(this.units.nameOn(unitId, end), end,
						lasts(entry, end)));
		}
	}

	private static boolean lasts(Dated<?> entry, LocalDate day) {
		LocalDate to = entry.to();
		return to == null || to.isAfter(day);
	}

}
