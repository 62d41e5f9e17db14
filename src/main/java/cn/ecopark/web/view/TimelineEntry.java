package cn.ecopark.web.view;

import java.time.LocalDate;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * One event in plain words, newest first.
 *
 * @param note stands below the date instead of the year, for instance 还剩 4 日
 * @param text one plain sentence, may be empty
 */
public record TimelineEntry(State state, LocalDate on, @Nullable String note, String title, String text) {

	/** Expected, under way, or over. */
	public enum State {

		COMING, NOW, PAST

	}

	public String css() {
		return "time-" + this.state.name().toLowerCase(Locale.ROOT);
	}

}
