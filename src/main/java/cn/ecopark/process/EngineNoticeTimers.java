package cn.ecopark.process;

import java.time.LocalDate;
import java.util.Date;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.notice.NoticeTimers;

/** Moves the timer at which the period of a notice ends. */
@Component
class EngineNoticeTimers implements NoticeTimers {

	private final RuntimeService runtime;

	private final ManagementService management;

	EngineNoticeTimers(RuntimeService runtime, ManagementService management) {
		this.runtime = runtime;
		this.management = management;
	}

	@Override
	public void close(String batchId, LocalDate former, LocalDate lastDay) {
		Date end = Date.from(WorkingDays.endOf(former));
		this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(batchId)
			.list()
			.stream()
			.flatMap(instance -> this.management.createJobQuery()
				.processInstanceId(instance.getId())
				.timers()
				.list()
				.stream())
			.filter(job -> end.equals(job.getDuedate()))
			.forEach(job -> EngineTasks
				.translating(() -> this.management.setJobDuedate(job.getId(), Date.from(WorkingDays.endOf(lastDay)))));
	}

}
