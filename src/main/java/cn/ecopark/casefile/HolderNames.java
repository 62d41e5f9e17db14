package cn.ecopark.casefile;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.People;
import cn.ecopark.organisation.Units;

/** What those are called who have a step. */
@Component
public class HolderNames {

	private final Units units;

	private final People people;

	HolderNames(Units units, People people) {
		this.units = units;
		this.people = people;
	}

	/**
	 * @return name of the unit as it was called then, else of the person; empty for
	 * neither
	 */
	public String nameAt(@Nullable String unitId, @Nullable Long personId, Instant at) {
		return unitId != null ? this.units.nameOn(unitId, LocalDate.ofInstant(at, CaseTime.ZONE))
				: personId != null ? this.people.nameOf(personId) : "";
	}

}
