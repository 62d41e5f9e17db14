package cn.ecopark.correction;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.correction.CorrectionRefusals.NotOpen;
import cn.ecopark.correction.CorrectionRefusals.NotOfItsIssuers;
import cn.ecopark.correction.CorrectionRefusals.NoLongerHolds;
import cn.ecopark.correction.CorrectionRefusals.WrongEntry;
import cn.ecopark.law.PutRightRules;
import cn.ecopark.law.PutRightRules.Wisher;
import cn.ecopark.officialdocument.KeepNumbers;
import cn.ecopark.officialdocument.OfficialDocument;
import cn.ecopark.officialdocument.OfficialDocuments;
import cn.ecopark.officialdocument.RegisterRefusals.OfficialDocumentNotFound;
import cn.ecopark.officialdocument.VerificationCode;
import cn.ecopark.organisation.Actor;

/**
 * 更正、作废: what several bodies have issued is put right when each of them has agreed; what
 * one body has issued alone, by that body at once.
 */
@Component
@Transactional
public class PutDocumentsRight {

	private static final int LONGEST_REASON = 200;

	private static final int LONGEST_MISTAKE = 300;

	private final OfficialDocuments documents;

	private final Corrections corrections;

	private final CarryOutCorrection carryOut;

	private final Audit audit;

	private final CaseTime time;

	PutDocumentsRight(OfficialDocuments documents, Corrections corrections, CarryOutCorrection carryOut, Audit audit,
			CaseTime time) {
		this.documents = documents;
		this.corrections = corrections;
		this.carryOut = carryOut;
		this.audit = audit;
		this.time = time;
	}

	/**
	 * A document as somebody sees it who may put it right, or has to say whether others
	 * may.
	 *
	 * @param proposals all there were, the newest first
	 * @param mayPropose whether the reader may propose something now
	 * @param remakable whether the system can make it once more
	 */
	public record Position(OfficialDocument document, List<DocumentCorrection> proposals, boolean mayPropose,
			boolean remakable) {

		public boolean holds() {
			return this.document.standing().state() == OfficialDocument.State.ISSUED;
		}

	}

	/**
	 * @throws OfficialDocumentNotFound when there is none with that code
	 * @throws NotOfItsIssuers when the reader is neither of the Office nor of a body that
	 * issued it
	 */
	@Transactional(readOnly = true)
	public Position read(String code, Actor reader) {
		OfficialDocument document = find(code);
		List<String> issuers = issuers(document);
		if (!KeepNumbers.isOffice(reader) && !(issuers.contains(reader.unitId()) && reader.worksOnCases())) {
			throw new NotOfItsIssuers();
		}
		List<DocumentCorrection> proposals = this.corrections.of(document.code());
		boolean open = document.standing().state() == OfficialDocument.State.ISSUED
				&& proposals.stream().noneMatch(DocumentCorrection::isOpen);
		return new Position(document, proposals, open && PutRightRules.mayPropose(wisher(reader), issuers),
				this.carryOut.canMake(document));
	}

	/**
	 * Proposes that a document with the right date takes the place of the wrong one.
	 * Where nobody else has to agree, it is done.
	 * @param mistake what is wrong, as the new document is to say it
	 * @throws WrongEntry when something is missing
	 * @throws cn.ecopark.shared.Refusal when the document cannot be made so, or the actor
	 * may not propose it
	 */
	public DocumentCorrection.State correct(String code, LocalDate issuedOn, String mistake, String reason,
			Actor actor) {
		return propose(code,
				new Corrections.Proposal(DocumentCorrection.Act.REPLACE,
						text(mistake, "mistake", "mistake-missing", LONGEST_MISTAKE), issuedOn,
						text(reason, "reason", "reason-missing", LONGEST_REASON)),
				actor);
	}

	/**
	 * Proposes that a document holds no longer. Where nobody else has to agree, it is
	 * done.
	 * @throws WrongEntry without a reason
	 * @throws cn.ecopark.shared.Refusal when something rests on it, or the actor may not
	 * propose it
	 */
	public DocumentCorrection.State annul(String code, String reason, Actor actor) {
		return propose(code, new Corrections.Proposal(DocumentCorrection.Act.VOID, "", null,
				text(reason, "voidReason", "reason-missing", LONGEST_REASON)), actor);
	}

	private DocumentCorrection.State propose(String code, Corrections.Proposal proposal, Actor actor) {
		OfficialDocument document = find(code);
		List<String> issuers = issuers(document);
		PutRightRules.requireMayPropose(wisher(actor), issuers, names(document));
		if (document.standing().state() != OfficialDocument.State.ISSUED) {
			throw new NoLongerHolds();
		}
		this.carryOut.require(document, proposal);
		long id = this.corrections.add(document, proposal, actor, this.time.now());
		note(document, "paper.correction-proposed",
				Map.of("act", proposal.act().name(), "reason", proposal.reason(), "proposal", Long.toString(id)));
		if (issuers.contains(actor.unitId())) {
			this.corrections.addWord(id, true, "", actor, this.time.now());
		}
		return settleWhenAgreed(document, id);
	}

