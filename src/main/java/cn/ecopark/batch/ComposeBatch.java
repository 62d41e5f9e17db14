package cn.ecopark.batch;

import java.util.Collection;
import java.util.UUID;

import org.springframework.stereotype.Component;

import cn.ecopark.organisation.Actor;

/** 编入批次: the Office puts cases that wait for the same joint paper into one batch. */
@Component
public class ComposeBatch {

	private final Composition composition;

	ComposeBatch(Composition composition) {
		this.composition = composition;
	}

	/**
	 * @param kind process of the batch
	 * @return the batch, its first task waiting
	 * @throws BatchRefusals.NotYourBatch when the actor is not of the Office
	 * @throws BatchRefusals.NothingChosen when there is no case
	 * @throws BatchRefusals.TitleMissing when there is no title
	 * @throws BatchRefusals.CaseNotWaiting when a case was composed or withdrawn
	 * meanwhile
	 * @throws BatchRefusals.CaseHindered when an objection is open against a park
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
		return this.composition.compose(kind, caseIds, title, submission, actor);
	}

}
