package cn.ecopark.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.batch.BatchItem;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.law.NoticeRules;

/**
 * What the flow does to a public notice: each call is one step of its process, in the
 * transaction that moves the token.
 */
@Component
@Transactional
public class NoticeFlow {

	/** When notices are put before the public. */
	private final PublicNotices notices;

	private final NoticePeriod period;

	private final NoticeParks parks;

	private final NoticeRecord record;

	private final SettleObjection settle;

	NoticeFlow(PublicNotices notices, NoticePeriod period, NoticeParks parks, NoticeRecord record,
			SettleObjection settle) {
		this.notices = notices;
		this.period = period;
		this.parks = parks;
		this.record = record;
		this.settle = settle;
	}

	/**
	 * @return 9:00 of the publication day; when that has passed, now, or 9:00 of the next
	 * working day
	 */
	@Transactional(readOnly = true)
	public Instant publicationInstant(String batchId) {
		return this.period.publication(this.notices.get(batchId), this.record.now());
	}

	/**
	 * @return 24:00 of the last day
	 */
	@Transactional(readOnly = true)
	public Instant closingInstant(String batchId) {
		return WorkingDays.endOf(this.notices.get(batchId).closesOn());
	}

	/**
	 * Puts the notice before the public; its period begins today.
	 * @throws cn.ecopark.law.LegalRefusal when a body that has to confirm it has not
	 */
	public void publish(String batchId) {
		PublicNotice notice = this.parks.forThoseThatRemain(this.notices.lock(batchId));
		this.parks.requireAgreement(batchId);
		LocalDate today = LocalDate.ofInstant(this.record.now(), CaseTime.ZONE);
		LocalDate closesOn = this.period.lastDay(batchId, today);
		this.notices.publish(notice, today, closesOn, this.record.now());
		this.record.published(notice, closesOn, this.parks.in(batchId));
		this.parks.issueNotice(batchId, today);
	}

	/**
	 * The period is over: parks go on that nothing keeps back; the others wait for their
	 * objections, or until their cases are taken up.
	 * @throws cn.ecopark.law.LegalRefusal when its last day is not over
	 */
	public void close(String batchId) {
		PublicNotice notice = this.notices.lock(batchId);
		NoticeRules.endsAfterItsPeriod(notice.closesOn(), LocalDate.ofInstant(this.record.now(), CaseTime.ZONE));
		if (!this.notices.close(batchId, this.record.now())) {
			return;
		}
		List<BatchItem> in = this.parks.in(batchId);
		Set<String> objectedTo = this.parks.withOpenObjection(batchId);
		this.record.closed(notice, in.stream().map(BatchItem::caseId).filter(objectedTo::contains).toList());
		Set<String> keptBack = this.parks.keptBack(batchId);
		in.stream().filter(item -> !keptBack.contains(item.caseId())).forEach(this.parks::goesOn);
	}

	/**
	 * The objection has been answered or not admitted: the park is struck out, or goes on
	 * when nothing else is held against it.
	 */
	public void settle(String objectionId) {
		this.settle.settle(objectionId);
	}

}
