package cn.ecopark.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.Term;
import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.casefile.Rectifications;
import cn.ecopark.casefile.Suspensions;
import cn.ecopark.rulepack.Limit;
import cn.ecopark.rulepack.Limit.OnReturn;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePack;
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

	private final Suspensions suspensions;

	StepLimits(RulePacks packs, WorkingDays workingDays, CaseTime time, Rectifications rectifications,
			WorkItemLimits visits, Opinions opinions, Suspensions suspensions) {
		this.opinions = opinions;
		this.suspensions = suspensions;
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
		return this.workingDays.lastDay(this.time.today(), term(release, limitKey, caseId, this.time.now()));
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
		LocalDate today = this.time.today();
		int days = this.workingDays.between(today, lastDay(release, limitKey, caseId));
		return this.workingDays.plus(today, LimitRules.daysUntilReminder(days, remindBefore));
	}

	/** Lets nobody change the calendar until the transaction ends. */
	void holdCalendar() {
		this.workingDays.hold();
	}

	/**
	 * @param beganOn day from which the limit of the open step is counted
	 * @param days working days that it had by the calendar before
	 * @return its last day by the calendar as it is now; months stay months, however many
	 * of their days are worked, and the days are added for which the case stood still
	 */
	LocalDate lastDayAnew(WorkItem item, LocalDate beganOn, int days) {
		String limit = item.limitKey();
		Term given = limit == null ? Term.ofDays(days)
				: term(item.task().release(), limit, item.subject().caseId(), item.createdAt());
		if (!given.isInMonths()) {
			return this.workingDays.plus(beganOn, days);
		}
		String caseId = item.subject().caseId();
		LocalDate lastDay = this.workingDays.plus(beganOn, given);
		return caseId == null ? lastDay
				: this.workingDays.plus(lastDay, this.suspensions.daysBetween(caseId, beganOn, this.time.today()));
	}

	/**
	 * @param begun when the step began
	 * @return how long it was given
	 */
	private Term term(ReleaseId release, String limitKey, @Nullable String caseId, Instant begun) {
		RulePack pack = this.packs.get(release);
		Limit limit = pack.limit(limitKey);
		if (caseId == null) {
			return limit.term();
		}
		Optional<Integer> given = pack.hasDaysAfter(limitKey)
				? this.opinions.last(caseId, begun).flatMap(said -> pack.daysAfter(said.outcome(), limitKey))
				: Optional.empty();
		if (limit.use() == Limit.Use.RECTIFICATION) {
			return given.map(usual -> this.rectifications.daysNamed(caseId).orElse(usual))
				.or(() -> this.rectifications.daysOrdered(caseId))
				.map(Term::ofDays)
				.orElse(limit.term());
		}
		if (given.isPresent()) {
			return Term.ofDays(given.get());
		}
		return limit.onReturn() == OnReturn.RESTART ? limit.term() : Term.ofDays(LimitRules.days(limit, LimitRules.used(
				this.visits.visits(caseId, limitKey),
				(from, to) -> this.workingDays.between(from, to) - this.suspensions.daysBetween(caseId, from, to))));
	}

}
