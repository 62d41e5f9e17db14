package cn.ecopark.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import cn.ecopark.shared.Installation;
import cn.ecopark.shared.NodeMemory;
import cn.ecopark.shared.Refusal;

/**
 * The time in which cases happen. In production it is the system's. In a demonstration it
 * begins where it was set once, ticks with real time and can be moved forward. It is no
 * {@link java.time.Clock}, so that nothing technical takes it by mistake.
 */
@Component
@EnableConfigurationProperties({ CaseTimeSettings.class, Installation.class })
public class CaseTime {

	/** Dates of law are dates of this zone. */
	public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	/** How long another node may go on by the time that was set before. */
	private static final Duration FRESH = Duration.ofSeconds(1);

	private final CaseTimeAnchors anchors;

	private final boolean movable;

	private final ApplicationEventPublisher events;

	@NodeMemory(NodeMemory.Why.SOON_OUT_OF_DATE)
	private volatile @Nullable Seen seen;

	CaseTime(CaseTimeAnchors anchors, ApplicationEventPublisher events, CaseTimeSettings settings,
			Installation installation) {
		Boolean movable = settings.movable();
		this.anchors = anchors;
		this.events = events;
		this.movable = movable == null ? installation.demonstration() : movable;
	}

	/** What case time was set to, and when. */
	record Anchor(Instant caseInstant, Instant realInstant) {

		Instant at(Instant real) {
			return this.caseInstant.plus(Duration.between(this.realInstant, real));
		}

	}

	/** What this node last read. */
	private record Seen(Optional<Anchor> anchor, long at) {

		boolean isFresh() {
			return System.nanoTime() - this.at < FRESH.toNanos();
		}

	}

	/** The present case instant, to the microsecond, as the database keeps it. */
	public Instant now() {
		Instant real = Instant.now().truncatedTo(ChronoUnit.MICROS);
		return anchor().map((anchor) -> anchor.at(real)).orElse(real);
	}

	/** The present date of law. */
	public LocalDate today() {
		return LocalDate.ofInstant(now(), ZONE);
	}

	/**
	 * @return whether this time is another than the system's
	 */
	public boolean isMoved() {
		return anchor().isPresent();
	}

	/**
	 * Sets where a demonstration begins, possibly in the past. Kept at once, whatever
	 * becomes of the caller's transaction.
	 * @throws TimeIsFixed in production
	 * @throws TimeMovesForward when it was set before
	 */
	public void beginAt(Instant instant) {
		refuseWhenFixed();
		boolean begun = this.anchors.begin(anchorAt(instant));
		take();
		if (!begun) {
			throw new TimeMovesForward();
		}
	}

	/**
	 * Moves case time forward. Kept at once, whatever becomes of the caller's
	 * transaction.
	 * @throws TimeIsFixed in production
	 * @throws TimeMovesForward when the instant lies before the present case time
	 */
	public void moveTo(Instant instant) {
		refuseWhenFixed();
		boolean moved = this.anchors.move(anchorAt(instant));
		take();
		if (!moved) {
			throw new TimeMovesForward();
		}
	}

	private void refuseWhenFixed() {
		if (!this.movable) {
			throw new TimeIsFixed();
		}
	}

	private static Anchor anchorAt(Instant instant) {
		return new Anchor(instant.truncatedTo(ChronoUnit.MICROS), Instant.now().truncatedTo(ChronoUnit.MICROS));
	}

	private Optional<Anchor> anchor() {
		if (!this.movable) {
			return Optional.empty();
		}
		Seen last = this.seen;
		return (last != null && last.isFresh()) ? last.anchor() : take();
	}

	/** Tells outside the lock: who is told may wait for others who ask for the time. */
	private Optional<Anchor> take() {
		Seen before = this.seen;
		Optional<Anchor> read = readInTurn();
		if (before == null || !before.anchor().equals(read)) {
			read.ifPresent((anchor) -> this.events.publishEvent(new CaseTimeMoved(anchor.caseInstant())));
		}
		return read;
	}

	/** One after the other, so that nobody keeps what was read before a later change. */
	private synchronized Optional<Anchor> readInTurn() {
		Optional<Anchor> read = this.anchors.read();
		this.seen = new Seen(read, System.nanoTime());
		return read;
	}

	/** Case time never goes back: what was decided then stays decided. */
	public static final class TimeMovesForward extends Refusal {

		public TimeMovesForward() {
			super("calendar.time-moves-forward");
		}

	}

	/** In production case time is the system's. */
	public static final class TimeIsFixed extends Refusal {

		public TimeIsFixed() {
			super("calendar.time-is-fixed");
		}

	}

}
