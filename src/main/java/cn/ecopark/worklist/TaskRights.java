package cn.ecopark.worklist;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.Cases;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.law.OwnCaseRules;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.People;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.rulepack.OutcomeKind;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.worklist.TaskRefusals.ClaimedBySomebodyElse;
import cn.ecopark.worklist.TaskRefusals.NotYourTask;
import cn.ecopark.worklist.TaskRefusals.TaskNotFound;

/** Whose task a task is. */
@Component
public class TaskRights {

	private final WorkItems items;

	private final People people;

	private final Cases cases;

	private final RulePacks packs;

	TaskRights(WorkItems items, People people, Cases cases, RulePacks packs) {
		this.items = items;
		this.people = people;
		this.cases = cases;
		this.packs = packs;
	}

	/**
	 * @return whether the task belongs to the actor, or to the actor's unit
	 */
	public boolean isOf(Actor actor, WorkItem item) {
		return HolderRules.isOf(actor, item.holder());
	}

	/**
	 * @return whether no colleague has taken the task, so that the actor may do it
	 */
	public boolean isFree(Actor actor, WorkItem item) {
		return !HolderRules.isClaimedByAnother(actor, item.holder());
	}

	/**
	 * @return the item, when it belongs to the actor or the actor's unit
	 * @throws TaskNotFound when there is none
	 * @throws NotYourTask when it is somebody else's
	 */
	public WorkItem read(Actor actor, long itemId) {
		WorkItem item = this.items.find(itemId).orElseThrow(TaskNotFound::new);
		if (!isOf(actor, item)) {
			throw new NotYourTask();
		}
		return item;
	}

	/**
	 * @throws NotYourTask when the task is another's
	 * @throws ClaimedBySomebodyElse when a colleague has taken it
	 */
	void requireMayDo(Actor actor, WorkItem item) {
		if (!isOf(actor, item)) {
			throw new NotYourTask();
		}
		Long claimedBy = item.holder().claimedBy();
		if (claimedBy != null && HolderRules.isClaimedByAnother(actor, item.holder())) {
			throw new ClaimedBySomebodyElse(this.people.nameOf(claimedBy));
		}
	}

	/**
	 * @param outcome with which the actor would end the task
	 * @throws LegalRefusal when it would be a decision on the actor's own case, whoever
	 * was drawn to take it
	 */
	void requireNotOwnCase(Actor actor, WorkItem item, String outcome) {
		if (actor.unitLevel() == UnitLevel.PARK) {
			OutcomeKind kind = this.packs.get(item.task().release()).outcome(outcome);
			String caseId = item.subject().caseId();
			boolean own = caseId == null || this.cases.get(caseId).park().unitId().equals(actor.unitId());
			OwnCaseRules.nobodyDecidesOnHisOwnCase(own, kind.marks().applicant(), kind.label());
		}
	}

}
