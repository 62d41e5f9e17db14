package cn.ecopark.calendar;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

import cn.ecopark.background.Attempt;
import cn.ecopark.background.BackgroundWork;
import cn.ecopark.background.Retry;
import cn.ecopark.background.WorkKind;

/**
 * Counts anew, one after the other in the background, what a changed calendar concerns.
 */
public abstract class CalendarRecount implements BackgroundWork {

	private static final String BEFORE_VERSION = ":";

	private static final Retry RETRY = new Retry(10, Duration.ofSeconds(10), 2);

	private final WorkKind kind;

	protected CalendarRecount(WorkKind kind) {
		this.kind = kind;
	}

	/** Doing it twice changes nothing. */
	protected abstract void recount(String id);

	/**
	 * @return keys that each change of the calendar has of its own: a change that comes
	 * while something is being counted is not lost
	 */
	public static List<String> keys(Collection<?> ids, CalendarChanging changing) {
		return ids.stream().map(id -> id + BEFORE_VERSION + changing.version()).toList();
	}

	@Override
	public final WorkKind kind() {
		return this.kind;
	}

	@Override
	public final Retry retry() {
		return RETRY;
	}

	@Override
	public final void carryOut(String key, Attempt attempt) {
		recount(key.substring(0, key.lastIndexOf(BEFORE_VERSION)));
	}

	/**
	 * The dates stay as they are until the calendar changes again; the queue logs what it
	 * was about.
	 */
	@Override
	public final void giveUp(String key) {
	}

}
