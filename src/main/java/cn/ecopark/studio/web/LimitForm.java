package cn.ecopark.studio.web;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import cn.ecopark.studio.LimitEntry;

/**
 * The inputs of a limit as they are sent.
 *
 * @param seen step that the form was made of
 * @param unit {@code days} or {@code months}
 */
record LimitForm(int seen, @Nullable String key, @Nullable String zh, @Nullable String en, @Nullable String length,
		@Nullable String unit, @Nullable String remindBefore, @Nullable String onReturn, @Nullable String source,
		@Nullable Boolean confirmed) {

	static final String MONTHS = "months";

	/** Nobody types them; they come with what is pasted. */
	private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

	private static final int LONGEST = 300;

	/**
	 * @param of key of the limit that is changed; null for a new one
	 */
	LimitEntry entry(@Nullable String of) {
		return new LimitEntry(of == null ? text(this.key) : of, text(this.zh), text(this.en), text(this.length),
				MONTHS.equals(this.unit), text(this.remindBefore), text(this.onReturn), text(this.source),
				Boolean.TRUE.equals(this.confirmed));
	}

	private static String text(@Nullable String typed) {
		String said = typed == null ? "" : CONTROL.matcher(typed).replaceAll(" ").strip();
		return said.length() > LONGEST ? said.substring(0, LONGEST) : said;
	}

}
