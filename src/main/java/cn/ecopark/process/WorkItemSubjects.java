package cn.ecopark.process;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.batch.Batches;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.worklist.WorkItem;

/**
 * What a row of the work list is about: a case, a batch or an objection, and what was
 * said of it last.
 */
@Component
class WorkItemSubjects {

	private final Cases cases;

	private final Batches batches;

	private final Opinions opinions;

	WorkItemSubjects(Cases cases, Batches batches, Opinions opinions) {
		this.cases = cases;
		this.batches = batches;
		this.opinions = opinions;
	}

	/**
	 * @return whether the case and batch that an instance names are ours; a model may
	 * name what there is not
	 */
	boolean knows(Dossier dossier) {
		String caseId = dossier.caseId();
		String batchId = dossier.batchId();
		return (caseId != null || batchId != null) && (caseId == null || this.cases.find(caseId).isPresent())
				&& (batchId == null || this.batches.find(batchId).isPresent());
	}

	WorkItem.Subject subject(Dossier dossier) {
		String caseId = dossier.caseId();
		if (dossier.batchId() != null) {
			return new WorkItem.Subject(dossier.id(), null, dossier.batchId(), null,
					this.batches.get(dossier.batchId()).title(), null, null, null, null);
		}
		EcoCase ecoCase = this.cases.get(caseId == null ? "" : caseId);
		return new WorkItem.Subject(dossier.id(), caseId, null, dossier.objectionId(), ecoCase.park().name(),
				ecoCase.number(), ecoCase.park().id(), ecoCase.park().kind(), ecoCase.park().provinceCode());
	}

	WorkItem.@Nullable Said said(Dossier dossier) {
		Optional<Opinion> latest = this.opinions.last(dossier.id());
		return latest
			.map(opinion -> new WorkItem.Said(opinion.text(),
					opinion.author().unitName() + " " + opinion.author().personName(), opinion.at()))
			.orElse(null);
	}

}
