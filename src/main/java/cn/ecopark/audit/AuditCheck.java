package cn.ecopark.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import cn.ecopark.audit.AuditReport.Fault;
import cn.ecopark.audit.AuditReport.Kind;
import cn.ecopark.audit.AuditSeals.Seal;
import cn.ecopark.audit.AuditSeals.SealedHead;

/**
 * Reads the whole audit as it stands at one instant and tells what is not as it was
 * written.
 */
@Component
public class AuditCheck {

	private static final int FETCH = 500;

	private static final String ENTRIES = JdbcAudit.ENTRIES + "ORDER BY subject, seq";

	private static final String HEADS = "SELECT subject, count, head FROM audit_chain";

	private static final String SEALS = """
			SELECT seal.seq, at, previous, hash, subject, count, head,
			       (SELECT entry.hash FROM audit_entry AS entry WHERE entry.subject = sealed.subject AND entry.seq = sealed.count) AS found
			  FROM audit_seal AS seal LEFT JOIN audit_seal_head AS sealed ON sealed.seq = seal.seq
			 ORDER BY seal.seq, subject COLLATE "C"
			""";

	private final JdbcTemplate jdbc;

	private final TransactionTemplate snapshot;

	AuditCheck(DataSource database, PlatformTransactionManager transactions) {
		this.jdbc = new JdbcTemplate(database);
		this.jdbc.setFetchSize(FETCH);
		this.snapshot = new TransactionTemplate(transactions);
		this.snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
		this.snapshot.setReadOnly(true);
	}

	public AuditReport verify() {
		return verify(null);
	}

	/**
	 * @param knownSeal hash of a seal noted earlier, which must still be there
	 */
	public AuditReport verify(@Nullable String knownSeal) {
		return Objects.requireNonNull(this.snapshot.execute((status) -> read(knownSeal)));
	}

	private AuditReport read(@Nullable String knownSeal) {
		ChainReader chains = new ChainReader(heads());
		this.jdbc.query(ENTRIES, (RowCallbackHandler) (row) -> chains.next(JdbcAudit.entry(row, 0)));
		List<Fault> faults = new ArrayList<>(chains.finish());
		SealReader seals = new SealReader(knownSeal);
		this.jdbc.query(SEALS, (RowCallbackHandler) (row) -> {
			Seal seal = new Seal(row.getLong("seq"), JdbcAudit.instant(row, "at"), row.getString("previous"),
					row.getString("hash"));
			String subject = row.getString("subject");
			SealedHead head = (subject != null) ? new SealedHead(subject, row.getLong("count"), row.getString("head"))
					: null;
			seals.next(seal, head, row.getString("found"));
		});
		faults.addAll(seals.finish());
		return new AuditReport(chains.entries(), chains.chains(), seals.count(), seals.last(), faults);
	}

	private Map<String, SealedHead> heads() {
		Map<String, SealedHead> heads = new HashMap<>();
		this.jdbc.query(HEADS, (RowCallbackHandler) (row) -> heads.put(row.getString("subject"),
				new SealedHead(row.getString("subject"), row.getLong("count"), row.getString("head"))));
		return heads;
	}

}
