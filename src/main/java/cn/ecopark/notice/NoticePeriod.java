package cn.ecopark.notice;

import java.time.LocalDate;

import org.springframework.stereotype.Component;

import cn.ecopark.batch.Batches;
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
