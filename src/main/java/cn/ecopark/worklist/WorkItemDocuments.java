package cn.ecopark.worklist;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import cn.ecopark.audit.Subject;
import cn.ecopark.dossier.HandInSteps;
import cn.ecopark.organisation.Actor;
import cn.ecopark.worklist.TaskRefusals.TaskAlreadyDone;
import cn.ecopark.worklist.TaskRefusals.TaskNotFound;

/** Tells which documents a task takes, and from whom. */
@Component
class WorkItemDocuments implements HandInSteps {

	private final TaskLocks locks;

	private final WorkItems items;

	private final TaskRights rights;

	WorkItemDocuments(TaskLocks locks, WorkItems items, TaskRights rights) {
		this.locks = locks;
		this.items = items;
		this.rights = rights;
	}

	@Override
	public HandInStep lockOpen(long workItemId, Actor actor) {
		return open(this.locks.lock(workItemId), actor);
	}

	@Override
	public HandInStep requireOpen(long workItemId, Actor actor) {
		return open(this.items.find(workItemId).orElseThrow(TaskNotFound::new), actor);
	}

	private HandInStep open(WorkItem item, Actor actor) {
		this.rights.requireMayDo(actor, item);
		if (!item.isOpen()) {
			throw new TaskAlreadyDone();
		}
		return step(item);
	}

	@Override
	public HandInStep get(long workItemId) {
		return step(this.items.find(workItemId).orElseThrow(TaskNotFound::new));
	}

	@Override
	public Map<Long, Standing> standings(Collection<Long> workItemIds) {
		return this.items.states(workItemIds)
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, item -> Standing.valueOf(item.getValue().name())));
	}

	@Override
	public Optional<Long> openStepOf(Actor actor, String dossierId) {
		return this.items.openOf(dossierId)
			.stream()
			.filter(item -> this.rights.isOf(actor, item))
			.map(WorkItem::id)
			.findFirst();
	}

	private static HandInStep step(WorkItem item) {
		return new HandInStep(item.id(), item.subject().dossierId(), item.task().release(),
				item.description().documents(), item.description().optionalDocuments(), item.description().audience(),
				subject(item.subject()));
	}

	private static Subject subject(WorkItem.Subject of) {
		return of.caseId() != null ? Subject.ofCase(of.caseId())
				: of.batchId() != null ? Subject.ofBatch(of.batchId()) : Subject.ofNotice(of.dossierId());
	}

}
