package cn.ecopark.wholefile;

import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

import cn.ecopark.batch.BatchItem;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.notice.Objection;
import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.wholefile.CaseData.DocumentFile;
import cn.ecopark.wholefile.CaseData.ObjectionData;
import cn.ecopark.wholefile.CaseData.OpinionData;

/** Reads all that a reader may see of a case into one record. */
@Component
class WholeCaseReading {

	private final CaseReading cases;

	private final AllDocuments documents;

	private final OpinionReading opinions;

	private final CorrectionReading corrections;

	private final BatchReading batches;

	private final IssuedReading issued;

	private final NoticeReading notices;

	private final Labels labels;

	WholeCaseReading(CaseReading cases, AllDocuments documents, OpinionReading opinions, CorrectionReading corrections,
			BatchReading batches, IssuedReading issued, NoticeReading notices, Labels labels) {
		this.cases = cases;
		this.documents = documents;
		this.opinions = opinions;
		this.corrections = corrections;
		this.batches = batches;
		this.issued = issued;
		this.notices = notices;
		this.labels = labels;
	}

	/**
	 * @param paths the names already given in the ZIP; those of the documents join them
	 */
	CaseData of(EcoCase ecoCase, Actor reader, SafePaths paths) {
		RulePack pack = this.labels.pack(ecoCase.release());
		List<BatchItem> places = this.batches.places(ecoCase.id());
		List<IssuedReading.One> issued = this.issued.of(ecoCase.id(), places, reader, paths);
		List<Objection> objections = this.notices.objections(places, reader);
		List<DocumentFile> files = this.documents.of(ecoCase, reader, paths, places, issued, objections);
		return new CaseData(CaseData.SCHEMA, this.cases.facts(ecoCase), this.cases.parties(ecoCase),
				this.cases.stages(ecoCase), this.cases.steps(ecoCase), this.cases.timeline(ecoCase, reader), files,
				opinions(ecoCase, reader, pack), this.corrections.of(ecoCase, reader), this.batches.of(places, reader),
				issued.stream().map(IssuedReading.One::line).toList(), this.notices.notices(places),
				objections(objections, pack, reader));
	}

	private List<OpinionData> opinions(EcoCase ecoCase, Actor reader, RulePack pack) {
		return this.opinions.of(ecoCase.id(), reader)
			.stream()
			.map(opinion -> this.opinions.data(opinion, pack, reader, field -> true))
			.toList();
	}

	private List<ObjectionData> objections(List<Objection> objections, RulePack pack, Actor reader) {
		List<ObjectionData> data = new ArrayList<>();
		objections.forEach(objection -> data.add(this.notices.data(data.size() + 1, objection, pack, reader)));
		return data;
	}

}
