package cn.ecopark.batch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.DossierCases;
import cn.ecopark.shared.JdbcTime;
import cn.ecopark.shared.RareMatters;
import cn.ecopark.shared.ReadOnce;
import cn.ecopark.shared.StaleRecord;

/** The parks of batches. Reading here checks no rights: {@link BatchAccess} does. */
@Component
public class BatchItems implements DossierCases {

	private static final String SELECT = """
			SELECT i.*, c.park_id, c.park_name, c.park_kind, c.province_code, c.case_number
			  FROM batch_item i JOIN eco_case c ON c.id = i.case_id
			""";

	private static final String INSERT = """
			INSERT INTO batch_item (batch_id, case_id, position, state)
			SELECT :batch, :case, count(*) + 1, 'IN' FROM batch_item WHERE batch_id = :batch
			""";

	private static final String LEAVE = """
			UPDATE batch_item SET state = :state, reason = :reason, left_at = :at
			 WHERE batch_id = :batch AND case_id = :case AND state = 'IN'
			""";

	private final JdbcClient jdbc;

	private final RareMatters.Matter inBatches;

	BatchItems(JdbcClient jdbc, RareMatters matters) {
		this.jdbc = jdbc;
		this.inBatches = matters.matter("EXISTS (SELECT 1 FROM batch_item WHERE case_id = :dossier)");
	}

	/**
	 * @return every park that is or was in the batch, in the order it was composed
	 */
	public List<BatchItem> of(String batchId) {
		return ReadOnce.list(this, "of", batchId,
				() -> this.jdbc.sql(SELECT + "WHERE i.batch_id = :batch ORDER BY i.position")
					.param("batch", batchId)
					.query(BatchItems::map)
					.list());
	}

	@Override
	public List<String> casesOf(String dossierId) {
		return this.jdbc.sql("SELECT case_id FROM batch_item WHERE batch_id = :batch AND state = 'IN'")
			.param("batch", dossierId)
			.query(String.class)
			.list();
	}

	/**
	 * @return the parks of several batches
	 */
	public List<BatchItem> ofAll(Collection<String> batchIds) {
		if (batchIds.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql(SELECT + "WHERE i.batch_id IN (:batches) ORDER BY i.batch_id, i.position")
			.param("batches", batchIds)
			.query(BatchItems::map)
			.list();
	}

	/**
	 * @return the parks that are part of the decision
	 */
	public List<BatchItem> in(String batchId) {
		return of(batchId).stream().filter(BatchItem::isIn).toList();
	}

	/**
	 * @return the parks that the decision names, whether it has reached them or not
	 */
	public List<BatchItem> named(String batchId) {
		return of(batchId).stream().filter(item -> item.state() != BatchItem.State.STRUCK_OUT).toList();
	}

	public Optional<BatchItem> find(String batchId, String caseId) {
		return of(batchId).stream().filter(item -> item.caseId().equals(caseId)).findFirst();
	}

	/**
	 * @return the place of the case in the batch it is in now
	 */
	public Optional<BatchItem> present(String caseId) {
		return this.jdbc.sql(SELECT + "WHERE i.case_id = :case AND i.state = 'IN'")
			.param("case", caseId)
			.query(BatchItems::map)
			.optional();
	}

	/**
	 * @return the places of the case in all batches it is or was in, the earliest first
	 */
	public List<BatchItem> ofCase(String caseId) {
		if (!mayBeInBatches(caseId)) {
			return List.of();
		}
		return this.jdbc
			.sql(SELECT + "JOIN batch b ON b.id = i.batch_id WHERE i.case_id = :case ORDER BY b.composed_at, b.id")
			.param("case", caseId)
			.query(BatchItems::map)
			.list();
	}

	/**
	 * @return false where the case has never been in any
	 */
	public boolean mayBeInBatches(String caseId) {
		return this.inBatches.mayBeOf(caseId);
	}

	void add(String batchId, String caseId) {
		this.jdbc.sql(INSERT).param("batch", batchId).param("case", caseId).update();
	}

	/**
	 * @return whether the park was still in
	 */
	boolean leave(BatchItem item, BatchItem.State state, String reason, Instant at) {
		return this.jdbc.sql(LEAVE)
			.param("batch", item.batchId())
			.param("case", item.caseId())
			.param("state", state.name())
			.param("reason", reason)
			.param("at", JdbcTime.of(at))
			.update() == 1;
	}

	/** The decision fixes that standard for the park. */
	void fixStandard(BatchItem item, String standard) {
		StaleRecord.refuseIfNone(this.jdbc.sql("""
				UPDATE batch_item SET standard = :standard WHERE batch_id = :batch AND case_id = :case AND state = 'IN'
				""").param("batch", item.batchId()).param("case", item.caseId()).param("standard", standard).update());
	}

	/**
	 * The ministries are asked about the park once more.
	 * @throws StaleRecord when it has left the batch
	 */
	void nextRound(BatchItem item) {
		StaleRecord.refuseIfNone(this.jdbc
			.sql("UPDATE batch_item SET round = round + 1 WHERE batch_id = :batch AND case_id = :case AND state = 'IN'")
			.param("batch", item.batchId())
			.param("case", item.caseId())
			.update());
	}

	private static BatchItem map(ResultSet row, int number) throws SQLException {
		return new BatchItem(row.getString("batch_id"), row.getString("case_id"),
				new BatchItem.Park(row.getLong("park_id"), row.getString("park_name"), row.getString("park_kind"),
						row.getString("province_code"), row.getString("case_number")),
				BatchItem.State.valueOf(row.getString("state")), row.getInt("round"), row.getString("reason"),
				row.getString("standard"), JdbcTime.nullable(row, "left_at"));
	}

}
