package cn.ecopark.wholefile;

import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.organisation.Actor;
import cn.ecopark.shared.JdbcTime;

/** The ZIPs that were made, and by which manifest they are known again. */
@Component
public class Exports {

	private static final String INSERT = """
			INSERT INTO whole_file_export (case_id, person_id, unit_id, made_at, manifest_sha256, entries, size)
			VALUES (:case, :person, :unit, :at, :sha256, :entries, :size)
			""";

	private static final String OF_READER = """
			SELECT made_at, manifest_sha256, entries, size FROM whole_file_export
			 WHERE case_id = :case AND person_id = :person AND unit_id = :unit ORDER BY id DESC LIMIT 20
			""";

	private final JdbcClient jdbc;

	Exports(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** One ZIP. */
	public record Export(Instant madeAt, String manifestSha256, int entries, long size) {
	}

	/**
	 * @return the newest ones that the reader had made of that case
	 */
	public List<Export> of(String caseId, Actor reader) {
		return this.jdbc.sql(OF_READER)
			.param("case", caseId)
			.param("person", reader.personId())
			.param("unit", reader.unitId())
			.query((row, number) -> new Export(JdbcTime.instant(row, "made_at"), row.getString("manifest_sha256"),
					row.getInt("entries"), row.getLong("size")))
			.list();
	}

	/**
	 * @return whether this system has made a whole file with that manifest
	 */
	public boolean hasMade(String manifestSha256) {
		return this.jdbc.sql("SELECT EXISTS (SELECT 1 FROM whole_file_export WHERE manifest_sha256 = :sha256)")
			.param("sha256", manifestSha256)
			.query(Boolean.class)
			.single();
	}

	void add(String caseId, Actor reader, WholeFile made) {
		this.jdbc.sql(INSERT)
			.param("case", caseId)
			.param("person", reader.personId())
			.param("unit", reader.unitId())
			.param("at", JdbcTime.of(made.manifest().manifest().made().at()))
			.param("sha256", made.manifest().sha256())
			.param("entries", made.count())
			.param("size", made.size())
			.update();
	}

}
