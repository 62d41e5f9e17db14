package cn.ecopark.notice;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import cn.ecopark.batch.BatchFlow;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.law.NoticeRules;
import cn.ecopark.organisation.Actor;
import cn.ecopark.worklist.FormSchemas;
import cn.ecopark.worklist.Submission;
import cn.ecopark.worklist.TaskRefusals.FieldError;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkPanel;
import cn.ecopark.worklist.web.panel.FormPanel;
import cn.ecopark.worklist.web.panel.PanelView;

/**
 * 起草公示: text, first day and ways of objecting. A draft changed after the ministries were
 * asked is laid before them anew.
 */
@Component
class NoticePanel implements WorkPanel {

	static final List<String> CONTACTS = List.of("phone", "fax", "email", "address", "postcode", "visitingHours");

	private static final String DAY = "publicationDay";

	private final PublicNotices notices;

	private final NoticePeriod period;

	private final NoticeRecord record;

	private final BatchFlow batches;

	private final FormSchemas schemas;

	NoticePanel(PublicNotices notices, NoticePeriod period, NoticeRecord record, BatchFlow batches,
			FormSchemas schemas) {
		this.notices = notices;
		this.period = period;
		this.record = record;
		this.batches = batches;
		this.schemas = schemas;
	}

	@Override
	public String name() {
		return "notice";
	}

	@Override
	public PanelView view(WorkItem item, Actor actor, Submission entered, Map<String, String> problems) {
		return new FormPanel(name(), this.schemas.fields(item, entered, problems));
	}

	@Override
	public void check(WorkItem item, Submission submission, Map<String, FieldError> errors) {
		day(submission).ifPresent(day -> {
			if (!this.period.isWorkingDay(day)) {
				errors.put("f." + DAY, new FieldError("notice.error.day-off", this.period.onOrAfter(day).toString()));
			}
		});
	}

	@Override
	public void carryOut(WorkItem item, Submission submission, Decision decision) {
		String batchId = String.valueOf(item.subject().batchId());
		Map<String, String> contacts = new LinkedHashMap<>();
		CONTACTS.stream()
			.filter(key -> !submission.form(key).isEmpty())
			.forEach(key -> contacts.put(key, submission.form(key)));
		LocalDate day = day(submission).orElseThrow();
		LocalDate today = LocalDate.ofInstant(this.record.now(), CaseTime.ZONE);
		NoticeRules.publicationInTime(day, today, this.period.latestPublication(batchId, today));
		PublicNotice draft = new PublicNotice(batchId, submission.form("title"), submission.form("introduction"),
				contacts, day, this.period.lastDay(batchId, day), PublicNotice.State.DRAFT, null, null);
		this.notices.draft(draft);
		this.record.drafted(draft);
		this.batches.askAllAgain(batchId);
	}

	private static Optional<LocalDate> day(Submission submission) {
		try {
			return Optional.of(LocalDate.parse(submission.form(DAY)));
		}
		catch (DateTimeParseException reportedByTheSchema) {
			return Optional.empty();
		}
	}

}
