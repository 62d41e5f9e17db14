package cn.ecopark.wholefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.organisation.Actor;
import cn.ecopark.shared.JdbcTime;
import cn.ecopark.wholefile.PdfJob.Result;
import cn.ecopark.wholefile.PdfJob.State;

/**
 * The merged PDFs that were ordered. A node that takes one up holds it for some minutes
 * and says again and again that it lives; one that does not loses it to another. Time is
 * that of the database, which all nodes share.
 */
@Component
public class PdfJobs {

	private static final int ATTEMPTS = 3;

	private static final String ORDER = """
			INSERT INTO whole_file_job (id, case_id, person_id, unit_id, state, ordered_at)
			VALUES (:id, :case, :person, :unit, 'WAITING', now())
			ON CONFLICT (case_id, person_id, unit_id) WHERE state IN ('WAITING', 'RUNNING') DO NOTHING
			""";

	private static final String OF_READER = """
			SELECT * FROM whole_file_job WHERE case_id = :case AND person_id = :person AND unit_id = :unit
			 ORDER BY ordered_at DESC, id LIMIT 10
			""";

	private static final String GIVE_UP = """
			UPDATE whole_file_job SET state = 'FAILED', worker = NULL, ended_at = now()
			 WHERE state = 'RUNNING' AND leased_until < now() AND attempts >= :most
			""";

	private static final String CLAIM = """
			UPDATE whole_file_job
			   SET state = 'RUNNING', worker = :worker, leased_until = now() + CAST(:lease AS interval),
			       attempts = attempts + 1, done = 0, total = 0
			 WHERE id = (SELECT id FROM whole_file_job
			              WHERE state = 'WAITING' OR (state = 'RUNNING' AND leased_until < now())
			              ORDER BY ordered_at LIMIT 1 FOR UPDATE SKIP LOCKED)
			RETURNING *
			""";

	private static final String RENEW = """
			UPDATE whole_file_job SET leased_until = now() + CAST(:lease AS interval)
			 WHERE id = :id AND worker = :worker AND state = 'RUNNING'
			""";

	private static final String PROGRESS = """
			UPDATE whole_file_job SET done = :done, total = :total WHERE id = :id AND worker = :worker AND state = 'RUNNING'
			""";

	private static final String READY = """
			UPDATE whole_file_job
			   SET state = 'READY', worker = NULL, ended_at = now(), file_name = :name, sha256 = :sha256, size = :size,
			       pages = :pages, notes = :notes
			 WHERE id = :id AND worker = :worker AND state = 'RUNNING'
			""";

	private final JdbcClient jdbc;

	PdfJobs(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * @return what the reader has ordered of that case, the newest first
	 */
	public List<PdfJob> of(String caseId, Actor reader) {
		return this.jdbc.sql(OF_READER)
			.param("case", caseId)
			.param("person", reader.personId())
			.param("unit", reader.unitId())
			.query(PdfJobs::map)
			.list();
	}

	/**
	 * @return that job, if it is the reader's
	 */
	public Optional<PdfJob> find(String id, Actor reader) {
		return find(id).filter(job -> job.personId() == reader.personId() && job.unitId().equals(reader.unitId()));
	}

	Optional<PdfJob> find(String id) {
		return this.jdbc.sql("SELECT * FROM whole_file_job WHERE id = :id")
			.param("id", id)
			.query(PdfJobs::map)
			.optional();
	}

	/**
	 * @return whether it is a new one; while one is under way no second is begun
	 */
	boolean order(String caseId, Actor reader) {
		return this.jdbc.sql(ORDER)
			.param("id", UUID.randomUUID().toString())
			.param("case", caseId)
			.param("person", reader.personId())
			.param("unit", reader.unitId())
			.update() == 1;
	}

	/**
	 * @return the job that has waited longest, or whose node was not heard of for the
	 * length of its lease; after three attempts it is given up
	 */
	@Transactional
	public Optional<PdfJob> claim(String worker, Duration lease) {
		this.jdbc.sql(GIVE_UP).param("most", ATTEMPTS).update();
		return this.jdbc.sql(CLAIM)
			.param("worker", worker)
			.param("lease", lease.toString())
			.query(PdfJobs::map)
			.optional();
	}

	/**
	 * @return whether the node still holds the job
	 */
	boolean renew(String id, String worker, Duration lease) {
		return this.jdbc.sql(RENEW)
			.param("id", id)
			.param("worker", worker)
			.param("lease", lease.toString())
			.update() == 1;
	}

	/**
	 * @return whether the node still holds the job
	 */
	boolean progress(String id, String worker, int done, int total) {
		return this.jdbc.sql(PROGRESS)
			.param("id", id)
			.param("worker", worker)
			.param("done", done)
			.param("total", total)
			.update() == 1;
	}

	/**
	 * @return whether the node still held the job
	 */
	boolean ready(String id, String worker, Result result) {
		return this.jdbc.sql(READY)
			.param("id", id)
			.param("worker", worker)
			.param("name", result.fileName())
			.param("sha256", result.sha256())
			.param("size", result.size())
			.param("pages", result.pages())
			.param("notes", result.notes())
			.update() == 1;
	}

	/** A job that another worker has taken over is no concern of this one any more. */
	void failed(String id, String worker) {
		this.jdbc
			.sql("""
					UPDATE whole_file_job SET state = 'FAILED', worker = NULL, ended_at = now() WHERE id = :id AND worker = :worker
					""")
			.param("id", id)
			.param("worker", worker)
			.update();
	}

	/** A node that ends in order leaves its job to the others, as if never begun. */
	void leave(String worker) {
		this.jdbc.sql("""
				UPDATE whole_file_job SET state = 'WAITING', worker = NULL, attempts = attempts - 1
				 WHERE worker = :worker AND state = 'RUNNING'
				""").param("worker", worker).update();
	}

	/**
	 * Forgets the results that were ready for so long.
	 * @return digests of their contents, no longer referred to here
	 */
	@Transactional
	public List<String> expire(Duration kept) {
		List<PdfJob> old = this.jdbc.sql("""
				SELECT * FROM whole_file_job WHERE state = 'READY' AND ended_at < now() - CAST(:kept AS interval)
				 ORDER BY id LIMIT 100 FOR UPDATE SKIP LOCKED
				""").param("kept", kept.toString()).query(PdfJobs::map).list();
		old.forEach(job -> this.jdbc
			.sql("UPDATE whole_file_job SET state = 'EXPIRED', sha256 = NULL, size = NULL WHERE id = :id")
			.param("id", job.id())
			.update());
		return old.stream().map(PdfJob::result).filter(result -> result != null).map(Result::sha256).toList();
	}

	private static PdfJob map(ResultSet row, int number) throws SQLException {
		State state = State.valueOf(row.getString("state"));
		return new PdfJob(row.getString("id"), row.getString("case_id"), row.getLong("person_id"),
				row.getString("unit_id"), state, JdbcTime.instant(row, "ordered_at"), row.getInt("done"),
				row.getInt("total"), state == State.READY ? new Result(row.getString("file_name"),
						row.getString("sha256"), row.getLong("size"), row.getInt("pages"), row.getInt("notes")) : null);
	}

}
