package cn.ecopark.correction.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.batch.Batches;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.Cases;
import cn.ecopark.correction.DocumentCorrection;
import cn.ecopark.correction.PutDocumentsRight;
import cn.ecopark.officialdocument.KeepNumbers;
import cn.ecopark.officialdocument.OfficialDocument;
import cn.ecopark.officialdocument.OfficialDocuments;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.People;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.Wording;
import cn.ecopark.web.view.FieldError;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.Tone;

/** Puts the page together on which a document is put right. */
@Component
class PutRightPages {

	private final OfficialDocuments documents;

	private final Cases cases;

	private final Batches batches;

	private final People people;

	private final CaseTime time;

	private final Wording wording;

	private final Texts texts;

	PutRightPages(OfficialDocuments documents, Cases cases, Batches batches, People people, CaseTime time,
			Wording wording, Texts texts) {
		this.documents = documents;
		this.cases = cases;
		this.batches = batches;
		this.people = people;
		this.time = time;
		this.wording = wording;
		this.texts = texts;
	}

	/**
	 * @param typed null where nothing was typed
	 * @param word what was typed as the word of a body
	 */
	PutRightPage page(PutDocumentsRight.Position standing, Actor reader, PutRightPage.@Nullable Typed typed,
			String word, List<FieldError> errors, Locale locale) {
		OfficialDocument document = standing.document();
		List<PutRightPage.Proposal> proposals = standing.proposals()
			.stream()
			.map(proposal -> proposal(document, proposal, reader, word, locale))
			.toList();
		return new PutRightPage(document.code().text(), document.title(), state(document, locale),
				back(document, reader, locale), facts(document, locale), links(document, reader, locale), proposals,
				standing.mayPropose() ? forms(standing, reader, typed) : null, errors);
	}

	private PutRightPage.Forms forms(PutDocumentsRight.Position standing, Actor reader,
			PutRightPage.@Nullable Typed typed) {
		OfficialDocument document = standing.document();
		boolean alone = document.bodies().stream().allMatch(body -> body.unitId().equals(reader.unitId()));
		return new PutRightPage.Forms(standing.remakable(), alone, this.wording.list(document.bodyNames()),
				typed == null ? new PutRightPage.Typed(document.issuedOn().toString(), "", "", "") : typed,
				this.time.today());
	}

	private List<PutRightPage.Fact> facts(OfficialDocument document, Locale locale) {
		List<PutRightPage.Fact> facts = new ArrayList<>();
		facts.add(fact("number", document.number() == null ? this.texts.in(locale, "officialdocument.register.noNumber")
				: document.number().text(), locale));
		facts.add(fact("bodies", document.bodies().isEmpty() ? this.texts.in(locale, "correction.page.noBody")
				: this.wording.list(document.bodyNames()), locale));
		facts.add(fact("issuedOn", this.wording.iso(document.issuedOn()), locale));
		facts.add(fact("code", document.code().text(), locale));
		if (!document.standing().reason().isEmpty()) {
			facts.add(fact("reason", document.standing().reason(), locale));
		}
		return facts;
	}

	private List<PutRightPage.Link> links(OfficialDocument document, Actor reader, Locale locale) {
		List<PutRightPage.Link> links = new ArrayList<>();
		String code = document.code().text();
		Optional.ofNullable(document.standing().replacedBy())
			.flatMap(this.documents::byCode)
			.ifPresent(by -> links.add(other("replacedBy", by, locale)));
		this.documents.replacedBy(document.code()).ifPresent(wrong -> links.add(other("replaces", wrong, locale)));
		dossier(document, reader, locale).ifPresent(links::add);
		if (KeepNumbers.isOffice(reader)) {
			links.add(link("file", this.texts.in(locale, "correction.page.openFile"), "/papers/" + code + "/file",
					locale));
		}
		else if (document.file().versionId() != null) {
			links.add(link("file", this.texts.in(locale, "correction.page.openFile"),
					"/documents/" + document.file().versionId() + "/view", locale));
		}
		links.add(link("verify", code, "/verify/" + code, locale));
		return links;
	}

