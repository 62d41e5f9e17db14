package cn.ecopark.web;

import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The token by which a page is known a second time. */
public final class FormToken {

	/** What pages make; indexes of the database take no endless ones. */
	private static final Pattern MADE_BY_A_PAGE = Pattern.compile("[\\x21-\\x7e]{1,64}");

	private FormToken() {
	}

	/**
	 * @param sent as it came in
	 * @return the token; what came without one, or with none that a page makes, is
	 * nobody's repetition and gets one of its own
	 */
	public static String of(@Nullable String sent) {
		return sent != null && MADE_BY_A_PAGE.matcher(sent).matches() ? sent : UUID.randomUUID().toString();
	}

}
