package cn.ecopark.wholefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.batch.BatchItem;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CaseAccess;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.notice.Objection;
import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.wholefile.CaseData.BatchData;
import cn.ecopark.wholefile.CaseData.DocumentFile;
import cn.ecopark.wholefile.CaseData.ObjectionData;
import cn.ecopark.wholefile.CaseData.OpinionData;

/**
 * Gathers all that a reader may see of a case, as of one moment. What is seen is decided
 * by the modules it is read from, by the rules of their pages.
 */
@Component
class Gathering {

	private final CaseAccess access;

	private final CaseReading cases;

	private final Papers papers;

	private final Joint joint;

	private final Labels labels;

	Gathering(CaseAccess access, CaseReading cases, Papers papers, Joint joint, Labels labels) {
		this.access = access;
		this.cases = cases;
		this.papers = papers;
		this.joint = joint;
		this.labels = labels;
	}

	/** Papers and opinions of any dossier. */
	@Component
	record Papers(DocumentReading papers, OpinionReading opinions, IssuedReading issued) {
	}

	/** What goes beyond the case alone. */
	@Component
	record Joint(BatchReading batches, NoticeReading notices, CaseTime time) {
	}

	/**
	 * What was gathered.
	 *
	 * @param at real time
	 * @param paths the names already given in the ZIP
	 */
	record Gathered(CaseData data, Actor reader, String readerUnit, Instant at, Instant caseTime, SafePaths paths) {
	}

	/**
	 * @throws cn.ecopark.casefile.CaseRefusals.CaseNotFound when there is none
	 * @throws cn.ecopark.casefile.CaseRefusals.NotYourCase when it is not the reader's
	 */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public Gathered gather(String caseId, Actor reader) {
		EcoCase ecoCase = this.access.read(reader, caseId);
		RulePack pack = this.labels.pack(ecoCase.release());
		SafePaths paths = new SafePaths();
		List<BatchItem> places = this.joint.batches().places(caseId);
		List<IssuedReading.One> issued = this.papers.issued().of(caseId, places, reader, paths);
		List<Objection> objections = this.joint.notices().objections(places, reader);
		List<DocumentFile> papers = papers(ecoCase, reader, paths, places, issued, objections);
		CaseData data = new CaseData(CaseData.SCHEMA, this.cases.facts(ecoCase), this.cases.parties(ecoCase),
				this.cases.stages(ecoCase), this.cases.steps(ecoCase), this.cases.timeline(ecoCase, reader), papers,
				opinions(ecoCase, reader, pack), this.cases.corrections(ecoCase, reader), batches(places, reader),
				issued.stream().map(IssuedReading.One::line).toList(), this.joint.notices().notices(places),
				objections(objections, pack, reader));
		Instant caseTime = this.joint.time().now();
		return new Gathered(data, reader, this.labels.unit(reader.unitId(), caseTime).label(), Instant.now(), caseTime,
				paths);
	}

	/** A signed paper stands among the issued ones, not once more where it was made. */
	private List<DocumentFile> papers(EcoCase ecoCase, Actor reader, SafePaths paths, List<BatchItem> places,
			List<IssuedReading.One> issued, List<Objection> objections) {
		RulePack pack = this.labels.pack(ecoCase.release());
		List<DocumentFile> papers = new ArrayList<>(this.papers.papers().ofCase(ecoCase.id(), pack, reader, paths));
		for (BatchItem place : places) {
			if (this.joint.batches().mayRead(reader, place)) {
				papers.addAll(this.papers.papers()
					.ofOther(place.batchId(), pack, reader, paths, this.labels.text("wholefile.folder.batches"),
							this.joint.batches().batch(place).title()));
			}
		}
		for (int at = 0; at < objections.size(); at++) {
			papers.addAll(this.papers.papers()
				.ofOther(objections.get(at).id(), pack, reader, paths, this.labels.text("wholefile.folder.objections"),
						this.labels.text("wholefile.folder.objection", String.valueOf(at + 1))));
		}
		List<DocumentFile> signed = issued.stream().map(IssuedReading.One::paper).flatMap(Optional::stream).toList();
		papers.removeIf(paper -> signed.stream().anyMatch(one -> one.id() == paper.id()));
		papers.addAll(signed);
		return papers;
	}

	private List<OpinionData> opinions(EcoCase ecoCase, Actor reader, RulePack pack) {
		return this.papers.opinions()
			.of(ecoCase.id(), reader)
			.stream()
			.map(opinion -> this.papers.opinions().data(opinion, pack, reader, field -> true))
			.toList();
	}

	private List<BatchData> batches(List<BatchItem> places, Actor reader) {
		return this.joint.batches().of(places, reader);
	}

	private List<ObjectionData> objections(List<Objection> objections, RulePack pack, Actor reader) {
		List<ObjectionData> data = new ArrayList<>();
		objections.forEach(objection -> data.add(this.joint.notices().data(data.size() + 1, objection, pack, reader)));
		return data;
	}

}
