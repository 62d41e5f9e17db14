package cn.ecopark.officialdocument;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Numbers and their counters in the database. */
@Component
class JdbcNumbers {

	/** The lowest that is free and that nobody else is just taking. */
	private static final String TAKE = """
			UPDATE document_number SET state = :state, subject = :subject, dossier_id = :dossier, reason = :reason,
			                           taken_on = :on, taken_by = :by
			 WHERE id = (SELECT id FROM document_number WHERE series = :series AND year = :year AND state = 'FREE'
			              ORDER BY number LIMIT 1 FOR UPDATE SKIP LOCKED)
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

	/** How often another may be quicker before something else must be wrong. */
	private static final int ATTEMPTS = 100;

	private final JdbcClient jdbc;

	private final NumberCounter counter;

	JdbcNumbers(JdbcClient jdbc, NumberCounter counter) {
		this.jdbc = jdbc;
		this.counter = counter;
	}

	/** What a number is wanted for. */
	record Taking(String series, LocalDate on, TakenNumber.State state, String subject, @Nullable String dossierId,
			String reason, String by) {
	}

	/**
	 * Takes the lowest number that is free; counts on where there is none. Until the
	 * transaction ends the number is out of reach of others, who take the next one.
	 */
	TakenNumber take(Taking taking) {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			Optional<TakenNumber> taken = takeFree(taking);
			if (taken.isPresent()) {
				return taken.get();
			}
			this.counter.count(taking.series(), taking.on());
		}
		throw new IllegalStateException("Others took every number that was counted in " + taking.series());
	}

	private Optional<TakenNumber> takeFree(Taking taking) {
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
			.optional();
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
				TakenNumber.State.valueOf(row.getString("state")), row.getString("subject"),
				row.getString("dossier_id"), row.getString("reason"), row.getObject("taken_on", LocalDate.class),
				row.getString("taken_by"), row.getString("void_reason"));
	}

}
