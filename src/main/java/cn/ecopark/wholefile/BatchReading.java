package cn.ecopark.wholefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import cn.ecopark.batch.Batch;
import cn.ecopark.batch.BatchAccess;
import cn.ecopark.batch.BatchItem;
import cn.ecopark.batch.BatchItems;
import cn.ecopark.batch.Batches;
import cn.ecopark.batch.SignOff;
import cn.ecopark.batch.SignOffs;
import cn.ecopark.batch.Wordings;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.wholefile.CaseData.BallotData;
import cn.ecopark.wholefile.CaseData.BatchData;
import cn.ecopark.wholefile.CaseData.OpinionData;

/** What was decided jointly, for those who may read batches. */
@Component
class BatchReading {

	private final BatchAccess access;

	private final BatchItems items;

	private final Batches batches;

	private final SignOffs signOffs;

	private final OpinionReading opinions;

	private final Labels labels;

	private final Wordings words;

	BatchReading(BatchAccess access, BatchItems items, Batches batches, SignOffs signOffs, OpinionReading opinions,
			Labels labels, Wordings words) {
		this.access = access;
		this.items = items;
		this.batches = batches;
		this.signOffs = signOffs;
		this.opinions = opinions;
		this.labels = labels;
		this.words = words;
	}

	/**
	 * @return the places of the case in all its batches, whoever may read those
	 */
	List<BatchItem> places(String caseId) {
		return this.items.ofCase(caseId);
	}

	boolean mayRead(Actor reader, BatchItem place) {
		return this.access.mayRead(reader, place.batchId());
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
		Labels labels = this.labels;
		RulePack pack = labels.pack(batch.release());
		List<Opinion> readable = this.opinions.of(batch.id(), reader);
		Set<String> others = this.items.of(batch.id())
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
				labels.outcome(pack, place.reason()).label(), ballots(batch, place, reader, pack), opinions);
	}

	private List<BallotData> ballots(Batch batch, BatchItem place, Actor reader, RulePack pack) {
		return this.signOffs.of(batch, reader)
			.stream()
			.filter(signed -> signed.ballot().caseId().equals(place.caseId()))
			.map(signed -> ballot(signed, pack))
			.toList();
	}

	private BallotData ballot(SignOff signed, RulePack pack) {
		Labels labels = this.labels;
		return new BallotData(signed.ballot().round(), labels.unit(signed.ballot().unitId(), signed.ballot().at()),
				labels.outcome(pack, signed.ballot().choice()), signed.ballot().reason(),
				signed.opinion().author().personName(), signed.ballot().deputy(),
				this.words.signer(signed, ArchiveWords.LOCALE), signed.ballot().at(),
				this.words.signedText(signed, ArchiveWords.LOCALE), signed.ballot().textDigest());
	}

}
