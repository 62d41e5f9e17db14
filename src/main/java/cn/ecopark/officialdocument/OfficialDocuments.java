package cn.ecopark.officialdocument;

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
import cn.ecopark.officialdocument.NumberRefusals.NotYourRegister;
import cn.ecopark.officialdocument.OfficialDocument.Body;
import cn.ecopark.officialdocument.OfficialDocument.Standing;
import cn.ecopark.officialdocument.OfficialDocument.State;
import cn.ecopark.officialdocument.RegisterRefusals.NumberNotForDocument;
import cn.ecopark.officialdocument.RegisterRefusals.OfficialDocumentNotFound;
import cn.ecopark.officialdocument.RegisterRefusals.OfficialDocumentPutAside;
import cn.ecopark.officialdocument.RegisterRefusals.StandingReasonMissing;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Units;

/**
 * The register of papers that went out. What was issued never changes; a paper is put
 * aside once, with its reason.
 */
@Component
@Transactional
public class OfficialDocuments {

	private final JdbcOfficialDocuments papers;

	private final JdbcNumbers numbers;

	private final Units units;

	private final Audit audit;

	private final CaseTime time;

	private final ApplicationEventPublisher events;

	OfficialDocuments(JdbcOfficialDocuments papers, JdbcNumbers numbers, Units units, Audit audit, CaseTime time,
			ApplicationEventPublisher events) {
		this.papers = papers;
		this.numbers = numbers;
		this.units = units;
		this.audit = audit;
		this.time = time;
		this.events = events;
	}

	/**
	 * Enters a paper; its bodies by their names of the day of issue.
	 * @throws NumberNotForDocument when another paper that holds bears its number, or the
	 * number is reserved or void
	 */
	public OfficialDocument register(RegisterEntry wanted) {
		List<Body> bodies = wanted.bodies()
			.stream()
			.map(unit -> new Body(unit, this.units.nameOn(unit, wanted.issuedOn())))
			.toList();
		OfficialDocument paper = new OfficialDocument(wanted.code(), wanted.number(), wanted.kind(), wanted.title(),
				bodies, wanted.issuedOn(), wanted.dossierId(), wanted.file(), wanted.audience(), Standing.ISSUED);
		requireUsable(paper.number());
		try {
			this.papers.add(paper, this.time.now());
		}
		catch (DuplicateKeyException taken) {
			throw paper.number() == null ? taken : new NumberNotForDocument(paper.number());
		}
		record(paper, "paper.registered", Map.of("title", paper.title(), "sha256", paper.file().sha256()));
		this.events.publishEvent(new OfficialDocumentIssued(paper.code().text(), paper.kind(), paper.dossierId(),
				paper.number() == null ? null : paper.number().text()));
		return paper;
	}

	/**
	 * Puts a paper aside for another, which may bear the same number.
	 * @return the paper that took its place
	 * @throws OfficialDocumentNotFound when there is none with that code
	 * @throws OfficialDocumentPutAside when it no longer holds
	 * @throws StandingReasonMissing when there is no reason
	 */
	public OfficialDocument supersede(VerificationCode code, RegisterEntry replacement, String reason) {
		settle(code, new Standing(State.SUPERSEDED, reason(reason), replacement.code()));
		return register(replacement);
	}

	/**
	 * As {@link #annul(VerificationCode, String)}, at the wish of somebody of the Office.
	 * @throws NotYourRegister when the actor is not
	 */
	public void annul(VerificationCode code, String reason, Actor actor) {
		if (!KeepNumbers.isOffice(actor)) {
			throw new NotYourRegister();
		}
		annul(code, reason);
	}

	/**
	 * 作废: neither the paper nor its number holds any longer.
	 * @throws OfficialDocumentNotFound when there is none with that code
	 * @throws OfficialDocumentPutAside when it no longer holds
	 * @throws StandingReasonMissing when there is no reason
	 */
	public void annul(VerificationCode code, String reason) {
		OfficialDocument paper = settle(code, new Standing(State.VOIDED, reason(reason), null));
		if (paper.number() != null) {
			this.numbers.lock(paper.number()).ifPresent(number -> this.numbers.annul(number.id(), reason(reason)));
		}
	}

	@Transactional(readOnly = true)
	public Optional<OfficialDocument> byCode(VerificationCode code) {
		return this.papers.byCode(code);
	}

	/**
	 * @return the papers that bear or bore the number, the one that holds first
	 */
	@Transactional(readOnly = true)
	public List<OfficialDocument> byNumber(DocumentNumber number) {
		return this.papers.byNumber(number);
	}

	/**
	 * @param sha256 64 lower-case hexadecimal digits
	 * @return the paper that was sent out as exactly that file
	 */
	@Transactional(readOnly = true)
	public Optional<OfficialDocument> byDigest(String sha256) {
		return this.papers.byDigest(sha256);
	}

	/**
	 * @param dossierId of a case or batch
	 * @return what was issued in it, the newest first
	 */
	@Transactional(readOnly = true)
	public List<OfficialDocument> ofDossier(String dossierId) {
		return this.papers.ofDossier(dossierId);
	}

	private OfficialDocument settle(VerificationCode code, Standing standing) {
		OfficialDocument paper = this.papers.byCode(code).orElseThrow(OfficialDocumentNotFound::new);
		if (!this.papers.settle(code, standing, this.time.now())) {
			throw new OfficialDocumentPutAside();
		}
		Map<String, String> details = new LinkedHashMap<>(Map.of("reason", standing.reason()));
		if (standing.replacedBy() != null) {
			details.put("replacedBy", standing.replacedBy().text());
		}
		record(paper, standing.state() == State.VOIDED ? "paper.voided" : "paper.superseded", details);
		VerificationCode successor = standing.replacedBy();
		this.events.publishEvent(successor == null
				? new OfficialDocumentVoided(code.text(), paper.kind(), paper.dossierId(), standing.reason())
				: new OfficialDocumentSuperseded(code.text(), paper.kind(), paper.dossierId(), successor.text()));
		return paper;
	}

	/** A number written by hand, without the series, is the caller's to answer for. */
	private void requireUsable(@Nullable DocumentNumber number) {
		if (number != null
				&& this.numbers.lock(number).filter(taken -> taken.state() != TakenNumber.State.TAKEN).isPresent()) {
			throw new NumberNotForDocument(number);
		}
	}

	private void record(OfficialDocument paper, String action, Map<String, String> details) {
		Map<String, String> all = new LinkedHashMap<>(details);
		all.put("dossier", paper.dossierId());
		if (paper.number() != null) {
			all.put("number", paper.number().text());
		}
		this.audit.record(new Subject("paper:" + paper.code().text()), action, all);
	}

	private static String reason(String text) {
		String reason = text.strip();
		if (reason.length() < 2 || reason.length() > 200) {
			throw new StandingReasonMissing();
		}
		return reason;
	}

}
