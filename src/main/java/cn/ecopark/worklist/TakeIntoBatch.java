package cn.ecopark.worklist;

import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.dossier.Documents;
import cn.ecopark.organisation.Actor;
import cn.ecopark.worklist.Decision.FormDecision;
import cn.ecopark.worklist.TaskRefusals.TaskAlreadyDone;

/**
 * Completes the tasks of cases that wait to be composed into a batch, together with the
 * batch.
 */
@Component
public class TakeIntoBatch {

	private final TaskEngine engine;

	private final DecisionRecorder recorder;

	private final Documents documents;

	TakeIntoBatch(TaskEngine engine, DecisionRecorder recorder, Documents documents) {
		this.documents = documents;
		this.engine = engine;
		this.recorder = recorder;
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
		// The check of models sees to it that such a step can end in one way only.
		String composed = waiting.description().outcomes().get(0);
		this.recorder.keep(waiting, new FormDecision(Statement.of(composed, title)), Map.of(),
				this.documents.ofStep(waiting.subject().dossierId(), waiting.id()), actor);
		this.engine.complete(task, Map.of(waiting.task().taskKey() + "_outcome", composed));
	}

}
