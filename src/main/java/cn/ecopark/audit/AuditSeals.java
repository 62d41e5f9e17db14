package cn.ecopark.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.ecopark.shared.JdbcTime;

/**
 * The chain of heads: as soon as chains have grown, their ends are put into one more link
 * of it, which is signed.
 */
@Component
class AuditSeals {

	/** One node seals at a time; the lock ends with the transaction. */
	private static final String TURN = "SELECT pg_advisory_xact_lock(hashtext('audit_seal'))";

	private static final String COLUMNS = "SELECT seq, at, previous, hash, key_id, signature FROM audit_seal ";

	private static final String ANY_GROWN = "SELECT EXISTS (SELECT 1 FROM audit_chain WHERE count > sealed)";

	/** In the order in which everybody locks chains; answered by a partial index. */
	private static final String GROWN = """
			SELECT subject, count, head FROM audit_chain WHERE count > sealed ORDER BY subject COLLATE "C" FOR NO KEY UPDATE
			""";

	private static final String SEAL = """
			INSERT INTO audit_seal (seq, at, previous, hash, key_id, signature)
			VALUES (:seq, :at, :previous, :hash, :key, :signature)
			""";

	private static final String HEADS = """
			WITH sealed AS (
				INSERT INTO audit_seal_head (seq, subject, count, head)
				SELECT :seq, * FROM unnest(:subjects, :counts, :heads)
				RETURNING subject, count
			)
			UPDATE audit_chain SET sealed = sealed.count FROM sealed WHERE audit_chain.subject = sealed.subject
			""";

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final AuditKeys keys;

	AuditSeals(JdbcClient jdbc, PlatformTransactionManager transactions, AuditKeys keys) {
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		this.keys = keys;
	}

	/**
	 * A link of the chain of heads.
	 *
	 * @param keyId key of the signature; null for links of a time before there were keys
	 */
	record Seal(long seq, Instant at, String previous, String hash, @Nullable String keyId,
			@Nullable String signature) {

		static Seal after(long seq, Instant at, String previous, List<SealedHead> heads, AuditKeys keys) {
			String hash = hash(seq, at, previous, heads);
			AuditKeys.Made made = keys.signature(signed(seq, hash));
			return new Seal(seq, at, previous, hash, made.keyId(), made.value());
		}

		/**
		 * @param heads in the order of their subjects' code points
		 */
		boolean isIntact(List<SealedHead> heads) {
			return this.hash.equals(hash(this.seq, this.at, this.previous, heads));
		}

		boolean isGenuine(AuditKeys keys) {
			return keys.verifies(this.keyId, signed(this.seq, this.hash), this.signature);
		}

		private static String signed(long seq, String hash) {
			return "seal " + seq + " " + hash;
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
		return anyGrown() ? Objects.requireNonNull(this.transaction.execute((status) -> sealInTurn()))
				: Optional.empty();
	}

	private boolean anyGrown() {
		return this.jdbc.sql(ANY_GROWN).query(Boolean.class).single();
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
		return this.jdbc.sql(COLUMNS + "ORDER BY seq DESC LIMIT 1").query(AuditSeals::map).optional();
	}

	/**
	 * @return the links after that one, the oldest first
	 */
	List<Seal> after(long seq, int limit) {
		return this.jdbc.sql(COLUMNS + "WHERE seq > :seq ORDER BY seq LIMIT :limit")
			.param("seq", seq)
			.param("limit", limit)
			.query(AuditSeals::map)
			.list();
	}

	static Seal map(ResultSet row, int number) throws SQLException {
		return new Seal(row.getLong("seq"), JdbcTime.instant(row, "at"), row.getString("previous"),
				row.getString("hash"), row.getString("key_id"), row.getString("signature"));
	}

	private Seal append(List<SealedHead> heads) {
		Optional<Seal> last = last();
		Seal seal = Seal.after(last.map(Seal::seq).orElse(0L) + 1, Instant.now().truncatedTo(ChronoUnit.MICROS),
				last.map(Seal::hash).orElse(Hash.GENESIS), heads, this.keys);
		OffsetDateTime at = JdbcTime.of(seal.at());
		this.jdbc.sql(SEAL)
			.param("seq", seal.seq())
			.param("at", at)
			.param("previous", seal.previous())
			.param("hash", seal.hash())
			.param("key", seal.keyId())
			.param("signature", seal.signature())
			.update();
		int sealed = this.jdbc.sql(HEADS)
			.param("seq", seal.seq())
			.param("subjects", heads.stream().map(SealedHead::subject).toArray(String[]::new))
			.param("counts", heads.stream().map(SealedHead::count).toArray(Long[]::new))
			.param("heads", heads.stream().map(SealedHead::hash).toArray(String[]::new))
			.update();
		if (sealed != heads.size()) {
			throw new IllegalStateException("Only " + sealed + " of " + heads.size() + " chains could be sealed");
		}
		return seal;
	}

}
