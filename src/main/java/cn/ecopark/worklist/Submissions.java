package cn.ecopark.worklist;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.worklist.TaskRefusals.PageAlreadySubmitted;

/** Tokens of pages that were submitted, so that a double click is one submission. */
@Component
class Submissions {

	private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final RulePacks packs;

	private final JsonMapper json;

	Submissions(JdbcClient jdbc, RulePacks packs, JsonMapper json) {
		this.json = json;
		this.jdbc = jdbc;
		this.packs = packs;
	}

	/**
	 * @return whether the person has submitted that page before, saying the same
	 * @throws PageAlreadySubmitted when it said something else then
	 */
	boolean isRepeated(PageToken page, WorkItem item, long personId) {
		Optional<Boolean> same = this.jdbc.sql("""
				SELECT content IS NULL OR content = :content
				  FROM submission WHERE token = :token AND work_item_id = :item AND person_id = :person
				""")
			.param("content", page.content())
			.param("token", page.token())
			.param("item", item.id())
			.param("person", personId)
			.query(Boolean.class)
			.optional();
		String outcome = item.outcome();
		if (same.isPresent() && !same.get() && outcome != null) {
			throw new PageAlreadySubmitted(this.packs.get(item.task().release()).outcome(outcome).label());
		}
		return same.isPresent();
	}

	/**
	 * Of a command whose page is told by itself that it says something else (see
	 * {@code OncePerPage}).
	 */
	boolean isRepeated(String token, long itemId, long personId) {
		return this.jdbc
			.sql("""
					SELECT EXISTS (SELECT 1 FROM submission WHERE token = :token AND work_item_id = :item AND person_id = :person)
					""")
			.param("token", token)
			.param("item", itemId)
			.param("person", personId)
			.query(Boolean.class)
			.single();
	}

	void keep(String token, long itemId, long personId) {
		this.jdbc.sql("INSERT INTO submission (token, work_item_id, person_id) VALUES (:token, :item, :person)")
			.param("token", token)
			.param("item", itemId)
			.param("person", personId)
			.update();
	}

	void keep(PageToken page, long itemId, long personId) {
		this.jdbc.sql("""
				INSERT INTO submission (token, work_item_id, person_id, content, fields)
				VALUES (:token, :item, :person, :content, CAST(:fields AS jsonb))
				""")
			.param("token", page.token())
			.param("item", itemId)
			.param("person", personId)
			.param("content", page.content())
			.param("fields", this.json.writeValueAsString(page.fields()))
			.update();
	}

	/**
	 * @return what the page said with which the task was done last, by the names of its
	 * fields; nothing where that was not kept yet
	 */
	Map<String, List<String>> fieldsOf(long itemId) {
		return this.jdbc.sql(
				"SELECT fields FROM submission WHERE work_item_id = :item AND fields IS NOT NULL ORDER BY at DESC LIMIT 1")
			.param("item", itemId)
			.query(String.class)
			.optional()
			.map(fields -> this.json.readValue(fields, FIELDS))
			.orElse(Map.of());
	}

}
