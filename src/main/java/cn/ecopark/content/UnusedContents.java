package cn.ecopark.content;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Contents that nothing refers to, as when a node died between refusing a file and
 * removing what was in it. What refers to contents is asked of the database itself, so
 * that no table can be forgotten.
 */
@Component
class UnusedContents {

	private static final int MOST = 200;

	private static final String REFERENCES = """
			SELECT format('EXISTS (SELECT 1 FROM %s WHERE %I = content.sha256)', fk.conrelid::regclass, col.attname)
			  FROM pg_constraint AS fk
			  JOIN pg_attribute AS col ON col.attrelid = fk.conrelid AND col.attnum = fk.conkey[1]
			  JOIN pg_attribute AS key ON key.attrelid = fk.confrelid AND key.attnum = fk.confkey[1]
			 WHERE fk.contype = 'f' AND fk.confrelid = 'content'::regclass AND key.attname = 'sha256'
			""";

	private static final String UNUSED = """
			SELECT sha256 FROM content WHERE stored_at < now() - CAST(:kept AS interval) AND NOT (%s) ORDER BY sha256 LIMIT :most
			""";

	private final JdbcClient jdbc;

	private final ContentStore store;

	UnusedContents(JdbcClient jdbc, ContentStore store) {
		this.jdbc = jdbc;
		this.store = store;
	}

	/**
	 * Some at a time. One that is kept anew meanwhile stays.
	 * @return how many are gone
	 */
	int remove(Duration kept) {
		List<String> references = this.jdbc.sql(REFERENCES).query(String.class).list();
		String used = references.stream().collect(Collectors.joining(" OR "));
		return (int) this.jdbc.sql(UNUSED.formatted(used))
			.param("kept", kept.toString())
			.param("most", MOST)
			.query(String.class)
			.stream()
			.filter((sha256) -> this.store.removeUnused(sha256, kept))
			.count();
	}

}
