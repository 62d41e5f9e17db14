package cn.ecopark.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.dossier.Documents.DocumentVersion;
import cn.ecopark.organisation.Audience;
import cn.ecopark.reading.WriteRemark.NewRemark;
import cn.ecopark.shared.JdbcTime;
import cn.ecopark.shared.StaleRecord;

/** The rows of remarks. Reading here checks no rights. */
@Component
class JdbcRemarks {

	/**
	 * The page of another version on which the quoted words stand, the nearest to where
	 * they stood; of a remark about a mere place, the page that reads the same.
	 */
	private static final String ON_PAPER = """
			SELECT r.*, v.number AS version_number, v.sha256 AS version_sha256,
			       CASE WHEN v.sha256 = :sha256 THEN r.page
			            WHEN r.quote_normal <> '' THEN
			                 (SELECT p.number FROM document_page p
			                   WHERE p.sha256 = :sha256 AND strpos(p.normal, r.quote_normal) > 0
			                   ORDER BY abs(p.number - r.page), p.number LIMIT 1)
			            ELSE (SELECT p.number FROM document_page p
			                    JOIN document_page o ON o.sha256 = v.sha256 AND o.number = r.page AND o.normal = p.normal
			                   WHERE p.sha256 = :sha256 AND p.normal <> ''
			                   ORDER BY abs(p.number - r.page), p.number LIMIT 1) END AS found_page,
			       (SELECT t.state FROM document_text t WHERE t.sha256 = :sha256) AS text_state,
			       (SELECT t.pages FROM document_text t WHERE t.sha256 = :sha256) AS pages
			  FROM remark r JOIN document_version v ON v.id = r.version_id
			 WHERE r.dossier_id = :dossier AND r.kind = :kind AND v.number <= :version AND r.removed_at IS NULL
			 ORDER BY r.number
			""";

	private static final String INSERT = """
			INSERT INTO remark (version_id, dossier_id, kind, number, page, places, quote, quote_normal, text, audience,
			                    person_id, person_name, unit_id, unit_name, work_item_id, at)
			SELECT :version, :dossier, :kind, coalesce(max(number), 0) + 1, :page, CAST(:places AS jsonb), :quote,
			       :quoteNormal, :text, :audience, :person, :personName, :unit, :unitName, :item, :at
			  FROM remark WHERE dossier_id = :dossier AND kind = :kind
			RETURNING id
			""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	JdbcRemarks(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/** What is needed to change one. */
	record Kept(long id, long versionId, int number, long authorId, long workItemId) {
	}

	List<Remark> on(DocumentVersion document) {
		return this.jdbc.sql(ON_PAPER)
			.param("sha256", document.sha256())
			.param("dossier", document.dossierId())
			.param("kind", document.kind())
			.param("version", document.number())
			.query((row, number) -> remark(row, document))
			.list();
	}

	Optional<Kept> find(long id) {
		return this.jdbc.sql("SELECT * FROM remark WHERE id = :id AND removed_at IS NULL FOR UPDATE")
			.param("id", id)
			.query((row, number) -> new Kept(row.getLong("id"), row.getLong("version_id"), row.getInt("number"),
					row.getLong("person_id"), row.getLong("work_item_id")))
			.optional();
	}

	long add(DocumentVersion document, NewRemark written, Remark.Author author, long workItemId, Instant at) {
		this.jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))")
			.param("key", "remark " + document.dossierId() + " " + document.kind())
			.query((row, number) -> true)
			.single();
		return this.jdbc.sql(INSERT)
			.param("version", document.id())
			.param("dossier", document.dossierId())
			.param("kind", document.kind())
			.param("page", written.page())
			.param("places", this.json.writeValueAsString(written.places()))
			.param("quote", written.quote())
			.param("quoteNormal", NormalText.normal(written.quote()))
			.param("text", written.text())
			.param("audience", written.audience().name())
			.param("person", author.personId())
			.param("personName", author.personName())
			.param("unit", author.unitId())
			.param("unitName", author.unitName())
			.param("item", workItemId)
			.param("at", JdbcTime.of(at))
			.query(Long.class)
			.single();
	}

	void change(long id, String text, Audience audience, Instant at) {
		StaleRecord.refuseIfNone(this.jdbc
			.sql("""
					UPDATE remark SET text = :text, audience = :audience, changed_at = :at WHERE id = :id AND removed_at IS NULL
					""")
			.param("text", text)
			.param("audience", audience.name())
			.param("at", JdbcTime.of(at))
			.param("id", id)
			.update());
	}

	/** The row stays, so that its number is not given again. */
	void remove(long id, Instant at) {
		StaleRecord
			.refuseIfNone(this.jdbc.sql("UPDATE remark SET removed_at = :at WHERE id = :id AND removed_at IS NULL")
				.param("at", JdbcTime.of(at))
				.param("id", id)
				.update());
	}

	private Remark remark(ResultSet row, DocumentVersion document) throws SQLException {
		boolean here = row.getLong("version_id") == document.id();
		boolean sameContent = document.sha256().equals(row.getString("version_sha256"));
		Integer found = row.getObject("found_page", Integer.class);
		Integer pages = row.getObject("pages", Integer.class);
		Remark.Standing standing = here ? Remark.Standing.HERE
				: found != null ? Remark.Standing.FOUND_AGAIN : "WAITING".equals(row.getString("text_state"))
						? Remark.Standing.NOT_YET_KNOWN : Remark.Standing.TEXT_CHANGED;
		int page = found != null ? found : pages == null ? row.getInt("page") : Math.min(row.getInt("page"), pages);
		boolean samePlaces = sameContent || found != null && row.getString("quote_normal").isEmpty();
		Instant changed = JdbcTime.nullable(row, "changed_at");
		return new Remark(row.getLong("id"), row.getLong("version_id"), row.getInt("version_number"),
				row.getInt("number"), page,
				samePlaces ? List.of(this.json.readValue(row.getString("places"), Place[].class)) : List.of(),
				row.getString("quote"), row.getString("text"), Audience.valueOf(row.getString("audience")),
				new Remark.Author(row.getLong("person_id"), row.getString("person_name"), row.getString("unit_id"),
						row.getString("unit_name")),
				row.getLong("work_item_id"), JdbcTime.instant(row, "at"), changed, standing);
	}

}
