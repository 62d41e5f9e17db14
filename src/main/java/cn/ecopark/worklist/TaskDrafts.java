package cn.ecopark.worklist;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.Actor;
import cn.ecopark.shared.JdbcTime;
import cn.ecopark.worklist.TaskRefusals.DraftTooLong;
import cn.ecopark.worklist.TaskRefusals.NotYourTask;
import cn.ecopark.worklist.TaskRefusals.TaskAlreadyDone;

/**
 * What somebody has typed on a task page and not yet submitted. Nobody else sees it; it
 * outlasts sign-out and restart, and ends when its author has done the task. Where
 * somebody else was quicker it stays readable for a while.
 */
@Component
public class TaskDrafts {

	/** Characters of names and values together. */
	private static final int LONGEST = 200_000;

	/** Days for which what was not submitted can be read after the task has ended. */
	public static final int READABLE_DAYS = 30;

	private static final Set<String> OF_THE_PAGE = Set.of("_csrf", "submission", "version", "once");

	private static final String KEEP = """
			INSERT INTO task_draft (work_item_id, person_id, fields, saved_at)
			VALUES (:item, :person, CAST(:fields AS jsonb), :at)
			ON CONFLICT (work_item_id, person_id) DO UPDATE SET fields = excluded.fields, saved_at = excluded.saved_at
			""";

	private static final String FORGET = """
			DELETE FROM task_draft d USING work_item w
			 WHERE w.id = d.work_item_id AND w.state <> 'OPEN' AND greatest(w.done_at, d.saved_at) < :before
			""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final WorkItems items;

	private final TaskRights rights;

	private final CaseTime time;

	TaskDrafts(JdbcClient jdbc, JsonMapper json, WorkItems items, TaskRights rights, CaseTime time) {
		this.jdbc = jdbc;
		this.json = json;
		this.items = items;
		this.rights = rights;
		this.time = time;
	}

	/**
	 * A draft as it was kept last.
	 *
	 * @param fields values by the name of their field
	 */
	public record Draft(Map<String, List<String>> fields, Instant savedAt) {
	}

	/** The actor's own draft; the caller has checked who reads the task. */
	public Optional<Draft> of(long itemId, Actor actor) {
		return this.jdbc
			.sql("SELECT fields, saved_at FROM task_draft WHERE work_item_id = :item AND person_id = :person")
			.param("item", itemId)
			.param("person", actor.personId())
			.query((row, number) -> new Draft(fields(row.getString("fields")), JdbcTime.instant(row, "saved_at")))
			.optional();
	}

	/**
	 * Takes the place of the actor's earlier draft.
	 * @param fields all fields of the page by name
	 * @return when it was kept
	 * @throws cn.ecopark.shared.Refusal if the task is not the actor's to do, is done, or
	 * the draft is too long; see {@link TaskRefusals}
	 */
	@Transactional
	public Instant keep(long itemId, Map<String, List<String>> fields, Actor actor) {
		WorkItem item = this.items.lock(itemId);
		this.rights.requireMayDo(actor, item);
		if (!item.isOpen()) {
			throw new TaskAlreadyDone();
		}
		return store(itemId, fields, actor);
	}

	/**
	 * What somebody has typed in vain, because a colleague was quicker, is kept for its
	 * author whatever has become of the task.
	 * @throws cn.ecopark.shared.Refusal if the task is not the actor's, or it is too long
	 */
	@Transactional
	public void keepUnsent(WorkItem item, Map<String, List<String>> fields, Actor actor) {
		if (!this.rights.isOf(actor, item)) {
			throw new NotYourTask();
		}
		store(item.id(), fields, actor);
	}

	private Instant store(long itemId, Map<String, List<String>> fields, Actor actor) {
		Map<String, List<String>> kept = new LinkedHashMap<>(fields);
		kept.keySet().removeAll(OF_THE_PAGE);
		if (length(kept) > LONGEST) {
			throw new DraftTooLong(LONGEST);
		}
		Instant at = this.time.now();
		this.jdbc.sql(KEEP)
			.param("item", itemId)
			.param("person", actor.personId())
			.param("fields", this.json.writeValueAsString(kept))
			.param("at", JdbcTime.of(at))
			.update();
		return at;
	}

	/** The actor's own draft is thrown away. */
	public void discard(long itemId, Actor actor) {
		this.jdbc.sql("DELETE FROM task_draft WHERE work_item_id = :item AND person_id = :person")
			.param("item", itemId)
			.param("person", actor.personId())
			.update();
	}

	/** Forgets those of tasks that ended too long ago to be read. */
	void forgetOld() {
		this.jdbc.sql(FORGET)
			.param("before", JdbcTime.of(this.time.now().minus(Duration.ofDays(READABLE_DAYS))))
			.update();
	}

	private Map<String, List<String>> fields(String json) {
		Map<String, List<String>> fields = new LinkedHashMap<>();
		this.json.readTree(json)
			.forEachEntry(
					(name, values) -> fields.put(name, Arrays.asList(this.json.treeToValue(values, String[].class))));
		return fields;
	}

	private static long length(Map<String, List<String>> fields) {
		return fields.entrySet()
			.stream()
			.mapToLong(field -> field.getKey().length() + field.getValue().stream().mapToLong(String::length).sum())
			.sum();
	}

}
