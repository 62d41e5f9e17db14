package cn.ecopark.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

import org.springframework.stereotype.Component;

import cn.ecopark.batch.Batches;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.rulepack.DocumentKind;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;

/**
 * How long a notice lasts by its rule pack. The first day is not counted; it ends at
 * 24:00 of the last.
 */
@Component
class NoticePeriod {

	private static final LocalTime OPENING = LocalTime.of(9, 0);

	private final WorkingDays workingDays;

	private final RulePacks packs;

	private final Batches batches;

	NoticePeriod(WorkingDays workingDays, RulePacks packs, Batches batches) {
		this.workingDays = workingDays;
		this.packs = packs;
		this.batches = batches;
	}

	/**
	 * @return the last day, which is kept
	 */
	LocalDate lastDay(String batchId, LocalDate firstDay) {
		this.workingDays.hold();
		return of(batchId).lastDay(firstDay);
	}

	/**
	 * @return the last day on which what is drafted today may be published
	 */
	LocalDate latestPublication(String batchId, LocalDate today) {
		return of(batchId).latestPublication(today);
	}

	/**
	 * @return working days of the period
	 */
	int days(String batchId) {
		return of(batchId).noticeDays();
	}

	/**
	 * @return working days from an objection to its answer
	 */
	int answerDays(String batchId) {
		return of(batchId).answerDays();
	}

	/**
	 * @return key of the document that the notice lays before the public for each park
	 */
	String sheet(String batchId) {
		return pack(batchId).document(DocumentKind.Use.PUBLIC_SHEET).key();
	}

	/**
	 * @return 9:00 of the day that the notice names, or of the next working day where
	 * that is none; when that has passed, now, or 9:00 of the next working day
	 */
	Instant publication(PublicNotice notice, Instant now) {
		Instant opening = opening(onOrAfter(notice.publicationDay()));
		if (!opening.isBefore(now)) {
			return opening;
		}
		LocalDate today = LocalDate.ofInstant(now, CaseTime.ZONE);
		return isWorkingDay(today) ? now : opening(onOrAfter(today));
	}

	private static Instant opening(LocalDate day) {
		return day.atTime(OPENING).atZone(CaseTime.ZONE).toInstant();
	}

	boolean isWorkingDay(LocalDate day) {
		return this.workingDays.isWorkingDay(day);
	}

	LocalDate onOrAfter(LocalDate day) {
		return this.workingDays.onOrAfter(day);
	}

	private PublicPeriods of(String batchId) {
		return new PublicPeriods(pack(batchId)::limit, this.workingDays);
	}

	private RulePack pack(String batchId) {
		return this.packs.get(this.batches.get(batchId).release());
	}

}
