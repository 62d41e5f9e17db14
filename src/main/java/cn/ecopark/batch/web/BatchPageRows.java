package cn.ecopark.batch.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import cn.ecopark.batch.Batch;
import cn.ecopark.batch.BatchFlow;
import cn.ecopark.batch.BatchItem;
import cn.ecopark.batch.JointDecision;
import cn.ecopark.batch.JointDecisions;
import cn.ecopark.batch.SignOff;
import cn.ecopark.officialdocument.OfficialDocuments;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.People;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.Tone;

/** Head and rows of the page of a batch: its bodies, its parks, who signed what. */
@Component
class BatchPageRows {

	private final BatchFlow flow;

	private final JointDecisions decisions;

	private final OfficialDocuments register;

	private final SignatureRows signatures;

	private final People people;

	private final BatchWords words;

	BatchPageRows(BatchFlow flow, JointDecisions decisions, OfficialDocuments register, SignatureRows signatures,
			People people, BatchWords words) {
		this.register = register;
		this.flow = flow;
		this.decisions = decisions;
		this.signatures = signatures;
		this.people = people;
		this.words = words;
	}

	BatchPage.Heading heading(Batch batch, List<BatchItem> parks) {
		Optional<JointDecision> document = this.decisions.ofBatch(batch.id());
		List<String> meta = new ArrayList<>();
		meta.add(this.words.kind(batch.release(), batch.kind()));
		meta.add(this.words.text("batch.meta.parks", parks.size()));
		meta.add(this.words.text("batch.meta.composed", batch.composedOn(), this.people.nameOf(batch.composedBy())));
		document.ifPresent(issued -> meta.add(this.words.text("batch.meta.issued", issued.issuedOn())));
		return new BatchPage.Heading(batch.title(), this.words.state(batch), meta,
				document.map(JointDecision::number).orElse(null));
	}

	List<BatchPage.Issued> issued(Batch batch) {
		return this.decisions.allOfBatch(batch.id())
			.stream()
			.map(one -> new BatchPage.Issued(one.number(), one.issuedOn(), state(one), one.replacedBy(),
					this.register.ofDossier(batch.id())
						.stream()
						.filter(document -> one.number().equals(String.valueOf(document.number())))
						.findFirst()
						.map(document -> "/papers/" + document.code().text())
						.orElse(null)))
			.toList();
	}

	private Tag state(JointDecision document) {
		return new Tag(this.words.text("casefile.paper." + document.state()), switch (document.state()) {
			case ISSUED -> Tone.GOOD;
			case SUPERSEDED -> Tone.WARN;
			case VOIDED -> Tone.BAD;
		});
	}

	List<BatchPage.Body> bodies(Batch batch, List<SignOff> signed) {
		return this.flow.ministries(batch.id()).stream().map(body -> body(batch, body, signed)).toList();
	}

	List<BatchPage.ParkRow> parks(Batch batch, List<BatchItem> parks, List<SignOff> signed) {
		List<String> bodies = this.flow.ministries(batch.id());
		return parks.stream().map(park -> row(batch, park, bodies, signed)).toList();
	}

	List<BatchPage.Signature> signatures(Batch batch, List<BatchItem> parks, List<SignOff> signed, Actor reader,
			Locale locale) {
		return this.signatures.of(batch, parks, signed, reader, locale);
	}

	private BatchPage.Body body(Batch batch, String unitId, List<SignOff> signed) {
		LocalDate answered = signed.stream()
			.filter(one -> one.ballot().unitId().equals(unitId))
			.map(SignOff::on)
			.max(Comparator.naturalOrder())
			.orElse(null);
		return new BatchPage.Body(this.words.body(batch, unitId), answered);
	}

	private BatchPage.ParkRow row(Batch batch, BatchItem park, List<String> bodies, List<SignOff> signed) {
		List<BatchPage.@Nullable Ballot> cells = new ArrayList<>();
		bodies.forEach(body -> cells.add(cell(batch, park, body, signed)));
		List<String> meta = new ArrayList<>(this.words.meta(park.park()));
		if (park.standard() != null) {
			meta.add(this.words.text("batch.meta.standard", park.standard()));
		}
		if (!park.reason().isBlank()) {
			meta.add(this.words.text("batch.park.reason", this.words.reason(batch, park)));
		}
		return new BatchPage.ParkRow(park.park().name(), meta, "/cases/" + park.caseId(), this.words.park(park), cells);
	}

	private BatchPage.@Nullable Ballot cell(Batch batch, BatchItem park, String body, List<SignOff> signed) {
		return signed.stream()
			.filter(one -> one.ballot().caseId().equals(park.caseId()) && one.ballot().unitId().equals(body)
					&& one.ballot().round() == park.round())
			.findFirst()
			.map(one -> this.signatures.cell(batch, one))
			.orElse(null);
	}

}
