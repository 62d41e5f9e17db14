package cn.ecopark.process;

import java.time.LocalDate;

import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.casefile.Suspensions;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePacks;

/** Until when a flow waits at an event that ends with a limit. */
@Component
class LimitEventEnds {

	private final RulePacks packs;

	private final WorkingDays workingDays;

	private final Suspensions suspensions;

	private final CaseTime time;

	LimitEventEnds(RulePacks packs, WorkingDays workingDays, Suspensions suspensions, CaseTime time) {
		this.packs = packs;
		this.workingDays = workingDays;
		this.suspensions = suspensions;
		this.time = time;
	}

	/**
	 * @param began day on which the flow came to the event
	 * @return the last day, with the days for which the case stood still
	 */
	LocalDate lastDay(ReleaseId release, String limit, String caseId, LocalDate began) {
		return this.workingDays.plus(this.workingDays.plus(began, this.packs.get(release).limit(limit).term()),
				this.suspensions.daysBetween(caseId, began, this.time.today()));
	}

}
