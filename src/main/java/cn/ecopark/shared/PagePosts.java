package cn.ecopark.shared;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Pages that were sent, over all nodes: what each said, and what it was answered with.
 * Kept for a day of real time.
 */
@Component
public class PagePosts {

	private static final String FORGET = "DELETE FROM page_post WHERE at < now() - interval '1 day'";

	private static final String BEGIN = """
			INSERT INTO page_post (token, person, content) VALUES (:token, :person, :content) ON CONFLICT DO NOTHING
			""";

	private static final String READ = """
			SELECT content, answer FROM page_post WHERE token = :token AND person = :person
			""";

	private static final String ANSWER = """
			UPDATE page_post SET answer = :answer WHERE token = :token AND person = :person
			""";

	private static final String UNDO = "DELETE FROM page_post WHERE token = :token AND person = :person";

	private final JdbcClient jdbc;

	public PagePosts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * One page of one person.
	 *
	 * @param token made with the page
	 * @param person name of whoever is signed in
	 */
	public record Page(String token, String person) {
	}

	/**
	 * A page that has been sent before.
	 *
	 * @param content digest of what it said
	 * @param answer where it led to; null while that is not known yet
	 */
	public record Sent(String content, @Nullable String answer) {
	}

	/**
	 * @return whether the page is sent for the first time
	 */
	public boolean begin(Page page, String content) {
		this.jdbc.sql(FORGET).update();
		return this.jdbc.sql(BEGIN)
			.param("token", page.token())
			.param("person", page.person())
			.param("content", content)
			.update() == 1;
	}

	public Optional<Sent> find(Page page) {
		return this.jdbc.sql(READ)
			.param("token", page.token())
			.param("person", page.person())
			.query((row, number) -> new Sent(row.getString("content"), row.getString("answer")))
			.optional();
	}

	/** It was carried out. */
	public void answered(Page page, String answer) {
		this.jdbc.sql(ANSWER)
			.param("token", page.token())
			.param("person", page.person())
			.param("answer", answer)
			.update();
	}

	/** It was refused, and may be sent again. */
	public void refused(Page page) {
		this.jdbc.sql(UNDO).param("token", page.token()).param("person", page.person()).update();
	}

}
