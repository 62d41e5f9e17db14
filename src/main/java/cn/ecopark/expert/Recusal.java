package cn.ecopark.expert;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseParties;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.expert.RecusalRules.Employment;
import cn.ecopark.expert.RecusalRules.Ground;
import cn.ecopark.organisation.Expert;
import cn.ecopark.organisation.Membership;
import cn.ecopark.organisation.People;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.organisation.Units;
import cn.ecopark.rulepack.RulePacks;

/** 回避: who must not sit on the panel of a case. */
@Component
class Recusal {

	private final Units units;

	private final People people;

	private final CaseParties parties;

	private final RulePacks packs;

	Recusal(Units units, People people, CaseParties parties, RulePacks packs) {
		this.packs = packs;
		this.units = units;
		this.people = people;
		this.parties = parties;
	}

	Optional<Ground> against(Expert expert, EcoCase ecoCase) {
		return RecusalRules.against(employment(expert), party(ecoCase.park().unitId(), ecoCase.park().name()),
				this.packs.get(ecoCase.release())
					.roles()
					.values()
					.stream()
					.filter(role -> this.units.isAt(UnitLevel.TECHNICAL_UNIT, role.unitKind()))
					.flatMap(role -> this.parties.unitInRole(ecoCase.id(), role.code()).stream())
					.findFirst()
					.map(unit -> party(unit)));
	}

	boolean worksFor(Expert expert, String unitId) {
		return RecusalRules.worksFor(employment(expert), party(unitId));
	}

	private Employment employment(Expert expert) {
		Set<String> units = this.people.find(expert.personId())
			.stream()
			.flatMap(person -> person.memberships().stream())
			.map(Membership::unitId)
			.collect(Collectors.toSet());
		return new Employment(expert.employer(), units);
	}

	/**
	 * @param otherNames what it is called besides
	 */
	private RecusalRules.Party party(String unitId, String... otherNames) {
		Stream<String> ever = this.units.find(unitId)
			.stream()
			.flatMap(unit -> unit.names().stream())
			.flatMap(name -> Stream.of(name.name(), name.shortName()));
		return new RecusalRules.Party(unitId, Stream.concat(Stream.of(otherNames), ever).toList());
	}

}
