package cn.ecopark.notice;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import cn.ecopark.background.BackgroundQueue;
import cn.ecopark.background.WorkKind;
import cn.ecopark.calendar.CalendarChanging;
import cn.ecopark.calendar.CalendarRecount;

/**
 * Counts the days of notices anew, running ones and those to come, when the calendar has
 * changed.
 */
@Component
class NoticeRecountWork extends CalendarRecount {

	/** Keys begin with the id of the notice's batch. */
	private static final WorkKind KIND = new WorkKind("notice-recount");

	private final PublicNotices notices;

	private final RecountNotice recountNotice;

	private final BackgroundQueue queue;

	NoticeRecountWork(PublicNotices notices, RecountNotice recountNotice, BackgroundQueue queue) {
		super(KIND);
		this.notices = notices;
		this.recountNotice = recountNotice;
		this.queue = queue;
	}

	@EventListener
	void on(CalendarChanging changing) {
		this.queue.addAll(KIND, keys(this.notices.notClosed(), changing));
	}

	@Override
	protected void recount(String id) {
		this.recountNotice.recount(id);
	}

}
