package cn.ecopark.worklist;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import cn.ecopark.organisation.Actor;

/**
 * Lets the flow go on from a task that was decided, makes the official documents that are
 * due with that, and notes which way it went.
 */
@Component
class MoveOn {

	private final TaskEngine engine;

	private final StepDocuments documents;

	private final WorkItems items;

	private final StepBack stepBack;

	private final StepWays ways;

	MoveOn(TaskEngine engine, StepDocuments documents, WorkItems items, StepBack stepBack, StepWays ways) {
		this.engine = engine;
		this.documents = documents;
		this.items = items;
		this.stepBack = stepBack;
		this.ways = ways;
	}

	/**
	 * @param item as it was when it was decided
	 */
	void from(WorkItem item, String engineTaskId, String outcome, Actor actor) {
		if (TakeBackCheck.isProvidedFor(item)) {
			Set<Long> open = open(item);
			StepBack.Before before = this.engine.inOneGo(() -> {
				StepBack.Before now = this.stepBack.before(item);
				this.engine.complete(engineTaskId, facts(item, outcome));
				return now;
			});
			StepBack.Way way = this.stepBack.wayFrom(before, item);
			List<Long> came = open(item).stream().filter(id -> !open.contains(id)).toList();
			this.ways.keep(item.id(), new StepWays.Gone(way, came));
		}
		else {
			this.engine.complete(engineTaskId, facts(item, outcome));
		}
		this.documents.produce(item, outcome, actor);
	}

	private Set<Long> open(WorkItem item) {
		return this.items.openOf(item.subject().dossierId())
			.stream()
			.map(WorkItem::id)
			.collect(Collectors.toUnmodifiableSet());
	}

	private static Map<String, String> facts(WorkItem item, String outcome) {
		return item.description().multiple() ? Map.of() : Map.of(item.task().taskKey() + "_outcome", outcome);
	}

}
