package cn.ecopark.outcome;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import cn.ecopark.batch.BatchFlow;
import cn.ecopark.batch.Hindrances;
import cn.ecopark.batch.JointDecision;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.IssuedDecisions;
import cn.ecopark.law.IssueRules;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.officialdocument.OfficialDocument;
import cn.ecopark.officialdocument.OfficialDocuments;
import cn.ecopark.rulepack.Act;
import cn.ecopark.rulepack.CaseResult;
import cn.ecopark.rulepack.RulePacks;

/**
 * The issued document that the end of a case rests on: of the joint decision, or of the
 * case itself where one body decides.
 */
@Component
class ActsOnRecord implements IssuedDecisions {

	private final Cases cases;

	private final RulePacks packs;

	private final BatchFlow batches;

	private final OfficialDocuments documents;

	private final Hindrances hindrances;

	ActsOnRecord(Cases cases, RulePacks packs, BatchFlow batches, OfficialDocuments documents, Hindrances hindrances) {
		this.cases = cases;
		this.packs = packs;
		this.batches = batches;
		this.documents = documents;
		this.hindrances = hindrances;
	}

	/**
	 * A document as the register of parks cites it.
	 *
	 * @param joint the joint decision it states; empty where one body decided
	 */
	record Cited(String number, LocalDate issuedOn, Optional<JointDecision> joint) {
	}

	/**
	 * @param end by which the standing of the park changes; empty where the pack knows of
	 * none
	 * @throws LegalRefusal when no such document was issued, or what it needs is not on
	 * record, whatever the diagram says
	 */
	Cited require(EcoCase ecoCase, Optional<CaseResult> end) {
		return IssueRules.effectNeedsItsDocument(ecoCase.park().name(),
				end.flatMap(result -> find(ecoCase, result.act())));
	}

	private Optional<Cited> find(EcoCase ecoCase, Act act) {
		return act.joint()
				? this.batches.documentOf(ecoCase.id(), act.name())
					.map(joint -> new Cited(joint.number(), joint.issuedOn(), Optional.of(joint)))
				: ofCase(ecoCase, act);
	}

	/**
	 * What a joint decision needs is asked for when it is issued; here it is asked now.
	 */
	private Optional<Cited> ofCase(EcoCase ecoCase, Act act) {
		LegalRefusal lacking = this.hindrances.among(act.name(), List.of(ecoCase.id())).get(ecoCase.id());
		if (lacking != null) {
			throw lacking;
		}
		return this.documents.ofDossier(ecoCase.id())
			.stream()
			.filter(document -> document.kind().equals(act.name()))
			.flatMap(document -> cited(document).stream())
			.findFirst();
	}

	private static Optional<Cited> cited(OfficialDocument document) {
		return Optional.ofNullable(document.number())
			.filter(number -> document.standing().state() == OfficialDocument.State.ISSUED)
			.map(number -> new Cited(number.text(), document.issuedOn(), Optional.empty()));
	}

	/** What one body has decided in a document of the case is decided. */
	@Override
	public Optional<String> decidedBy(String caseId) {
		EcoCase ecoCase = this.cases.get(caseId);
		Set<String> deciding = this.packs.get(ecoCase.release())
			.results()
			.stream()
			.filter(end -> end.process().equals(ecoCase.kind()) && !end.act().joint())
			.map(end -> end.act().name())
			.collect(Collectors.toUnmodifiableSet());
		return deciding.isEmpty() ? Optional.empty()
				: this.documents.ofDossier(caseId)
					.stream()
					.filter(document -> deciding.contains(document.kind()))
					.flatMap(document -> cited(document).stream())
					.map(Cited::number)
					.findFirst();
	}

}
