package cn.ecopark.organisation;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A body that takes part in procedures. Its id stays when its name changes.
 *
 * @param id for instance {@code MEE}, {@code OFFICE}, {@code 320000-ECOLOGY},
 * {@code PARK-12}
 * @param areaCode GB/T 2260 code of the area it belongs to: of a city for departments of
 * one, otherwise of a province; null for national ones
 * @param names the earliest first, never empty
 */
public record Unit(String id, UnitKind kind, @Nullable String areaCode, List<UnitName> names) {

	public Unit {
		if (names.isEmpty()) {
			throw new IllegalArgumentException("The unit " + id + " has no name");
		}
		if (kind.level().isOfAnArea() && areaCode == null) {
			throw new IllegalArgumentException("The unit " + id + " is of no area");
		}
		names = List.copyOf(names);
	}

	/** What it is for the rights. */
	public UnitLevel level() {
		return this.kind.level();
	}

	/** The full name on a date; the nearest known one where none covers that date. */
	public String nameOn(LocalDate date) {
		return namedOn(date).name();
	}

	/** The short name on a date, for lists and narrow places. */
	public String shortNameOn(LocalDate date) {
		return namedOn(date).shortName();
	}

	private UnitName namedOn(LocalDate date) {
		return this.names.stream().filter((name) -> name.isValidOn(date)).findFirst().orElseGet(() -> nearestTo(date));
	}

	private UnitName nearestTo(LocalDate date) {
		return this.names.stream()
			.filter((name) -> name.validFrom() == null || !name.validFrom().isAfter(date))
			.reduce((earlier, later) -> later)
			.orElse(this.names.get(0));
	}

}
