package cn.ecopark.worklist;

import java.time.LocalDate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.casefile.Rectifications;
import cn.ecopark.rulepack.Limit;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePacks;

/**
 * How long a step may take, counted now: the same answer for the engine's timer and the
 * work list's date.
 */
@Component
public class StepLimits {

	private final RulePacks packs;

	private final WorkingDays workingDays;

	private final CaseTime time;

	private final Rectifications rectifications;

	private final WorkItemLimits visits;

	private final Opinions opinions;

	StepLimits(RulePacks packs, WorkingDays workingDays, CaseTime time, Rectifications rectifications,
			WorkItemLimits visits, Opinions opinions) {
		this.opinions = opinions;
		this.packs = packs;
		this.workingDays = workingDays;
		this.time = time;
		this.rectifications = rectifications;
		this.visits = visits;
	}

	/**
	 * @return the last day of the limit, open until its 24:00
	 */
	public LocalDate lastDay(ReleaseId release, String limitKey, @Nullable String caseId) {
		return this.workingDays.lastDay(this.time.today(), days(release, limitKey, caseId));
	}

	/**
	 * @return the last day of the limit of that use
	 */
	public LocalDate lastDay(ReleaseId release, Limit.Use use, @Nullable String caseId) {
		return lastDay(release, this.packs.get(release).limit(use).key(), caseId);
	}

	/**
	 * @return the day on whose morning the holder is reminded; never before the step
	 * began
	 */
	public LocalDate reminderDay(ReleaseId release, String limitKey, @Nullable String caseId) {
		int remindBefore = this.packs.get(release).limit(limitKey).remindBefore();
		return this.workingDays.lastDay(this.time.today(),
				LimitRules.daysUntilReminder(days(release, limitKey, caseId), remindBefore));
	}

	private int days(ReleaseId release, String limitKey, @Nullable String caseId) {
		Limit limit = this.packs.get(release).limit(limitKey);
		if (caseId == null) {
			return limit.days();
		}
		Optional<Integer> given = this.opinions.last(caseId)
			.flatMap(said -> this.packs.get(release).daysAfter(said.outcome(), limitKey));
		if (limit.use() == Limit.Use.RECTIFICATION) {
			return given.map(usual -> this.rectifications.daysNamed(caseId).orElse(usual))
				.or(() -> this.rectifications.latest(caseId).map(Rectifications.Rectification::days))
				.orElse(limit.days());
		}
		if (given.isPresent()) {
			return given.get();
		}
		return LimitRules.days(limit, LimitRules.used(this.visits.visits(caseId, limitKey), this.workingDays::between));
	}

}
