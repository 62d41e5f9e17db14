package cn.ecopark.casefile;

import org.jspecify.annotations.Nullable;

import cn.ecopark.casefile.CaseRefusals.ReasonMissing;
import cn.ecopark.casefile.CaseRefusals.ReasonTooLong;

/** Why somebody ends a case, in his own words. */
public record Reason(String text) {

	private static final int LONGEST = 1000;

	/**
	 * @throws ReasonMissing when there is none
	 * @throws ReasonTooLong when it has more than 1000 characters
	 */
	public Reason {
		text = text.strip();
		if (text.isEmpty()) {
			throw new ReasonMissing();
		}
		if (text.length() > LONGEST) {
			throw new ReasonTooLong(LONGEST);
		}
	}

	public static Reason of(@Nullable String text) {
		return new Reason(text == null ? "" : text);
	}

}