	/** The case or the batch in which the document came about. */
	private Optional<PutRightPage.Link> dossier(OfficialDocument document, Actor reader, Locale locale) {
		return this.cases.find(document.dossierId())
			.map(one -> link("case", one.park().name(), "/cases/" + one.id(), locale))
			.or(() -> this.batches.find(document.dossierId())
				.filter(batch -> reader.unitLevel().isNational())
				.map(batch -> link("batch", batch.title(), "/batches/" + batch.id(), locale)));
	}

	private PutRightPage.@Nullable Link back(OfficialDocument document, Actor reader, Locale locale) {
		return KeepNumbers.isOffice(reader)
				? new PutRightPage.Link("", this.texts.in(locale, "officialdocument.register.title"), "/papers")
				: dossier(document, reader, locale).orElse(null);
	}

	private PutRightPage.Link other(String label, OfficialDocument document, Locale locale) {
		return link(label, document.number() == null ? document.title() : document.number().text(),
				"/papers/" + document.code().text(), locale);
	}

	private PutRightPage.Proposal proposal(OfficialDocument document, DocumentCorrection proposal, Actor reader,
			String word, Locale locale) {
		List<PutRightPage.Fact> lines = new ArrayList<>();
		if (proposal.issuedOn() != null) {
			lines.add(fact("mistake", proposal.mistake(), locale));
			lines.add(fact("rightDate", this.wording.iso(proposal.issuedOn()), locale));
		}
		lines.add(fact("reason", proposal.reason(), locale));
		lines.add(fact("proposed",
				this.texts.in(locale, "correction.page.proposedBy",
						this.wording.iso(LocalDate.ofInstant(proposal.proposer().at(), CaseTime.ZONE)),
						this.people.nameOf(proposal.proposer().personId())),
				locale));
		boolean asked = proposal.isOpen() && reader.worksOnCases() && !proposal.hasSpoken(reader.unitId())
				&& document.bodies().stream().anyMatch(body -> body.unitId().equals(reader.unitId()));
		return new PutRightPage.Proposal(proposal.id(), this.texts.in(locale, "correction.act." + proposal.act()),
				new Tag(this.texts.in(locale, "correction.state." + proposal.state()), switch (proposal.state()) {
					case OPEN -> Tone.STRONG;
					case DONE -> Tone.GOOD;
					case REFUSED -> Tone.BAD;
					case TAKEN_BACK -> Tone.QUIET;
				}), lines, document.bodies().stream().map(body -> body(body, proposal, locale)).toList(),
				proposal.isOpen() && proposal.act() == DocumentCorrection.Act.REPLACE
						? "/papers/" + document.code().text() + "/corrections/" + proposal.id() + "/draft" : null,
				asked, proposal.isOpen() && proposal.proposer().unitId().equals(reader.unitId()), asked ? word : "");
	}

	private PutRightPage.Body body(OfficialDocument.Body body, DocumentCorrection proposal, Locale locale) {
		DocumentCorrection.BodyWord said = proposal.words()
			.stream()
			.filter(one -> one.unitId().equals(body.unitId()))
			.findFirst()
			.orElse(null);
		if (said == null) {
			return new PutRightPage.Body(body.name(),
					new Tag(this.texts.in(locale, "correction.word.none"), Tone.QUIET), "");
		}
		String who = said.personName() + " " + this.wording.iso(LocalDate.ofInstant(said.at(), CaseTime.ZONE));
		return new PutRightPage.Body(body.name(),
				new Tag(this.texts.in(locale, said.agrees() ? "correction.word.yes" : "correction.word.no"),
						said.agrees() ? Tone.GOOD : Tone.BAD),
				said.reason().isEmpty() ? who : who + "　" + said.reason());
	}

	private Tag state(OfficialDocument document, Locale locale) {
		OfficialDocument.State state = document.standing().state();
		return new Tag(this.texts.in(locale, "officialdocument.state." + state), switch (state) {
			case ISSUED -> Tone.GOOD;
			case SUPERSEDED -> Tone.WARN;
			case VOIDED -> Tone.BAD;
		});
	}

	private PutRightPage.Fact fact(String name, String value, Locale locale) {
		return new PutRightPage.Fact(this.texts.in(locale, "correction.page." + name), value);
	}

	private PutRightPage.Link link(String label, String name, String url, Locale locale) {
		return new PutRightPage.Link(this.texts.in(locale, "correction.page." + label), name, url);
	}

}
