package cn.ecopark.studio;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who works at which file of a draft just now. A lease ends when nothing is heard of its
 * holder for a while, so that nobody waits for a browser that was closed.
 */
@Component
public class DraftLeases {

	/** Pages renew it far more often. */
	static final Duration LENGTH = Duration.ofMinutes(5);

	private static final String SELECT = """
			SELECT l.path, l.person_id, p.display_name, l.ends_at FROM studio_lease l JOIN person p ON p.id = l.person_id
			 WHERE l.draft_id = :draft AND l.ends_at > now()
			""";

	private final JdbcClient jdbc;

	DraftLeases(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * @return those that have not ended, by path
	 */
	public List<Lease> of(UUID draft) {
		return this.jdbc.sql(SELECT + " ORDER BY l.path").param("draft", draft).query(DraftLeases::map).list();
	}

	/**
	 * @return whoever works at that file, the reader himself included
	 */
	public Optional<Lease> of(UUID draft, String path) {
		return this.jdbc.sql(SELECT + " AND l.path = :path")
			.param("draft", draft)
			.param("path", path)
			.query(DraftLeases::map)
			.optional();
	}

	/**
	 * Takes or renews the lease, unless somebody else holds it.
	 * @return whether the person holds it now
	 */
	boolean take(UUID draft, String path, long person) {
		return this.jdbc.sql("""
				INSERT INTO studio_lease (draft_id, path, person_id, ends_at)
				VALUES (:draft, :path, :person, now() + make_interval(secs => :seconds))
				ON CONFLICT (draft_id, path) DO UPDATE SET person_id = excluded.person_id, ends_at = excluded.ends_at
				 WHERE studio_lease.person_id = excluded.person_id OR studio_lease.ends_at <= now()
				""")
			.param("draft", draft)
			.param("path", path)
			.param("person", person)
			.param("seconds", LENGTH.toSeconds())
			.update() > 0;
	}

	void letGo(UUID draft, String path, long person) {
		this.jdbc.sql("DELETE FROM studio_lease WHERE draft_id = :draft AND path = :path AND person_id = :person")
			.param("draft", draft)
			.param("path", path)
			.param("person", person)
			.update();
	}

	void letGoAll(UUID draft) {
		this.jdbc.sql("DELETE FROM studio_lease WHERE draft_id = :draft").param("draft", draft).update();
	}

	private static Lease map(ResultSet row, int number) throws SQLException {
		return new Lease(row.getString("path"), row.getLong("person_id"), row.getString("display_name"),
				row.getObject("ends_at", OffsetDateTime.class).toInstant());
	}

}
