package cn.ecopark.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.jobexecutor.TimerCatchIntermediateEventJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.casefile.CaseSuspended;
import cn.ecopark.casefile.CaseTakenUp;

/**
 * 中止: the timers of a case wait with it. Its executions do not, so that it can still be
 * withdrawn or closed, and hears what became of its batch.
 */
@Component
class SuspendedTimers {

	private final RuntimeService runtime;

	private final ManagementService management;

	private final WorkingDays workingDays;

	SuspendedTimers(RuntimeService runtime, ManagementService management, WorkingDays workingDays) {
		this.runtime = runtime;
		this.management = management;
		this.workingDays = workingDays;
	}

	@EventListener
	void on(CaseSuspended suspended) {
		EngineTasks.translating(() -> timersOf(suspended.suspension().caseId())
			.forEach(timer -> this.management.suspendJobById(timer.getId())));
	}

	/**
	 * Those of tasks are moved with the limits of the tasks; what waits without a task is
	 * moved here.
	 */
	@EventListener
	void on(CaseTakenUp taken) {
		EngineTasks.translating(
				() -> timersOf(taken.suspension().caseId()).stream().filter(Job::isSuspended).forEach(timer -> {
					this.management.activateJobById(timer.getId());
					if (waitsWithoutTask(timer) && taken.days() > 0) {
						this.management.setJobDuedate(timer.getId(), later(timer.getDuedate(), taken.days()));
					}
				}));
	}

	private List<Job> timersOf(String caseId) {
		Set<String> instances = this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(caseId)
			.list()
			.stream()
			.map(ProcessInstance::getId)
			.collect(Collectors.toSet());
		return instances.stream()
			.flatMap(instance -> this.management.createJobQuery().timers().processInstanceId(instance).list().stream())
			.toList();
	}

	private static boolean waitsWithoutTask(Job timer) {
		return TimerCatchIntermediateEventJobHandler.TYPE.equals(((JobEntity) timer).getJobHandlerType());
	}

	/** At the same time of the day; 24:00 is that of the day that ends. */
	private Date later(Date due, int days) {
		Instant last = due.toInstant().minusMillis(1);
		LocalDate day = LocalDate.ofInstant(last, CaseTime.ZONE);
		return Date.from(last.atZone(CaseTime.ZONE).with(this.workingDays.plus(day, days)).toInstant().plusMillis(1));
	}

}
