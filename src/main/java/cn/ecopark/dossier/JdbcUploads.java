package cn.ecopark.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.dossier.HandInDocument.Incoming;
import cn.ecopark.dossier.ReceiveUpload.Announced;
import cn.ecopark.organisation.Actor;
import cn.ecopark.shared.JdbcTime;

/** Uploads that were begun, and how far they are. */
@Component
class JdbcUploads {

	private static final String INSERT = """
			INSERT INTO upload (id, arrival, work_item_id, dossier_id, kind, file_name, length, sha256, fingerprint, person_id)
			VALUES (:id, :arrival, :item, :dossier, :kind, :name, :length, :sha256, :fingerprint, :person)
			""";

	/** What is complete stays for as long as something unfinished would. */
	private static final String SELECT = """
			SELECT u.*, CASE WHEN u.finished_at IS NULL THEN a.size ELSE u.length END AS arrived,
			       coalesce(u.finished_at, a.touched_at, u.begun_at) + make_interval(secs => :kept) AS expires,
			       coalesce(u.finished_at, a.touched_at, u.begun_at) + make_interval(secs => :kept) < now() AS expired
			  FROM upload u LEFT JOIN content_arrival a ON a.id = u.arrival
			""";

	private static final String FINISH = """
			UPDATE upload SET arrival = NULL, finished_at = now(), version_id = :version WHERE id = :id
			""";

	private static final String DELETE_EXPIRED = """
			DELETE FROM upload WHERE arrival IS NULL
			   AND (finished_at IS NULL OR finished_at < now() - make_interval(secs => :kept))
			""";

	private final JdbcClient jdbc;

	private final UploadLimits limits;

	JdbcUploads(JdbcClient jdbc, UploadLimits limits) {
		this.jdbc = jdbc;
		this.limits = limits;
	}

	/**
	 * One upload.
	 *
	 * @param arrival what the store calls it; null once it is complete or gone
	 * @param sha256 what the client says it will be
	 */
	record KeptUpload(UnfinishedUpload upload, @Nullable UUID arrival, @Nullable String sha256, boolean finished,
			boolean expired) {

		Incoming document() {
			return new Incoming(this.upload.dossierId(), this.upload.kind(), this.upload.fileName(),
					this.upload.workItemId(), this.upload.id().toString());
		}

	}

	UUID add(Announced announced, FileName name, UUID arrival, Actor actor) {
		UUID id = UUID.randomUUID();
		this.jdbc.sql(INSERT)
			.param("id", id)
			.param("arrival", arrival)
			.param("item", announced.document().workItemId())
			.param("dossier", announced.document().dossierId())
			.param("kind", announced.document().kind())
			.param("name", name.value())
			.param("length", announced.length())
			.param("sha256", announced.sha256())
			.param("fingerprint", announced.fingerprint())
			.param("person", actor.personId())
			.update();
		return id;
	}

	Optional<KeptUpload> find(UUID id, Actor actor) {
		return select(SELECT + " WHERE u.id = :id AND u.person_id = :person", actor).param("id", id)
			.query(JdbcUploads::row)
			.optional();
	}

	/** Until the transaction ends nobody else completes it. */
	Optional<KeptUpload> lock(UUID id, Actor actor) {
		return select(SELECT + " WHERE u.id = :id AND u.person_id = :person FOR UPDATE OF u", actor).param("id", id)
			.query(JdbcUploads::row)
			.optional();
	}

	List<UnfinishedUpload> unfinished(long workItemId, Actor actor) {
		return select(SELECT
				+ " WHERE u.work_item_id = :item AND u.person_id = :person AND a.id IS NOT NULL ORDER BY u.begun_at",
				actor)
			.param("item", workItemId)
			.query(JdbcUploads::row)
			.list()
			.stream()
			.filter(row -> !row.expired())
			.map(KeptUpload::upload)
			.toList();
	}

	private JdbcClient.StatementSpec select(String sql, Actor actor) {
		return this.jdbc.sql(sql)
			.param("kept", this.limits.keepUnfinished().toSeconds())
			.param("person", actor.personId());
	}

	/** One that its owner has deleted meanwhile is at its end already. */
	void finish(UUID id, long version) {
		this.jdbc.sql(FINISH).param("id", id).param("version", version).update();
	}

	void delete(UUID id) {
		this.jdbc.sql("DELETE FROM upload WHERE id = :id").param("id", id).update();
	}

	void deleteExpired() {
		this.jdbc.sql(DELETE_EXPIRED).param("kept", this.limits.keepUnfinished().toSeconds()).update();
	}

	private static KeptUpload row(ResultSet row, int number) throws SQLException {
		UnfinishedUpload upload = new UnfinishedUpload(row.getObject("id", UUID.class), row.getString("dossier_id"),
				row.getString("kind"), row.getString("file_name"), row.getLong("work_item_id"), row.getLong("length"),
				row.getLong("arrived"), row.getString("fingerprint"), JdbcTime.instant(row, "expires"));
		return new KeptUpload(upload, row.getObject("arrival", UUID.class), row.getString("sha256"),
				JdbcTime.nullable(row, "finished_at") != null, row.getBoolean("expired"));
	}

}
