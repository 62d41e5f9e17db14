package cn.ecopark.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.audit.AuditSeals.Seal;
import cn.ecopark.audit.AuditSeals.SealedHead;
import cn.ecopark.audit.RowReplay.StoredRow;

/**
 * Reads the whole audit and all that is on record as they stand at one instant, and tells
 * what is not as it was written.
 */
@Component
public class AuditCheck {

	private static final int FETCH = 500;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String ENTRIES = JdbcAudit.ENTRIES + "ORDER BY subject COLLATE \"C\", seq";

	private static final String HEADS = "SELECT subject, count, head FROM audit_chain";

	private static final String SEALED = "SELECT subject, max(count) AS count FROM audit_seal_head GROUP BY subject";

	private static final String SEALS = """
			SELECT seal.seq, seal.at, seal.previous, seal.hash, seal.key_id, seal.signature, sealed.subject, sealed.count, sealed.head,
			       entry.hash AS found, entry.key_id IS NOT NULL AS keyed
			  FROM audit_seal AS seal
			  LEFT JOIN audit_seal_head AS sealed ON sealed.seq = seal.seq
			  LEFT JOIN audit_entry AS entry ON entry.subject = sealed.subject AND entry.seq = sealed.count
			 ORDER BY seal.seq, sealed.subject COLLATE "C"
			""";

	/** What the database itself remembers of more seals than there are. */
	private static final String PROMISED = """
			SELECT subject, sealed FROM audit_chain AS chain
			 WHERE sealed > coalesce((SELECT max(count) FROM audit_seal_head AS head WHERE head.subject = chain.subject), 0)
			""";

	private static final String TOLD = """
			SELECT place, told FROM audit_seal_place WHERE told > coalesce((SELECT max(seq) FROM audit_seal), 0)
			""";

	private static final String STAMPS = """
			SELECT stamp.seq, stamp.token, seal.hash FROM audit_seal_stamp AS stamp LEFT JOIN audit_seal AS seal ON seal.seq = stamp.seq
			""";

	private static final String COLUMNS = "SELECT details FROM audit_entry WHERE subject = ? ORDER BY seq";

	private final JdbcTemplate jdbc;

	private final TransactionTemplate snapshot;

	private final AuditKeys keys;

	private final List<AttestedTable> tables;

	private final List<RecordCheck> checks;

	AuditCheck(DataSource database, PlatformTransactionManager transactions, AuditKeys keys,
			List<AttestedRows> attested, List<RecordCheck> checks) {
		this.jdbc = new JdbcTemplate(database);
		this.jdbc.setFetchSize(FETCH);
		this.snapshot = new TransactionTemplate(transactions);
		this.snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
		this.snapshot.setReadOnly(true);
		this.keys = keys;
		this.tables = attested.stream()
			.flatMap((rows) -> rows.tables().stream())
			.sorted(Comparator.comparing(AttestedTable::name))
			.toList();
		this.checks = checks;
	}

	/**
	 * What a check is held against.
	 *
	 * @param knownSeal hash of a seal noted earlier, which must still be there
	 * @param outside the seals kept outside, null when they are lost
	 * @param contents how many stored contents are digested again
	 */
	record Demands(@Nullable String knownSeal, @Nullable List<Seal> outside, int contents) {

		static final Demands NONE = new Demands(null, null, 0);

	}

	public AuditReport verify() {
		return verify(Demands.NONE);
	}

	AuditReport verify(Demands demands) {
		return Objects.requireNonNull(this.snapshot.execute((status) -> read(demands)));
	}

	/** Within a transaction, whose view of the database is checked. */
	AuditReport read(Demands demands) {
		this.jdbc.execute("SET LOCAL TimeZone = 'UTC'");
		Differences differences = new Differences();
		SealReader seals = seals(demands);
		List<AuditReport.Fault> sealFaults = new ArrayList<>(seals.finish());
		List<AuditReport.Fault> faults = new ArrayList<>();
		ChainReader chains;
		long rows;
		try (Stream<StoredRow> present = present()) {
			RowReplay replay = new RowReplay(present.iterator(), filled(), differences);
			ChainReader reader = new ChainReader(heads(), sealed(), this.keys, replay::next);
			this.jdbc.query(ENTRIES, (RowCallbackHandler) (row) -> reader.next(JdbcAudit.entry(row, 0)));
			replay.finish();
			chains = reader;
			rows = replay.rows();
		}
		faults.addAll(chains.finish(seals.lastAt()));
		faults.addAll(sealFaults);
		faults.addAll(promised());
		faults.addAll(stamps());
		if (chains.entries() == 0 && rows > 0) {
			faults.add(new AuditReport.Fault("audit", 0, AuditReport.Kind.EMPTY));
		}
		faults.addAll(Guards.check(this.jdbc, this.tables.stream().map(AttestedTable::name).toList()));
		this.checks.forEach((check) -> check.check(demands.contents(), differences));
		return new AuditReport(chains.entries(), chains.chains(), seals.count(), seals.last(), List.copyOf(faults),
				rows, List.copyOf(differences.told), differences.count, seals.outside());
	}

