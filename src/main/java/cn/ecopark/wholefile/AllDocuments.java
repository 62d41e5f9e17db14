package cn.ecopark.wholefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import cn.ecopark.batch.BatchItem;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.notice.Objection;
import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.wholefile.CaseData.DocumentFile;

/**
 * The documents of a case, of the batches it was in, and of the objections to its park.
 */
@Component
class AllDocuments {

	private final DocumentReading documents;

	private final BatchReading batches;

	private final Labels labels;

	AllDocuments(DocumentReading documents, BatchReading batches, Labels labels) {
		this.documents = documents;
		this.batches = batches;
		this.labels = labels;
	}

	/**
	 * A signed document stands among the issued ones, not once more where it was made.
	 */
	List<DocumentFile> of(EcoCase ecoCase, Actor reader, SafePaths paths, List<BatchItem> places,
			List<IssuedReading.One> issued, List<Objection> objections) {
		RulePack pack = this.labels.pack(ecoCase.release());
		List<DocumentFile> found = new ArrayList<>(this.documents.ofCase(ecoCase.id(), pack, reader, paths));
		for (BatchItem place : places) {
			if (this.batches.mayRead(reader, place)) {
				found.addAll(this.documents.ofOther(place.batchId(), pack, reader, paths,
						this.labels.text("wholefile.folder.batches"), this.batches.batch(place).title()));
			}
		}
		for (int at = 0; at < objections.size(); at++) {
			found.addAll(this.documents.ofOther(objections.get(at).id(), pack, reader, paths,
					this.labels.text("wholefile.folder.objections"),
					this.labels.text("wholefile.folder.objection", String.valueOf(at + 1))));
		}
		List<DocumentFile> signed = issued.stream().map(IssuedReading.One::file).flatMap(Optional::stream).toList();
		found.removeIf(file -> signed.stream().anyMatch(one -> one.id() == file.id()));
		found.addAll(signed);
		return found;
	}

}
