package cn.ecopark.worklist;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.casefile.Opinion;
import cn.ecopark.organisation.Actor;
import cn.ecopark.worklist.TaskRefusals.TaskAlreadyDone;

/**
 * Completes the tasks of cases that wait to be composed into a batch, together with the
 * batch.
 */
@Component
public class TakeIntoBatch {

	/** 已编入批次. */
	public static final String COMPOSED = "COMPOSED";

	private final WorkItems items;

	private final TaskEngine engine;

	private final TaskCompletion.Evidence evidence;

	TakeIntoBatch(WorkItems items, TaskEngine engine, TaskCompletion.Evidence evidence) {
		this.items = items;
		this.engine = engine;
		this.evidence = evidence;
	}

	/**
	 * @param waiting an item locked by {@link WorkItems#lockWaitingForBatch}
	 * @param title of the batch, kept as the words of the decision
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void take(WorkItem waiting, String title, Actor actor) {
		String task = waiting.engineTaskId();
		if (!waiting.isOpen() || task == null) {
			throw new TaskAlreadyDone();
		}
		Instant at = this.evidence.record().now();
		Submission composed = new Submission("", COMPOSED, title, Map.<String, List<String>>of());
		Opinion opinion = this.evidence.record().opinion(waiting, composed, actor, at, this.evidence);
		this.evidence.opinions().add(opinion);
		this.items.done(waiting.id(), COMPOSED, actor.personId(), at);
		this.evidence.record().tell(waiting, opinion, actor);
		this.engine.complete(task, Map.of(waiting.task().taskKey() + "_outcome", COMPOSED));
	}

}
