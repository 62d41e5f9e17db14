package cn.ecopark.batch;

import java.util.Collection;
import java.util.UUID;

import org.springframework.stereotype.Component;

import cn.ecopark.law.LegalRefusal;
import cn.ecopark.organisation.Actor;
import cn.ecopark.worklist.UnlawfulSteps;

/** 编入批次: the Office puts cases that wait for the same joint document into one batch. */
@Component
public class ComposeBatch {

	private final BatchComposition composition;

	private final Hindrances hindrances;

	private final UnlawfulSteps unlawful;

	ComposeBatch(BatchComposition composition, Hindrances hindrances, UnlawfulSteps unlawful) {
		this.hindrances = hindrances;
		this.composition = composition;
		this.unlawful = unlawful;
	}

	/**
	 * @param kind process of the batch
	 * @return the batch, its first task waiting
	 * @throws BatchRefusals.NotYourBatch when the actor is not of the Office
	 * @throws BatchRefusals.NothingChosen when there is no case
	 * @throws BatchRefusals.TitleMissing when there is no title
	 * @throws BatchRefusals.CaseNotWaiting when a case was composed or withdrawn
	 * meanwhile
	 * @throws LegalRefusal when something is not on record of a case, or not settled
	 * @throws BatchRefusals.MixedPacks when the cases are under different rule packs
	 */
	public Batch compose(String kind, Collection<String> caseIds, String title, Actor actor) {
		return compose(kind, caseIds, title, UUID.randomUUID().toString(), actor);
	}

	/**
	 * @param submission token of the page; the same token a second time returns the batch
	 * it made and changes nothing
	 */
	public Batch compose(String kind, Collection<String> caseIds, String title, String submission, Actor actor) {
		try {
			return this.composition.compose(kind, caseIds, title, submission, actor);
		}
		catch (LegalRefusal refusal) {
			this.hindrances.among(kind, caseIds)
				.forEach((caseId, reason) -> this.unlawful.note(caseId, caseId, title.strip(), reason));
			throw refusal;
		}
	}

}
