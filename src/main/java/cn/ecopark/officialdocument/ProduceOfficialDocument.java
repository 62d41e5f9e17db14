package cn.ecopark.officialdocument;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.law.IssueRules;
import cn.ecopark.officialdocument.LayIntoFile.Laid;
import cn.ecopark.officialdocument.OfficialDocument.IssuedFile;
import cn.ecopark.officialdocument.SealAndSign.Issuers;
import cn.ecopark.organisation.Audience;
import cn.ecopark.reference.ReferenceData;
import cn.ecopark.signing.SignInTurn.Signed;
import cn.ecopark.typesetting.Composition;
import cn.ecopark.typesetting.manuscript.Facts;

/**
 * Makes an official document in the transaction of the decision it states: its number,
 * its text, seals and signatures, its place in the file and in the register come together
 * or not at all.
 */
@Component
public class ProduceOfficialDocument {

	private final OfficialDocumentKinds kinds;

	private final FactCollector facts;

	private final Composer composer;

	private final ReferenceData reference;

	private final DocumentNumbers numbers;

	private final SealAndSign sealAndSign;

	private final LayIntoFile file;

	private final OfficialDocuments register;

	ProduceOfficialDocument(OfficialDocumentKinds kinds, FactCollector facts, Composer composer,
			ReferenceData reference, DocumentNumbers numbers, SealAndSign sealAndSign, LayIntoFile file,
			OfficialDocuments register) {
		this.kinds = kinds;
		this.facts = facts;
		this.composer = composer;
		this.reference = reference;
		this.numbers = numbers;
		this.sealAndSign = sealAndSign;
		this.file = file;
		this.register = register;
	}

	/**
	 * @return the document as it stands in the register
	 * @throws cn.ecopark.shared.Refusal when a fact is missing or cannot be drawn, the
	 * number cannot be given, or a body has nothing to seal or sign with
	 * @throws cn.ecopark.law.LegalRefusal when it is not the document of that decision
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public OfficialDocument produce(IssueOrder order) {
		return this.register.register(make(order));
	}

	/**
	 * @return the document, which has taken the place of the wrong one
	 */
	OfficialDocument inPlaceOf(VerificationCode wrong, String reason, IssueOrder order) {
		return this.register.supersede(wrong, make(order), reason);
	}

	private RegisterEntry make(IssueOrder order) {
		OfficialDocumentKind kind = kind(order);
		Facts told = this.facts.collect(order);
		String title = this.composer.titleOf(order.kind(), order.release(), told);
		this.composer.requireComplete(order.kind(), order.release(), told);
		Issuers issuers = issuers(kind, order);
		DocumentNumber number = number(kind, order, title);
		VerificationCode code = VerificationCode.next();
		Composition set = this.composer.compose(order.kind(), order.release(), told,
				this.sealAndSign.imprint(issuers, number, code));
		Signed signed = this.sealAndSign.sign(set.pdf(), issuers, number, code);
		Laid laid = this.file.lay(signed.pdf(), title, order.kind(), kind.audience(), order.place());
		return new RegisterEntry(code, number, order.kind(), title, this.sealAndSign.named(issuers), order.issuedOn(),
				order.place().dossierId(), new IssuedFile(laid.content().sha256(), laid.content().size(),
						signed.signatures(), order.release(), set.template(), laid.version()),
				kind.audience());
	}

	/**
	 * Lays the document into the file as it would be now, without number, seals and proof
	 * and marked as a draft, so that those who are asked about it read what they are
	 * asked about.
	 * @param kind under which the file keeps drafts
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void draft(IssueOrder order, String kind) {
		this.file.lay(preview(order), this.composer.titleOf(order.kind(), order.release(), this.facts.collect(order)),
				kind, Audience.AUTHORITIES, order.place());
	}

	/** The document as {@link #draft} lays it into the file, for whoever reads it now. */
	byte[] preview(IssueOrder order) {
		OfficialDocumentKind kind = kind(order);
		return this.composer
			.compose(order.kind(), order.release(), this.facts.collect(order),
					this.sealAndSign.draft(issuers(kind, order)))
			.pdf();
	}

	/**
	 * @return how the document would begin in the words of its template
	 */
	@Transactional(readOnly = true)
	public Composer.Beginning beginning(IssueOrder order) {
		return this.composer.beginningOf(order.kind(), order.release(), this.facts.collect(order));
	}

	private OfficialDocumentKind kind(IssueOrder order) {
		OfficialDocumentKind kind = this.kinds.get(order.release(), order.kind());
		IssueRules.documentOfTheDecision(kind.label(), kind.decisions(), order.decision());
		return kind;
	}

	private Issuers issuers(OfficialDocumentKind kind, IssueOrder order) {
		return new Issuers(bodies(kind, order), kind.issue(), order.issuedOn());
	}

	private List<String> bodies(OfficialDocumentKind kind, IssueOrder order) {
		return kind.issuers().stream().flatMap(issuer -> switch (issuer) {
			case OfficialDocumentKind.MINISTRIES -> jointly(kind, order).stream();
			case OfficialDocumentKind.STEP_UNIT -> Stream.of(order.place().unitId());
			default -> Stream.of(issuer);
		}).toList();
	}

	private List<String> jointly(OfficialDocumentKind kind, IssueOrder order) {
		return IssueRules.inOrder(order.bodies().isEmpty()
				? this.reference.requirePartiesOn(order.release().pack(), order.issuedOn(), kind.label())
				: order.bodies(), kind.issue().order());
	}

	private @Nullable DocumentNumber number(OfficialDocumentKind kind, IssueOrder order, String title) {
		String series = kind.series();
		if (series == null) {
			return null;
		}
		String dossier = order.place().dossierId();
		return order.reserved() == null ? this.numbers.take(series, order.issuedOn(), title, dossier)
				: this.numbers.takeReserved(order.reserved(), order.issuedOn(), title, dossier);
	}

}
