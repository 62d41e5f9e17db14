package cn.ecopark.worklist;

import java.util.Objects;

import cn.ecopark.organisation.Actor;

/**
 * 签收, 退签, 指派: what an actor may do with a task, by whose it is and who has claimed it.
 */
final class HolderRules {

	private HolderRules() {
	}

	/**
	 * A person's task is that person's alone; a unit's is of everybody in it who works on
	 * cases.
	 */
	static boolean isOf(Actor actor, WorkItem.Holder holder) {
		Long person = holder.personId();
		return person != null ? person == actor.personId()
				: actor.worksOnCases() && actor.unitId().equals(holder.unitId());
	}

	static boolean isClaimedByAnother(Actor actor, WorkItem.Holder holder) {
		return holder.claimedBy() != null && !Objects.equals(holder.claimedBy(), actor.personId());
	}

	/**
	 * Whoever has claimed the task gives it back; a supervisor of the unit may always.
	 */
	static boolean mayRelease(Actor actor, WorkItem.Holder holder) {
		return isOf(actor, holder) && (actor.isSupervisor() || !isClaimedByAnother(actor, holder));
	}

	/**
	 * A supervisor of the unit gives its tasks to people of the unit.
	 * @param colleague whether the one it is given to is of the actor's unit
	 */
	static boolean mayAssign(Actor actor, WorkItem.Holder holder, boolean colleague) {
		return isOf(actor, holder) && actor.isSupervisor() && colleague;
	}

}
