package cn.ecopark.batch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import cn.ecopark.organisation.Actor;
import cn.ecopark.typesetting.manuscript.Facts;

/**
 * The signatures of a joint decision as rows of its sheet: those that say the same in
 * one.
 */
@Component
class SignOffTable {

	private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

	private final SignOffs signOffs;

	private final Wordings words;

	SignOffTable(SignOffs signOffs, Wordings words) {
		this.signOffs = signOffs;
		this.words = words;
	}

	/**
	 * @param parks names of the parks by id of the case
	 * @return the rows that this reader may read
	 */
	List<Map<String, String>> rows(Batch batch, Actor reader, Map<String, String> parks) {
		return SignOffs.alike(this.signOffs.of(batch, reader)).stream().map(alike -> row(batch, alike, parks)).toList();
	}

	private Map<String, String> row(Batch batch, List<SignOff> alike, Map<String, String> parks) {
		SignOff signed = alike.get(0);
		String about = alike.stream()
			.map(one -> parks.getOrDefault(one.ballot().caseId(), ""))
			.collect(Collectors.joining("、"));
		Map<String, String> row = new LinkedHashMap<>();
		row.put("round", String.valueOf(signed.ballot().round()));
		row.put("unit", signed.opinion().author().unitName());
		row.put("parks", alike.size() == parks.size() ? this.words.all(CHINESE) : about);
		row.put("opinion", opinion(batch, signed));
		row.put("signer", this.words.signer(signed, CHINESE));
		row.put("day", Facts.day(signed.on()));
		row.put("text", this.words.signedText(signed, CHINESE));
		return row;
	}

	private String opinion(Batch batch, SignOff signed) {
		String choice = this.words.outcome(batch.release(), signed.ballot().choice(), CHINESE);
		return signed.words().isBlank() ? choice : choice + "：" + signed.words();
	}

}