	/**
	 * A body that issued the document says whether it agrees. One that does not ends the
	 * proposal; when the last one has agreed, it is carried out.
	 * @throws NotOpen when there is no such open proposal
	 * @throws WrongEntry when it does not agree and says no reason
	 * @throws cn.ecopark.law.LegalRefusal when the actor's unit has not issued the
	 * document
	 */
	public DocumentCorrection.State say(String code, long id, boolean agrees, String reason, Actor actor) {
		OfficialDocument document = find(code);
		this.carryOut.lock(document);
		DocumentCorrection open = open(document, id);
		if (!actor.worksOnCases()) {
			throw new NotOfItsIssuers();
		}
		PutRightRules.requireIssuer(actor.unitId(), issuers(document), names(document));
		String why = agrees && reason.isBlank() ? "" : text(reason, "word", "word-missing", LONGEST_REASON);
		this.corrections.addWord(open.id(), agrees, why, actor, this.time.now());
		note(document, agrees ? "paper.correction-agreed" : "paper.correction-refused",
				Map.of("unit", actor.unitId(), "reason", why, "proposal", Long.toString(id)));
		if (agrees) {
			return settleWhenAgreed(document, id);
		}
		this.corrections.settle(id, DocumentCorrection.State.REFUSED, this.time.now());
		return DocumentCorrection.State.REFUSED;
	}

	/**
	 * @return the document as it would go out, without number, seals and proof and marked
	 * as a draft, so that those who are asked read what they are asked about
	 * @throws NotOpen when there is no such proposal that makes a new document
	 * @throws NotOfItsIssuers when the reader is not asked about it
	 */
	public byte[] preview(String code, long id, Actor reader) {
		Position standing = read(code, reader);
		DocumentCorrection proposal = standing.proposals()
			.stream()
			.filter(one -> one.id() == id && one.isOpen() && one.act() == DocumentCorrection.Act.REPLACE)
			.findFirst()
			.orElseThrow(NotOpen::new);
		return this.carryOut.preview(standing.document(), proposal);
	}

	/**
	 * Whoever proposed it takes it back while it is open.
	 * @throws NotOpen when there is no such open proposal of the actor's unit
	 */
	public void takeBack(String code, long id, Actor actor) {
		OfficialDocument document = find(code);
		DocumentCorrection open = open(document, id);
		if (!open.proposer().unitId().equals(actor.unitId()) || !actor.worksOnCases()) {
			throw new NotOpen();
		}
		this.corrections.settle(id, DocumentCorrection.State.TAKEN_BACK, this.time.now());
		note(document, "paper.correction-taken-back", Map.of("proposal", Long.toString(id)));
	}

	private DocumentCorrection.State settleWhenAgreed(OfficialDocument document, long id) {
		DocumentCorrection proposal = open(document, id);
		if (!PutRightRules.isAgreed(issuers(document), proposal.agreed())) {
			return DocumentCorrection.State.OPEN;
		}
		this.carryOut.carryOut(document, proposal);
		this.corrections.settle(id, DocumentCorrection.State.DONE, this.time.now());
		return DocumentCorrection.State.DONE;
	}

	private DocumentCorrection open(OfficialDocument document, long id) {
		return this.corrections.lock(id)
			.filter(proposal -> proposal.isOpen() && proposal.code().equals(document.code()))
			.orElseThrow(NotOpen::new);
	}

	private OfficialDocument find(String code) {
		return VerificationCode.read(code).flatMap(this.documents::byCode).orElseThrow(OfficialDocumentNotFound::new);
	}

	private void note(OfficialDocument document, String action, Map<String, String> details) {
		this.audit.record(new Subject("paper:" + document.code().text()), action, details);
	}

	static List<String> issuers(OfficialDocument document) {
		return document.bodies().stream().map(OfficialDocument.Body::unitId).toList();
	}

	private static String names(OfficialDocument document) {
		return String.join("、", document.bodyNames());
	}

	private static Wisher wisher(Actor actor) {
		return new Wisher(actor.worksOnCases() ? actor.unitId() : "", KeepNumbers.isOffice(actor));
	}

	private static String text(String typed, String field, String problem, int longest) {
		String text = typed.strip();
		if (text.length() < 2 || text.length() > longest) {
			throw new WrongEntry(field, problem);
		}
		return text;
	}

}
