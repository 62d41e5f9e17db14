package cn.ecopark.worklist;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import cn.ecopark.background.BackgroundQueue;
import cn.ecopark.calendar.CalendarChanging;
import cn.ecopark.calendar.CalendarRecount;
import cn.ecopark.calendar.WorkingDays;

/**
 * The open steps whose limit is to be counted anew because the calendar has changed, with
 * the working days that they were given. A step that is listed already keeps what it was
 * listed with, since its date is still that of the calendar before.
 */
@Repository
class DueRecounts {

	/**
	 * From the day on which its present holder got it. A last day that somebody has set
	 * stays, and the limit of its step with it. In a year without arrangement the days
	 * fixed by law are off.
	 */
	private static final String NOTE = """
			INSERT INTO due_recount (work_item_id, began_on, days)
			SELECT i.id, run.began_on,
			       (SELECT count(*) FROM generate_series(run.began_on + 1, i.due_on, INTERVAL '1 day') AS d (day)
			          LEFT JOIN calendar_day c ON c.day = d.day::date
			         WHERE coalesce(c.kind = 'WORKDAY', extract(isodow FROM d.day) < 6
			               AND NOT (d.day::date = ANY (string_to_array(:statutory, ',')::date[])
			                        AND NOT EXISTS (SELECT FROM calendar_year y WHERE y.year = extract(year FROM d.day)))))
			  FROM work_item i
			  JOIN LATERAL (SELECT (r.entered_at AT TIME ZONE 'Asia/Shanghai')::date AS began_on FROM step_run r
			                 WHERE r.work_item_id = i.id AND r.left_at IS NULL) AS run ON TRUE
			 WHERE i.state = 'OPEN' AND i.due_on IS NOT NULL AND i.limit_key IS NOT NULL
			   AND NOT EXISTS (SELECT FROM urging u WHERE u.work_item_id = i.id AND u.act = 'LAST_DAY')
			ON CONFLICT DO NOTHING
			""";

	private static final String STATUTORY = WorkingDays.statutory()
		.stream()
		.map(LocalDate::toString)
		.collect(Collectors.joining(","));

	private static final String WAITING = "SELECT work_item_id FROM due_recount";

	private static final String TAKE = """
			SELECT work_item_id, began_on, days FROM due_recount WHERE work_item_id = :item FOR UPDATE
			""";

	private final JdbcClient jdbc;

	private final BackgroundQueue queue;

	DueRecounts(JdbcClient jdbc, BackgroundQueue queue) {
		this.jdbc = jdbc;
		this.queue = queue;
	}

	/**
	 * A step to be counted anew.
	 *
	 * @param beganOn the day its limit is counted from
	 * @param days working days it was given
	 */
	record Recount(long workItemId, LocalDate beganOn, int days) {
	}

	@EventListener
	void on(CalendarChanging changing) {
		this.jdbc.sql(NOTE).param("statutory", STATUTORY).update();
		List<Long> waiting = this.jdbc.sql(WAITING).query(Long.class).list();
		this.queue.addAll(RecountWork.KIND, CalendarRecount.keys(waiting, changing));
	}

	/**
	 * @return the one of that step, locked; empty where it is done
	 */
	Optional<Recount> take(long workItemId) {
		return this.jdbc.sql(TAKE).param("item", workItemId).query(Recount.class).optional();
	}

	void done(long workItemId) {
		this.jdbc.sql("DELETE FROM due_recount WHERE work_item_id = :item").param("item", workItemId).update();
	}

}
