package cn.ecopark.process;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.casefile.Rectifications;
import cn.ecopark.rulepack.Limit;
import cn.ecopark.rulepack.RulePacks;

/** How long a step may take, counted now: the same answer for the engine's timer and the work list's date. */
@Component
class StepLimits {

	private static final String RECTIFICATION = "rectification";

	private final RulePacks packs;

	private final WorkingDays workingDays;

	private final CaseTime time;

	private final Rectifications rectifications;

	StepLimits(RulePacks packs, WorkingDays workingDays, CaseTime time, Rectifications rectifications) {
		this.packs = packs;
		this.workingDays = workingDays;
		this.time = time;
		this.rectifications = rectifications;
	}

	/** @return the last day of the limit, open until its 24:00 */
	LocalDate lastDay(String pack, String limitKey, @Nullable String caseId) {
		return this.workingDays.plus(this.time.today(), days(pack, limitKey, caseId));
	}

	/** @return the day on whose morning the holder is reminded; never before the step began */
	LocalDate reminderDay(String pack, String limitKey, @Nullable String caseId) {
		Limit limit = this.packs.get(pack).limit(limitKey);
		int days = Math.max(1, days(pack, limitKey, caseId) - limit.remindBefore());
		return this.workingDays.plus(this.time.today(), days);
	}

	private int days(String pack, String limitKey, @Nullable String caseId) {
		int usual = this.packs.get(pack).limit(limitKey).days();
		return RECTIFICATION.equals(limitKey) && caseId != null
				? this.rectifications.latest(caseId).map(Rectifications.Rectification::days).orElse(usual) : usual;
	}

}
