package cn.ecopark.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Optional;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.notice.NoticeTimers;

/** Moves the timers at which a notice becomes public and its period ends. */
@Component
class EngineNoticeTimers implements NoticeTimers {

	private final RuntimeService runtime;

	private final ManagementService management;

	EngineNoticeTimers(RuntimeService runtime, ManagementService management) {
		this.runtime = runtime;
		this.management = management;
	}

	@Override
	public Optional<Instant> publish(String batchId, Instant at) {
		return move(batchId, RegisteredNames.PUBLICATION, at);
	}

	@Override
	public void close(String batchId, LocalDate lastDay) {
		move(batchId, RegisteredNames.CLOSING, WorkingDays.endOf(lastDay));
	}

	/**
	 * @param date name of the date that the timer was set by
	 */
	private Optional<Instant> move(String batchId, String date, Instant at) {
		return this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(batchId)
			.list()
			.stream()
			.flatMap(instance -> this.management.createJobQuery()
				.processInstanceId(instance.getId())
				.timers()
				.list()
				.stream())
			.filter(job -> isSetBy(date, job) && !Date.from(at).equals(job.getDuedate()))
			.map(job -> {
				EngineTasks.translating(() -> this.management.setJobDuedate(job.getId(), Date.from(at)));
				return job.getDuedate().toInstant();
			})
			.findFirst();
	}

	private boolean isSetBy(String date, Job job) {
		JobDefinition definition = this.management.createJobDefinitionQuery()
			.jobDefinitionId(job.getJobDefinitionId())
			.singleResult();
		return definition != null && definition.getJobConfiguration().contains("${" + date + "}");
	}

}
