package cn.ecopark.wholefile;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CorrectionPoints;
import cn.ecopark.casefile.CorrectionPoints.CorrectionPoint;
import cn.ecopark.casefile.Disclosure;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.PointSubjects;
import cn.ecopark.organisation.Actor;
import cn.ecopark.wholefile.CaseData.Correction;

/** What was sent back to the park to be corrected, and what it answered. */
@Component
class CorrectionReading {

	private final CorrectionPoints points;

	private final PointSubjects subjects;

	private final Labels labels;

	CorrectionReading(CorrectionPoints points, PointSubjects subjects, Labels labels) {
		this.points = points;
		this.subjects = subjects;
		this.labels = labels;
	}

	List<Correction> of(EcoCase ecoCase, Actor reader) {
		List<CorrectionPoint> readable = this.points.of(ecoCase.id(), CorrectionPoints.State.values())
			.stream()
			.filter(point -> Disclosure.ofPoint(reader, point))
			.toList();
		Map<String, String> named = this.subjects.labels(ecoCase.id(),
				readable.stream().map(CorrectionPoint::subject).toList(), this.labels.pack(ecoCase.release()),
				ArchiveWords.LOCALE);
		return readable.stream()
			.map(point -> new Correction(point.number(), point.subject(),
					named.getOrDefault(point.subject(), point.subject()), point.remark(),
					this.labels.code("wholefile.correction.", point.state().name()), point.raisedBy(), point.answer(),
					point.answeredAt()))
			.toList();
	}

}
