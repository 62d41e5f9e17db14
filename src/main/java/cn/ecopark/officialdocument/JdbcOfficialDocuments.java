package cn.ecopark.officialdocument;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.officialdocument.OfficialDocument.IssuedFile;
import cn.ecopark.organisation.Audience;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.shared.JdbcTime;

/** The register of documents in the database. */
@Component
class JdbcOfficialDocuments {

	private static final String INSERT = """
			INSERT INTO official_paper (code, number, kind, title, issued_on, issued_at, dossier_id, version_id, sha256, size, signatures,
			                            release, template_version, audience)
			VALUES (:code, :number, :kind, :title, :issuedOn, :at, :dossier, :version, :sha256, :size, :signatures, :release, :template, :audience)
			""";

	private static final String BODY = """
			INSERT INTO official_paper_body (code, position, unit_id, name) VALUES (:code, :position, :unit, :name)
			""";

	private static final String SETTLE = """
			UPDATE official_paper SET state = :state, state_reason = :reason, state_at = :at, replaced_by = :replacedBy
			 WHERE code = :code AND state = 'ISSUED'
			""";

	static final String SELECT = """
			SELECT p.*, (SELECT array_agg(b.unit_id ORDER BY b.position) FROM official_paper_body b WHERE b.code = p.code) AS units,
			       (SELECT array_agg(b.name ORDER BY b.position) FROM official_paper_body b WHERE b.code = p.code) AS names
			  FROM official_paper p
			""";

	private final JdbcClient jdbc;

	JdbcOfficialDocuments(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(OfficialDocument document, Instant at) {
		this.jdbc.sql(INSERT)
			.param("code", document.code().text())
			.param("number", text(document.number()))
			.param("kind", document.kind())
			.param("title", document.title())
			.param("issuedOn", document.issuedOn())
			.param("at", JdbcTime.of(at))
			.param("dossier", document.dossierId())
			.param("version", document.file().versionId())
			.param("sha256", document.file().sha256())
			.param("size", document.file().size())
			.param("signatures", document.file().signatures())
			.param("release", document.file().release().toString())
			.param("template", document.file().templateVersion())
			.param("audience", document.audience().name())
			.update();
		for (int position = 0; position < document.bodies().size(); position++) {
			this.jdbc.sql(BODY)
				.param("code", document.code().text())
				.param("position", position)
				.param("unit", document.bodies().get(position).unitId())
				.param("name", document.bodies().get(position).name())
				.update();
		}
	}

	/**
	 * @return whether it held until now
	 */
	boolean settle(VerificationCode code, OfficialDocument.Standing standing, Instant at) {
		return this.jdbc.sql(SETTLE)
			.param("code", code.text())
			.param("state", standing.state().name())
			.param("reason", standing.reason())
			.param("at", JdbcTime.of(at))
			.param("replacedBy", text(standing.replacedBy()))
			.update() == 1;
	}

	Optional<OfficialDocument> byCode(VerificationCode code) {
		return this.jdbc.sql(SELECT + " WHERE p.code = :code")
			.param("code", code.text())
			.query(JdbcOfficialDocuments::map)
			.optional();
	}

	List<OfficialDocument> byCodes(Collection<VerificationCode> codes) {
		return codes.isEmpty() ? List.of()
				: this.jdbc.sql(SELECT + " WHERE p.code IN (:codes)")
					.param("codes", codes.stream().map(VerificationCode::text).toList())
					.query(JdbcOfficialDocuments::map)
					.list();
	}

	Optional<OfficialDocument> replacedBy(VerificationCode code) {
		return this.jdbc.sql(SELECT + " WHERE p.replaced_by = :code")
			.param("code", code.text())
			.query(JdbcOfficialDocuments::map)
			.optional();
	}

	Optional<OfficialDocument> byDigest(String sha256) {
		return this.jdbc.sql(SELECT + " WHERE p.sha256 = :sha256")
			.param("sha256", sha256)
			.query(JdbcOfficialDocuments::map)
			.optional();
	}

	List<OfficialDocument> byNumber(DocumentNumber number) {
		return this.jdbc.sql(SELECT + " WHERE p.number = :number ORDER BY p.state <> 'ISSUED', p.issued_at DESC")
			.param("number", number.text())
			.query(JdbcOfficialDocuments::map)
			.list();
	}

	List<OfficialDocument> ofDossier(String dossierId) {
		return this.jdbc.sql(SELECT + " WHERE p.dossier_id = :dossier ORDER BY p.issued_at DESC, p.code")
			.param("dossier", dossierId)
			.query(JdbcOfficialDocuments::map)
			.list();
	}

	static OfficialDocument map(ResultSet row, int index) throws SQLException {
		String number = row.getString("number");
		return new OfficialDocument(new VerificationCode(row.getString("code")),
				number == null ? null : new DocumentNumber(number), row.getString("kind"), row.getString("title"),
				bodies(texts(row, "units"), texts(row, "names")), row.getObject("issued_on", LocalDate.class),
				row.getString("dossier_id"), file(row), Audience.valueOf(row.getString("audience")), standing(row));
	}

	private static IssuedFile file(ResultSet row) throws SQLException {
		return new IssuedFile(row.getString("sha256"), row.getLong("size"), row.getInt("signatures"),
				ReleaseId.of(row.getString("release")), row.getString("template_version"),
				row.getObject("version_id", Long.class));
	}

	private static OfficialDocument.Standing standing(ResultSet row) throws SQLException {
		String replacedBy = row.getString("replaced_by");
		return new OfficialDocument.Standing(OfficialDocument.State.valueOf(row.getString("state")),
				row.getString("state_reason"), replacedBy == null ? null : new VerificationCode(replacedBy));
	}

	private static List<OfficialDocument.Body> bodies(List<String> units, List<String> names) {
		List<OfficialDocument.Body> bodies = new ArrayList<>();
		for (int at = 0; at < units.size(); at++) {
			bodies.add(new OfficialDocument.Body(units.get(at), names.get(at)));
		}
		return bodies;
	}

	private static List<String> texts(ResultSet row, String column) throws SQLException {
		Array array = row.getArray(column);
		return array == null ? List.of() : List.of((String[]) array.getArray());
	}

	private static @Nullable String text(@Nullable Record written) {
		return written == null ? null : written.toString();
	}

}
