package cn.ecopark.worklist;

import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.Reason;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.law.SilenceRules;
import cn.ecopark.organisation.Actor;
import cn.ecopark.worklist.TaskEngine.SilentWay;
import cn.ecopark.worklist.TaskRefusals.NotTheSupervisor;
import cn.ecopark.worklist.TaskRefusals.TaskAlreadyDone;
import cn.ecopark.worklist.TaskRefusals.TaskNotFound;

/**
 * 视为未答复: the last day is over and nobody has answered, so the Office lets the flow go on
 * by the way that the diagram draws for silence. Nothing is decided in the holder's
 * place.
 */
@Component
public class GoOnWithoutAnswer {

	private final TaskLocks locks;

	private final Supervision supervision;

	private final Submissions submissions;

	private final Urgings urgings;

	private final TaskLife tasks;

	private final TaskEngine engine;

	private final CaseTime time;

	GoOnWithoutAnswer(TaskLocks locks, Supervision supervision, Submissions submissions, Urgings urgings,
			TaskLife tasks, TaskEngine engine, CaseTime time) {
		this.locks = locks;
		this.supervision = supervision;
		this.submissions = submissions;
		this.urgings = urgings;
		this.tasks = tasks;
		this.engine = engine;
		this.time = time;
	}

	/**
	 * @param token of the page; the same token twice is the same command
	 * @throws TaskNotFound when there is no such task
	 * @throws NotTheSupervisor when the actor may not do it
	 * @throws TaskAlreadyDone when the holder has answered, or the task waits no more
	 * @throws LegalRefusal when silence cannot stand for an answer here, or the last day
	 * is not over
	 */
	@Transactional
	public void goOn(long itemId, String token, Reason reason, Actor actor) {
		WorkItem item = this.locks.lock(itemId);
		this.supervision.require(actor, item);
		if (this.submissions.isRepeated(token, itemId, actor.personId())) {
			return;
		}
		String engineTask = item.engineTaskId();
		SilentWay way = this.supervision.isOffered(actor, item) ? this.engine.silentWay(item) : null;
		if (way == null || engineTask == null) {
			throw new TaskAlreadyDone();
		}
		this.supervision.requireSilenceToStand(item);
		SilenceRules.silenceIsFoundOnlyAfterTheLastDay(item.task().name(), this.urgings.of(itemId).lastDay(),
				this.time.today());
		this.submissions.keep(token, itemId, actor.personId());
		this.urgings.add(item,
				new Urging(itemId, Urging.Act.SILENCE, reason.text(), null, actor.personId(), this.time.now()));
		String outcome = String.valueOf(way.outcome());
		this.tasks.passedOver(item, TaskEnd.withoutAnswer(this.supervision.labelOf(item, outcome), reason.text()));
		this.engine.complete(engineTask, Map.of(item.task().taskKey() + "_outcome", outcome));
	}

}
