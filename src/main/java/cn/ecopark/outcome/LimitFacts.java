package cn.ecopark.outcome;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import cn.ecopark.batch.BatchItem;
import cn.ecopark.batch.BatchItems;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.officialdocument.FactSource;
import cn.ecopark.officialdocument.IssueOrder;
import cn.ecopark.officialdocument.OfficialWords;
import cn.ecopark.rulepack.Grade;
import cn.ecopark.rulepack.KindOfCase.Periodic;
import cn.ecopark.rulepack.Limit;
import cn.ecopark.rulepack.Limit.OnReturn;
import cn.ecopark.typesetting.manuscript.Facts;
import cn.ecopark.worklist.StepLimits;

/** What documents say of limits that begin with them, and of the grades of a recheck. */
@Component
@Order(6)
class LimitFacts implements FactSource {

	private final StepLimits limits;

	private final CaseOutcomes outcomes;

	private final BatchItems items;

	private final Cases cases;

	private final OfficialWords naming;

	LimitFacts(StepLimits limits, CaseOutcomes outcomes, BatchItems items, Cases cases, OfficialWords naming) {
		this.limits = limits;
		this.outcomes = outcomes;
		this.items = items;
		this.cases = cases;
		this.naming = naming;
	}

	@Override
	public void tell(IssueOrder order, Facts facts) {
		String caseId = order.place().caseId();
		this.naming.pack(order)
			.findLimit(Limit.Use.RECTIFICATION)
			.ifPresent(limit -> facts.date("rectifyDue", this.limits.lastDay(order.release(), limit.key(), caseId)));
		if (caseId != null) {
			facts.date("correctionDue", this.limits.lastDay(order.release(), Limit.Use.CORRECTION, caseId))
				.text("reviewPeriod",
						this.naming
							.word(this.naming.pack(order).limit(Limit.Use.ADMISSION).onReturn() == OnReturn.RESTART
									? "officialdocument.fact.restarts" : "officialdocument.fact.resumes"));
			tellCause(this.cases.get(caseId), order, facts);
		}
		List<EcoCase> rechecked = this.items.named(order.place().dossierId())
			.stream()
			.map(BatchItem::caseId)
			.map(this.cases::get)
			.filter(ecoCase -> this.naming.kindOf(ecoCase).isPeriodic())
			.toList();
		if (!rechecked.isEmpty()) {
			tellGrades(rechecked, order, facts);
		}
	}

	private void tellCause(EcoCase ecoCase, IssueOrder order, Facts facts) {
		Periodic recheck = this.naming.kindOf(ecoCase).periodic();
		if (recheck != null) {
			this.outcomes.score(ecoCase.id())
				.ifPresent(score -> facts.text("cause",
						recheck.cause(order.issuedOn().getYear(), "%.1f".formatted(score), grade(score, order))));
		}
	}

	private String grade(BigDecimal score, IssueOrder order) {
		return this.naming.outcome(this.naming.pack(order).gradeOf(score).code(), order);
	}

	private void tellGrades(List<EcoCase> rechecked, IssueOrder order, Facts facts) {
		List<Map<String, String>> results = new ArrayList<>();
		List<String> improving = new ArrayList<>();
		List<String> criticised = new ArrayList<>();
		for (EcoCase ecoCase : rechecked) {
			BigDecimal score = this.outcomes.score(ecoCase.id()).orElse(BigDecimal.ZERO);
			Map<String, String> row = new LinkedHashMap<>();
			row.put("name", ecoCase.park().name());
			row.put("province", this.naming.province(ecoCase.park().provinceCode()));
			row.put("score", "%.1f".formatted(score));
			row.put("grade", grade(score, order));
			results.add(row);
			Grade grade = this.naming.pack(order).gradeOf(score);
			if (grade.improves()) {
				improving.add(ecoCase.park().name());
			}
			if (grade.criticised()) {
				criticised.add(ecoCase.park().name());
			}
		}
		facts.text("round", String.valueOf(order.issuedOn().getYear()))
			.table("results", results)
			.list("improving", improving)
			.list("criticised", criticised);
	}

}
