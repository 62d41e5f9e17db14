package cn.ecopark.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.audit.AuditActor.Who;
import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.JdbcTime;
import cn.ecopark.shared.ListPage;
import cn.ecopark.shared.NodeMemory;

/** The tables of the chains. */
@Component
class JdbcAudit {

	static final String ENTRIES = """
			SELECT subject, seq, at, case_at, person_id, person_name, unit_id, action, details, previous, hash, key_id, mac
			  FROM audit_entry
			""";

	/** In the order in which everybody locks chains. */
	private static final String LOCK = """
			SELECT subject, count, head FROM audit_chain WHERE subject = ANY (CAST(:subjects AS text[]))
			 ORDER BY subject COLLATE "C" FOR NO KEY UPDATE
			""";

	private static final String BEGIN = """
			INSERT INTO audit_chain (subject, count, head)
			SELECT subject, 0, :head FROM unnest(CAST(:subjects AS text[])) AS subject ORDER BY subject COLLATE "C"
			ON CONFLICT DO NOTHING
			""";

	private static final String APPEND = """
			WITH entries AS (
				INSERT INTO audit_entry (subject, seq, at, case_at, person_id, person_name, unit_id, action, details, previous, hash,
				                         key_id, mac)
				SELECT * FROM unnest(CAST(:subjects AS text[]), CAST(:seqs AS bigint[]), CAST(:ats AS timestamptz[]),
				                     CAST(:caseAts AS timestamptz[]), CAST(:persons AS bigint[]), CAST(:names AS text[]),
				                     CAST(:units AS text[]), CAST(:actions AS text[]), CAST(:details AS text[]),
				                     CAST(:previous AS text[]), CAST(:hashes AS text[]), CAST(:keys AS text[]), CAST(:macs AS text[]))
			)
			UPDATE audit_chain AS chain SET count = grown.count, head = grown.head
			  FROM unnest(CAST(:chains AS text[]), CAST(:counts AS bigint[]), CAST(:heads AS text[])) AS grown (subject, count, head)
			 WHERE chain.subject = grown.subject AND chain.count < grown.count
			""";

	/** Chains never go, so that one that was seen need not be asked for. */
	private static final int REMEMBERED = 10_000;

	private final JdbcClient jdbc;

	private final AuditKeys keys;

	@NodeMemory(NodeMemory.Why.NEVER_CHANGES)
	private final Set<String> known = ConcurrentHashMap.newKeySet();

	JdbcAudit(JdbcClient jdbc, AuditKeys keys) {
		this.jdbc = jdbc;
		this.keys = keys;
	}

	/** Where a chain ends. */
	private record Head(long count, String hash) {
	}

	/**
	 * Appends all of them, in their order. New chains are begun before any is locked, and
	 * all are locked in one order until the end of the transaction, so that nobody waits
	 * in a circle.
	 */
	void append(List<AuditEntry.Draft> drafts) {
		SortedSet<String> subjects = new TreeSet<>(drafts.stream().map(AuditEntry.Draft::subject).toList());
		begin(subjects.stream().filter((subject) -> !this.known.contains(subject)).toList());
		Map<String, Head> heads = lock(subjects);
		if (heads.size() < subjects.size()) {
			begin(subjects);
			heads = lock(subjects);
		}
		remember(heads);
		write(drafts, heads);
	}

	private void begin(Collection<String> subjects) {
		if (!subjects.isEmpty()) {
			this.jdbc.sql(BEGIN)
				.param("head", Hash.GENESIS)
				.param("subjects", subjects.toArray(String[]::new))
				.update();
		}
	}

	private Map<String, Head> lock(Collection<String> subjects) {
		Map<String, Head> heads = new HashMap<>();
		this.jdbc.sql(LOCK).param("subjects", subjects.toArray(String[]::new)).query((row) -> {
			heads.put(row.getString("subject"), new Head(row.getLong("count"), row.getString("head")));
		});
		return heads;
	}

	private void remember(Map<String, Head> heads) {
		if (this.known.size() > REMEMBERED) {
			this.known.clear();
		}
		heads.forEach((subject, head) -> {
			if (head.count() > 0) {
				this.known.add(subject);
			}
		});
	}

	private void write(List<AuditEntry.Draft> drafts, Map<String, Head> heads) {
		Map<String, AuditEntry> ends = new HashMap<>();
		List<AuditEntry> entries = drafts.stream().map((draft) -> {
			AuditEntry last = ends.get(draft.subject());
			Head head = heads.get(draft.subject());
			if (head == null) {
				throw new IllegalStateException("There is no chain of " + draft.subject());
			}
			AuditEntry entry = (last != null)
					? AuditEntry.after(last.hash(), draft.subject(), last.seq() + 1, draft, this.keys)
					: AuditEntry.after(head.hash(), draft.subject(), head.count() + 1, draft, this.keys);
			ends.put(draft.subject(), entry);
			return entry;
		}).toList();
		List<AuditEntry> grown = List.copyOf(ends.values());
		int updated = this.jdbc.sql(APPEND)
			.param("subjects", texts(entries, AuditEntry::subject))
			.param("seqs", texts(entries, AuditEntry::seq))
			.param("ats", texts(entries, AuditEntry::at))
			.param("caseAts", texts(entries, AuditEntry::caseAt))
			.param("persons", texts(entries, (entry) -> entry.who().personId()))
			.param("names", texts(entries, (entry) -> entry.who().name()))
			.param("units", texts(entries, (entry) -> entry.who().unitId()))
			.param("actions", texts(entries, AuditEntry::action))
			.param("details", texts(entries, AuditEntry::details))
			.param("previous", texts(entries, AuditEntry::previous))
			.param("hashes", texts(entries, AuditEntry::hash))
			.param("keys", texts(entries, (entry) -> String.valueOf(entry.keyId())))
			.param("macs", texts(entries, (entry) -> String.valueOf(entry.mac())))
			.param("chains", texts(grown, AuditEntry::subject))
			.param("counts", texts(grown, AuditEntry::seq))
			.param("heads", texts(grown, AuditEntry::hash))
			.update();
		if (updated != grown.size()) {
			throw new IllegalStateException("A chain of " + ends.keySet() + " was not locked");
		}
	}

	private static String[] texts(List<AuditEntry> entries, Function<AuditEntry, Object> part) {
		return entries.stream().map((entry) -> part.apply(entry).toString()).toArray(String[]::new);
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

	/** The newest come first. */
	ListPage<AuditEntry, Long> page(String subject, Cursor<Long> cursor, int size) {
		String place = cursor.backwards() ? " WHERE subject = :subject AND seq > :key ORDER BY seq LIMIT :most"
				: " WHERE subject = :subject AND seq < :key ORDER BY seq DESC LIMIT :most";
		Long key = cursor.key();
		List<AuditEntry> read = this.jdbc.sql(ENTRIES + place)
			.param("subject", subject)
			.param("key", (key != null) ? key : Long.MAX_VALUE)
			.param("most", size + 1)
			.query(JdbcAudit::entry)
			.list();
		return ListPage.of(read, size, cursor, AuditEntry::seq);
	}

	static AuditEntry entry(ResultSet row, int number) throws SQLException {
		return new AuditEntry(row.getString("subject"), row.getLong("seq"), JdbcTime.instant(row, "at"),
				JdbcTime.instant(row, "case_at"),
				new Who(row.getLong("person_id"), row.getString("person_name"), row.getString("unit_id")),
				row.getString("action"), row.getString("details"), row.getString("previous"), row.getString("hash"),
				row.getString("key_id"), row.getString("mac"));
	}

}
