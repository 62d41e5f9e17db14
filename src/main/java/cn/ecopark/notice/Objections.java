package cn.ecopark.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.notice.NoticeRefusals.ObjectionNotFound;
import cn.ecopark.notice.Objection.Channel;
import cn.ecopark.shared.JdbcTime;
import cn.ecopark.shared.RareMatters;
import cn.ecopark.shared.StaleRecord;

/** All objections. Reading here checks no rights: {@link ObjectionAccess} does. */
@Component
public class Objections {

	private static final String INSERT = """
			INSERT INTO objection (id, receipt_number, batch_id, case_id, channel, text, objector, objector_unit, contact,
			                       received_on, entered_at, entered_by, submission, state)
			VALUES (:id, :receipt, :batch, :case, :channel, :text, :name, :unit, :contact, :receivedOn, :at, :by,
			        :submission, 'OPEN')
			""";

	private static final String SETTLE = """
			UPDATE objection SET state = :state, answer = :answer, struck_out = :struckOut, settled_at = :at
			 WHERE id = :id AND state = 'OPEN'
			""";

	private static final String NEXT_NUMBER = """
			INSERT INTO objection_counter (year, last) VALUES (:year, 1)
			ON CONFLICT (year) DO UPDATE SET last = objection_counter.last + 1 RETURNING last
			""";

	private static final String HINDERING = """
			SELECT DISTINCT ON (case_id) * FROM objection
			 WHERE case_id IN (:cases) AND (state = 'OPEN' OR (state = 'UPHELD' AND NOT struck_out))
			 ORDER BY case_id, state
			""";

	private static final String ABOUT = """
			(id = :dossier OR case_id = :dossier OR case_id IN (SELECT case_id FROM batch_item WHERE batch_id = :dossier))
			""";

	private final JdbcClient jdbc;

	private final RareMatters.Matter objectedTo;

	Objections(JdbcClient jdbc, RareMatters matters) {
		this.jdbc = jdbc;
		this.objectedTo = matters.matter("EXISTS (SELECT 1 FROM objection WHERE " + ABOUT + ")");
	}

	public Optional<Objection> find(String id) {
		return this.jdbc.sql("SELECT * FROM objection WHERE id = :id")
			.param("id", id)
			.query(Objections::map)
			.optional();
	}

	/**
	 * @return the objection
	 * @throws ObjectionNotFound when there is none
	 */
	public Objection get(String id) {
		return find(id).orElseThrow(ObjectionNotFound::new);
	}

	/**
	 * @return the objection with exactly that number, however it is capitalised
	 */
	public Optional<Objection> byReceipt(String receiptNumber) {
		return this.jdbc.sql("SELECT * FROM objection WHERE receipt_number = :receipt")
			.param("receipt", receiptNumber.strip().toUpperCase(Locale.ROOT))
			.query(Objections::map)
			.optional();
	}

	/**
	 * @return the objections to a notice, in the order they came
	 */
	public List<Objection> ofNotice(String batchId) {
		return this.jdbc.sql("SELECT * FROM objection WHERE batch_id = :batch ORDER BY entered_at, id")
			.param("batch", batchId)
			.query(Objections::map)
			.list();
	}

	/**
	 * @param dossierId of the objection itself, of a case, or of a batch
	 * @return the objections that it is about, the newest first
	 */
	public List<Objection> about(String dossierId) {
		return !this.objectedTo.mayBeOf(dossierId) ? List.of()
				: this.jdbc.sql("SELECT * FROM objection WHERE " + ABOUT + " ORDER BY entered_at DESC, id")
					.param("dossier", dossierId)
					.query(Objections::map)
					.list();
	}

	/**
	 * @return for each of these cases that is kept back by objections, the one that does
	 */
	List<Objection> hindering(Collection<String> caseIds) {
		return caseIds.isEmpty() ? List.of()
				: this.jdbc.sql(HINDERING).param("cases", caseIds).query(Objections::map).list();
	}

	Optional<Objection> ofSubmission(String submission) {
		return this.jdbc.sql("SELECT * FROM objection WHERE submission = :submission")
			.param("submission", submission)
			.query(Objections::map)
			.optional();
	}

	int nextNumber(int year) {
		return this.jdbc.sql(NEXT_NUMBER).param("year", year).query(Integer.class).single();
	}

	void add(Objection filed, @Nullable Long enteredBy, String submission) {
		this.jdbc.sql(INSERT)
			.param("id", filed.id())
			.param("receipt", filed.receiptNumber())
			.param("batch", filed.batchId())
			.param("case", filed.caseId())
			.param("channel", filed.channel().name())
			.param("text", filed.text())
			.param("name", filed.objector().name())
			.param("unit", filed.objector().unit())
			.param("contact", filed.objector().contact())
			.param("receivedOn", filed.receivedOn())
			.param("at", JdbcTime.of(filed.enteredAt()))
			.param("by", enteredBy)
			.param("submission", submission)
			.update();
	}

	/**
	 * @throws StaleRecord when it is settled already
	 */
	void settle(String id, Objection.State state, String answer, boolean struckOut, Instant at) {
		StaleRecord.refuseIfNone(this.jdbc.sql(SETTLE)
			.param("id", id)
			.param("state", state.name())
			.param("answer", answer)
			.param("struckOut", struckOut)
			.param("at", JdbcTime.of(at))
			.update());
	}

	private static Objection map(ResultSet row, int number) throws SQLException {
		return new Objection(row.getString("id"), row.getString("receipt_number"), row.getString("batch_id"),
				row.getString("case_id"), Channel.valueOf(row.getString("channel")), row.getString("text"),
				new Objection.Objector(row.getString("objector"), row.getString("objector_unit"),
						row.getString("contact")),
				row.getObject("received_on", LocalDate.class), JdbcTime.instant(row, "entered_at"),
				Objection.State.valueOf(row.getString("state")), row.getString("answer"), row.getBoolean("struck_out"),
				JdbcTime.nullable(row, "settled_at"));
	}

}
