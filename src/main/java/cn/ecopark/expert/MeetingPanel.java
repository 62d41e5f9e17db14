package cn.ecopark.expert;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.Actor;
import cn.ecopark.worklist.FormSchemas;
import cn.ecopark.worklist.Submission;
import cn.ecopark.worklist.TaskRefusals.FieldError;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkPanel;
import cn.ecopark.worklist.web.panel.FormPanel;
import cn.ecopark.worklist.web.panel.PanelView;

/** 会议: when and where it is or was held, on what, and who was there. */
@Component
class MeetingPanel implements WorkPanel {

	private static final String DATE = "meetingDate";

	/** The outcome that says the meeting has taken place. */
	private static final String HELD = "HELD";

	private final Meetings meetings;

	private final FormSchemas schemas;

	private final CaseTime time;

	MeetingPanel(Meetings meetings, FormSchemas schemas, CaseTime time) {
		this.meetings = meetings;
		this.schemas = schemas;
		this.time = time;
	}

	@Override
	public String name() {
		return "meeting";
	}

	@Override
	public PanelView view(WorkItem item, Actor actor, Submission entered, Map<String, String> problems) {
		return new FormPanel(name(), this.schemas.fields(item, entered, problems));
	}

	@Override
	public void check(WorkItem item, Submission submission, Map<String, FieldError> errors) {
		boolean tooEarly = HELD.equals(submission.outcome())
				&& date(submission).filter(day -> day.isAfter(this.time.today())).isPresent();
		if (tooEarly) {
			errors.put("f." + DATE, new FieldError("expert.error.meeting-not-held"));
		}
	}

	@Override
	public void carryOut(WorkItem item, Submission submission, Decision decision) {
		String place = submission.form("place").isEmpty() ? submission.form("link") : submission.form("place");
		date(submission).ifPresent(day -> this.meetings.add(
				new Meeting(String.valueOf(item.subject().caseId()), item.task().processKey(), day, place,
						submission.form("agenda"), submission.form("attendance"), decision.opinionId()),
				this.time.now()));
	}

	private static Optional<LocalDate> date(Submission submission) {
		try {
			return Optional.of(LocalDate.parse(submission.form(DATE)));
		}
		catch (DateTimeParseException reportedByTheSchema) {
			return Optional.empty();
		}
	}

}
