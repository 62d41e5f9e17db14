package cn.ecopark.notice;

import java.util.Optional;

import org.springframework.stereotype.Component;

import cn.ecopark.batch.BatchItem;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.notice.Objection.State;

/** 办结异议: what the answer to an objection means for the park. */
@Component
class SettleObjection {

	private static final String ANSWER = "Task_AnswerObjection";

	private static final String ASSIGNMENT = "Task_AssignObjection";

	private final PublicNotices notices;

	private final Objections objections;

	private final NoticeParks parks;

	private final Opinions opinions;

	private final NoticeRecord record;

	SettleObjection(PublicNotices notices, Objections objections, NoticeParks parks, Opinions opinions,
			NoticeRecord record) {
		this.notices = notices;
		this.objections = objections;
		this.parks = parks;
		this.opinions = opinions;
		this.record = record;
	}

	void settle(String objectionId) {
		PublicNotice notice = this.notices.lock(this.objections.get(objectionId).batchId());
		Objection objection = this.objections.get(objectionId);
		if (!objection.isOpen()) {
			return;
		}
		Opinion decided = this.opinions.latest(objectionId, ANSWER)
			.or(() -> this.opinions.latest(objectionId, ASSIGNMENT))
			.orElseThrow(() -> new IllegalStateException("Nobody has decided on the objection " + objectionId));
		State state = state(decided.outcome());
		boolean struckOut = state == State.UPHELD && this.parks.struckOut(objection.caseId());
		this.objections.settle(objectionId, state, decided.field("answer"), struckOut, this.record.now());
		this.record.settled(objection, state);
		if (state != State.UPHELD) {
			parkGoesOn(notice, objection.caseId());
		}
	}

	private void parkGoesOn(PublicNotice notice, String caseId) {
		Optional<BatchItem> waiting = this.parks.find(notice.batchId(), caseId).filter(BatchItem::isIn);
		boolean free = !this.parks.withOpenObjection(notice.batchId()).contains(caseId);
		if (notice.state() == PublicNotice.State.CLOSED && free) {
			waiting.ifPresent(this.parks::goesOn);
		}
	}

	private static State state(String outcome) {
		return switch (outcome) {
			case "UPHOLD" -> State.UPHELD;
			case "DISMISS" -> State.DISMISSED;
			case "NOT_ADMIT" -> State.NOT_ADMITTED;
			default -> throw new IllegalStateException("No decision on an objection: " + outcome);
		};
	}

}
