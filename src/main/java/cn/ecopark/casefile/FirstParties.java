package cn.ecopark.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.Unit;
import cn.ecopark.organisation.UnitKind;
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
	 * @return whether the unit in that role is known as soon as the park and the kind of
	 * case are
	 */
	static boolean isFound(Role role) {
		return role.resolve() == Role.Resolve.PARTY && switch (UnitKind.valueOf(String.valueOf(role.unitKind()))) {
			case PARK, PROVINCE_ECOLOGY, PROVINCE_COMMERCE, PROVINCE_SCIENCE, TECHNICAL_UNIT -> true;
			case MINISTRY, OFFICE, EXPERT_POOL, ADMINISTRATION -> false;
		};
	}

	/** A province without such a department has nobody in its role. */
	void join(EcoCase opened, KindOfCase kind, RulePack pack, Instant at) {
		for (String role : kind.parties()) {
			unit(UnitKind.valueOf(String.valueOf(pack.role(role).unitKind())), opened, at)
				.ifPresent(unit -> this.parties.addUnit(opened.id(), role, unit, at));
		}
	}

	private Optional<String> unit(UnitKind kind, EcoCase opened, Instant at) {
		return switch (kind) {
			case PARK -> Optional.of(opened.park().unitId());
			case TECHNICAL_UNIT -> this.reference.technicalUnitOn(opened.release().pack(), opened.kind(),
					LocalDate.ofInstant(at, CaseTime.ZONE));
			default -> this.units.byKindAndProvince(kind, opened.park().provinceCode()).map(Unit::id);
		};
	}

}
