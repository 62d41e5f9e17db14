package cn.ecopark.notice;

import java.time.LocalDate;
import java.util.Map;

import org.springframework.stereotype.Component;

import cn.ecopark.batch.BatchFlow;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.form.InputError;
import cn.ecopark.law.NoticeRules;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.worklist.Decision.NoticeDecision;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkPanel;

/**
 * 起草公示: text, first day and ways of objecting. A draft changed after the ministries were
 * asked is laid before them anew.
 */
@Component
class NoticePanel implements WorkPanel<NoticeDecision> {

	private final PublicNotices notices;

	private final NoticePeriod period;

	private final NoticeRecord record;

	private final BatchFlow batches;

	NoticePanel(PublicNotices notices, NoticePeriod period, NoticeRecord record, BatchFlow batches) {
		this.notices = notices;
		this.period = period;
		this.record = record;
		this.batches = batches;
	}

	@Override
	public String name() {
		return Purpose.NOTICE_DRAFT.panel();
	}

	@Override
	public Class<NoticeDecision> takes() {
		return NoticeDecision.class;
	}

	@Override
	public void check(WorkItem item, NoticeDecision decision, Map<String, InputError> errors) {
		decision.publicationDay().ifPresent(day -> {
			if (!this.period.isWorkingDay(day)) {
				errors.putIfAbsent(NoticeDecision.DAY_INPUT,
						new InputError("notice.error.day-off", this.period.onOrAfter(day).toString()));
			}
		});
	}

	@Override
	public void carryOut(WorkItem item, NoticeDecision decision, Kept kept) {
		String batchId = String.valueOf(item.subject().batchId());
		LocalDate day = decision.publicationDay().orElseThrow();
		LocalDate today = LocalDate.ofInstant(this.record.now(), CaseTime.ZONE);
		NoticeRules.publicationInTime(day, today, this.period.latestPublication(batchId, today));
		PublicNotice draft = new PublicNotice(batchId, decision.title(), decision.introduction(), decision.contacts(),
				day, this.period.lastDay(batchId, day), PublicNotice.State.DRAFT, null, null);
		this.notices.draft(draft);
		this.record.drafted(draft);
		this.batches.askAllAgain(batchId);
	}

}
