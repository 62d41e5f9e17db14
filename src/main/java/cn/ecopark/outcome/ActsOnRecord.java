package cn.ecopark.outcome;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import cn.ecopark.batch.BatchFlow;
import cn.ecopark.batch.Hindrances;
import cn.ecopark.batch.JointDecision;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.law.IssueRules;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.officialdocument.DocumentNumber;
import cn.ecopark.officialdocument.OfficialDocument;
import cn.ecopark.officialdocument.OfficialDocuments;
import cn.ecopark.rulepack.Act;
import cn.ecopark.rulepack.CaseResult;

/**
 * The issued document that the end of a case rests on: of the joint decision, or of the
 * case itself where one body decides.
 */
@Component
class ActsOnRecord {

	private final BatchFlow batches;

	private final OfficialDocuments documents;

	private final Hindrances hindrances;

	ActsOnRecord(BatchFlow batches, OfficialDocuments documents, Hindrances hindrances) {
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
			.filter(document -> document.standing().state() == OfficialDocument.State.ISSUED)
			.findFirst()
			.flatMap(document -> Optional.ofNullable(document.number())
				.map(DocumentNumber::text)
				.map(number -> new Cited(number, document.issuedOn(), Optional.empty())));
	}

}
