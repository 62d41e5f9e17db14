package cn.ecopark.notice;

import java.util.List;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import cn.ecopark.calendar.CalendarChanging;

/**
 * The notices, running or to come, whose days are to be counted anew because the calendar
 * has changed.
 */
@Repository
class NoticeRecounts {

	private static final String NOTE = """
			INSERT INTO notice_recount (batch_id) SELECT batch_id FROM public_notice WHERE state <> 'CLOSED'
			ON CONFLICT DO NOTHING
			""";

	private static final String NEXT = """
			SELECT batch_id FROM notice_recount WHERE try_at <= now() ORDER BY try_at, batch_id LIMIT 100
			""";

	private static final String TAKE = "SELECT batch_id FROM notice_recount WHERE batch_id = :batch FOR UPDATE SKIP LOCKED";

	private static final String LATER = """
			UPDATE notice_recount SET tries = tries + 1, try_at = now() + least(tries + 1, 60) * INTERVAL '10 seconds'
			 WHERE batch_id = :batch
			""";

	private final JdbcClient jdbc;

	NoticeRecounts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@EventListener
	void on(CalendarChanging changing) {
		this.jdbc.sql(NOTE).update();
	}

	List<String> next() {
		return this.jdbc.sql(NEXT).query(String.class).list();
	}

	/**
	 * @return whether it waits and nobody else does it now; it is locked then
	 */
	boolean take(String batchId) {
		return this.jdbc.sql(TAKE).param("batch", batchId).query(String.class).optional().isPresent();
	}

	void done(String batchId) {
		this.jdbc.sql("DELETE FROM notice_recount WHERE batch_id = :batch").param("batch", batchId).update();
	}

	/** What has failed is tried again, at longer intervals. */
	void later(String batchId) {
		this.jdbc.sql(LATER).param("batch", batchId).update();
	}

}
