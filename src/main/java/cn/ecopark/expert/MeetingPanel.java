package cn.ecopark.expert;

import java.util.Map;

import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.form.InputError;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.worklist.Decision.MeetingDecision;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkPanel;

/** 会议: when and where it is or was held, on what, and who was there. */
@Component
class MeetingPanel implements WorkPanel<MeetingDecision> {

	private final Meetings meetings;

	private final CaseTime time;

	MeetingPanel(Meetings meetings, CaseTime time) {
		this.meetings = meetings;
		this.time = time;
	}

	@Override
	public String name() {
		return Purpose.MEETING.panel();
	}

	@Override
	public Class<MeetingDecision> takes() {
		return MeetingDecision.class;
	}

	@Override
	public void check(WorkItem item, MeetingDecision decision, Map<String, InputError> errors) {
		boolean tooEarly = item.description().purpose() == Purpose.MEETING
				&& decision.day().filter(day -> day.isAfter(this.time.today())).isPresent();
		if (tooEarly) {
			errors.put(MeetingDecision.DAY_INPUT, new InputError("expert.error.meeting-not-held"));
		}
	}

	@Override
	public void carryOut(WorkItem item, MeetingDecision decision, Kept kept) {
		decision.day()
			.ifPresent(
					day -> this.meetings.add(
							new Meeting(String.valueOf(item.subject().caseId()), item.task().stage(), day,
									decision.place(), decision.agenda(), decision.attendance(), kept.opinionId()),
							this.time.now()));
	}

}
