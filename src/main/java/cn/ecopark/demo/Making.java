package cn.ecopark.demo;

import java.util.Optional;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How far the cases of the demonstration are made. A demonstration without cases says
 * nothing here.
 */
@Component
@ConditionalOnBooleanProperty("ecopark.demonstration")
public class Making {

	private static final String BEGIN = """
			INSERT INTO demonstration_making (begun_at, moves, welcome, made, failed) VALUES (now(), :moves, :welcome, 0, 0)
			""";

	/** Whoever comes second with the same move finds nothing to count on. */
	private static final String ADVANCE = """
			UPDATE demonstration_making SET made = made + 1, failed = failed + :failed,
			                                ended_at = CASE WHEN made + 1 >= moves THEN now() END
			 WHERE made = :made AND ended_at IS NULL
			""";

	private static final String GIVE_UP = "UPDATE demonstration_making SET ended_at = now() WHERE ended_at IS NULL";

	private static final String STATE = """
			SELECT made, moves, welcome, failed, ended_at IS NOT NULL AS ended FROM demonstration_making ORDER BY begun_at LIMIT 1
			""";

	private final JdbcClient jdbc;

	Making(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * @param made how many moves were made, those that failed among them
	 * @param moves how many there are
	 * @param welcome from how many on visitors are let in
	 */
	public record State(int made, int moves, int welcome, int failed, boolean ended) {

		/** Whether the days are past on which nobody may come in between. */
		public boolean isWelcoming() {
			return this.ended || this.made >= this.welcome;
		}

	}

	/**
	 * @return how far it is; empty where no cases are made
	 */
	@Transactional(readOnly = true)
	public Optional<State> state() {
		return this.jdbc.sql(STATE).query(State.class).optional();
	}

	/**
	 * @return whether the date is another's to move
	 */
	public boolean isUnderWay() {
		return state().filter((state) -> !state.ended()).isPresent();
	}

	void begin(int moves, int welcome) {
		this.jdbc.sql(BEGIN).param("moves", moves).param("welcome", welcome).update();
	}

	/**
	 * One more is made, in the transaction in which it is.
	 * @param made how many were made before
	 * @throws IllegalStateException when another was quicker; nothing of what was done is
	 * kept then
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	void advance(int made, boolean failed) {
		if (this.jdbc.sql(ADVANCE).param("made", made).param("failed", failed ? 1 : 0).update() == 0) {
			throw new IllegalStateException("Move " + made + " of the demonstration has been made");
		}
	}

	/** What is there stays, and nothing is added. */
	@Transactional
	void giveUp() {
		this.jdbc.sql(GIVE_UP).update();
	}

}
