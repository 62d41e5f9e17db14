package cn.ecopark.notice;

import java.util.List;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import cn.ecopark.batch.BatchClosed;

/** A notice that lists nobody any more is over before its time. */
@Component
class EmptiedNotices {

	private final PublicNotices notices;

	private final NoticeRecord record;

	EmptiedNotices(PublicNotices notices, NoticeRecord record) {
		this.notices = notices;
		this.record = record;
	}

	/** A notice that was never published does not end, and most batches have none. */
	@EventListener
	void on(BatchClosed event) {
		if (event.emptied() && this.notices.close(event.batchId(), this.record.now())) {
			this.record.closed(this.notices.get(event.batchId()), List.of());
		}
	}

}
