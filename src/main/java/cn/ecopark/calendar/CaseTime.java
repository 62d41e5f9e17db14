package cn.ecopark.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.shared.Refusal;

/**
 * The time in which cases happen. In production it is the system's; in the demonstration and in tests it was set once, ticks on from there
 * and can be moved forward. It is no {@link java.time.Clock}, so that nothing technical takes it by mistake.
 */
@Component
public class CaseTime {

	/** Dates of law are dates of this zone. */
	public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private final JdbcClient jdbc;

	private volatile @Nullable Anchor anchor;

	private volatile boolean read;

	CaseTime(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	private record Anchor(Instant caseInstant, Instant realInstant) {
	}

	public Instant now() {
		Anchor set = anchor();
		Instant real = Instant.now();
		return set == null ? real : set.caseInstant().plus(Duration.between(set.realInstant(), real));
	}

	public LocalDate today() {
		return LocalDate.ofInstant(now(), ZONE);
	}

	/** @return whether this time is another than the system's */
	public boolean isMoved() {
		return anchor() != null;
	}

	/**
	 * @throws TimeMovesForward when the instant lies before the present case time
	 */
	public synchronized void moveTo(Instant instant) {
		if (isMoved() && instant.isBefore(now())) {
			throw new TimeMovesForward();
		}
		Anchor moved = new Anchor(instant, Instant.now());
		this.jdbc.sql("""
				INSERT INTO case_time (single, case_instant, real_instant) VALUES (TRUE, :case, :real)
				ON CONFLICT (single) DO UPDATE SET case_instant = excluded.case_instant, real_instant = excluded.real_instant
				""")
			.param("case", time(moved.caseInstant()))
			.param("real", time(moved.realInstant()))
			.update();
		this.anchor = moved;
		this.read = true;
	}

	private @Nullable Anchor anchor() {
		if (!this.read) {
			this.anchor = this.jdbc.sql("SELECT case_instant, real_instant FROM case_time")
				.query((row, number) -> new Anchor(row.getTimestamp("case_instant").toInstant(),
						row.getTimestamp("real_instant").toInstant()))
				.optional()
				.orElse(null);
			this.read = true;
		}
		return this.anchor;
	}

	private static OffsetDateTime time(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	/** Case time never goes back: what was decided then stays decided. */
	public static final class TimeMovesForward extends Refusal {

		public TimeMovesForward() {
			super("calendar.time-moves-forward");
		}

	}

}
