package cn.ecopark.notice;

import java.time.Instant;
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

	private final CaseLocks locks;

	private final PublicNotices notices;

	private final NoticeParks parks;

	private final NoticeRecord record;

	private final NoticeTimers timers;

	private final NoticePeriod period;

	private final WorkingDays workingDays;

	RecountNotice(CaseLocks locks, PublicNotices notices, NoticeParks parks, NoticeRecord record, NoticeTimers timers,
			NoticePeriod period, WorkingDays workingDays) {
		this.locks = locks;
		this.notices = notices;
		this.parks = parks;
		this.record = record;
		this.timers = timers;
		this.period = period;
		this.workingDays = workingDays;
	}

	/** Doing it twice changes nothing. */
	@Transactional
	void recount(String batchId) {
		// First of all, since whoever changes the calendar waits for this.
		this.workingDays.hold();
		this.locks.lockDossier(null, batchId);
		PublicNotice notice = this.notices.lock(batchId);
		switch (notice.state()) {
			case DRAFT -> movePublication(notice);
			case PUBLISHED -> extend(notice);
			case CLOSED -> {
			}
		}
	}

	private void movePublication(PublicNotice notice) {
		Instant counted = this.period.publication(notice, this.record.now());
		this.timers.publish(notice.batchId(), counted)
			.ifPresent(former -> this.record.publicationMoved(notice, former, counted));
	}

	private void extend(PublicNotice notice) {
		LocalDate counted = this.period.lastDay(notice.batchId(), notice.publicationDay());
		if (counted.isAfter(notice.closesOn())) {
			this.notices.extend(notice.batchId(), counted);
			this.timers.close(notice.batchId(), counted);
			this.record.extended(notice, counted, this.parks.in(notice.batchId()));
		}
	}

}
