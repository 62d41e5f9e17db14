package cn.ecopark.worklist;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CorrectionPoints;
import cn.ecopark.rulepack.Purpose;

/** With the task to correct, the park has been asked to answer what is open. */
@Component
class PointsSent {

	private final CorrectionPoints points;

	PointsSent(CorrectionPoints points) {
		this.points = points;
	}

	@EventListener
	void on(TaskOpened opened) {
		String caseId = opened.subject().caseId();
		if (caseId != null && opened.purpose() == Purpose.CORRECTION) {
			this.points.send(caseId, opened.at());
		}
	}

}
