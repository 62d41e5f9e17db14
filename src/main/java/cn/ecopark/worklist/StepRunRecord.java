package cn.ecopark.worklist;

import java.time.LocalDate;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.StepRun;
import cn.ecopark.casefile.StepRuns;

/** Keeps every visit to a step, in the transaction that moves the token. */
@Component
class StepRunRecord {

	private final StepRuns runs;

	StepRunRecord(StepRuns runs) {
		this.runs = runs;
	}

	@EventListener
	void on(TaskOpened opened) {
		WorkItem.Subject subject = opened.subject();
		WorkItem.Task task = opened.task();
		WorkItem.Holder holder = opened.holder();
		this.runs.entered(opened.itemId(),
				new StepRun(0,
						new StepRun.About(subject.dossierId(), subject.caseId(), subject.batchId(),
								subject.objectionId()),
						new StepRun.Step(task.release(), task.processKey(), task.taskKey(), task.name()), holder.role(),
						holder.unitId(), holder.personId(), opened.at(), opened.dueOn(), null, null, null, null, null));
	}

	@EventListener
	void on(TaskEnded ended) {
		LocalDate lapsedOn = ended.end().isPassedOver() ? null : ended.limit().dueOn();
		this.runs.left(ended.itemId(), lapsedOn, new StepRuns.Ending(ended.end().as(), ended.end().eventName(),
				ended.outcome(), ended.doneBy(), ended.at()));
	}

	@EventListener
	void on(StepFailed failed) {
		this.runs.failed(failed.about(), failed.step(), failed.at());
	}

}
