package cn.ecopark.shared;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A place in a list in the order of moments, and of ids where two have the same moment.
 *
 * @param at to the microsecond, as the database keeps it
 */
public record MomentKey(Instant at, String id) {

	private static final String TEXT = "\\d{1,17}_[\\w-]{1,64}";

	/**
	 * @return the key as it stands in an address
	 */
	public String text() {
		return ChronoUnit.MICROS.between(Instant.EPOCH, this.at) + "_" + this.id;
	}

	/**
	 * @return the key; nothing when the text is none
	 */
	public static Optional<MomentKey> parse(String text) {
		if (!text.matches(TEXT)) {
			return Optional.empty();
		}
		int split = text.indexOf('_');
		long micros = Long.parseLong(text.substring(0, split));
		return Optional.of(new MomentKey(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), text.substring(split + 1)));
	}

}
