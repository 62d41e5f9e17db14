package cn.ecopark.demo;

import java.util.List;
import java.util.Map;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.demo.Script.Move;
import cn.ecopark.organisation.Actor;
import cn.ecopark.worklist.CompleteTask;
import cn.ecopark.worklist.Decision;
import cn.ecopark.worklist.PageToken;
import cn.ecopark.worklist.WorkItem;

/** Does a step, by all who have it or as many of them as the script says. */
@Component
@ConditionalOnBooleanProperty("ecopark.demonstration")
class DoStep {

	private final Matters matters;

	private final Performers performers;

	private final HandInSamples samples;

	private final DemonstratedDecisions decisions;

	private final CompleteTask completeTask;

	private final DemonstratedProposals proposals;

	DoStep(Matters matters, Performers performers, HandInSamples samples, DemonstratedDecisions decisions,
			CompleteTask completeTask, DemonstratedProposals proposals) {
		this.proposals = proposals;
		this.matters = matters;
		this.performers = performers;
		this.samples = samples;
		this.decisions = decisions;
		this.completeTask = completeTask;
	}

	boolean isOpen(Move.Do move) {
		return !items(move).isEmpty();
	}

	/**
	 * Not part of a transaction: a document is judged once it is kept, and what is
	 * proposed is rehearsed.
	 */
	void prepare(Move.Do move) {
		for (WorkItem item : items(move)) {
			Actor actor = this.performers.of(item);
			this.performers.as(actor, () -> {
				this.samples.handIn(item, actor);
				if (item.description().isSignedBySeveral()) {
					this.proposals.propose(item, this.decisions.of(item, move.step(), move.experts()), actor);
				}
				return item;
			});
		}
	}

	/**
	 * @throws IllegalStateException when nobody has the step
	 */
	@Transactional
	void carryOut(Move.Do move) {
		List<WorkItem> items = items(move);
		if (items.isEmpty()) {
			throw new IllegalStateException("Nobody has " + move.step().step() + " about " + move.matter());
		}
		for (WorkItem item : items) {
			if (item.description().isSignedBySeveral()) {
				if (!move.step().isLeftToSign()) {
					this.proposals.sign(item);
				}
				continue;
			}
			Actor actor = this.performers.of(item);
			Decision decision = this.decisions.of(item, move.step(), move.experts());
			PageToken page = PageToken.of("demonstration-" + item.id(), Map.of());
			this.performers.as(actor, () -> this.completeTask.complete(item, page, decision, actor));
		}
	}

	private List<WorkItem> items(Move.Do move) {
		List<WorkItem> open = this.matters.open(move.matter(), move.step().step());
		Integer times = move.step().times();
		return times == null ? open : open.stream().limit(times).toList();
	}

}
