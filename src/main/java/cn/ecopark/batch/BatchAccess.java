package cn.ecopark.batch;

import org.springframework.stereotype.Component;

import cn.ecopark.batch.BatchRefusals.NotYourBatch;
import cn.ecopark.dossier.DossierAccess;
import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.ReleaseId;

/**
 * Who may read batches and their documents: the Office and the ministries. Parks learn
 * what was issued from their own case.
 */
@Component
public class BatchAccess implements DossierAccess {

	private final Batches batches;

	BatchAccess(Batches batches) {
		this.batches = batches;
	}

	/**
	 * @throws NotYourBatch when the actor is neither of the Office nor of a ministry
	 */
	public void requireReader(Actor actor) {
		if (!isReader(actor)) {
			throw new NotYourBatch();
		}
	}

	/**
	 * @return the batch
	 * @throws BatchRefusals.BatchNotFound when there is none
	 * @throws NotYourBatch when the actor may not read it
	 */
	public Batch read(Actor actor, String batchId) {
		requireReader(actor);
		return this.batches.get(batchId);
	}

	@Override
	public boolean knows(String dossierId) {
		return this.batches.ofDossier(dossierId).isPresent();
	}

	@Override
	public ReleaseId release(String dossierId) {
		return this.batches.get(dossierId).release();
	}

	@Override
	public boolean mayRead(Actor actor, String dossierId) {
		return isReader(actor) && knows(dossierId);
	}

	boolean isReader(Actor actor) {
		return actor.unitLevel().isNational() && actor.worksOnCases();
	}

}
