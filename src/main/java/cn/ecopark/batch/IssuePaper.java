package cn.ecopark.batch;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.batch.BatchRefusals.CaseHindered;
import cn.ecopark.batch.BatchRefusals.IssuedInFuture;
import cn.ecopark.batch.BatchRefusals.PaperIncomplete;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.Documents;
import cn.ecopark.casefile.Documents.PaperVersion;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.paper.DocumentNumber;
import cn.ecopark.paper.OfficialPaper;

/** 编号、印发: enters the paper that the Office has numbered and dated. */
@Component
class IssuePaper {

	/** The step in which number, date and standard are entered. */
	static final String STEP = "Task_Issue";

	/** 会签印发件（扫描件）. */
	static final String SCAN = "signedScan";

	private final Opinions opinions;

	private final IssuedPapers papers;

	private final BatchItems items;

	private final BatchRecord record;

	private final Surroundings surroundings;

	IssuePaper(Opinions opinions, IssuedPapers papers, BatchItems items, BatchRecord record,
			Surroundings surroundings) {
		this.opinions = opinions;
		this.papers = papers;
		this.items = items;
		this.record = record;
		this.surroundings = surroundings;
	}

	/** What else a paper depends on. */
	@Component
	record Surroundings(Documents documents, JointPapers joint, CaseTime time) {
	}

	IssuedPaper issue(Batch batch) {
		noneMayBeHindered(batch);
		Opinion stated = this.opinions.latest(batch.id(), STEP).orElseThrow(PaperIncomplete::new);
		IssuedPaper paper = paper(batch, stated);
		this.papers.add(paper, this.record.now());
		this.record.noted(batch, "paper.issued", Map.of("number", paper.number(), "issuedOn",
				paper.issuedOn().toString(), "standard", stated.field("standard")));
		this.record.publish(new BatchIssued(batch.id(), batch.kind(), paper.number()));
		this.items.in(batch.id())
			.forEach(item -> this.record.toldPark(item.caseId(), "batch.timeline.issued", batch.title(),
					paper.number()));
		return paper;
	}

	/**
	 * A number that the Office states is one kept free, or that of a paper made outside
	 * where the model asks for no document.
	 */
	private IssuedPaper paper(Batch batch, Opinion stated) {
		LocalDate day = issuedOn(stated);
		String typed = stated.field("documentNumber");
		DocumentNumber number = typed.isBlank() ? null : DocumentNumber.of(typed);
		Optional<OfficialPaper> made = this.surroundings.joint().produce(batch, stated, day, number);
		DocumentNumber borne = made.map(OfficialPaper::number).orElse(number);
		if (borne == null) {
			throw new PaperIncomplete();
		}
		Long version = made.map(paper -> paper.file().versionId())
			.or(() -> this.surroundings.documents().newest(batch.id(), SCAN).map(PaperVersion::id))
			.orElse(null);
		return new IssuedPaper(borne.text(), batch.id(), batch.kind(), day, blankToNull(stated.field("standard")),
				version);
	}

	void documentOn(Batch batch, String step, LocalDate day) {
		this.surroundings.joint().produceOn(batch, step, day);
	}

	/** What the park of that case gets with the result. */
	void issueTo(Batch batch, String caseId, String result) {
		this.papers.ofBatch(batch.id())
			.ifPresent(paper -> this.surroundings.joint().produceFor(batch, caseId, result, paper));
	}

	Optional<IssuedPaper> of(String caseId, String kind) {
		return this.papers.ofCase(caseId, kind);
	}

	private void noneMayBeHindered(Batch batch) {
		List<BatchItem> in = this.items.in(batch.id());
		Map<String, String> hindered = this.record.hindrances(batch.kind(),
				in.stream().map(BatchItem::caseId).toList());
		if (!hindered.isEmpty()) {
			throw new CaseHindered(in.stream()
				.filter(item -> hindered.containsKey(item.caseId()))
				.map(item -> item.park().name())
				.collect(Collectors.joining("、")));
		}
	}

	private LocalDate issuedOn(Opinion stated) {
		LocalDate day;
		try {
			day = LocalDate.parse(stated.field("issuedOn"));
		}
		catch (DateTimeParseException noDate) {
			throw new PaperIncomplete();
		}
		if (day.isAfter(this.surroundings.time().today())) {
			throw new IssuedInFuture();
		}
		return day;
	}

	private static @Nullable String blankToNull(String text) {
		return text.isBlank() ? null : text;
	}

}
