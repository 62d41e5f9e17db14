package cn.ecopark.calendar;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.shared.AfterCommit;

/** Changes the calendar while nobody counts by it. */
@Component
public class ChangeCalendar {

	private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('working days'))";

	private static final String VERSION = "SELECT version FROM calendar_version";

	private static final String NEXT = "UPDATE calendar_version SET version = version + 1";

	private final JdbcClient jdbc;

	private final WorkingDays workingDays;

	private final ApplicationEventPublisher events;

	ChangeCalendar(JdbcClient jdbc, WorkingDays workingDays, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.workingDays = workingDays;
		this.events = events;
	}

	/**
	 * Waits for those who count dates that are kept, and lets others wait until the
	 * transaction ends.
	 * @param change writes the days
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void change(Runnable change) {
		this.jdbc.sql(LOCK).query().singleRow();
		this.events.publishEvent(new CalendarChanging(this.jdbc.sql(VERSION).query(Long.class).single() + 1));
		change.run();
		this.jdbc.sql(NEXT).update();
		AfterCommit.run(() -> this.workingDays.reload());
	}

}