	/** Keeps as many as somebody may read, and counts the rest. */
	private static final class Differences implements Consumer<AuditReport.Difference> {

		private final List<AuditReport.Difference> told = new ArrayList<>();

		private long count;

		@Override
		public void accept(AuditReport.Difference difference) {
			this.count++;
			if (this.told.size() < AuditReport.MOST_DIFFERENCES) {
				this.told.add(difference);
			}
		}

	}

	private Stream<StoredRow> present() {
		if (this.tables.isEmpty()) {
			return Stream.empty();
		}
		String sql = this.tables.stream()
			.map(AttestedTable::rows)
			.collect(Collectors.joining(" UNION ALL ", "SELECT * FROM (", ") AS rows ORDER BY chain COLLATE \"C\""));
		return this.jdbc.queryForStream(sql, (row, number) -> new StoredRow(row.getString("chain"),
				row.getString("name"), row.getString("key"), row.getString("columns")));
	}

	/** By table and column, what a migration gave the rows that were there. */
	private Map<String, String> filled() {
		Map<String, String> filled = new HashMap<>();
		Iterator<String> entries = this.jdbc.queryForList(COLUMNS, String.class, RowReplay.COLUMNS_CHAIN).iterator();
		while (entries.hasNext()) {
			for (JsonNode note : JSON.readTree(entries.next()).path("rows")) {
				JsonNode value = note.get(4).path("value");
				if (!value.isNull()) {
					filled.put(note.get(1).asString() + "." + note.get(2).asString(), value.asString());
				}
			}
		}
		return filled;
	}

	private SealReader seals(Demands demands) {
		SealReader seals = new SealReader(this.keys, demands.knownSeal(), demands.outside());
		this.jdbc.query(SEALS, (RowCallbackHandler) (row) -> {
			String subject = row.getString("subject");
			SealedHead head = (subject != null) ? new SealedHead(subject, row.getLong("count"), row.getString("head"))
					: null;
			seals.next(AuditSeals.map(row, 0), head, row.getString("found"), row.getBoolean("keyed"));
		});
		return seals;
	}

	private List<AuditReport.Fault> promised() {
		List<AuditReport.Fault> faults = new ArrayList<>();
		this.jdbc.query(PROMISED, (RowCallbackHandler) (row) -> faults.add(
				new AuditReport.Fault(row.getString("subject"), row.getLong("sealed"), AuditReport.Kind.SEAL_MISSING)));
		this.jdbc.query(TOLD, (RowCallbackHandler) (row) -> faults
			.add(new AuditReport.Fault("seal", row.getLong("told"), AuditReport.Kind.SEAL_MISSING)));
		return faults;
	}

	private List<AuditReport.Fault> stamps() {
		List<AuditReport.Fault> faults = new ArrayList<>();
		this.jdbc.query(STAMPS, (RowCallbackHandler) (row) -> {
			if (!TimeStamps.isAbout(row.getBytes("token"), row.getString("hash"))) {
				faults.add(new AuditReport.Fault("seal", row.getLong("seq"), AuditReport.Kind.STAMP_DIFFERS));
			}
		});
		return faults;
	}

	private Map<String, SealedHead> heads() {
		Map<String, SealedHead> heads = new HashMap<>();
		this.jdbc.query(HEADS, (RowCallbackHandler) (row) -> heads.put(row.getString("subject"),
				new SealedHead(row.getString("subject"), row.getLong("count"), row.getString("head"))));
		return heads;
	}

	private Map<String, Long> sealed() {
		Map<String, Long> sealed = new HashMap<>();
		this.jdbc.query(SEALED,
				(RowCallbackHandler) (row) -> sealed.put(row.getString("subject"), row.getLong("count")));
		return sealed;
	}

}
