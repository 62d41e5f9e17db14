package cn.ecopark.notice;

import java.time.LocalDate;

import org.springframework.stereotype.Component;

import cn.ecopark.batch.Batches;
import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;

/**
 * How long a notice lasts by its rule pack. The first day is not counted; it ends at
 * 24:00 of the last.
 */
@Component
class NoticePeriod {

	private static final String LIMIT = "publicNotice";

	private static final String PUBLICATION = "noticePublication";

	private final WorkingDays workingDays;

	private final RulePacks packs;

	private final Batches batches;

	NoticePeriod(WorkingDays workingDays, RulePacks packs, Batches batches) {
		this.workingDays = workingDays;
		this.packs = packs;
		this.batches = batches;
	}

	LocalDate lastDay(String batchId, LocalDate firstDay) {
		return this.workingDays.plus(firstDay, days(batchId));
	}

	/**
	 * @return the last day on which what is drafted today may be published
	 */
	LocalDate latestPublication(String batchId, LocalDate today) {
		return this.workingDays.plus(today, pack(batchId).limit(PUBLICATION).days());
	}

	/**
	 * @return working days of the period
	 */
	int days(String batchId) {
		return pack(batchId).limit(LIMIT).days();
	}

	/**
	 * @return working days from an objection to its answer
	 */
	int answerDays(String batchId) {
		RulePack pack = pack(batchId);
		return pack.limit("assignObjection").days() + pack.limit("verifyObjection").days()
				+ pack.limit("answerObjection").days();
	}

	boolean isWorkingDay(LocalDate day) {
		return this.workingDays.isWorkingDay(day);
	}

	LocalDate onOrAfter(LocalDate day) {
		return this.workingDays.onOrAfter(day);
	}

	private RulePack pack(String batchId) {
		return this.packs.get(this.batches.get(batchId).pack());
	}

}
