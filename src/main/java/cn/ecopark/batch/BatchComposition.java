package cn.ecopark.batch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.batch.BatchRefusals.CaseNotWaiting;
import cn.ecopark.batch.BatchRefusals.MixedPacks;
import cn.ecopark.batch.BatchRefusals.NotYourBatch;
import cn.ecopark.batch.BatchRefusals.TitleMissing;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CaseLocks;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.reference.ReferenceData;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.worklist.TakeIntoBatch;
import cn.ecopark.worklist.WaitingForBatch;
import cn.ecopark.worklist.WorkItem;

/**
 * One attempt to compose a batch: its cases' tasks, the batch and its process in one
 * transaction.
 */
@Component
class BatchComposition {

	private static final int LONGEST_TITLE = 200;

	private final CaseLocks locks;

	private final WaitingForBatch waiting;

	private final TakeIntoBatch take;

	private final Cases cases;

	private final BatchRecord record;

	private final BatchProcess process;

	private final RulePacks packs;

	private final ReferenceData reference;

	BatchComposition(CaseLocks locks, WaitingForBatch waiting, TakeIntoBatch take, Cases cases, BatchRecord record,
			BatchProcess process, RulePacks packs, ReferenceData reference) {
		this.reference = reference;
		this.locks = locks;
		this.waiting = waiting;
		this.take = take;
		this.cases = cases;
		this.record = record;
		this.process = process;
		this.packs = packs;
	}

	@Transactional
	Batch compose(String kind, Collection<String> caseIds, String title, String submission, Actor actor) {
		Optional<Batch> before = this.record.composedWith(submission);
		if (before.isPresent()) {
			return before.get();
		}
		check(caseIds, title, actor);
		Set<String> chosen = new LinkedHashSet<>(caseIds);
		this.locks.lock(chosen);
		List<WorkItem> items = this.waiting.lock(kind, chosen);
		allMustWait(chosen, items);
		this.record.requireUnhindered(kind, chosen);
		ReleaseId release = inForce(items);
		this.reference.requirePartiesOn(release.pack(), LocalDate.ofInstant(this.record.now(), CaseTime.ZONE),
				title.strip());
		Batch batch = this.record.composed(new Batch(UUID.randomUUID().toString(), kind, release, title.strip(),
				Batch.State.OPEN, null, actor.personId(), this.record.now(), null, "", null, 0), chosen, submission);
		items.forEach(item -> this.take.take(item, batch.title(), actor));
		this.process.start(batch);
		return batch;
	}

	private static void check(Collection<String> caseIds, String title, Actor actor) {
		if (actor.unitLevel() != UnitLevel.OFFICE || !actor.worksOnCases()) {
			throw new NotYourBatch();
		}
		if (caseIds.isEmpty()) {
			throw new BatchRefusals.NothingChosen();
		}
		if (title.isBlank() || title.strip().length() > LONGEST_TITLE) {
			throw new TitleMissing();
		}
	}

	private void allMustWait(Set<String> chosen, List<WorkItem> items) {
		Set<String> found = items.stream().map(item -> item.subject().caseId()).collect(Collectors.toSet());
		List<String> gone = new ArrayList<>(chosen);
		gone.removeAll(found);
		if (!gone.isEmpty()) {
			throw new CaseNotWaiting(names(gone));
		}
	}

	/** The cases may be of several releases of one pack, never of two packs. */
	private ReleaseId inForce(List<WorkItem> items) {
		List<String> pack = items.stream().map(item -> item.task().release().pack()).distinct().toList();
		if (pack.size() != 1) {
			throw new MixedPacks();
		}
		return this.packs.current(pack.get(0)).release();
	}

	private String names(Collection<String> caseIds) {
		return this.cases.all(caseIds)
			.stream()
			.map(EcoCase::park)
			.map(EcoCase.ParkOfCase::name)
			.collect(Collectors.joining("、"));
	}

}
