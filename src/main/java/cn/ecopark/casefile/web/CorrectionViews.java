package cn.ecopark.casefile.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CorrectionPoints;
import cn.ecopark.casefile.CorrectionPoints.CorrectionPoint;
import cn.ecopark.casefile.Disclosure;
import cn.ecopark.casefile.PointSubjects;
import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.CorrectionLine;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.Tone;

/** What was sent back in a case, beside what the park answered. */
@Component
class CorrectionViews {

	private final CorrectionPoints points;

	private final PointSubjects subjects;

	private final Texts texts;

	CorrectionViews(CorrectionPoints points, PointSubjects subjects, Texts texts) {
		this.points = points;
		this.subjects = subjects;
		this.texts = texts;
	}

	/**
	 * @return the points that the reader may read, the newest first
	 */
	List<CorrectionLine> of(String caseId, Actor reader, RulePack pack, Locale locale) {
		List<CorrectionPoint> readable = this.points.of(caseId, CorrectionPoints.State.values())
			.stream()
			.filter(point -> Disclosure.ofPoint(reader, point))
			.toList();
		Map<String, String> labels = this.subjects.labels(caseId,
				readable.stream().map(CorrectionPoint::subject).toList(), pack, locale);
		return readable.stream()
			.sorted(Comparator.comparing(CorrectionPoint::number).reversed())
			.map(point -> new CorrectionLine(point.number(), labels.get(point.subject()), point.remark(),
					point.raisedBy(), local(point.raisedAt()), state(point, locale), point.answer(),
					point.answeredAt() == null ? null : local(point.answeredAt())))
			.toList();
	}

	private Tag state(CorrectionPoint point, Locale locale) {
		return switch (point.state()) {
			case OPEN ->
				new Tag(this.texts.in(locale, point.sent() ? "casefile.correction.OPEN" : "casefile.correction.raised"),
						Tone.WARN);
			case ANSWERED -> new Tag(this.texts.in(locale, "casefile.correction.ANSWERED"), Tone.STRONG);
			case SETTLED -> new Tag(this.texts.in(locale,
					point.sent() ? "casefile.correction.SETTLED" : "casefile.correction.left-out"), Tone.QUIET);
			case TAKEN_BACK -> new Tag(this.texts.in(locale, "casefile.correction.TAKEN_BACK"), Tone.QUIET);
		};
	}

	private static LocalDateTime local(@Nullable Instant at) {
		return LocalDateTime.ofInstant(Objects.requireNonNull(at), CaseTime.ZONE);
	}

}
