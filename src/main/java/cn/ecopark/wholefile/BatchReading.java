package cn.ecopark.wholefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import cn.ecopark.batch.Ballot;
import cn.ecopark.batch.Ballots;
import cn.ecopark.batch.Batch;
import cn.ecopark.batch.BatchAccess;
import cn.ecopark.batch.BatchItem;
import cn.ecopark.batch.BatchItems;
import cn.ecopark.batch.Batches;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.People;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.wholefile.CaseData.BallotData;
import cn.ecopark.wholefile.CaseData.BatchData;
import cn.ecopark.wholefile.CaseData.OpinionData;

/** What was decided jointly, for those who may read batches. */
@Component
class BatchReading {

	private final Rights rights;

	private final Batches batches;

	private final Ballots ballots;

	private final OpinionReading opinions;

	private final Names names;

	BatchReading(Rights rights, Batches batches, Ballots ballots, OpinionReading opinions, Names names) {
		this.rights = rights;
		this.batches = batches;
		this.ballots = ballots;
		this.opinions = opinions;
		this.names = names;
	}

	/** Which batches there are, and who may read them. */
	@Component
	record Rights(BatchAccess access, BatchItems items) {
	}

	/** What is what. */
	@Component
	record Names(Labels labels, People people) {
	}

	/**
	 * @return the places of the case in all its batches, whoever may read those
	 */
	List<BatchItem> places(String caseId) {
		return this.rights.items().ofCase(caseId);
	}

	boolean mayRead(Actor reader, BatchItem place) {
		return this.rights.access().mayRead(reader, place.batchId());
	}

	Batch batch(BatchItem place) {
		return this.batches.get(place.batchId());
	}

	/** The batches of the case, of each only what concerns the case. */
	List<BatchData> of(List<BatchItem> places, Actor reader) {
		List<BatchData> found = new ArrayList<>();
		for (BatchItem place : places) {
			if (mayRead(reader, place)) {
				found.add(data(batch(place), place, reader));
			}
		}
		return found;
	}

	private BatchData data(Batch batch, BatchItem place, Actor reader) {
		Labels labels = this.names.labels();
		RulePack pack = labels.pack(batch.pack());
		List<Opinion> readable = this.opinions.of(batch.id(), reader);
		Set<String> others = this.rights.items()
			.of(batch.id())
			.stream()
			.map(BatchItem::caseId)
			.filter(id -> !id.equals(place.caseId()))
			.collect(Collectors.toSet());
		List<OpinionData> opinions = readable.stream()
			.map(opinion -> this.opinions.data(opinion, pack, reader,
					field -> others.stream().noneMatch(field::contains)))
			.toList();
		return new BatchData(batch.id(), labels.stage(pack, batch.kind()), batch.title(), batch.state().name(),
				batch.result() == null ? null : labels.outcome(pack, batch.result()), batch.composedAt(),
				batch.closedAt(), place.round(), labels.code("wholefile.place.", place.state().name()),
				labels.outcome(pack, place.reason()).label(), ballots(batch, place, readable, pack), opinions);
	}

	/** A ballot is read by whoever may read the opinion it was cast with. */
	private List<BallotData> ballots(Batch batch, BatchItem place, List<Opinion> readable, RulePack pack) {
		Set<Long> told = readable.stream().map(Opinion::id).collect(Collectors.toSet());
		return this.ballots.of(batch.id())
			.stream()
			.filter(ballot -> ballot.caseId().equals(place.caseId()) && told.contains(ballot.opinionId()))
			.map(ballot -> ballot(ballot, pack))
			.toList();
	}

	private BallotData ballot(Ballot ballot, RulePack pack) {
		Labels labels = this.names.labels();
		return new BallotData(ballot.round(), labels.unit(ballot.unitId(), ballot.at()),
				labels.outcome(pack, ballot.choice()), ballot.reason(), this.names.people().nameOf(ballot.personId()),
				ballot.at());
	}

}
