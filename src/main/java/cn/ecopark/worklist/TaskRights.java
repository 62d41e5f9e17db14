package cn.ecopark.worklist;

import org.springframework.stereotype.Component;

import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.People;
import cn.ecopark.worklist.TaskRefusals.ClaimedBySomebodyElse;
import cn.ecopark.worklist.TaskRefusals.NotYourTask;
import cn.ecopark.worklist.TaskRefusals.TaskNotFound;

/** Whose task a task is. */
@Component
public class TaskRights {

	private final WorkItems items;

	private final People people;

	TaskRights(WorkItems items, People people) {
		this.items = items;
		this.people = people;
	}

	/**
	 * @return whether the task belongs to the actor, or to the actor's unit
	 */
	public boolean isOf(Actor actor, WorkItem item) {
		return HolderRules.isOf(actor, item.holder());
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

}
