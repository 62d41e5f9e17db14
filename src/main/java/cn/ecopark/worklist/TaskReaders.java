package cn.ecopark.worklist;

import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.organisation.Actor;
import cn.ecopark.shared.JdbcTime;

/**
 * Who has a task open right now, so that two colleagues do not do the same without
 * knowing. In real time; whoever does nothing for a while is not there any more.
 */
@Component
public class TaskReaders {

	/**
	 * Without a sign for three minutes somebody has gone. What the statement does itself
	 * is not seen by its own reading.
	 */
	private static final String MEET = """
			WITH gone AS (DELETE FROM task_reader WHERE work_item_id = :item AND seen_at < now() - interval '3 minutes'),
			     noted AS (INSERT INTO task_reader (work_item_id, person_id, since, seen_at)
			               VALUES (:item, :person, now(), now())
			               ON CONFLICT (work_item_id, person_id) DO UPDATE SET seen_at = excluded.seen_at)
			SELECT p.display_name, r.since FROM task_reader r JOIN person p ON p.id = r.person_id
			 WHERE r.work_item_id = :item AND r.person_id <> :person AND r.seen_at >= now() - interval '3 minutes'
			 ORDER BY r.since, p.id
			""";

	private final JdbcClient jdbc;

	TaskReaders(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Somebody who has a task open.
	 *
	 * @param since without having been away
	 */
	public record Reader(String name, Instant since) {
	}

	/**
	 * Notes that the actor is at the task; the caller has checked who reads it.
	 * @return who else is
	 */
	public List<Reader> meet(WorkItem item, Actor actor) {
		if (!item.isOpen()) {
			return List.of();
		}
		return this.jdbc.sql(MEET)
			.param("item", item.id())
			.param("person", actor.personId())
			.query((row, number) -> new Reader(row.getString("display_name"), JdbcTime.instant(row, "since")))
			.list();
	}

}
