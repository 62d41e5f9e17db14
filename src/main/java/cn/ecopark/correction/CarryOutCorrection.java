package cn.ecopark.correction;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseLocks;
import cn.ecopark.casefile.Cases;
import cn.ecopark.correction.CorrectionRefusals.NotMadeHere;
import cn.ecopark.officialdocument.DocumentConsequences;
import cn.ecopark.officialdocument.IssueOrder;
import cn.ecopark.officialdocument.IssueOrders;
import cn.ecopark.officialdocument.OfficialDocument;
import cn.ecopark.officialdocument.OfficialDocuments;
import cn.ecopark.officialdocument.Reissue;
import cn.ecopark.officialdocument.Reissue.Mistake;

/**
 * Carries out what was agreed about a document, and all that follows from it, in one
 * transaction; and says beforehand whether it could.
 */
@Component
class CarryOutCorrection {

	private final OfficialDocuments documents;

	private final Reissue reissue;

	private final ObjectProvider<IssueOrders> orders;

	private final ObjectProvider<DocumentConsequences> consequences;

	private final CaseLocks locks;

	private final Cases cases;

	CarryOutCorrection(OfficialDocuments documents, Reissue reissue, ObjectProvider<IssueOrders> orders,
			ObjectProvider<DocumentConsequences> consequences, CaseLocks locks, Cases cases) {
		this.documents = documents;
		this.reissue = reissue;
		this.orders = orders;
		this.consequences = consequences;
		this.locks = locks;
		this.cases = cases;
	}

	boolean canMake(OfficialDocument document) {
		return orders(document).isPresent();
	}

	/**
	 * @throws NotMadeHere when the document is to be made anew and cannot be
	 * @throws cn.ecopark.shared.Refusal when it may not bear that date, a fact is missing
	 * that it says, or something that rests on it cannot follow
	 */
	void require(OfficialDocument document, Corrections.Proposal proposal) {
		lock(document);
		if (proposal.act() == DocumentCorrection.Act.VOID) {
			this.consequences.orderedStream().forEach(one -> one.requireVoidable(document));
			return;
		}
		LocalDate day = Objects.requireNonNull(proposal.issuedOn());
		IssueOrder order = again(document, day);
		this.consequences.orderedStream().forEach(one -> one.requireReplaceable(document, day));
		this.reissue.preview(document, new Mistake(proposal.mistake(), proposal.reason()), order);
	}

	void carryOut(OfficialDocument document, DocumentCorrection agreed) {
		lock(document);
		if (agreed.act() == DocumentCorrection.Act.VOID) {
			this.documents.annul(document.code(), agreed.reason());
			this.consequences.orderedStream().forEach(one -> one.voided(document, agreed.reason()));
			return;
		}
		Mistake mistake = new Mistake(agreed.mistake(), agreed.reason());
		OfficialDocument by = this.reissue.inPlaceOf(document, mistake,
				again(document, Objects.requireNonNull(agreed.issuedOn())));
		this.consequences.orderedStream().forEach(one -> one.replaced(document, by, mistake));
	}

	byte[] preview(OfficialDocument document, DocumentCorrection proposed) {
		return this.reissue.preview(document, new Mistake(proposed.mistake(), proposed.reason()),
				again(document, Objects.requireNonNull(proposed.issuedOn())));
	}

	private IssueOrder again(OfficialDocument document, LocalDate day) {
		return orders(document).orElseThrow(NotMadeHere::new).again(document, day);
	}

	private Optional<IssueOrders> orders(OfficialDocument document) {
		return this.orders.orderedStream().filter(one -> one.knows(document)).findFirst();
	}

	/** The first lock of the command: the cases it may change. */
	void lock(OfficialDocument document) {
		this.locks.lockDossier(this.cases.find(document.dossierId()).isPresent() ? document.dossierId() : null,
				document.dossierId());
	}

}
