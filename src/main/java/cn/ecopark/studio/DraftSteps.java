package cn.ecopark.studio;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was saved in drafts, step by step. The newest step of a file that is not undone
 * holds; without one the file is as the release has it.
 */
@Component
public class DraftSteps {

	/** Older steps of a file cannot be undone one by one any more. */
	private static final int MOST_OF_A_FILE = 200;

	private final JdbcClient jdbc;

	DraftSteps(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * @return the steps of a draft, the newest first
	 */
	public List<DraftStep> of(UUID draft) {
		return this.jdbc.sql("""
				SELECT s.number, s.path, s.saved_at, p.display_name, s.undone
				  FROM studio_step s JOIN person p ON p.id = s.saved_by
				 WHERE s.draft_id = :draft ORDER BY s.number DESC
				""")
			.param("draft", draft)
			.query((row, at) -> new DraftStep(row.getInt("number"), row.getString("path"),
					row.getObject("saved_at", OffsetDateTime.class).toInstant(), row.getString("display_name"),
					row.getBoolean("undone")))
			.list();
	}

	/**
	 * @return number of the step that holds for a file; 0 where it is as the release has
	 * it
	 */
	public int holding(UUID draft, String path) {
		return this.jdbc.sql(
				"SELECT coalesce(max(number), 0) FROM studio_step WHERE draft_id = :draft AND path = :path AND NOT undone")
			.param("draft", draft)
			.param("path", path)
			.query(Integer.class)
			.single();
	}

	/**
	 * @return content by path of what the draft changes; null for a file that it leaves
	 * out
	 */
	Map<String, byte @Nullable []> contents(UUID draft) {
		Map<String, byte @Nullable []> contents = new HashMap<>();
		this.jdbc.sql("""
				SELECT DISTINCT ON (path) path, content FROM studio_step
				 WHERE draft_id = :draft AND NOT undone ORDER BY path, number DESC
				""")
			.param("draft", draft)
			.query((RowCallbackHandler) row -> contents.put(row.getString("path"), row.getBytes("content")));
		return contents;
	}

	/**
	 * @return who has saved anything that was not undone
	 */
	Set<Long> editors(UUID draft) {
		return new HashSet<>(
				this.jdbc.sql("SELECT DISTINCT saved_by FROM studio_step WHERE draft_id = :draft AND NOT undone")
					.param("draft", draft)
					.query(Long.class)
					.list());
	}

	/**
	 * What was undone of the file before cannot be done again afterwards; its number is
	 * not given again, since somebody may have seen it.
	 */
	void add(UUID draft, String path, byte[] content, long person) {
		this.jdbc
			.sql("""
					INSERT INTO studio_step (draft_id, number, path, content, saved_at, saved_by)
					SELECT :draft, coalesce(max(number), 0) + 1, :path, :content, now(), :person FROM studio_step WHERE draft_id = :draft
					""")
			.param("draft", draft)
			.param("path", path)
			.param("content", content)
			.param("person", person)
			.update();
		this.jdbc.sql("""
				DELETE FROM studio_step WHERE draft_id = :draft AND number IN (
				    SELECT number FROM (
				       SELECT number, row_number() OVER (ORDER BY number DESC) AS place
				         FROM studio_step WHERE draft_id = :draft AND path = :path) AS placed
				    WHERE place > :most)
				""").param("draft", draft).param("path", path).param("most", MOST_OF_A_FILE).update();
	}

	/**
	 * @return whether there was anything to undo
	 */
	boolean undo(UUID draft, String path) {
		return this.jdbc.sql("""
				UPDATE studio_step SET undone = TRUE WHERE draft_id = :draft AND number = (
				    SELECT max(number) FROM studio_step WHERE draft_id = :draft AND path = :path AND NOT undone)
				""").param("draft", draft).param("path", path).update() > 0;
	}

	/**
	 * @return whether there was anything to do again
	 */
	boolean redo(UUID draft, String path) {
		return this.jdbc
			.sql("""
					UPDATE studio_step SET undone = FALSE WHERE draft_id = :draft AND number = (
					    SELECT min(number) FROM studio_step WHERE draft_id = :draft AND path = :path AND undone AND number > :holding)
					""")
			.param("draft", draft)
			.param("path", path)
			.param("holding", holding(draft, path))
			.update() > 0;
	}

	/**
	 * The release has what held; the steps to it are not needed any more, nor to which of
	 * them whose copy was made.
	 */
	void forget(UUID draft) {
		this.jdbc.sql("DELETE FROM studio_base WHERE draft_id = :draft").param("draft", draft).update();
		this.jdbc.sql("DELETE FROM studio_step WHERE draft_id = :draft").param("draft", draft).update();
	}

}
