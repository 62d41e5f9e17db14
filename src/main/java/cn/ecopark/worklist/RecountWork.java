package cn.ecopark.worklist;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import cn.ecopark.background.Attempt;
import cn.ecopark.background.BackgroundWork;
import cn.ecopark.background.Retry;
import cn.ecopark.background.WorkKind;

/** Counts the limits that a changed calendar concerns anew, one step after the other. */
@Component
class RecountWork implements BackgroundWork {

	static final WorkKind KIND = new WorkKind("limit-recount");

	private static final Logger LOG = LoggerFactory.getLogger(RecountWork.class);

	private static final Retry RETRY = new Retry(10, Duration.ofSeconds(10), 2);

	private final RecountDue recountDue;

	RecountWork(RecountDue recountDue) {
		this.recountDue = recountDue;
	}

	/**
	 * @return another key for each change: one that comes while the step is being counted
	 * is not lost
	 */
	static String key(long itemId, long calendar) {
		return itemId + ":" + calendar;
	}

	private static long item(String key) {
		return Long.parseLong(key.substring(0, key.indexOf(':')));
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
		this.recountDue.recount(item(key));
	}

	/**
	 * The step keeps the last day it has; the next change of the calendar tries again.
	 */
	@Override
	public void giveUp(String key) {
		LOG.error("The limit of work item {} could not be counted anew", item(key));
	}

}
