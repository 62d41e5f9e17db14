package cn.ecopark.worklist;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseLocks;
import cn.ecopark.worklist.TaskRefusals.TaskNotFound;

/** Locks a task for a command: its cases first, then its row. */
@Component
class TaskLocks {

	private final WorkItems items;

	private final CaseLocks cases;

	TaskLocks(WorkItems items, CaseLocks cases) {
		this.items = items;
		this.cases = cases;
	}

	/**
	 * @return the task as it stands once nobody else can change it
	 * @throws TaskNotFound when there is none
	 */
	WorkItem lock(long itemId) {
		return lock(this.items.find(itemId).orElseThrow(TaskNotFound::new));
	}

	/**
	 * @param seen the task as it was read before; what it is about does not change
	 * @return the task as it stands once nobody else can change it
	 */
	WorkItem lock(WorkItem seen) {
		this.cases.lockDossier(seen.subject().caseId(), seen.subject().dossierId());
		return this.items.lock(seen.id());
	}

}
