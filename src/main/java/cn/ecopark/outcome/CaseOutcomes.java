package cn.ecopark.outcome;

import java.math.BigDecimal;
import java.util.Optional;

import org.springframework.stereotype.Component;

import cn.ecopark.batch.BatchFlow;
import cn.ecopark.casefile.CaseFlow;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.law.IssueRules;
import cn.ecopark.outcome.ActsOnRecord.Cited;
import cn.ecopark.park.LifeStatus;
import cn.ecopark.park.Parks;
import cn.ecopark.reference.ReferenceData;
import cn.ecopark.rulepack.CaseResult;
import cn.ecopark.rulepack.Grade;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;

/**
 * What a decision about a case changes in the register of parks, and the grade a
 * recheck's score earns.
 */
@Component
public class CaseOutcomes {

	private final Cases cases;

	private final CaseFlow flow;

	private final Parks parks;

	private final ActsOnRecord acts;

	private final BatchFlow batches;

	private final Opinions opinions;

	private final RulePacks packs;

	private final ReferenceData reference;

	CaseOutcomes(Cases cases, CaseFlow flow, Parks parks, ActsOnRecord acts, BatchFlow batches, Opinions opinions,
			RulePacks packs, ReferenceData reference) {
		this.cases = cases;
		this.flow = flow;
		this.parks = parks;
		this.acts = acts;
		this.batches = batches;
		this.opinions = opinions;
		this.packs = packs;
		this.reference = reference;
	}

	/** 批准建设: the park is under construction and its standard is fixed. */
	public void approveConstruction(String caseId) {
		EcoCase ecoCase = this.cases.get(caseId);
		Cited document = this.acts.require(ecoCase, result(ecoCase, LifeStatus.UNDER_CONSTRUCTION));
		String standard = document.joint()
			.map(joint -> this.batches.standardOf(joint.batchId(), caseId).orElseThrow())
			.orElseGet(() -> standardInForce(ecoCase));
		this.parks.recordApproval(ecoCase.park().id(), ecoCase.release(), document.issuedOn(), document.number(),
				standard);
		this.flow.fixStandard(caseId, standard);
	}

	/** 规划修订: the park goes on by the plan of the case, and is accepted by it. */
	public void revisePlan(String caseId) {
		EcoCase ecoCase = this.cases.get(caseId);
		Cited document = this.acts.require(ecoCase, result(ecoCase, LifeStatus.UNDER_CONSTRUCTION));
		this.parks.recordRevisedPlan(ecoCase.park().id(), ecoCase.release(), document.issuedOn(), document.number(),
				caseId);
	}

	/** 命名: the park bears the title as it is called on that date. */
	public void name(String caseId) {
		EcoCase ecoCase = this.cases.get(caseId);
		Optional<CaseResult> named = result(ecoCase, LifeStatus.NAMED);
		Cited document = this.acts.require(ecoCase, named);
		RulePack pack = this.packs.get(ecoCase.release());
		this.parks.recordNaming(ecoCase.park().id(), ecoCase.release(), document.issuedOn(), document.number(),
				this.reference.requireTitleOn(pack.id(), document.issuedOn()).zh(),
				pack.setting("recheckEveryYears").number());
		named.filter(end -> end.act().joint())
			.ifPresent(end -> this.batches.issueTo(caseId, end.act().name(), end.result()));
	}

	private Optional<CaseResult> result(EcoCase ecoCase, LifeStatus status) {
		return this.packs.get(ecoCase.release()).resultMaking(ecoCase.kind(), status.name());
	}

	/** Where nobody chooses a standard for the park, it is the one in force. */
	private String standardInForce(EcoCase ecoCase) {
		RulePack pack = this.packs.get(ecoCase.release());
		String code = pack.standardInForce();
		IssueRules.standardOfItsType(ecoCase.park().name(), ecoCase.park().kind(), code, "standard",
				pack.standard(code).parkTypes());
		return code;
	}

	/**
	 * @return the grade that the score of the newest on-site assessment earns
	 */
	public Grade grade(String caseId) {
		BigDecimal score = score(caseId).orElseThrow(() -> new IllegalStateException("No assessment in " + caseId));
		return this.packs.get(this.cases.get(caseId).release()).gradeOf(score);
	}

	/**
	 * @return the score of the newest on-site assessment, the sum of its items; empty
	 * before there was one
	 */
	public Optional<BigDecimal> score(String caseId) {
		return this.opinions.latest(caseId, Purpose.GRADING)
			.map(assessment -> RecheckScore.sumOfItems(assessment.fields()));
	}

}
