package cn.ecopark.batch;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.law.JointDecisionRules;
import cn.ecopark.organisation.Units;
import cn.ecopark.reference.ReferenceData;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.worklist.WorkItem;

/**
 * How the ballots on each park stand, by the bodies and the text of the day. An agreement
 * of an earlier round holds for parks that were not asked about again.
 */
@Component
class Count {

	private final BatchItems items;

	private final Ballots ballots;

	private final JointText text;

	private final RulePacks packs;

	private final ReferenceData reference;

	private final Units units;

	private final CaseTime time;

	Count(BatchItems items, Ballots ballots, JointText text, RulePacks packs, ReferenceData reference, Units units,
			CaseTime time) {
		this.items = items;
		this.ballots = ballots;
		this.text = text;
		this.packs = packs;
		this.reference = reference;
		this.units = units;
		this.time = time;
	}

	/** One reading of the ballots. */
	record Reading(List<BatchItem> in, List<Ballot> ballots, JointDecisionRules decision, Choices choices) {

		/**
		 * @return what the body has chosen in the present round
		 */
		Optional<Ballot> ballot(BatchItem item, String unitId) {
			return ballot(item, unitId, item.round());
		}

		Optional<Ballot> ballot(BatchItem item, String unitId, int round) {
			return this.ballots.stream()
				.filter(ballot -> ballot.caseId().equals(item.caseId()) && ballot.round() == round
						&& ballot.unitId().equals(unitId))
				.findFirst();
		}

		/**
		 * @return ids of the bodies of the decision, lead body first
		 */
		List<String> bodies() {
			return this.decision.bodies().stream().map(JointDecisionRules.Body::id).toList();
		}

		/** What the bodies have said about the park in the present round. */
		List<JointDecisionRules.Vote> votes(BatchItem item) {
			return this.ballots.stream()
				.filter(ballot -> ballot.caseId().equals(item.caseId()) && ballot.round() == item.round())
				.map(ballot -> new JointDecisionRules.Vote(ballot.unitId(),
						this.choices.agrees().equals(ballot.choice()), ballot.textDigest()))
				.toList();
		}

		List<BatchItem> divided() {
			return this.in.stream().filter(item -> !this.decision.isAgreed(votes(item))).toList();
		}

		/** The parks about which at least one body has spoken in the present round. */
		List<BatchItem> votedOn() {
			return this.in.stream()
				.filter(item -> bodies().stream().anyMatch(body -> ballot(item, body).isPresent()))
				.toList();
		}

		/**
		 * A body is asked about what it has not voted on in the present round; the Office
		 * about what the bodies are divided on.
		 */
		List<BatchItem> askedIn(WorkItem item) {
			return isCoordination(item) ? divided() : notVotedOnBy(String.valueOf(item.holder().unitId()));
		}

		static boolean isCoordination(WorkItem item) {
			return item.description().purpose() == Purpose.COORDINATION;
		}

		List<BatchItem> notVotedOnBy(String unitId) {
			return this.in.stream().filter(item -> ballot(item, unitId).isEmpty()).toList();
		}

		/** The bodies that have something left to vote on in the present round. */
		List<String> toBeAsked() {
			return bodies().stream().filter(body -> !notVotedOnBy(body).isEmpty()).toList();
		}

	}

	/**
	 * @return the place of the case in the batch it waits in
	 */
	Optional<BatchItem> present(String caseId) {
		return this.items.present(caseId);
	}

	Optional<BatchItem> place(String batchId, String caseId) {
		return this.items.find(batchId, caseId);
	}

	/** The ministries are asked about the park once more. */
	void askAgain(BatchItem item) {
		this.items.nextRound(item);
	}

	/**
	 * @return the rules that the batch is carried out by
	 */
	RulePack pack(Batch batch) {
		return this.packs.get(batch.release());
	}

	/** As it stands today, or stood on the day of the decision. */
	Reading of(Batch batch) {
		return on(batch, batch.decidedOn());
	}

	/**
	 * @param day of the decision; {@code null} for today
	 */
	Reading on(Batch batch, @Nullable LocalDate day) {
		LocalDate decided = day == null ? this.time.today() : day;
		RulePack pack = pack(batch);
		List<JointDecisionRules.Body> bodies = this.reference.partiesOn(pack.id(), decided)
			.stream()
			.map(unit -> new JointDecisionRules.Body(unit, this.units.nameOn(unit, decided)))
			.toList();
		return new Reading(this.items.in(batch.id()), this.ballots.of(batch.id()),
				new JointDecisionRules(pack.ballotPolicy(batch.kind()), bodies, this.text.of(batch)), Choices.of(pack));
	}

}
