package cn.ecopark.notice;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import cn.ecopark.batch.Batch;
import cn.ecopark.batch.BatchClosed;
import cn.ecopark.calendar.CaseTime;

/** A notice that lists nobody any more is over before its time. */
@Component
class EmptiedNotices {

	private final PublicNotices notices;

	private final CaseTime time;

	EmptiedNotices(PublicNotices notices, CaseTime time) {
		this.notices = notices;
		this.time = time;
	}

	@EventListener
	void on(BatchClosed event) {
		if (Batch.EMPTY.equals(event.result())) {
			this.notices.close(event.batchId(), this.time.now());
		}
	}

}
