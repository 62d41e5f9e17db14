package cn.ecopark.batch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.batch.BatchRefusals.NumberTaken;
import cn.ecopark.casefile.IssuedDecisions;
import cn.ecopark.officialdocument.OfficialDocument;
import cn.ecopark.shared.JdbcTime;
import cn.ecopark.shared.ReadOnce;
import cn.ecopark.shared.StaleRecord;

/** The joint documents that were issued. */
@Component
public class JointDecisions implements IssuedDecisions {

	private static final String INSERT = """
			INSERT INTO issued_paper (number, batch_id, kind, issued_on, scan_version, recorded_at)
			VALUES (:number, :batch, :kind, :issuedOn, :scan, :at)
			""";

	private static final String OF_CASE = """
			SELECT p.* FROM issued_paper p JOIN batch_item i ON i.batch_id = p.batch_id
			 WHERE i.case_id = :case AND i.state <> 'STRUCK_OUT' AND p.kind = :kind AND p.state = 'ISSUED'
			 ORDER BY p.issued_on DESC, p.recorded_at DESC LIMIT 1
			""";

	private static final String DECIDED_BY = """
			SELECT p.number FROM issued_paper p JOIN batch_item i ON i.batch_id = p.batch_id
			 WHERE i.case_id = :case AND i.state <> 'STRUCK_OUT' AND p.state = 'ISSUED' ORDER BY p.recorded_at DESC LIMIT 1
			""";

	private static final String PUT_ASIDE = """
			UPDATE issued_paper SET state = :state, replaced_by = :by WHERE number = :number AND state = 'ISSUED'
			""";

	private final JdbcClient jdbc;

	private final BatchItems items;

	JointDecisions(JdbcClient jdbc, BatchItems items) {
		this.jdbc = jdbc;
		this.items = items;
	}

	/**
	 * @return the document of the batch that holds
	 */
	public Optional<JointDecision> ofBatch(String batchId) {
		return allOfBatch(batchId).stream().filter(JointDecision::holds).findFirst();
	}

	/**
	 * @return also those that were corrected or voided, in the order in which they were
	 * issued
	 */
	public List<JointDecision> allOfBatch(String batchId) {
		return this.jdbc.sql("SELECT * FROM issued_paper WHERE batch_id = :batch ORDER BY recorded_at, number")
			.param("batch", batchId)
			.query(JointDecisions::map)
			.list();
	}

	Optional<JointDecision> byNumber(String number) {
		return this.jdbc.sql("SELECT * FROM issued_paper WHERE number = :number")
			.param("number", number)
			.query(JointDecisions::map)
			.optional();
	}

	/**
	 * @return the newest document of that kind that holds and names the park of the case
	 */
	public Optional<JointDecision> ofCase(String caseId, String kind) {
		return this.jdbc.sql(OF_CASE).param("case", caseId).param("kind", kind).query(JointDecisions::map).optional();
	}

	/**
	 * @return number of the newest document that holds and names the park of the case,
	 * whatever it decides
	 */
	@Override
	public Optional<String> decidedBy(String caseId) {
		if (!this.items.mayBeInBatches(caseId)) {
			return Optional.empty();
		}
		return ReadOnce.of(this, "decidedBy", List.of(caseId),
				() -> this.jdbc.sql(DECIDED_BY).param("case", caseId).query(String.class).optional());
	}

	void add(JointDecision document, Instant at) {
		try {
			this.jdbc.sql(INSERT)
				.param("number", document.number())
				.param("batch", document.batchId())
				.param("kind", document.kind())
				.param("issuedOn", document.issuedOn())
				.param("scan", document.scanVersion())
				.param("at", JdbcTime.of(at))
				.update();
		}
		catch (DuplicateKeyException taken) {
			throw new NumberTaken(document.number());
		}
	}

	/**
	 * It holds no longer.
	 * @param by number of the one that takes its place; null where none does
	 */
	void putAside(JointDecision document, @Nullable String by) {
		StaleRecord.refuseIfNone(this.jdbc.sql(PUT_ASIDE)
			.param("number", document.number())
			.param("state",
					by == null ? OfficialDocument.State.VOIDED.name() : OfficialDocument.State.SUPERSEDED.name())
			.param("by", by)
			.update());
	}

	private static JointDecision map(ResultSet row, int number) throws SQLException {
		return new JointDecision(row.getString("number"), row.getString("batch_id"), row.getString("kind"),
				row.getObject("issued_on", LocalDate.class), row.getObject("scan_version", Long.class),
				OfficialDocument.State.valueOf(row.getString("state")), row.getString("replaced_by"));
	}

}
