package cn.ecopark.expert;

import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseParties;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.organisation.Expert;
import cn.ecopark.organisation.People;
import cn.ecopark.organisation.Units;

/** 回避: who must not sit on the panel of a case. */
@Component
class Recusal {

	private final Units units;

	private final People people;

	private final CaseParties parties;

	Recusal(Units units, People people, CaseParties parties) {
		this.units = units;
		this.people = people;
		this.parties = parties;
	}

	/** Why an expert is refused. */
	enum Ground {

		/** Works for the park that applies. */
		WORKS_FOR_THE_PARK,
		/** Works for the technical unit that prepares the review. */
		WORKS_FOR_THE_TECHNICAL_UNIT

	}

	Optional<Ground> against(Expert expert, EcoCase ecoCase) {
		return expertMustNotWorkForThePark(expert, ecoCase)
			.or(() -> expertMustNotWorkForTheTechnicalUnit(expert, ecoCase));
	}

	private Optional<Ground> expertMustNotWorkForThePark(Expert expert, EcoCase ecoCase) {
		boolean works = isEmployedBy(expert, ecoCase.park().name()) || worksFor(expert, ecoCase.park().unitId());
		return works ? Optional.of(Ground.WORKS_FOR_THE_PARK) : Optional.empty();
	}

	private Optional<Ground> expertMustNotWorkForTheTechnicalUnit(Expert expert, EcoCase ecoCase) {
		return this.parties.unitInRole(ecoCase.id(), "TECHNICAL_UNIT")
			.filter(unit -> worksFor(expert, unit))
			.map(unit -> Ground.WORKS_FOR_THE_TECHNICAL_UNIT);
	}

	/**
	 * By membership, or by any name the unit has ever borne: institutes of it count as
	 * well.
	 */
	private boolean worksFor(Expert expert, String unitId) {
		boolean named = this.units.find(unitId)
			.stream()
			.flatMap(unit -> unit.names().stream())
			.flatMap(name -> Stream.of(name.name(), name.shortName()))
			.anyMatch(name -> isEmployedBy(expert, name));
		return named || this.people.find(expert.personId())
			.stream()
			.flatMap(person -> person.memberships().stream())
			.anyMatch(membership -> membership.unitId().equals(unitId));
	}

	private static boolean isEmployedBy(Expert expert, String unitName) {
		return expert.employer().strip().startsWith(unitName);
	}

}
