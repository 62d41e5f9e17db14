package cn.ecopark.batch.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.batch.Ballot;
import cn.ecopark.batch.Batch;
import cn.ecopark.batch.BatchItem;
import cn.ecopark.batch.SignOff;
import cn.ecopark.batch.SignOffs;
import cn.ecopark.casefile.web.Hands;
import cn.ecopark.organisation.Actor;

/** The signatures of a batch as its page lists them. */
@Component
class SignatureRows {

	private final BatchWords words;

	private final Hands hands;

	SignatureRows(BatchWords words, Hands hands) {
		this.words = words;
		this.hands = hands;
	}

	/**
	 * @return with 拟办、审核 and 签发 in those of the reader's unit
	 */
	List<BatchPage.Signature> of(Batch batch, List<BatchItem> parks, List<SignOff> signed, Actor reader,
			Locale locale) {
		Map<Long, List<String>> hands = this.hands.of(signed.stream().map(SignOff::opinion).distinct().toList(), reader,
				locale);
		Map<String, String> names = parks.stream()
			.collect(Collectors.toMap(BatchItem::caseId, item -> item.park().name()));
		return SignOffs.alike(signed)
			.stream()
			.map(alike -> row(batch, alike, names, hands.getOrDefault(alike.get(0).opinion().workItemId(), List.of())))
			.toList();
	}

	/** The place of one signature in the matrix of parks and bodies. */
	BatchPage.Ballot cell(Batch batch, SignOff signed) {
		Ballot ballot = signed.ballot();
		return new BatchPage.Ballot(this.words.choice(batch, ballot.choice()), empty(ballot.reason()),
				this.words.signer(signed), signed.on(), signed.stands());
	}

	private BatchPage.Signature row(Batch batch, List<SignOff> alike, Map<String, String> names, List<String> hands) {
		SignOff one = alike.get(0);
		return new BatchPage.Signature(one.ballot().round(), one.opinion().author().unitName(),
				alike.stream().map(signed -> names.getOrDefault(signed.ballot().caseId(), "")).toList(),
				this.words.choice(batch, one.ballot().choice()), empty(one.words()), this.words.signer(one), hands,
				one.on(), this.words.signedText(one), one.stands());
	}

	private static @Nullable String empty(String words) {
		return words.isBlank() ? null : words;
	}

}
