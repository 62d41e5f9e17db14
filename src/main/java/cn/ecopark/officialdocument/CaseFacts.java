package cn.ecopark.officialdocument;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.CorrectionPoints;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.casefile.PointSubjects;
import cn.ecopark.dossier.Documents;
import cn.ecopark.organisation.Units;
import cn.ecopark.reference.ReferenceData;
import cn.ecopark.rulepack.DocumentKind;
import cn.ecopark.rulepack.OutcomeKind.Meaning;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.typesetting.manuscript.Facts;

/**
 * What documents say of one case: its park, what was handed in, asked for and concluded.
 */
@Component
@Order(1)
class CaseFacts implements FactSource {

	private final Cases cases;

	private final Opinions opinions;

	private final CorrectionPoints points;

	private final PointSubjects subjects;

	private final Documents documents;

	private final OfficialWords naming;

	private final ReferenceData reference;

	CaseFacts(Cases cases, Opinions opinions, CorrectionPoints points, PointSubjects subjects, Documents documents,
			OfficialWords naming, ReferenceData reference) {
		this.subjects = subjects;
		this.reference = reference;
		this.cases = cases;
		this.opinions = opinions;
		this.points = points;
		this.documents = documents;
		this.naming = naming;
	}

	@Override
	public void tell(IssueOrder order, Facts facts) {
		String caseId = order.place().caseId();
		this.reference.titleOn(order.release().pack(), order.issuedOn())
			.ifPresent(title -> facts.text("title", title.zh()));
		facts.text("convener", this.naming.unit(Units.OFFICE, order));
		facts.text("technicalUnit", this.naming.unit(order.place().unitId(), order));
		if (caseId != null) {
			EcoCase ecoCase = this.cases.get(caseId);
			tellPark(ecoCase, order, facts);
			tellCourse(ecoCase, order, facts);
			tellConclusion(order, facts);
		}
	}

	private void tellPark(EcoCase ecoCase, IssueOrder order, Facts facts) {
		String administration = this.naming.unit(ecoCase.park().unitId(), order);
		facts.text("parkName", ecoCase.park().name())
			.text("parkKind", this.naming.word("park.kind." + ecoCase.park().kind()))
			.text("province", this.naming.province(ecoCase.park().provinceCode()))
			.text("administration", administration)
			.text("addressee", administration)
			.text("copies", this.naming.departments(ecoCase, order))
			.text("standards", this.naming.standard(ecoCase.standard(), order));
	}

	private void tellCourse(EcoCase ecoCase, IssueOrder order, Facts facts) {
		LocalDate submitted = day(ecoCase.submittedAt(), order);
		Optional<LocalDate> forwarded = forwarded(ecoCase, order).map(opinion -> day(opinion.at(), order));
		forwarded.ifPresent(day -> facts.date("forwardedOn", day));
		this.opinions.latest(ecoCase.id(), Purpose.CHECK_OPINION)
			.ifPresent(opinion -> facts.date("checkedOn", day(opinion.at(), order)));
		facts
			.text("caseNumber",
					ecoCase.number() == null ? this.naming.word("officialdocument.fact.unnumbered") : ecoCase.number())
			.text("matter", this.naming.kindOf(ecoCase).documents().matter())
			.text("again", this.naming.kindOf(ecoCase).documents().again())
			.text("stage", this.naming.pack(order).stageLabel(order.place().stage()))
			.date("submittedOn", submitted)
			.date("receivedOn", forwarded.orElse(submitted))
			.date("admittedOn", day(ecoCase.admittedAt(), order))
			.list("papersReceived",
					this.documents.kindsOf(ecoCase.id(), 0)
						.stream()
						.map(this.naming.pack(order)::document)
						.filter(DocumentKind::isHandedIn)
						.map(DocumentKind::label)
						.toList())
			.list("corrections", open(ecoCase.id(), order))
			.list("rectifyItems", open(ecoCase.id(), order));
	}

	private void tellConclusion(IssueOrder order, Facts facts) {
		Optional<Opinion> decided = this.opinions.of(order.place().dossierId())
			.stream()
			.filter(opinion -> opinion.workItemId() == order.place().workItemId())
			.findFirst();
		decided.ifPresent(opinion -> {
			String outcome = this.naming.outcome(opinion.outcome(), order);
			facts.text("conclusion", outcome + "。")
				.text("leader", opinion.author().personName())
				.text("cause", opinion.text())
				.text("remark", opinion.text())
				.list("grounds", paragraphs(opinion))
				.list("merits", sentences(opinion, outcome))
				.list("advice", open(String.valueOf(order.place().caseId()), order));
		});
	}

	private static List<String> paragraphs(Opinion opinion) {
		return opinion.text().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
	}

	/**
	 * @return the paragraphs of an opinion; the outcome where nothing was written
	 */
	private static List<String> sentences(Opinion opinion, String outcome) {
		List<String> lines = paragraphs(opinion);
		return lines.isEmpty() ? List.of(outcome + "。") : lines;
	}

	private List<String> open(String caseId, IssueOrder order) {
		List<CorrectionPoints.CorrectionPoint> open = this.points.of(caseId, CorrectionPoints.State.OPEN);
		Map<String, String> subjects = this.subjects.labels(caseId,
				open.stream().map(CorrectionPoints.CorrectionPoint::subject).toList(), this.naming.pack(order),
				Locale.CHINA);
		return open.stream()
			.map(point -> subjects.containsKey(point.subject()) ? subjects.get(point.subject()) + "：" + point.remark()
					: point.remark())
			.toList();
	}

	private Optional<Opinion> forwarded(EcoCase ecoCase, IssueOrder order) {
		return this.opinions.of(ecoCase.id())
			.stream()
			.filter(opinion -> this.naming.pack(order).means(opinion.outcome(), Meaning.FORWARDS))
			.findFirst();
	}

	private static LocalDate day(@Nullable Instant at, IssueOrder order) {
		return at == null ? order.issuedOn() : LocalDate.ofInstant(at, CaseTime.ZONE);
	}

}
