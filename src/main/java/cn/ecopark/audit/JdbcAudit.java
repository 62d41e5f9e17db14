package cn.ecopark.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.audit.AuditActor.Who;

/** The tables of the chains. */
@Component
class JdbcAudit {

	static final String ENTRIES = """
			SELECT subject, seq, at, case_at, person_id, person_name, unit_id, action, details, previous, hash
			  FROM audit_entry
			""";

	private static final String LOCK = "SELECT count, head FROM audit_chain WHERE subject = :subject FOR NO KEY UPDATE";

	private static final String BEGIN = """
			INSERT INTO audit_chain (subject, count, head) VALUES (:subject, 0, :head)
			ON CONFLICT DO NOTHING
			""";

	private static final String APPEND = """
			WITH entry AS (
				INSERT INTO audit_entry (subject, seq, at, case_at, person_id, person_name, unit_id, action, details, previous, hash)
				VALUES (:subject, :seq, :at, :caseAt, :person, :name, :unit, :action, :details, :previous, :hash)
			)
			UPDATE audit_chain SET count = :seq, head = :hash WHERE subject = :subject AND count = :seq - 1
			""";

	private final JdbcClient jdbc;

	JdbcAudit(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Where a chain ends. */
	record Head(long count, String hash) {
	}

	/**
	 * @return the end of the chain, which stays locked until the end of the transaction
	 */
	Head lock(String subject) {
		return find(subject).orElseGet(() -> {
			this.jdbc.sql(BEGIN).param("subject", subject).param("head", Hash.GENESIS).update();
			return find(subject).orElseThrow();
		});
	}

	private Optional<Head> find(String subject) {
		return this.jdbc.sql(LOCK)
			.param("subject", subject)
			.query((row, number) -> new Head(row.getLong("count"), row.getString("head")))
			.optional();
	}

	void append(AuditEntry entry) {
		int updated = this.jdbc.sql(APPEND)
			.param("subject", entry.subject())
			.param("seq", entry.seq())
			.param("at", entry.at().atOffset(ZoneOffset.UTC))
			.param("caseAt", entry.caseAt().atOffset(ZoneOffset.UTC))
			.param("person", entry.who().personId())
			.param("name", entry.who().name())
			.param("unit", entry.who().unitId())
			.param("action", entry.action())
			.param("details", entry.details())
			.param("previous", entry.previous())
			.param("hash", entry.hash())
			.update();
		if (updated != 1) {
			throw new IllegalStateException("The chain of " + entry.subject() + " was not locked");
		}
	}

	/**
	 * @param before only entries with a smaller place; the newest come first
	 */
	List<AuditEntry> entries(String subject, long before, int limit) {
		return this.jdbc.sql(ENTRIES + " WHERE subject = :subject AND seq < :before ORDER BY seq DESC LIMIT :limit")
			.param("subject", subject)
			.param("before", before)
			.param("limit", limit)
			.query(JdbcAudit::entry)
			.list();
	}

	static AuditEntry entry(ResultSet row, int number) throws SQLException {
		return new AuditEntry(row.getString("subject"), row.getLong("seq"), instant(row, "at"), instant(row, "case_at"),
				new Who(row.getLong("person_id"), row.getString("person_name"), row.getString("unit_id")),
				row.getString("action"), row.getString("details"), row.getString("previous"), row.getString("hash"));
	}

	static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
