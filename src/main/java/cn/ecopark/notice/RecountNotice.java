package cn.ecopark.notice;

import java.time.LocalDate;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.casefile.CaseLocks;

/**
 * Counts the period of a running notice by the calendar as it is now. The public was told
 * a last day and keeps it; only more days off give more time.
 */
@Component
class RecountNotice {

	private final NoticeRecounts recounts;

	private final CaseLocks locks;

	private final Kept kept;

	private final NoticePeriod period;

	private final WorkingDays workingDays;

	RecountNotice(NoticeRecounts recounts, CaseLocks locks, Kept kept, NoticePeriod period, WorkingDays workingDays) {
		this.recounts = recounts;
		this.locks = locks;
		this.kept = kept;
		this.period = period;
		this.workingDays = workingDays;
	}

	/** Where the last day of a notice stands, and is told. */
	@Component
	record Kept(PublicNotices notices, NoticeParks parks, NoticeRecord record, NoticeTimers timers) {
	}

	/** Does it once. */
	@Transactional
	void recount(String batchId) {
		// First of all, since whoever changes the calendar waits for this.
		this.workingDays.hold();
		if (!this.recounts.take(batchId)) {
			return;
		}
		this.locks.lockDossier(null, batchId);
		PublicNotice notice = this.kept.notices().lock(batchId);
		if (notice.state() == PublicNotice.State.PUBLISHED) {
			LocalDate counted = this.period.lastDay(batchId, notice.publicationDay());
			if (counted.isAfter(notice.closesOn())) {
				this.kept.notices().extend(batchId, counted);
				this.kept.timers().close(batchId, notice.closesOn(), counted);
				this.kept.record().extended(notice, counted, this.kept.parks().in(batchId));
			}
		}
		this.recounts.done(batchId);
	}

}
