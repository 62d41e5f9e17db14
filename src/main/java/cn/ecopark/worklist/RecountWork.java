package cn.ecopark.worklist;

import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import cn.ecopark.shared.RegularWork;

/** Counts the limits that a changed calendar concerns anew, one step after the other. */
@Component
public class RecountWork extends RegularWork {

	private static final Logger LOG = LoggerFactory.getLogger(RecountWork.class);

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private final DueRecounts recounts;

	private final RecountDue recountDue;

	RecountWork(DueRecounts recounts, RecountDue recountDue) {
		super("recount");
		this.recounts = recounts;
		this.recountDue = recountDue;
	}

	@Override
	protected List<Task> tasks() {
		return List.of(new Task(this::work, PAUSE));
	}

	/** Does what waits. */
	public void work() {
		for (List<Long> next = this.recounts.next(); !next.isEmpty(); next = this.recounts.next()) {
			next.forEach(this::one);
		}
	}

	private void one(long itemId) {
		try {
			this.recountDue.recount(itemId);
		}
		catch (RuntimeException failed) {
			LOG.warn("Limit of task {} not counted anew; tried again later", itemId, failed);
			this.recounts.later(itemId);
		}
	}

}
