package cn.ecopark.worklist;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CaseParties;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Rectifications;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.law.UnitChangeRules;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.Membership;
import cn.ecopark.organisation.People;
import cn.ecopark.organisation.Unit;
import cn.ecopark.organisation.Units;
import cn.ecopark.rulepack.Role;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;

/** Which units may be changed in a case, and which others may take their place. */
@Component
class UnitsThatMayTakeOver {

	private final CaseParties parties;

	private final Units units;

	private final People people;

	private final RulePacks packs;

	private final Rectifications rectifications;

	private final StepsToCome steps;

	private final ObjectProvider<UnitConflicts> conflicts;

	private final CaseTime time;

	UnitsThatMayTakeOver(CaseParties parties, Units units, People people, RulePacks packs,
			Rectifications rectifications, StepsToCome steps, ObjectProvider<UnitConflicts> conflicts, CaseTime time) {
		this.parties = parties;
		this.units = units;
		this.people = people;
		this.packs = packs;
		this.rectifications = rectifications;
		this.steps = steps;
		this.conflicts = conflicts;
		this.time = time;
	}

	/** A unit among the parties of a case. */
	record Exchangeable(Role role, String unitId) {
	}

	/**
	 * @return units of the case that are named by choice and not by law or territory, in
	 * the order of their roles
	 */
	List<Exchangeable> of(EcoCase ecoCase) {
		RulePack pack = this.packs.get(ecoCase.release());
		return this.parties.of(ecoCase.id())
			.stream()
			.filter(party -> party.unitId() != null && pack.roles().containsKey(party.role())
					&& pack.role(party.role()).exchangeable())
			.map(party -> new Exchangeable(pack.role(party.role()), String.valueOf(party.unitId())))
			.sorted(Comparator.comparing(one -> one.role().code()))
			.toList();
	}

	/**
	 * @return other units of its kind
	 */
	List<Unit> others(String unitId) {
		return this.units.presentOf(this.units.get(unitId).kind(), this.time.today())
			.stream()
			.filter(unit -> !unit.id().equals(unitId))
			.toList();
	}

	/**
	 * @throws LegalRefusal when no step of it can come any more
	 */
	void requireUnfinished(EcoCase ecoCase, Role role, String unitId) {
		UnitChangeRules.unitIsChangedOnlyWhileItHasSomethingToDo(role.label(), name(unitId),
				this.steps.mayCome(ecoCase, roles(ecoCase, role, unitId)));
	}

	boolean isUnfinished(EcoCase ecoCase, Role role, String unitId) {
		return LegalRefusal.of(() -> requireUnfinished(ecoCase, role, unitId)).isEmpty();
	}

	/**
	 * @throws LegalRefusal when nobody in it could act, or it is that of an expert
	 */
	void require(EcoCase ecoCase, String unitId) {
		String name = name(unitId);
		UnitChangeRules.unitHasSomebodyWhoActs(name,
				(int) this.people.membersOf(unitId)
					.stream()
					.filter(person -> person.memberships().stream().anyMatch(one -> actsIn(unitId, one)))
					.count());
		UnitChangeRules.unitIsNotThatOfAnExpert(name,
				this.conflicts.stream().flatMap(module -> module.against(ecoCase, unitId).stream()).toList());
	}

	/** A rectification that it has ordered is its own to look at. */
	private Set<String> roles(EcoCase ecoCase, Role role, String unitId) {
		Stream<String> orderer = this.rectifications.latest(ecoCase.id())
			.filter(order -> unitId.equals(order.orderer()))
			.stream()
			.flatMap(order -> this.packs.get(ecoCase.release()).roles().values().stream())
			.filter(one -> one.resolve() == Role.Resolve.ORDERER)
			.map(Role::code);
		return Stream.concat(Stream.of(role.code()), orderer).collect(Collectors.toSet());
	}

	private static boolean actsIn(String unitId, Membership membership) {
		return membership.unitId().equals(unitId)
				&& (membership.role() == MemberRole.STAFF || membership.role() == MemberRole.SUPERVISOR);
	}

	private String name(String unitId) {
		return this.units.nameOn(unitId, this.time.today());
	}

}
