package cn.ecopark.batch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.batch.BatchRefusals.BatchNotFound;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.JdbcTime;
import cn.ecopark.shared.ListPage;
import cn.ecopark.shared.MomentKey;
import cn.ecopark.shared.RareMatters;
import cn.ecopark.shared.ReadOnce;
import cn.ecopark.shared.StaleRecord;

/** All batches. Reading here checks no rights: {@link BatchAccess} does. */
@Component
public class Batches {

	private static final String INSERT = """
			INSERT INTO batch (id, kind, pack, release, title, state, composed_by, composed_at, submission)
			VALUES (:id, :kind, :pack, :release, :title, 'OPEN', :by, :at, :submission)
			ON CONFLICT (submission) DO NOTHING
			""";

	private static final String CLOSE = """
			UPDATE batch SET state = 'CLOSED', result = :result, closed_at = :at, version = version + 1
			 WHERE id = :id AND state = 'OPEN'
			""";

	private static final String PAGE = """
			SELECT * FROM batch
			 WHERE (CAST(:at AS timestamptz) IS NULL OR (composed_at, id) %1$s (:at, :id))
			 ORDER BY composed_at %2$s, id %2$s LIMIT :most
			""";

	private final JdbcClient jdbc;

	private final RareMatters.Matter there;

	Batches(JdbcClient jdbc, RareMatters matters) {
		this.jdbc = jdbc;
		this.there = matters.matter("EXISTS (SELECT 1 FROM batch WHERE id = :dossier)");
	}

	public Optional<Batch> find(String id) {
		return ReadOnce.of(this, "find", List.of(id),
				() -> this.jdbc.sql("SELECT * FROM batch WHERE id = :id")
					.param("id", id)
					.query(Batches::map)
					.optional());
	}

	/**
	 * @param dossierId of a case, batch or objection
	 * @return the batch, where it is one
	 */
	public Optional<Batch> ofDossier(String dossierId) {
		return this.there.mayBeOf(dossierId) ? find(dossierId) : Optional.empty();
	}

	/**
	 * @return the batch
	 * @throws BatchNotFound when there is none
	 */
	public Batch get(String id) {
		return find(id).orElseThrow(BatchNotFound::new);
	}

	/**
	 * @return a page of all batches, the newest first
	 */
	public ListPage<Batch, MomentKey> page(Cursor<MomentKey> cursor, int size) {
		MomentKey key = cursor.key();
		String sql = cursor.backwards() ? PAGE.formatted(">", "ASC") : PAGE.formatted("<", "DESC");
		return ListPage.of(this.jdbc.sql(sql)
			.param("at", key == null ? null : JdbcTime.of(key.at()))
			.param("id", key == null ? "" : key.id())
			.param("most", size + 1)
			.query(Batches::map)
			.list(), size, cursor, batch -> new MomentKey(batch.composedAt(), batch.id()));
	}

	/**
	 * @return how many batches of that kind were composed in that year under that pack
	 */
	public int countOf(String pack, String kind, int year) {
		return this.jdbc
			.sql("""
					SELECT count(*) FROM batch
					 WHERE pack = :pack AND kind = :kind AND extract(year FROM composed_at AT TIME ZONE 'Asia/Shanghai') = :year
					""")
			.param("pack", pack)
			.param("kind", kind)
			.param("year", year)
			.query(Integer.class)
			.single();
	}

	/**
	 * @return the day on which the last batch of that kind under that pack was decided
	 */
	public Optional<LocalDate> lastDecided(String pack, String kind) {
		return this.jdbc.sql("""
				SELECT p.issued_on FROM issued_paper p JOIN batch b ON b.id = p.batch_id
				 WHERE b.pack = :pack AND p.kind = :kind AND p.state = 'ISSUED' ORDER BY p.issued_on DESC LIMIT 1
				""").param("pack", pack).param("kind", kind).query(LocalDate.class).optional();
	}

	/**
	 * @return the batch, locked until the transaction ends
	 */
	Batch lock(String id) {
		return this.jdbc.sql("SELECT * FROM batch WHERE id = :id FOR NO KEY UPDATE")
			.param("id", id)
			.query(Batches::map)
			.optional()
			.orElseThrow(BatchNotFound::new);
	}

	Optional<Batch> ofSubmission(String submission) {
		return this.jdbc.sql("SELECT * FROM batch WHERE submission = :submission")
			.param("submission", submission)
			.query(Batches::map)
			.optional();
	}

	/**
	 * @return whether it was kept; false when the same submission came in before
	 */
	boolean add(Batch composed, String submission) {
		return this.jdbc.sql(INSERT)
			.param("id", composed.id())
			.param("kind", composed.kind())
			.param("pack", composed.release().pack())
			.param("release", composed.release().toString())
			.param("title", composed.title())
			.param("by", composed.composedBy())
			.param("at", JdbcTime.of(composed.composedAt()))
			.param("submission", submission)
			.update() == 1;
	}

	/** That text is laid before the bodies. */
	void laidBefore(String id, String textDigest) {
		StaleRecord.refuseIfNone(this.jdbc
			.sql("UPDATE batch SET text_digest = :text, version = version + 1 WHERE id = :id AND state = 'OPEN'")
			.param("id", id)
			.param("text", textDigest)
			.update());
	}

	/** It was decided on that day. */
	void decided(String id, LocalDate day) {
		StaleRecord.refuseIfNone(this.jdbc
			.sql("UPDATE batch SET decided_on = :day, version = version + 1 WHERE id = :id AND state = 'OPEN'")
			.param("id", id)
			.param("day", day)
			.update());
	}

	/** Its corrected document says that it was decided on that day. */
	void decidedAsCorrected(String id, LocalDate day) {
		StaleRecord
			.refuseIfNone(this.jdbc.sql("UPDATE batch SET decided_on = :day, version = version + 1 WHERE id = :id")
				.param("id", id)
				.param("day", day)
				.update());
	}

	/**
	 * @return whether it was open until now
	 */
	boolean close(String id, String result, Instant at) {
		return this.jdbc.sql(CLOSE).param("id", id).param("result", result).param("at", JdbcTime.of(at)).update() == 1;
	}

	private static Batch map(ResultSet row, int number) throws SQLException {
		return new Batch(row.getString("id"), row.getString("kind"), ReleaseId.of(row.getString("release")),
				row.getString("title"), Batch.State.valueOf(row.getString("state")), row.getString("result"),
				row.getLong("composed_by"), JdbcTime.instant(row, "composed_at"), JdbcTime.nullable(row, "closed_at"),
				row.getString("text_digest"), row.getObject("decided_on", LocalDate.class), row.getInt("version"));
	}

}
