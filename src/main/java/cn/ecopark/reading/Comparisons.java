package cn.ecopark.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.background.BackgroundQueue;

/** Comparisons of two contents, each made once and kept. */
@Component
class Comparisons {

	/** Pairs of pages that differ and are kept with their words. */
	private static final int MOST_LISTED = 500;

	private static final String ADD = """
			INSERT INTO version_comparison (left_sha256, right_sha256) VALUES (:left, :right) ON CONFLICT DO NOTHING
			""";

	private static final String FIND = """
			SELECT state, pages, passages, unlisted FROM version_comparison WHERE left_sha256 = :left AND right_sha256 = :right
			""";

	private static final String KEEP = """
			UPDATE version_comparison SET state = 'MADE', pages = CAST(:pages AS jsonb), passages = :passages, unlisted = :unlisted
			 WHERE left_sha256 = :left AND right_sha256 = :right
			""";

	private static final String END = """
			UPDATE version_comparison SET state = :state
			 WHERE left_sha256 = :left AND right_sha256 = :right AND state = 'WAITING'
			""";

	private static final String TAKE_UP = """
			UPDATE version_comparison SET state = 'WAITING'
			 WHERE left_sha256 = :left AND right_sha256 = :right AND state = 'FAILED'
			""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final BackgroundQueue queue;

	Comparisons(JdbcClient jdbc, JsonMapper json, BackgroundQueue queue) {
		this.jdbc = jdbc;
		this.json = json;
		this.queue = queue;
	}

	/** Where it stands. */
	enum State {

		WAITING, MADE, TOO_LARGE, FAILED

	}

	/** Two contents by their digests. */
	record Contents(String left, String right) {

		private static final String SEPARATOR = " ";

		static Contents of(String key) {
			String[] both = key.split(SEPARATOR);
			return new Contents(both[0], both[1]);
		}

		String key() {
			return this.left + SEPARATOR + this.right;
		}

	}

	/**
	 * A comparison.
	 *
	 * @param pages those of which there is something to say, and all that are the same
	 * @param passages number of passages that differ
	 * @param unlisted number of further pages that differ
	 */
	record KeptComparison(State state, List<PagePair> pages, int passages, int unlisted) {
	}

	/** Has it made, if it is not made or being made. */
	@Transactional
	void ask(Contents contents) {
		if (this.jdbc.sql(ADD).param("left", contents.left()).param("right", contents.right()).update() > 0) {
			this.queue.add(MakeComparison.COMPARING, contents.key());
		}
	}

	Optional<KeptComparison> find(Contents contents) {
		return this.jdbc.sql(FIND)
			.param("left", contents.left())
			.param("right", contents.right())
			.query((row, number) -> {
				String pages = row.getString("pages");
				return new KeptComparison(State.valueOf(row.getString("state")),
						pages == null ? List.of() : List.of(this.json.readValue(pages, PagePair[].class)),
						row.getInt("passages"), row.getInt("unlisted"));
			})
			.optional();
	}

	void keep(Contents contents, List<PagePair> pages, int passages) {
		List<PagePair> listed = new ArrayList<>();
		int different = 0;
		for (PagePair pair : pages) {
			if (pair.change() == PagePair.Change.SAME) {
				listed.add(pair.withoutText());
			}
			else if (++different <= MOST_LISTED) {
				listed.add(pair);
			}
		}
		this.jdbc.sql(KEEP)
			.param("left", contents.left())
			.param("right", contents.right())
			.param("pages", this.json.writeValueAsString(listed))
			.param("passages", passages)
			.param("unlisted", Math.max(0, different - MOST_LISTED))
			.update();
	}

	void end(Contents contents, State state) {
		this.jdbc.sql(END)
			.param("left", contents.left())
			.param("right", contents.right())
			.param("state", state.name())
			.update();
	}

	/** Lets a comparison wait again that has failed. */
	void takeUp(Contents contents) {
		this.jdbc.sql(TAKE_UP).param("left", contents.left()).param("right", contents.right()).update();
	}

}
