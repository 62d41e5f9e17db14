package cn.ecopark.worklist;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CorrectionPoints;
import cn.ecopark.casefile.CorrectionPoints.CorrectionPoint;
import cn.ecopark.form.InputError;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.worklist.Decision.CorrectionDecision;

/**
 * 逐项答复: the park answers every open point; only those are open, and none may be left out.
 */
@Component
class CorrectionWorkPanel implements WorkPanel<CorrectionDecision> {

	private final CorrectionPoints points;

	private final CaseTime time;

	CorrectionWorkPanel(CorrectionPoints points, CaseTime time) {
		this.points = points;
		this.time = time;
	}

	@Override
	public String name() {
		return Purpose.CORRECTION.panel();
	}

	@Override
	public Class<CorrectionDecision> takes() {
		return CorrectionDecision.class;
	}

	@Override
	public void check(WorkItem item, CorrectionDecision decision, Map<String, InputError> errors) {
		CorrectionRules.everyPointIsAnswered(open(item), decision, errors);
	}

	@Override
	public void carryOut(WorkItem item, CorrectionDecision decision, Kept kept) {
		String caseId = String.valueOf(item.subject().caseId());
		for (CorrectionPoint point : open(item)) {
			this.points.answer(caseId, point.id(), decision.answer(point.id()), kept.opinionId(), this.time.now());
		}
	}

	private List<CorrectionPoint> open(WorkItem item) {
		return this.points.of(String.valueOf(item.subject().caseId()), CorrectionPoints.State.OPEN);
	}

}
