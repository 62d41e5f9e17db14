package cn.ecopark.organisation;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A name that a unit has borne for some time.
 *
 * @param validFrom the first day, null: as far back as the system looks
 * @param validTo the first day on which it is no longer valid, null: still valid
 * @param source where the name and its dates were read
 * @param confirmed false where they are to be checked against the official text
 */
public record UnitName(String name, String shortName, @Nullable LocalDate validFrom, @Nullable LocalDate validTo,
		String source, boolean confirmed) {

	boolean isValidOn(LocalDate date) {
		return (this.validFrom == null || !date.isBefore(this.validFrom))
				&& (this.validTo == null || date.isBefore(this.validTo));
	}

}
