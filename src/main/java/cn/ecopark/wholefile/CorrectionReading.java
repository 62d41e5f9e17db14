package cn.ecopark.wholefile;

import java.util.List;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CorrectionPoints;
import cn.ecopark.casefile.CorrectionPoints.CorrectionPoint;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.wholefile.CaseData.Correction;
import cn.ecopark.worklist.WorkItems;

/** What was sent back to the park to be corrected, and what it answered. */
@Component
class CorrectionReading {

	private static final String DOCUMENT = "document:";

	private final CorrectionPoints points;

	private final WorkItems items;

	private final Labels labels;

	CorrectionReading(CorrectionPoints points, WorkItems items, Labels labels) {
		this.points = points;
		this.items = items;
		this.labels = labels;
	}

	/** Points that have not been sent to the park yet are none of its business. */
	List<Correction> of(EcoCase ecoCase, Actor reader) {
		RulePack pack = this.labels.pack(ecoCase.release());
		boolean open = reader.unitLevel() != UnitLevel.PARK || liesWith(reader, ecoCase.id());
		return this.points.of(ecoCase.id(), CorrectionPoints.State.values())
			.stream()
			.filter(point -> open || point.state() != CorrectionPoints.State.OPEN)
			.map(point -> correction(point, pack))
			.toList();
	}

	private boolean liesWith(Actor park, String caseId) {
		return this.items.openOf(caseId)
			.stream()
			.anyMatch(item -> park.unitId().equals(item.holder().unitId())
					&& item.description().purpose() == Purpose.CORRECTION);
	}

	private Correction correction(CorrectionPoint point, RulePack pack) {
		String subject = point.subject();
		String label = subject.startsWith(DOCUMENT)
				? this.labels.document(pack, subject.substring(DOCUMENT.length())).label() : subject;
		return new Correction(point.number(), subject, label, point.remark(),
				this.labels.code("wholefile.correction.", point.state().name()), point.raisedBy(), point.answer(),
				point.answeredAt());
	}

}
