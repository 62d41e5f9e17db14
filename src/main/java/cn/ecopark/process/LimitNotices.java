package cn.ecopark.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

import cn.ecopark.process.engine.EndOfTask;
import cn.ecopark.worklist.TaskLife;

/**
 * What the timers of a limit do: the holder is reminded, and an ended limit shows with
 * the unit's supervisors and in the record.
 */
@Component
class LimitNotices {

	private final TaskLife tasks;

	LimitNotices(TaskLife tasks) {
		this.tasks = tasks;
	}

	void remind(DelegateTask task) {
		this.tasks.reminded(task.getId());
	}

	/**
	 * Where a boundary event of the same date takes the task away, it is that which tells
	 * of the silence, whichever of the two timers fires first.
	 */
	void overdue(DelegateTask task) {
		if (!EndOfTask.willLapse(task, ClockUtil.getCurrentTime())) {
			this.tasks.overdue(task.getId());
		}
	}

}
