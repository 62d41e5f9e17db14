package cn.ecopark.process;

import java.time.LocalDate;
import java.util.Date;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.casefile.CaseLocks;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.worklist.RecountRules;

/** Moves the end of one event that waits for a limit, and puts it on record. */
@Component
class RecountLimitEvent {

	private final ManagementService management;

	private final RuntimeService runtime;

	private final HistoryService history;

	private final LimitEventEnds ends;

	private final WorkingDays workingDays;

	private final CaseTime time;

	private final CaseLocks locks;

	private final LimitEventRecord record;

	RecountLimitEvent(ManagementService management, RuntimeService runtime, HistoryService history, LimitEventEnds ends,
			WorkingDays workingDays, CaseTime time, CaseLocks locks, LimitEventRecord record) {
		this.management = management;
		this.runtime = runtime;
		this.history = history;
		this.ends = ends;
		this.workingDays = workingDays;
		this.time = time;
		this.locks = locks;
		this.record = record;
	}

	/**
	 * Doing it twice changes nothing.
	 * @param timer of the event, which may have fired since
	 * @param limit key of the limit that it waits for
	 */
	@Transactional
	void recount(Job timer, String activityId, String limit) {
		// First of all, since whoever changes the calendar waits for this.
		this.workingDays.hold();
		String caseId = (String) this.runtime.getVariable(timer.getExecutionId(), "caseId");
		HistoricActivityInstance event = this.history.createHistoricActivityInstanceQuery()
			.executionId(timer.getExecutionId())
			.activityId(activityId)
			.unfinished()
			.singleResult();
		if (caseId == null || event == null) {
			return;
		}
		this.locks.lockDossier(caseId, caseId);
		LocalDate began = LocalDate.ofInstant(event.getStartTime().toInstant(), CaseTime.ZONE);
		LocalDate former = LocalDate.ofInstant(timer.getDuedate().toInstant().minusMillis(1), CaseTime.ZONE);
		LocalDate lastDay = RecountRules.lastDay(former,
				this.ends.lastDay(ReleaseId.of(timer.getTenantId()), limit, caseId, began), this.time.today());
		if (!lastDay.equals(former)) {
			EngineTasks
				.translating(() -> this.management.setJobDuedate(timer.getId(), Date.from(WorkingDays.endOf(lastDay))));
			this.record.moved(caseId, event, former, lastDay);
		}
	}

}
