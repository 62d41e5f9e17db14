package cn.ecopark.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The chain of heads: from time to time the ends of all chains that have grown are put
 * into one more link of it.
 */
@Component
class AuditSeals {

	/** One node seals at a time; the lock ends with the transaction. */
	private static final String TURN = "SELECT pg_advisory_xact_lock(hashtext('audit_seal'))";

	private static final String LAST = "SELECT seq, at, previous, hash FROM audit_seal ORDER BY seq DESC LIMIT 1";

	private static final String GROWN = """
			SELECT subject, count, head FROM audit_chain AS chain
			 WHERE count > (SELECT COALESCE(MAX(sealed.count), 0) FROM audit_seal_head AS sealed WHERE sealed.subject = chain.subject)
			 ORDER BY subject COLLATE "C"
			""";

	private static final String SEAL = "INSERT INTO audit_seal (seq, at, previous, hash) VALUES (:seq, :at, :previous, :hash)";

	private static final String HEADS = """
			INSERT INTO audit_seal_head (seq, subject, count, head)
			SELECT :seq, * FROM unnest(:subjects, :counts, :heads)
			""";

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	AuditSeals(JdbcClient jdbc, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** A link of the chain of heads. */
	record Seal(long seq, Instant at, String previous, String hash) {

		static Seal after(long seq, Instant at, String previous, List<SealedHead> heads) {
			return new Seal(seq, at, previous, hash(seq, at, previous, heads));
		}

		/**
		 * @param heads in the order of their subjects' code points
		 */
		boolean isIntact(List<SealedHead> heads) {
			return this.hash.equals(hash(this.seq, this.at, this.previous, heads));
		}

		private static String hash(long seq, Instant at, String previous, List<SealedHead> heads) {
			List<Object> parts = new ArrayList<>(List.of(previous, seq, at));
			heads.forEach((head) -> parts.addAll(List.of(head.subject(), head.count(), head.hash())));
			return Hash.of(parts.toArray());
		}

	}

	/** Where a chain ended when it was sealed. */
	record SealedHead(String subject, long count, String hash) {
	}

	/**
	 * @return the new seal, empty when no chain has grown
	 */
	Optional<Seal> seal() {
		return Objects.requireNonNull(this.transaction.execute((status) -> sealInTurn()));
	}

	private Optional<Seal> sealInTurn() {
		this.jdbc.sql(TURN).query((row) -> {
		});
		List<SealedHead> heads = this.jdbc.sql(GROWN)
			.query((row, number) -> new SealedHead(row.getString("subject"), row.getLong("count"),
					row.getString("head")))
			.list();
		return heads.isEmpty() ? Optional.empty() : Optional.of(append(heads));
	}

	/**
	 * @return the last link of the chain of heads
	 */
	Optional<Seal> last() {
		return this.jdbc.sql(LAST)
			.query((row, number) -> new Seal(row.getLong("seq"), JdbcAudit.instant(row, "at"),
					row.getString("previous"), row.getString("hash")))
			.optional();
	}

	private Seal append(List<SealedHead> heads) {
		Optional<Seal> last = last();
		Seal seal = Seal.after(last.map(Seal::seq).orElse(0L) + 1, Instant.now().truncatedTo(ChronoUnit.MICROS),
				last.map(Seal::hash).orElse(Hash.GENESIS), heads);
		OffsetDateTime at = seal.at().atOffset(ZoneOffset.UTC);
		this.jdbc.sql(SEAL)
			.param("seq", seal.seq())
			.param("at", at)
			.param("previous", seal.previous())
			.param("hash", seal.hash())
			.update();
		this.jdbc.sql(HEADS)
			.param("seq", seal.seq())
			.param("subjects", heads.stream().map(SealedHead::subject).toArray(String[]::new))
			.param("counts", heads.stream().map(SealedHead::count).toArray(Long[]::new))
			.param("heads", heads.stream().map(SealedHead::hash).toArray(String[]::new))
			.update();
		return seal;
	}

}
