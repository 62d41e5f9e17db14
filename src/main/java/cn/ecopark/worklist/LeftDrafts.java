package cn.ecopark.worklist;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.organisation.Actor;

/**
 * What somebody has typed on tasks that are another's now, since another unit has taken
 * the place of his own. It stays his to read and goes with other old drafts.
 */
@Component
public class LeftDrafts {

	private static final String LEFT = """
			SELECT w.* FROM task_draft d JOIN work_item w ON w.id = d.work_item_id
			 WHERE d.person_id = :person
			   AND (w.unit_id IS NOT NULL AND w.unit_id <> :unit OR w.person_id IS NOT NULL AND w.person_id <> :person)
			 ORDER BY d.saved_at, w.id
			""";

	private final JdbcClient jdbc;

	private final WorkItemMapper mapper;

	LeftDrafts(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.mapper = new WorkItemMapper(json);
	}

	/**
	 * @return the tasks, the oldest draft first
	 */
	public List<WorkItem> of(Actor author) {
		return this.jdbc.sql(LEFT)
			.param("person", author.personId())
			.param("unit", author.unitId())
			.query(this.mapper)
			.list();
	}

	public Optional<WorkItem> find(long itemId, Actor author) {
		return of(author).stream().filter(item -> item.id() == itemId).findFirst();
	}

}
