package cn.ecopark.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CaseLocks;
import cn.ecopark.notice.NoticeRefusals.AfterPeriod;
import cn.ecopark.notice.NoticeRefusals.AlreadyDecided;
import cn.ecopark.notice.NoticeRefusals.NotYourObjection;
import cn.ecopark.notice.NoticeRefusals.PageAlreadyFiled;
import cn.ecopark.notice.NoticeRefusals.ParkNotListed;
import cn.ecopark.notice.NoticeRefusals.ReceivedOutsidePeriod;
import cn.ecopark.notice.NoticeRefusals.TextMissing;
import cn.ecopark.notice.Objection.Channel;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.UnitLevel;

/**
 * 登记异议: the public objects over the web; the Office enters what came by letter, visit or
 * call.
 */
@Component
@Transactional
public class FileObjection {

	private static final int SHORTEST = 5;

	private static final int LONGEST = 4000;

	private final PublicNotices notices;

	private final Objections objections;

	private final ReceiptNumbers numbers;

	private final ObjectionLimit limit;

	private final ObjectionProcess process;

	private final CaseLocks locks;

	private final NoticeRecord record;

	private final ListedParks listed;

	FileObjection(PublicNotices notices, Objections objections, ReceiptNumbers numbers, ObjectionLimit limit,
			ObjectionProcess process, CaseLocks locks, NoticeRecord record, ListedParks listed) {
		this.notices = notices;
		this.objections = objections;
		this.numbers = numbers;
		this.limit = limit;
		this.process = process;
		this.locks = locks;
		this.record = record;
		this.listed = listed;
	}

	/**
	 * @throws NoticeRefusals.NoticeNotFound when there is no such notice
	 * @throws AfterPeriod when it is over
	 */
	@Transactional(readOnly = true)
	public void requireOpen(String noticeId) {
		requireOpen(this.notices.published(noticeId), LocalDate.ofInstant(this.record.now(), CaseTime.ZONE));
	}

	/**
	 * @param address where it came from; only its digest is kept
	 * @return the objection with its receipt number
	 * @throws AfterPeriod when the notice is over
	 * @throws ParkNotListed when the notice does not list the park any more
	 * @throws TextMissing when it says nothing
	 * @throws NoticeRefusals.WaitAMoment when many came from there, and one a moment ago
	 */
	public Objection overTheWeb(NewObjection incoming, String address) {
		PublicNotice notice = lockPublished(incoming);
		LocalDate today = LocalDate.ofInstant(this.record.now(), CaseTime.ZONE);
		Objection before = this.objections.ofSubmission(incoming.submission()).orElse(null);
		if (before != null) {
			return sameAs(before, incoming);
		}
		requireOpen(notice, today);
		this.limit.take(address);
		return file(new NewObjection(incoming.noticeId(), incoming.caseId(), Channel.WEB, incoming.text(),
				incoming.objector(), today, incoming.submission()), null);
	}

	/**
	 * @return the objection with its receipt number
	 * @throws NotYourObjection when the actor is not of the Office
	 * @throws ReceivedOutsidePeriod when it did not come in within the period
	 * @throws AlreadyDecided when the park has been decided on meanwhile
	 */
	public Objection enteredByTheOffice(NewObjection incoming, Actor actor) {
		if (actor.unitLevel() != UnitLevel.OFFICE || !actor.worksOnCases()) {
			throw new NotYourObjection();
		}
		PublicNotice notice = lockPublished(incoming);
		Objection before = this.objections.ofSubmission(incoming.submission()).orElse(null);
		if (before != null) {
			return sameAs(before, incoming);
		}
		LocalDate today = LocalDate.ofInstant(this.record.now(), CaseTime.ZONE);
		if (!notice.isOpenOn(incoming.receivedOn()) || incoming.receivedOn().isAfter(today)) {
			throw new ReceivedOutsidePeriod(notice.publicationDay(), notice.closesOn());
		}
		return file(incoming, actor.personId());
	}

	/** A page that says something else than it did is no second click. */
	private static Objection sameAs(Objection before, NewObjection incoming) {
		if (!before.text().equals(incoming.text().strip()) || !before.caseId().equals(incoming.caseId())) {
			throw new PageAlreadyFiled(before.receiptNumber());
		}
		return before;
	}

	private static void requireOpen(PublicNotice notice, LocalDate today) {
		if (notice.state() != PublicNotice.State.PUBLISHED || !notice.isOpenOn(today)) {
			throw new AfterPeriod(notice.closesOn());
		}
	}

	/** Locked, so that nothing comes in while the notice is being closed. */
	private PublicNotice lockPublished(NewObjection incoming) {
		this.notices.published(incoming.noticeId());
		this.locks.lock(List.of(incoming.caseId()));
		return this.notices.lock(incoming.noticeId());
	}

	private Objection file(NewObjection incoming, @Nullable Long enteredBy) {
		String text = incoming.text().strip();
		if (text.length() < SHORTEST || text.length() > LONGEST) {
			throw new TextMissing();
		}
		this.listed.mustBeListed(incoming);
		this.listed.mustNotBeDecidedOn(incoming.caseId());
		Instant now = this.record.now();
		String receipt = this.numbers.next(LocalDate.ofInstant(now, CaseTime.ZONE).getYear());
		Objection filed = new Objection(UUID.randomUUID().toString(), receipt, incoming.noticeId(), incoming.caseId(),
				incoming.channel(), text, incoming.objector(), incoming.receivedOn(), now, Objection.State.OPEN, "",
				false, null);
		this.objections.add(filed, enteredBy, incoming.submission());
		this.record.filed(filed, this.listed.packOf(incoming.caseId()));
		this.process.start(filed);
		return filed;
	}

}
