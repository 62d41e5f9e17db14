package cn.ecopark.batch;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import cn.ecopark.worklist.WorkItem;

/**
 * How the ballots on each park stand. A joint decision is unanimous by default: every
 * body has to agree; abstention, disagreement and silence do not. An agreement of an
 * earlier round holds for parks that were not asked about again.
 */
@Component
class Count {

	private final BatchItems items;

	private final Ballots ballots;

	private final Ministries ministries;

	Count(BatchItems items, Ballots ballots, Ministries ministries) {
		this.items = items;
		this.ballots = ballots;
		this.ministries = ministries;
	}

	/** One reading of the ballots. */
	record Reading(List<BatchItem> in, List<Ballot> ballots, List<String> bodies) {

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

		boolean everyBodyAgrees(BatchItem item) {
			return this.bodies.stream()
				.allMatch(body -> ballot(item, body).map(Ballot::choice).filter(Ballot.AGREE::equals).isPresent());
		}

		List<BatchItem> divided() {
			return this.in.stream().filter(item -> !everyBodyAgrees(item)).toList();
		}

		/** The parks about which at least one body has spoken in the present round. */
		List<BatchItem> votedOn() {
			return this.in.stream()
				.filter(item -> this.bodies.stream().anyMatch(body -> ballot(item, body).isPresent()))
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
			return item.description().choices().contains(Ballot.STRIKE_OUT);
		}

		List<BatchItem> notVotedOnBy(String unitId) {
			return this.in.stream().filter(item -> ballot(item, unitId).isEmpty()).toList();
		}

	}

	/**
	 * @return the place of the case in the batch it waits in
	 */
	Optional<BatchItem> present(String caseId) {
		return this.items.present(caseId);
	}

	/** The ministries are asked about the park once more. */
	void askAgain(BatchItem item) {
		this.items.nextRound(item);
	}

	Reading of(Batch batch) {
		return new Reading(this.items.in(batch.id()), this.ballots.of(batch.id()), this.ministries.of(batch));
	}

}
