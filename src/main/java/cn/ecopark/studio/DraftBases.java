package cn.ecopark.studio;

import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * To which step of a file somebody's own copy of it was made: the one last fetched or
 * sent. A program on somebody's desk does not say it.
 */
@Component
class DraftBases {

	private final JdbcClient jdbc;

	DraftBases(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * @return number of the step; 0, as the release has it, for whoever has fetched
	 * nothing
	 */
	int of(UUID draft, String path, long person) {
		return this.jdbc
			.sql("SELECT step FROM studio_base WHERE draft_id = :draft AND path = :path AND person_id = :person")
			.param("draft", draft)
			.param("path", path)
			.param("person", person)
			.query(Integer.class)
			.optional()
			.orElse(0);
	}

	void note(UUID draft, String path, long person, int step) {
		this.jdbc.sql("""
				INSERT INTO studio_base (draft_id, path, person_id, step) VALUES (:draft, :path, :person, :step)
				ON CONFLICT (draft_id, path, person_id) DO UPDATE SET step = excluded.step
				""").param("draft", draft).param("path", path).param("person", person).param("step", step).update();
	}

}
