package cn.ecopark.officialdocument;

import java.util.Comparator;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import cn.ecopark.audit.Subject;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CaseAccess;
import cn.ecopark.casefile.CaseOfficialDocuments;
import cn.ecopark.casefile.CaseRefusals.NotYourCase;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.organisation.Units;
import cn.ecopark.rulepack.DocumentKind;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.typesetting.Imprint;
import cn.ecopark.typesetting.manuscript.Facts;

/** 审批单: how a case has been handled so far, on one sheet, for whoever handles it. */
@Component
public class ApprovalSheet {

	private final CaseAccess access;

	private final Composer composer;

	private final FactCollector facts;

	private final ObjectProvider<CaseOfficialDocuments> documents;

	private final OfficialWords naming;

	private final RulePacks packs;

	private final CaseTime time;

	private final HandlingTable handling;

	ApprovalSheet(CaseAccess access, Composer composer, FactCollector facts,
			ObjectProvider<CaseOfficialDocuments> documents, OfficialWords naming, RulePacks packs, CaseTime time,
			HandlingTable handling) {
		this.access = access;
		this.composer = composer;
		this.facts = facts;
		this.documents = documents;
		this.naming = naming;
		this.packs = packs;
		this.time = time;
		this.handling = handling;
	}

	/**
	 * @return the sheet as PDF, with the opinions that this reader may read
	 * @throws cn.ecopark.casefile.CaseRefusals.CaseNotFound when there is no such case
	 * @throws NotYourCase when it is of another province or panel, or the reader is the
	 * park, for whom the sheet is not
	 */
	public byte[] of(String caseId, Actor reader) {
		EcoCase ecoCase = this.access.read(reader, caseId);
		if (reader.unitLevel() == UnitLevel.PARK) {
			throw new NotYourCase();
		}
		String kind = this.packs.get(ecoCase.release()).document(DocumentKind.Use.APPROVAL_SHEET).key();
		IssueOrder order = new IssueOrder(ecoCase.release(), kind,
				new IssueOrder.Place(caseId, caseId, "", 0, Units.OFFICE, Subject.ofCase(caseId)), null, List.of(),
				this.time.today(), null, told -> {
				});
		Facts told = this.facts.collect(order);
		tellConclusion(order, ecoCase, reader, told);
		this.handling.tell(order, caseId, reader, told);
		return this.composer
			.composeForReading(kind, ecoCase.release(), told, new Imprint("", this.time.today(), List.of(), null))
			.pdf();
	}

	/** What the case has ended with, and the document that says so. */
	private void tellConclusion(IssueOrder order, EcoCase ecoCase, Actor reader, Facts told) {
		String result = ecoCase.result();
		if (result == null) {
			return;
		}
		String label = this.naming.outcome(result, order);
		told.text("conclusion",
				this.documents.orderedStream()
					.flatMap(source -> source.of(ecoCase.id(), reader).stream())
					.filter(document -> document.number() != null
							&& document.standing() == CaseOfficialDocuments.Standing.HOLDS)
					.max(Comparator.comparing(CaseOfficialDocuments.Issued::on))
					.map(document -> this.naming.word("officialdocument.fact.concluded", label, document.title(),
							String.valueOf(document.number()), Facts.day(document.on())))
					.orElse(label));
	}

}
