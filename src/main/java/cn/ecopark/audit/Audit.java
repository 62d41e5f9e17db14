package cn.ecopark.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.audit.AuditActor.Who;
import cn.ecopark.calendar.CaseTime;

/** Writes what happened, in the transaction in which it happens. */
@Component
public class Audit {

	static final String GENESIS = "0".repeat(64);

	private static final JsonMapper CANONICAL = JsonMapper.builder()
		.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
		.build();

	private static final Who SYSTEM = new Who(0, "", "");

	private static final String INSERT = """
			INSERT INTO audit_entry (subject, seq, at, case_at, person_id, person_name, unit_id, action, details, previous, hash)
			VALUES (:subject, :seq, :at, :caseAt, :person, :name, :unit, :action, :details, :previous, :hash)
			""";

	private final JdbcClient jdbc;

	private final CaseTime time;

	private final AuditActor actor;

	Audit(JdbcClient jdbc, CaseTime time, AuditActor actor) {
		this.jdbc = jdbc;
		this.time = time;
		this.actor = actor;
	}

	private record Head(long count, String hash) {
	}

	/**
	 * Appends to the subject's chain; the chain is locked until the transaction ends. Whoever writes to several subjects does so in the
	 * order of their ids.
	 * @param action what was done, for instance {@code task.completed}
	 * @param details what a later reader needs to know
	 */
	@Transactional(propagation = Propagation.REQUIRED)
	public void record(Subject subject, String action, Map<String, ?> details) {
		append(subject, action, details);
	}

	/** Appends in a transaction of its own: what was refused is kept although its transaction is rolled back. */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public void recordRefusal(Subject subject, String action, Map<String, ?> details) {
		append(subject, action, details);
	}

	private void append(Subject subject, String action, Map<String, ?> details) {
		Who who = this.actor.current().orElse(SYSTEM);
		Head head = lockHead(subject);
		AuditEntry entry = AuditEntry.after(head.hash(), subject.id(), head.count() + 1,
				Instant.now().truncatedTo(ChronoUnit.MICROS), this.time.now().truncatedTo(ChronoUnit.MICROS), who, action,
				CANONICAL.writeValueAsString(new TreeMap<>(details)));
		this.jdbc.sql(INSERT)
			.param("subject", entry.subject())
			.param("seq", entry.seq())
			.param("at", entry.at().atOffset(ZoneOffset.UTC))
			.param("caseAt", entry.caseAt().atOffset(ZoneOffset.UTC))
			.param("person", who.personId())
			.param("name", who.name())
			.param("unit", who.unitId())
			.param("action", action)
			.param("details", entry.details())
			.param("previous", entry.previous())
			.param("hash", entry.hash())
			.update();
		this.jdbc.sql("UPDATE audit_chain SET count = :count, head = :head WHERE subject = :subject")
			.param("count", entry.seq())
			.param("head", entry.hash())
			.param("subject", subject.id())
			.update();
	}

	private Head lockHead(Subject subject) {
		this.jdbc.sql("INSERT INTO audit_chain (subject, count, head) VALUES (:subject, 0, :genesis) ON CONFLICT DO NOTHING")
			.param("subject", subject.id())
			.param("genesis", GENESIS)
			.update();
		return this.jdbc.sql("SELECT count, head FROM audit_chain WHERE subject = :subject FOR UPDATE")
			.param("subject", subject.id())
			.query((row, number) -> new Head(row.getLong("count"), row.getString("head")))
			.single();
	}

	static String sha256(String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
