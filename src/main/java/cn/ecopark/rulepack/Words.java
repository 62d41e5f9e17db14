package cn.ecopark.rulepack;

import java.util.Locale;

/** What a pack says on screens, in both languages. */
public record Words(String zh, String en) {

	/**
	 * @return in the language of whoever reads
	 */
	public String in(Locale locale) {
		return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? this.en : this.zh;
	}

}
