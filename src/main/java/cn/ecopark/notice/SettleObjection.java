package cn.ecopark.notice;

import java.util.Optional;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import cn.ecopark.batch.BatchItem;
import cn.ecopark.casefile.CaseTakenUp;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.rulepack.OutcomeKind.Meaning;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;

/** 办结异议: what the answer to an objection means for the park. */
@Component
class SettleObjection {

	private final PublicNotices notices;

	private final Objections objections;

	private final NoticeParks parks;

	private final Opinions opinions;

	private final NoticeRecord record;

	private final Cases cases;

	private final RulePacks packs;

	SettleObjection(PublicNotices notices, Objections objections, NoticeParks parks, Opinions opinions,
			NoticeRecord record, Cases cases, RulePacks packs) {
		this.cases = cases;
		this.packs = packs;
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
		Opinion decided = this.opinions.latest(objectionId, Purpose.OBJECTION_ANSWER)
			.or(() -> this.opinions.latest(objectionId, Purpose.OBJECTION_ASSIGNMENT))
			.orElseThrow(() -> new IllegalStateException("Nobody has decided on the objection " + objectionId));
		Objection.State state = state(this.cases.get(objection.caseId()).release(), decided.outcome());
		boolean struckOut = state == Objection.State.UPHELD
				&& this.parks.struckOut(objection.caseId(), decided.outcome());
		this.objections.settle(objectionId, state, decided.field("answer"), struckOut, this.record.now());
		this.record.settled(objection, state);
		if (state != Objection.State.UPHELD) {
			parkGoesOn(notice, objection.caseId());
		}
	}

	/** A park that waited in a notice that is over because its case stood still. */
	@EventListener
	void on(CaseTakenUp taken) {
		String caseId = taken.suspension().caseId();
		this.notices.ofCase(caseId)
			.map(notice -> this.notices.lock(notice.batchId()))
			.ifPresent(notice -> parkGoesOn(notice, caseId));
	}

	private void parkGoesOn(PublicNotice notice, String caseId) {
		Optional<BatchItem> waiting = this.parks.find(notice.batchId(), caseId).filter(BatchItem::isIn);
		boolean free = !this.parks.keptBack(notice.batchId()).contains(caseId);
		if (notice.state() == PublicNotice.State.CLOSED && free) {
			waiting.ifPresent(this.parks::goesOn);
		}
	}

	private Objection.State state(ReleaseId release, String outcome) {
		RulePack pack = this.packs.get(release);
		if (pack.means(outcome, Meaning.UPHOLDS)) {
			return Objection.State.UPHELD;
		}
		if (pack.means(outcome, Meaning.DISMISSES)) {
			return Objection.State.DISMISSED;
		}
		if (pack.means(outcome, Meaning.DOES_NOT_ADMIT)) {
			return Objection.State.NOT_ADMITTED;
		}
		throw new IllegalStateException("No decision on an objection: " + outcome);
	}

}
