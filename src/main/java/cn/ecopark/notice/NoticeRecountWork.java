package cn.ecopark.notice;

import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import cn.ecopark.background.Attempt;
import cn.ecopark.background.BackgroundQueue;
import cn.ecopark.background.BackgroundWork;
import cn.ecopark.background.Retry;
import cn.ecopark.background.WorkKind;
import cn.ecopark.calendar.CalendarChanging;

/**
 * Counts the days of notices anew, running ones and those to come, when the calendar has
 * changed.
 */
@Component
class NoticeRecountWork implements BackgroundWork {

	private static final WorkKind KIND = new WorkKind("notice-recount");

	private static final Logger LOG = LoggerFactory.getLogger(NoticeRecountWork.class);

	private static final Retry RETRY = new Retry(10, Duration.ofSeconds(10), 2);

	private final PublicNotices notices;

	private final RecountNotice recountNotice;

	private final BackgroundQueue queue;

	NoticeRecountWork(PublicNotices notices, RecountNotice recountNotice, BackgroundQueue queue) {
		this.notices = notices;
		this.recountNotice = recountNotice;
		this.queue = queue;
	}

	/**
	 * Each change has keys of its own: one that comes while a notice is being counted is
	 * not lost.
	 */
	@EventListener
	void on(CalendarChanging changing) {
		List<String> notices = this.notices.notClosed();
		this.queue.addAll(KIND, notices.stream().map(batch -> batch + ":" + changing.version()).toList());
	}

	private static String batch(String key) {
		return key.substring(0, key.lastIndexOf(':'));
	}

	@Override
	public WorkKind kind() {
		return KIND;
	}

	@Override
	public Retry retry() {
		return RETRY;
	}

	@Override
	public void carryOut(String key, Attempt attempt) {
		this.recountNotice.recount(batch(key));
	}

	/** The notice keeps the days it has; the next change of the calendar tries again. */
	@Override
	public void giveUp(String key) {
		LOG.error("The days of notice {} could not be counted anew", batch(key));
	}

}
