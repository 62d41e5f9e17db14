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

import cn.ecopark.background.BackgroundQueue;
import cn.ecopark.organisation.Actor;
import cn.ecopark.shared.JdbcTime;

/**
 * The merged PDFs that were ordered. Two nodes may make the same, when one was believed
 * dead: whichever is ready first counts.
 */
@Component
public class PdfJobs {

	private static final String ORDER = """
			INSERT INTO whole_file_job (id, case_id, person_id, unit_id, state, ordered_at)
			VALUES (:id, :case, :person, :unit, 'WAITING', now())
			ON CONFLICT (case_id, person_id, unit_id) WHERE state IN ('WAITING', 'RUNNING') DO NOTHING
			""";

	private static final String OF_READER = """
			SELECT * FROM whole_file_job WHERE case_id = :case AND person_id = :person AND unit_id = :unit
			 ORDER BY ordered_at DESC, id LIMIT 10
			""";

	private static final String BEGIN = """
			UPDATE whole_file_job SET state = 'RUNNING', done = 0, total = 0
			 WHERE id = :id AND state IN ('WAITING', 'RUNNING') RETURNING *
			""";

	private static final String PROGRESS = """
			UPDATE whole_file_job SET state = 'RUNNING', done = :done, total = :total
			 WHERE id = :id AND state IN ('WAITING', 'RUNNING')
			""";

	private static final String READY = """
			UPDATE whole_file_job
			   SET state = 'READY', ended_at = now(), file_name = :name, sha256 = :sha256, size = :size, pages = :pages,
			       notes = :notes
			 WHERE id = :id AND state IN ('WAITING', 'RUNNING')
			""";

	private static final String FAILED = """
			UPDATE whole_file_job SET state = 'FAILED', ended_at = now() WHERE id = :id AND state IN ('WAITING', 'RUNNING')
			""";

	/** Unless its reader has ordered another one meanwhile. */
	private static final String TAKE_UP = """
			UPDATE whole_file_job job SET state = 'WAITING', done = 0, total = 0, ended_at = NULL
			 WHERE id = :id AND state = 'FAILED'
			   AND NOT EXISTS (SELECT 1 FROM whole_file_job other WHERE other.state IN ('WAITING', 'RUNNING')
			                      AND other.case_id = job.case_id AND other.person_id = job.person_id AND other.unit_id = job.unit_id)
			""";

	private static final String PUT_BACK = """
			UPDATE whole_file_job SET state = 'WAITING', done = 0, total = 0 WHERE id = :id AND state = 'RUNNING'
			""";

	private static final String FORGET = """
			DELETE FROM whole_file_job WHERE state IN ('FAILED', 'EXPIRED') AND ended_at < now() - CAST(:kept AS interval)
			""";

	private final JdbcClient jdbc;

	private final BackgroundQueue queue;

	PdfJobs(JdbcClient jdbc, BackgroundQueue queue) {
		this.jdbc = jdbc;
		this.queue = queue;
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
		String id = UUID.randomUUID().toString();
		boolean ordered = this.jdbc.sql(ORDER)
			.param("id", id)
			.param("case", caseId)
			.param("person", reader.personId())
			.param("unit", reader.unitId())
			.update() == 1;
		if (ordered) {
			this.queue.add(PdfWork.MAKING, id);
		}
		return ordered;
	}

	/**
	 * @return the job; empty if it is done or was given up
	 */
	Optional<PdfJob> begin(String id) {
		return this.jdbc.sql(BEGIN).param("id", id).query(PdfJobs::map).optional();
	}

	/**
	 * @return whether it is still to be made
	 */
	boolean progress(String id, int done, int total) {
		return this.jdbc.sql(PROGRESS).param("id", id).param("done", done).param("total", total).update() == 1;
	}

	/**
	 * @return whether it was still to be made
	 */
	boolean ready(String id, PdfJob.Result result) {
		return this.jdbc.sql(READY)
			.param("id", id)
			.param("name", result.fileName())
			.param("sha256", result.sha256())
			.param("size", result.size())
			.param("pages", result.pages())
			.param("notes", result.notes())
			.update() == 1;
	}

	/**
	 * @return whether it was still to be made
	 */
	boolean failed(String id) {
		return this.jdbc.sql(FAILED).param("id", id).update() == 1;
	}

	/** It waits again, as if never begun. */
	void putBack(String id) {
		this.jdbc.sql(PUT_BACK).param("id", id).update();
	}

	/** It waits again, although it has failed. */
	void takeUp(String id) {
		this.jdbc.sql(TAKE_UP).param("id", id).update();
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
		return old.stream().map(PdfJob::result).filter(result -> result != null).map(PdfJob.Result::sha256).toList();
	}

	/**
	 * Forgets orders that were ended so long ago and have no result any more.
	 * @return how many
	 */
	int forget(Duration kept) {
		return this.jdbc.sql(FORGET).param("kept", kept.toString()).update();
	}

	private static PdfJob map(ResultSet row, int number) throws SQLException {
		PdfJob.State state = PdfJob.State.valueOf(row.getString("state"));
		return new PdfJob(row.getString("id"), row.getString("case_id"), row.getLong("person_id"),
				row.getString("unit_id"), state, JdbcTime.instant(row, "ordered_at"), row.getInt("done"),
				row.getInt("total"), state == PdfJob.State.READY ? new PdfJob.Result(row.getString("file_name"),
						row.getString("sha256"), row.getLong("size"), row.getInt("pages"), row.getInt("notes")) : null);
	}

}
