package cn.ecopark.notice;

import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import cn.ecopark.shared.RegularWork;

/** Counts the notices that a changed calendar concerns anew, one after the other. */
@Component
class NoticeRecountWork extends RegularWork {

	private static final Logger LOG = LoggerFactory.getLogger(NoticeRecountWork.class);

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private final NoticeRecounts recounts;

	private final RecountNotice recountNotice;

	NoticeRecountWork(NoticeRecounts recounts, RecountNotice recountNotice) {
		super("notice-recount");
		this.recounts = recounts;
		this.recountNotice = recountNotice;
	}

	@Override
	protected List<Task> tasks() {
		return List.of(new Task(this::work, PAUSE));
	}

	private void work() {
		this.recounts.next().forEach(this::one);
	}

	private void one(String batchId) {
		try {
			this.recountNotice.recount(batchId);
		}
		catch (RuntimeException failed) {
			LOG.warn("Period of notice {} not counted anew; tried again later", batchId, failed);
			this.recounts.later(batchId);
		}
	}

}
