package cn.ecopark.worklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import cn.ecopark.law.LegalRefusal;
import cn.ecopark.law.SignOffRules;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.People;

/** Who of a unit may put his hand to what is proposed there. */
@Component
public class Signatories {

	private final People people;

	Signatories(People people) {
		this.people = people;
	}

	/**
	 * @throws LegalRefusal when nobody else could sign then
	 */
	void requireMayPropose(WorkItem item, Actor actor) {
		String step = item.task().name();
		Map<Long, Boolean> members = members(actor.unitId());
		SignOffRules.onlyTheUnitSigns(step, actor.personId(), actor.unitId().equals(item.holder().unitId()), members);
		SignOffRules.somebodyIsLeftToSign(step, item.description().signatures(), List.of(actor.personId()), members);
	}

	/**
	 * @throws LegalRefusal when the actor may not agree, or carry it out, where that is
	 * what comes next
	 */
	public void requireMaySign(WorkItem item, Proposal proposal, Actor actor) {
		String step = item.task().name();
		int persons = item.description().signatures();
		Map<Long, Boolean> members = members(proposal.unitId());
		requireMaySendBack(item, proposal, actor);
		if (proposal.isLastNext(persons)) {
			SignOffRules.theLastSignatureIsALeaders(step, actor.personId(), members);
		}
		else {
			List<Long> hands = new ArrayList<>(proposal.persons());
			hands.add(actor.personId());
			SignOffRules.somebodyIsLeftToSign(step, persons, hands, members);
		}
	}

	/**
	 * Any colleague sends back what is not his own.
	 * @throws LegalRefusal when the actor is none, or has put his hand to it
	 */
	public void requireMaySendBack(WorkItem item, Proposal proposal, Actor actor) {
		String step = item.task().name();
		boolean sameUnit = actor.unitId().equals(proposal.unitId()) && proposal.unitId().equals(item.holder().unitId());
		SignOffRules.onlyTheUnitSigns(step, actor.personId(), sameUnit, members(proposal.unitId()));
		SignOffRules.nobodySignsTwice(step, actor.personId(), proposal.persons());
	}

	/** Those who work in the unit today, and whether each leads it. */
	private Map<Long, Boolean> members(String unitId) {
		return this.people.membersOf(unitId)
			.stream()
			.flatMap(person -> person.memberships()
				.stream()
				.filter(membership -> membership.unitId().equals(unitId) && membership.role().worksOnCases())
				.map(membership -> Map.entry(person.id(), membership.role() == MemberRole.SUPERVISOR)))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Boolean::logicalOr));
	}

}
