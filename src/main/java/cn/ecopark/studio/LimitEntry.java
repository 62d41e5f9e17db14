package cn.ecopark.studio;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import cn.ecopark.rulepack.Limit;

/**
 * A limit as it is typed, right or wrong.
 *
 * @param key by which diagrams name it
 * @param length number of working days, or of months
 * @param months whether the length is in months
 * @param remindBefore working days before the end
 * @param onReturn one of {@link Limit.OnReturn}
 */
public record LimitEntry(String key, String label, String englishLabel, String length, boolean months,
		String remindBefore, String onReturn, String source, boolean confirmed) {

	/** A new one, nothing of which is typed yet. */
	public static final LimitEntry EMPTY = new LimitEntry("", "", "", "", false, "", Limit.OnReturn.RESTART.name(), "",
			false);

	static LimitEntry of(String key, Map<String, Object> said) {
		boolean months = said.containsKey("months");
		return new LimitEntry(key, text(said.get("zh")), text(said.get("en")),
				text(said.get(months ? "months" : "days")), months, text(said.get("remindBefore")),
				text(said.get("onReturn")), text(said.get("source")),
				Boolean.parseBoolean(text(said.get("confirmed"))));
	}

	private static String text(@Nullable Object said) {
		return said == null ? "" : said.toString();
	}

	/**
	 * @return by property, in the order in which a pack has them; empty for what it does
	 * not say
	 */
	Map<String, String> values() {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("zh", this.label);
		values.put("en", this.englishLabel);
		values.put("days", this.months ? "" : this.length);
		values.put("months", this.months ? this.length : "");
		values.put("remindBefore", this.remindBefore);
		values.put("onReturn", this.onReturn);
		values.put("source", this.source);
		values.put("confirmed", String.valueOf(this.confirmed));
		return values;
	}

}
