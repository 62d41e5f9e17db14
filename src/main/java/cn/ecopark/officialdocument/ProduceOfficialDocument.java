package cn.ecopark.officialdocument;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.content.ContentStore;
import cn.ecopark.content.ContentStore.Content;
import cn.ecopark.dossier.EnterDocument;
import cn.ecopark.dossier.EnterDocument.Made;
import cn.ecopark.law.IssueRules;
import cn.ecopark.officialdocument.OfficialDocument.IssuedFile;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.Units;
import cn.ecopark.reference.ReferenceData;
import cn.ecopark.signing.Seals;
import cn.ecopark.signing.SignInTurn;
import cn.ecopark.signing.SignInTurn.Signed;
import cn.ecopark.typesetting.Composition;
import cn.ecopark.typesetting.Imprint;
import cn.ecopark.typesetting.Imprint.SigningBody;
import cn.ecopark.typesetting.Imprint.Verification;
import cn.ecopark.typesetting.manuscript.Facts;

/**
 * Makes an official document in the transaction of the decision it states: its number,
 * its text, seals and signatures, its place in the file and in the register come together
 * or not at all.
 */
@Component
public class ProduceOfficialDocument {

	private final OfficialDocumentKinds kinds;

	private final Composer composer;

	private final Told told;

	private final Proof proof;

	private final Keeping keeping;

	ProduceOfficialDocument(OfficialDocumentKinds kinds, Composer composer, Told told, Proof proof, Keeping keeping) {
		this.kinds = kinds;
		this.composer = composer;
		this.told = told;
		this.proof = proof;
		this.keeping = keeping;
	}

	/**
	 * Where it learns what the document says; those who tell stand above, and order
	 * documents themselves.
	 */
	@Component
	record Told(ObjectProvider<FactSource> sources, Units units, ReferenceData reference) {
	}

	/** What makes it one of a kind. */
	@Component
	record Proof(DocumentNumbers numbers, Seals seals, SignInTurn signing, VerificationAddress address, CaseTime time) {
	}

	/** Where it is kept. */
	@Component
	record Keeping(ContentStore contents, EnterDocument enter, OfficialDocuments register) {
	}

	/** What has been settled before the page is set. */
	private record Settled(OfficialDocumentKind kind, Facts facts, List<String> bodies, String title,
			@Nullable DocumentNumber number, VerificationCode code) {
	}

	/**
	 * @return the document as it stands in the register
	 * @throws cn.ecopark.shared.Refusal when a fact is missing, the number cannot be
	 * given, or a body has nothing to seal or sign with
	 * @throws cn.ecopark.law.LegalRefusal when it is not the document of that decision
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public OfficialDocument produce(IssueOrder order) {
		Settled settled = settle(order);
		Composition set = this.composer.compose(order.kind(), order.release(), settled.facts(),
				imprint(settled, order));
		Signed signed = sign(set.pdf(), settled);
		Content content = keep(signed.pdf());
		long version = this.keeping.enter()
			.enter(new Made(order.place().dossierId(), order.kind(), settled.title() + ".pdf", content,
					settled.kind().audience(), order.place().unitId(), order.place().workItemId(),
					order.place().subject()));
		return this.keeping.register()
			.register(new RegisterEntry(settled.code(), settled.number(), order.kind(), settled.title(),
					settled.bodies(), order.issuedOn(), order.place().dossierId(), new IssuedFile(content.sha256(),
							content.size(), signed.signatures(), order.release(), set.template(), version),
					settled.kind().audience()));
	}

	/**
	 * Lays the document into the file as it would be now, without number, seals and proof
	 * and marked as a draft, so that those who are asked about it read what they are
	 * asked about.
	 * @param kind under which the file keeps drafts
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void draft(IssueOrder order, String kind) {
		OfficialDocumentKind ordered = kind(order);
		Facts facts = facts(order);
		Content content = keep(draft(ordered, order, facts));
		this.keeping.enter()
			.enter(new Made(order.place().dossierId(), kind,
					this.composer.titleOf(order.kind(), order.release(), facts) + ".pdf", content, Audience.AUTHORITIES,
					order.place().unitId(), order.place().workItemId(), order.place().subject()));
	}

	private byte[] draft(OfficialDocumentKind kind, IssueOrder order, Facts facts) {
		List<SigningBody> signing = bodies(kind, order).stream()
			.map(body -> new SigningBody(this.told.units().nameOn(body, order.issuedOn()), null))
			.toList();
		return this.composer.compose(order.kind(), order.release(), facts, Imprint.draft(order.issuedOn(), signing))
			.pdf();
	}

	private OfficialDocumentKind kind(IssueOrder order) {
		OfficialDocumentKind kind = this.kinds.get(order.release(), order.kind());
		IssueRules.paperOfTheDecision(kind.label(), kind.decisions(), order.decision());
		return kind;
	}

	private Settled settle(IssueOrder order) {
		OfficialDocumentKind kind = kind(order);
		Facts facts = facts(order);
		String title = this.composer.titleOf(order.kind(), order.release(), facts);
		return new Settled(kind, facts, bodies(kind, order), title, number(kind, order, title),
				VerificationCode.next());
	}

	private Facts facts(IssueOrder order) {
		Facts facts = Facts.empty();
		this.told.sources().orderedStream().forEach(source -> source.tell(order, facts));
		order.known().accept(facts);
		return facts;
	}

	private List<String> bodies(OfficialDocumentKind kind, IssueOrder order) {
		return kind.issuers().stream().flatMap(issuer -> switch (issuer) {
			case OfficialDocumentKind.MINISTRIES -> (order.bodies().isEmpty()
					? this.told.reference().requirePartiesOn(order.release().pack(), order.issuedOn(), kind.label())
					: order.bodies())
				.stream();
			case OfficialDocumentKind.STEP_UNIT -> List.of(order.place().unitId()).stream();
			default -> List.of(issuer).stream();
		}).toList();
	}

	private @Nullable DocumentNumber number(OfficialDocumentKind kind, IssueOrder order, String title) {
		String series = kind.series();
		if (series == null) {
			return null;
		}
		String dossier = order.place().dossierId();
		return order.reserved() == null ? this.proof.numbers().take(series, order.issuedOn(), title, dossier)
				: this.proof.numbers().takeReserved(order.reserved(), order.issuedOn(), title, dossier);
	}

	private Imprint imprint(Settled settled, IssueOrder order) {
		List<SigningBody> signing = settled.bodies()
			.stream()
			.map(body -> new SigningBody(this.told.units().nameOn(body, order.issuedOn()),
					this.proof.seals().of(body, order.issuedOn()).orElse(null)))
			.toList();
		VerificationCode code = settled.code();
		Verification verification = new Verification(this.proof.address().page(), code.text(),
				QrCode.of(this.proof.address().of(code)));
		DocumentNumber number = settled.number();
		return new Imprint(number == null ? "" : number.text(), order.issuedOn(), signing, verification);
	}

	private Signed sign(byte[] pdf, Settled settled) {
		try {
			return this.proof.signing()
				.sign(pdf, settled.bodies(), reason(settled.number()), this.proof.address().of(settled.code()),
						this.proof.time().now());
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private static String reason(@Nullable DocumentNumber number) {
		return number == null ? "印发公文" : "印发" + number.text();
	}

	private Content keep(byte[] pdf) {
		try {
			return this.keeping.contents().store(new ByteArrayInputStream(pdf));
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

}
