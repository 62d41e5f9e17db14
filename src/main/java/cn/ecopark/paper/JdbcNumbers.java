package cn.ecopark.paper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.paper.TakenNumber.State;

/** Numbers and their counters in the database. */
@Component
class JdbcNumbers {

	/** Raising the counter locks its row; the number stands in the same statement. */
	private static final String TAKE = """
			WITH counter AS (
			    INSERT INTO document_number_year AS y (series, year, first, last) VALUES (:series, :year, 1, 1)
			    ON CONFLICT (series, year) DO UPDATE SET last = y.last + 1 RETURNING last)
			INSERT INTO document_number (series, year, number, state, subject, dossier_id, reason, taken_on, taken_by)
			SELECT :series, :year, last, :state, :subject, :dossier, :reason, :on, :by FROM counter
			RETURNING *
			""";

	private static final String USE = """
			UPDATE document_number SET state = 'TAKEN', subject = :subject, dossier_id = :dossier, taken_on = :on
			 WHERE id = :id AND state = 'RESERVED'
			""";

	private static final String FIND = "SELECT * FROM document_number WHERE series = :series AND year = :year AND number = :number";

	private static final String RESERVED = """
			SELECT * FROM document_number WHERE series = :series AND year = :year AND state = 'RESERVED' ORDER BY number
			""";

	private static final String VOID = """
			UPDATE document_number SET state = 'VOIDED', void_reason = :reason WHERE id = :id AND state <> 'VOIDED'
			""";

	private static final String BEGIN = """
			INSERT INTO document_number_year (series, year, first, last) VALUES (:series, :year, :first, :first - 1)
			ON CONFLICT (series, year) DO NOTHING
			""";

	private final JdbcClient jdbc;

	JdbcNumbers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What a number is wanted for. */
	record Taking(String series, LocalDate on, State state, String subject, @Nullable String dossierId, String reason,
			String by) {
	}

	TakenNumber take(Taking taking) {
		return this.jdbc.sql(TAKE)
			.param("series", taking.series())
			.param("year", taking.on().getYear())
			.param("state", taking.state().name())
			.param("subject", taking.subject())
			.param("dossier", taking.dossierId())
			.param("reason", taking.reason())
			.param("on", taking.on())
			.param("by", taking.by())
			.query(JdbcNumbers::map)
			.single();
	}

	/**
	 * @return whether it was reserved until now
	 */
	boolean use(long id, LocalDate on, String subject, @Nullable String dossierId) {
		return this.jdbc.sql(USE)
			.param("id", id)
			.param("on", on)
			.param("subject", subject)
			.param("dossier", dossierId)
			.update() == 1;
	}

	Optional<TakenNumber> find(DocumentNumber number) {
		return find(FIND, number);
	}

	/** What becomes of the number is decided by the caller until its transaction ends. */
	Optional<TakenNumber> lock(DocumentNumber number) {
		return find(FIND + " FOR UPDATE", number);
	}

	private Optional<TakenNumber> find(String sql, DocumentNumber number) {
		return this.jdbc.sql(sql)
			.param("series", number.series())
			.param("year", number.year())
			.param("number", number.number())
			.query(JdbcNumbers::map)
			.optional();
	}

	List<TakenNumber> reserved(String series, int year) {
		return this.jdbc.sql(RESERVED).param("series", series).param("year", year).query(JdbcNumbers::map).list();
	}

	/**
	 * @return whether it was not void until now
	 */
	boolean annul(long id, String reason) {
		return this.jdbc.sql(VOID).param("id", id).param("reason", reason).update() == 1;
	}

	/**
	 * @return whether none was taken and no first number set before
	 */
	boolean begin(String series, int year, int first) {
		return this.jdbc.sql(BEGIN).param("series", series).param("year", year).param("first", first).update() == 1;
	}

	static TakenNumber map(ResultSet row, int index) throws SQLException {
		return new TakenNumber(row.getLong("id"),
				DocumentNumber.of(row.getString("series"), row.getInt("year"), row.getInt("number")),
				State.valueOf(row.getString("state")), row.getString("subject"), row.getString("dossier_id"),
				row.getString("reason"), row.getObject("taken_on", LocalDate.class), row.getString("taken_by"),
				row.getString("void_reason"));
	}

}
