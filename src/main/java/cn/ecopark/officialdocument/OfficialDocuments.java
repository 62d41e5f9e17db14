package cn.ecopark.officialdocument;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.officialdocument.RegisterRefusals.NumberNotForDocument;
import cn.ecopark.officialdocument.RegisterRefusals.OfficialDocumentNotFound;
import cn.ecopark.officialdocument.RegisterRefusals.OfficialDocumentPutAside;
import cn.ecopark.officialdocument.RegisterRefusals.StandingReasonMissing;

/**
 * The register of documents that went out. What was issued never changes; a document is
 * put aside once, with its reason.
 */
@Component
@Transactional
public class OfficialDocuments {

	private final JdbcOfficialDocuments documents;

	private final JdbcNumbers numbers;

	private final Audit audit;

	private final CaseTime time;

	private final ApplicationEventPublisher events;

	OfficialDocuments(JdbcOfficialDocuments documents, JdbcNumbers numbers, Audit audit, CaseTime time,
			ApplicationEventPublisher events) {
		this.documents = documents;
		this.numbers = numbers;
		this.audit = audit;
		this.time = time;
		this.events = events;
	}

	/**
	 * Enters a document.
	 * @throws NumberNotForDocument when another document that holds bears its number, or
	 * the number is reserved or void
	 */
	public OfficialDocument register(RegisterEntry wanted) {
		OfficialDocument document = new OfficialDocument(wanted.code(), wanted.number(), wanted.kind(), wanted.title(),
				wanted.bodies(), wanted.issuedOn(), wanted.dossierId(), wanted.file(), wanted.audience(),
				OfficialDocument.Standing.ISSUED);
		requireUsable(document.number());
		try {
			this.documents.add(document, this.time.now());
		}
		catch (DuplicateKeyException taken) {
			throw document.number() == null ? taken : new NumberNotForDocument(document.number());
		}
		record(document, "paper.registered", Map.of("title", document.title(), "sha256", document.file().sha256()));
		this.events.publishEvent(new OfficialDocumentIssued(document.code().text(), document.kind(),
				document.dossierId(), document.number() == null ? null : document.number().text()));
		return document;
	}

	/**
	 * Puts a document aside for another, which may bear the same number.
	 * @return the document that took its place
	 * @throws OfficialDocumentNotFound when there is none with that code
	 * @throws OfficialDocumentPutAside when it no longer holds
	 * @throws StandingReasonMissing when there is no reason
	 */
	public OfficialDocument supersede(VerificationCode code, RegisterEntry replacement, String reason) {
		settle(code,
				new OfficialDocument.Standing(OfficialDocument.State.SUPERSEDED, reason(reason), replacement.code()));
		return register(replacement);
	}

	/**
	 * 作废: neither the document nor its number holds any longer.
	 * @throws OfficialDocumentNotFound when there is none with that code
	 * @throws OfficialDocumentPutAside when it no longer holds
	 * @throws StandingReasonMissing when there is no reason
	 */
	public void annul(VerificationCode code, String reason) {
		OfficialDocument document = settle(code,
				new OfficialDocument.Standing(OfficialDocument.State.VOIDED, reason(reason), null));
		if (document.number() != null) {
			this.numbers.lock(document.number()).ifPresent(number -> this.numbers.annul(number.id(), reason(reason)));
		}
	}

	@Transactional(readOnly = true)
	public Optional<OfficialDocument> byCode(VerificationCode code) {
		return this.documents.byCode(code);
	}

	@Transactional(readOnly = true)
	public List<OfficialDocument> byCodes(Collection<VerificationCode> codes) {
		return this.documents.byCodes(codes);
	}

	/**
	 * @return the document that it took the place of
	 */
	@Transactional(readOnly = true)
	public Optional<OfficialDocument> replacedBy(VerificationCode code) {
		return this.documents.replacedBy(code);
	}

	/**
	 * @return the documents that bear or bore the number, the one that holds first
	 */
	@Transactional(readOnly = true)
	public List<OfficialDocument> byNumber(DocumentNumber number) {
		return this.documents.byNumber(number);
	}

	/**
	 * @param sha256 64 lower-case hexadecimal digits
	 * @return the document that was sent out as exactly that file
	 */
	@Transactional(readOnly = true)
	public Optional<OfficialDocument> byDigest(String sha256) {
		return this.documents.byDigest(sha256);
	}

	/**
	 * @param dossierId of a case or batch
	 * @return what was issued in it, the newest first
	 */
	@Transactional(readOnly = true)
	public List<OfficialDocument> ofDossier(String dossierId) {
		return this.documents.ofDossier(dossierId);
	}

	private OfficialDocument settle(VerificationCode code, OfficialDocument.Standing standing) {
		OfficialDocument document = this.documents.byCode(code).orElseThrow(OfficialDocumentNotFound::new);
		if (!this.documents.settle(code, standing, this.time.now())) {
			throw new OfficialDocumentPutAside();
		}
		Map<String, String> details = new LinkedHashMap<>(Map.of("reason", standing.reason()));
		if (standing.replacedBy() != null) {
			details.put("replacedBy", standing.replacedBy().text());
		}
		record(document, standing.state() == OfficialDocument.State.VOIDED ? "paper.voided" : "paper.superseded",
				details);
		VerificationCode successor = standing.replacedBy();
		this.events.publishEvent(successor == null
				? new OfficialDocumentVoided(code.text(), document.kind(), document.dossierId(), standing.reason())
				: new OfficialDocumentSuperseded(code.text(), document.kind(), document.dossierId(), successor.text()));
		return document;
	}

	/** A number written by hand, without the series, is the caller's to answer for. */
	private void requireUsable(@Nullable DocumentNumber number) {
		if (number != null
				&& this.numbers.lock(number).filter(taken -> taken.state() != TakenNumber.State.TAKEN).isPresent()) {
			throw new NumberNotForDocument(number);
		}
	}

	private void record(OfficialDocument document, String action, Map<String, String> details) {
		Map<String, String> all = new LinkedHashMap<>(details);
		all.put("dossier", document.dossierId());
		if (document.number() != null) {
			all.put("number", document.number().text());
		}
		this.audit.record(new Subject("paper:" + document.code().text()), action, all);
	}

	private static String reason(String text) {
		String reason = text.strip();
		if (reason.length() < 2 || reason.length() > 200) {
			throw new StandingReasonMissing();
		}
		return reason;
	}

}
