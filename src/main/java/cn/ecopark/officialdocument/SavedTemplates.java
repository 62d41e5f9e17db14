package cn.ecopark.officialdocument;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.shared.JdbcTime;

/**
 * Templates that administrators saved one by one before templates were files of releases.
 * They hold for the releases that there were then; nothing is added to them any more.
 */
@Component
public class SavedTemplates {

	/**
	 * What was taken over has them in its files as well; what is made later has them
	 * there alone.
	 */
	private static final String NEWEST = """
			SELECT DISTINCT ON (t.kind) t.kind, t.source
			  FROM paper_template t JOIN pack_release r ON r.pack = t.pack AND (r.origin = 'TAKEN_OVER' OR r.made_at < t.saved_at)
			 WHERE r.id = :release
			 ORDER BY t.kind, t.version DESC
			""";

	private static final String ONE = """
			SELECT t.*
			  FROM paper_template t JOIN pack_release r ON r.pack = t.pack AND (r.origin = 'TAKEN_OVER' OR r.made_at < t.saved_at)
			 WHERE r.id = :release AND t.kind = :kind
			 ORDER BY t.version DESC LIMIT 1
			""";

	private static final String ALL = """
			SELECT DISTINCT ON (kind) kind, source FROM paper_template WHERE pack = :pack ORDER BY kind, version DESC
			""";

	private static final String HISTORY = """
			SELECT version, source, reason, saved_by, saved_at FROM paper_template
			 WHERE pack = :pack AND kind = :kind ORDER BY version DESC
			""";

	private final JdbcClient jdbc;

	SavedTemplates(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A template as it was saved.
	 *
	 * @param number counted from 1
	 * @param by name of the administrator
	 */
	public record Saved(int number, String source, String reason, String by, Instant at) {
	}

	/**
	 * @return what was saved of that kind and holds for that release
	 */
	public Optional<Saved> of(ReleaseId release, String kind) {
		return this.jdbc.sql(ONE)
			.param("release", release.toString())
			.param("kind", kind)
			.query(SavedTemplates::map)
			.optional();
	}

	/**
	 * @return by kind, what was saved while that release was there; empty for all later
	 * ones
	 */
	public Map<String, String> of(ReleaseId release) {
		return byKind(this.jdbc.sql(NEWEST).param("release", release.toString()));
	}

	/**
	 * @return by kind, what was saved last for that pack
	 */
	public Map<String, String> newest(String pack) {
		return byKind(this.jdbc.sql(ALL).param("pack", pack));
	}

	/**
	 * @return all that were saved of that kind, the newest first
	 */
	public List<Saved> history(String pack, String kind) {
		return this.jdbc.sql(HISTORY).param("pack", pack).param("kind", kind).query(SavedTemplates::map).list();
	}

	private static Map<String, String> byKind(JdbcClient.StatementSpec query) {
		Map<String, String> sources = new LinkedHashMap<>();
		query.query((RowCallbackHandler) row -> sources.put(row.getString("kind"), row.getString("source")));
		return sources;
	}

	private static Saved map(ResultSet row, int number) throws SQLException {
		return new Saved(row.getInt("version"), row.getString("source"), row.getString("reason"),
				row.getString("saved_by"), JdbcTime.instant(row, "saved_at"));
	}

}
