package cn.ecopark.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import cn.ecopark.calendar.CaseTime.Anchor;
import cn.ecopark.shared.JdbcTime;

/** Keeps where case time was last set, for all nodes. */
@Component
class CaseTimeAnchors {

	private static final String READ = "SELECT case_instant, real_instant FROM case_time";

	private static final String INSERT = """
			INSERT INTO case_time (case_instant, real_instant) VALUES (:case, :real)
			ON CONFLICT DO NOTHING
			""";

	private static final String UPDATE = "UPDATE case_time SET case_instant = :case, real_instant = :real";

	private final JdbcClient jdbc;

	private final TransactionTemplate ownTransaction;

	CaseTimeAnchors(JdbcClient jdbc, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.ownTransaction = new TransactionTemplate(transactions);
		this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	Optional<Anchor> read() {
		return this.jdbc.sql(READ).query(CaseTimeAnchors::anchor).optional();
	}

	/**
	 * @return whether it was the first
	 */
	boolean begin(Anchor anchor) {
		return within(() -> write(INSERT, anchor));
	}

	/**
	 * @return whether it lies not before the present case time
	 */
	boolean move(Anchor anchor) {
		return within(() -> {
			Optional<Anchor> last = this.jdbc.sql(READ + " FOR NO KEY UPDATE")
				.query(CaseTimeAnchors::anchor)
				.optional();
			Instant now = last.map((set) -> set.at(anchor.realInstant())).orElse(anchor.realInstant());
			return !anchor.caseInstant().isBefore(now) && write(last.isPresent() ? UPDATE : INSERT, anchor);
		});
	}

	private boolean within(BooleanSupplier change) {
		return Boolean.TRUE.equals(this.ownTransaction.execute((status) -> change.getAsBoolean()));
	}

	private boolean write(String sql, Anchor anchor) {
		return this.jdbc.sql(sql)
			.param("case", JdbcTime.of(anchor.caseInstant()))
			.param("real", JdbcTime.of(anchor.realInstant()))
			.update() == 1;
	}

	private static Anchor anchor(ResultSet row, int number) throws SQLException {
		return new Anchor(JdbcTime.instant(row, "case_instant"), JdbcTime.instant(row, "real_instant"));
	}

}
