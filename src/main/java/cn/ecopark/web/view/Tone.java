package cn.ecopark.web.view;

import java.util.Locale;

/** How a word is coloured; the word itself always says the same. */
public enum Tone {

	/** Agreed, met, delivered. */
	GOOD,
	/** A plain statement. */
	QUIET,
	/** Under way, present. */
	STRONG,
	/** To be looked at soon. */
	WARN,
	/** Overdue, disagreed, failed, revoked; nothing else is red. */
	BAD;

	public String css() {
		return "tone-" + name().toLowerCase(Locale.ROOT);
	}

}
