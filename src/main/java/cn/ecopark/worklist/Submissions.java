package cn.ecopark.worklist;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tokens of pages that were submitted, so that a double click is one submission. */
@Component
class Submissions {

	private final JdbcClient jdbc;

	Submissions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

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

}
