package cn.ecopark.content;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What content there is, and whether it is in parts here or in an object store. */
final class ContentRows {

	/**
	 * Waits for whoever keeps or removes the same; what an object store lost to this
	 * database is kept here from now on.
	 */
	private static final String KEEP = """
			INSERT INTO content (sha256, size, parts) VALUES (:sha256, :size, :parts)
			ON CONFLICT (sha256) DO UPDATE SET parts = coalesce(content.parts, EXCLUDED.parts), stored_at = now()
			RETURNING coalesce(parts = :parts, FALSE)
			""";

	private static final String KEEP_ELSEWHERE = """
			INSERT INTO content (sha256, size, parts, object) VALUES (:sha256, :size, NULL, :object)
			ON CONFLICT (sha256) DO UPDATE SET stored_at = now()
			RETURNING coalesce(object = :object, FALSE)
			""";

	/** Whoever keeps the same at this moment is waited for, and then it stays. */
	private static final String REMOVE_OLD = """
			DELETE FROM content WHERE sha256 = :sha256 AND stored_at <= now() - CAST(:kept AS interval)
			""";

	private final JdbcClient jdbc;

	private final TransactionTemplate nested;

	ContentRows(JdbcClient jdbc, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.nested = new TransactionTemplate(transactions);
		this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
	}

	/**
	 * One content.
	 *
	 * @param parts null where it is in an object store
	 * @param object its name there; null where that is its digest
	 */
	record Row(@Nullable UUID parts, long size, @Nullable String object) {
	}

	Optional<Row> find(String sha256) {
		return this.jdbc.sql("SELECT parts, size, object FROM content WHERE sha256 = :sha256")
			.param("sha256", sha256)
			.query((row, number) -> new Row(row.getObject("parts", UUID.class), row.getLong("size"),
					row.getString("object")))
			.optional();
	}

	/**
	 * @return whether it is kept in these parts; otherwise it is there already
	 */
	boolean keep(String sha256, long size, UUID parts) {
		return this.jdbc.sql(KEEP)
			.param("sha256", sha256)
			.param("size", size)
			.param("parts", parts)
			.query(Boolean.class)
			.single();
	}

	/**
	 * @param object its name in the object store
	 * @return whether it is kept there; otherwise it is there already
	 */
	boolean keepElsewhere(String sha256, long size, String object) {
		return this.jdbc.sql(KEEP_ELSEWHERE)
			.param("sha256", sha256)
			.param("size", size)
			.param("object", object)
			.query(Boolean.class)
			.single();
	}

	boolean noneHas(UUID parts) {
		return this.jdbc.sql("SELECT count(*) = 0 FROM content WHERE parts = :parts")
			.param("parts", parts)
			.query(Boolean.class)
			.single();
	}

	/**
	 * @param bytes removes what the row stands for, before anybody can keep the same
	 * again
	 * @return whether there is no such row any more
	 */
	boolean remove(String sha256, Consumer<Row> bytes) {
		return remove(sha256, this.jdbc.sql("DELETE FROM content WHERE sha256 = :sha256"), bytes);
	}

	/**
	 * @param kept how long ago it must have been kept last
	 */
	boolean removeUnused(String sha256, Duration kept, Consumer<Row> bytes) {
		return remove(sha256, this.jdbc.sql(REMOVE_OLD).param("kept", kept.toString()), bytes);
	}

	private boolean remove(String sha256, JdbcClient.StatementSpec delete, Consumer<Row> bytes) {
		try {
			return Boolean.TRUE.equals(this.nested.execute(status -> {
				Optional<Row> row = find(sha256);
				boolean gone = row.isEmpty() || delete.param("sha256", sha256).update() == 1;
				row.filter(found -> gone).ifPresent(bytes);
				return gone;
			}));
		}
		catch (DataIntegrityViolationException stillReferredTo) {
			return false;
		}
	}

}
