package cn.ecopark.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.EcoCase.ParkOfCase;
import cn.ecopark.organisation.Unit;
import cn.ecopark.organisation.UnitKind;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.organisation.Units;
import cn.ecopark.reference.ReferenceData;
import cn.ecopark.rulepack.KindOfCase;
import cn.ecopark.rulepack.Role;
import cn.ecopark.rulepack.RulePack;

/** Who takes part in a case from its beginning, by its rule pack. */
@Component
class FirstParties {

	private final CaseParties parties;

	private final Units units;

	private final ReferenceData reference;

	FirstParties(CaseParties parties, Units units, ReferenceData reference) {
		this.parties = parties;
		this.units = units;
		this.reference = reference;
	}

	/**
	 * @param level of the units that hold it
	 * @return whether the unit in that role is known as soon as the park and the kind of
	 * case are
	 */
	static boolean isFound(Role role, UnitLevel level) {
		return role.resolve() == Role.Resolve.PARTY && switch (level) {
			case PARK, PROVINCE, CITY, TECHNICAL_UNIT -> true;
			case MINISTRY, OFFICE, EXPERT_POOL, ADMINISTRATION -> false;
		};
	}

	/**
	 * @return the role of a department that the park's province or city has not; empty
	 * where all are found
	 */
	Optional<Role> lacking(KindOfCase kind, RulePack pack, ParkOfCase park, LocalDate day) {
		return kind.parties()
			.stream()
			.map(pack::role)
			.filter(role -> this.units.kind(String.valueOf(role.unitKind()))
				.filter(held -> held.level().isOfAnArea())
				.filter(held -> department(held, park, day).isEmpty())
				.isPresent())
			.findFirst();
	}

	void join(EcoCase opened, KindOfCase kind, RulePack pack, Instant at) {
		for (String role : kind.parties()) {
			this.units.kind(String.valueOf(pack.role(role).unitKind()))
				.flatMap(held -> unit(held, opened, at))
				.ifPresent(unit -> this.parties.addUnit(opened.id(), role, unit, at));
		}
	}

	private Optional<String> unit(UnitKind kind, EcoCase opened, Instant at) {
		return switch (kind.level()) {
			case PARK -> Optional.of(opened.park().unitId());
			case TECHNICAL_UNIT -> this.reference.technicalUnitOn(opened.release().pack(), opened.kind(),
					LocalDate.ofInstant(at, CaseTime.ZONE));
			default -> department(kind, opened.park(), LocalDate.ofInstant(at, CaseTime.ZONE));
		};
	}

	private Optional<String> department(UnitKind kind, ParkOfCase park, LocalDate day) {
		return park.areaAt(kind.level()).flatMap(area -> this.units.inChargeIn(kind, area, day)).map(Unit::id);
	}

}
