package cn.ecopark.batch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseAccess;
import cn.ecopark.casefile.CaseSignatures;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.organisation.Actor;
import cn.ecopark.shared.ReadOnce;

/**
 * The signatures of joint decisions, for those who may read them: whoever reads the batch
 * and the opinion that a ballot was cast with.
 */
@Component
public class SignOffs implements CaseSignatures {

	private final Ballots ballots;

	private final Opinions opinions;

	private final Batches batches;

	private final BatchItems items;

	private final BatchAccess batchAccess;

	private final CaseAccess caseAccess;

	private final Wordings words;

	SignOffs(Ballots ballots, Opinions opinions, Batches batches, BatchItems items, BatchAccess batchAccess,
			CaseAccess caseAccess, Wordings words) {
		this.ballots = ballots;
		this.opinions = opinions;
		this.batches = batches;
		this.items = items;
		this.batchAccess = batchAccess;
		this.caseAccess = caseAccess;
		this.words = words;
	}

	/**
	 * @return every signature of the batch that the reader may read, in the order they
	 * were given; none for readers outside
	 */
	public List<SignOff> of(Batch batch, Actor reader) {
		return this.batchAccess.isReader(reader)
				? ReadOnce.list(this, "of", List.of(batch.id(), reader), () -> read(batch, reader)) : List.of();
	}

	private List<SignOff> read(Batch batch, Actor reader) {
		List<Opinion> given = this.opinions.of(batch.id());
		Map<Long, Opinion> readable = given.stream()
			.filter(opinion -> this.caseAccess.mayRead(reader, opinion))
			.collect(Collectors.toMap(Opinion::id, Function.identity()));
		return this.ballots.of(batch.id())
			.stream()
			.flatMap(ballot -> Stream.ofNullable(readable.get(ballot.opinionId()))
				.map(opinion -> SignOff.of(batch, ballot, opinion, given)))
			.toList();
	}

	/**
	 * Puts together what a body has signed with the same words for several parks, as it
	 * signs one document for them.
	 */
	public static List<List<SignOff>> alike(List<SignOff> signed) {
		return List.copyOf(signed.stream()
			.collect(Collectors.groupingBy(Said::by, LinkedHashMap::new, Collectors.toList()))
			.values());
	}

	private record Said(long opinionId, int round, String choice, String words) {

		static Said by(SignOff signed) {
			Ballot ballot = signed.ballot();
			return new Said(ballot.opinionId(), ballot.round(), ballot.choice(), signed.words());
		}

	}

	@Override
	public List<Signature> of(String dossierId, Actor reader, Locale locale) {
		return this.batches.ofDossier(dossierId)
			.map(batch -> ofBatch(batch, reader, locale))
			.orElseGet(() -> ofCase(dossierId, reader, locale));
	}

	private List<Signature> ofBatch(Batch batch, Actor reader, Locale locale) {
		List<SignOff> signed = of(batch, reader);
		Map<String, String> parks = signed.isEmpty() ? Map.of()
				: this.items.of(batch.id())
					.stream()
					.collect(Collectors.toMap(BatchItem::caseId, item -> item.park().name()));
		return alike(signed).stream()
			.map(same -> signature(batch, same.get(0),
					same.stream()
						.map(one -> parks.getOrDefault(one.ballot().caseId(), ""))
						.collect(Collectors.joining("、")),
					locale))
			.toList();
	}

	private List<Signature> ofCase(String caseId, Actor reader, Locale locale) {
		return this.items.ofCase(caseId)
			.stream()
			.map(BatchItem::batchId)
			.distinct()
			.map(this.batches::get)
			.flatMap(batch -> of(batch, reader).stream()
				.filter(signed -> signed.ballot().caseId().equals(caseId))
				.map(signed -> signature(batch, signed, batch.title(), locale)))
			.toList();
	}

	private Signature signature(Batch batch, SignOff signed, String decision, Locale locale) {
		return new Signature(decision, signed.ballot().round(), signed.opinion().step().name(),
				signed.opinion().author().unitName(), this.words.signer(signed, locale),
				this.words.outcome(batch.release(), signed.ballot().choice(), locale),
				this.words.isAgreement(batch, signed.ballot().choice()), signed.words(), signed.ballot().at(),
				this.words.signedText(signed, locale));
	}

}
