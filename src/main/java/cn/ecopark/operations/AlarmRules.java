package cn.ecopark.operations;

import java.time.Duration;
import java.util.stream.Stream;

import cn.ecopark.audit.SealState;
import cn.ecopark.background.QueueState;

/** When what was measured is an alarm. */
final class AlarmRules {

	private AlarmRules() {
	}

	/**
	 * One alarm.
	 *
	 * @param value what was measured; seconds where it is a time
	 * @param most up to which it is none
	 */
	record Judged(Alarm alarm, long value, long most) {

		boolean isRed() {
			return this.value > this.most;
		}

	}

	static Judged judge(Alarm alarm, Measured measured, WatchSettings settings) {
		return switch (alarm) {
			case GIVEN_UP ->
				new Judged(alarm, measured.queue().stream().mapToLong(QueueState.OfKind::givenUp).sum(), 0);
			case QUEUE -> time(alarm, measured.queue().stream().map(QueueState.OfKind::longest), settings.queueWaits());
			case STEPS -> new Judged(alarm, measured.steps().failed(), 0);
			case TIMERS -> new Judged(alarm, measured.steps().late(), 0);
			case SEALS -> time(alarm, Stream.of(measured.seals().unsealed()), settings.unsealed());
			case PLACES ->
				time(alarm, measured.places().stream().map(SealState.Place::waiting), settings.placeSilent());
			case WORK_LIST -> new Judged(alarm, measured.drift().rows(), 0);
			case GATE -> time(alarm, Stream.of(measured.gate()), settings.gateSlow());
			case POOL -> new Judged(alarm, measured.poolWaiting(), settings.poolWaits());
		};
	}

	private static Judged time(Alarm alarm, Stream<Duration> measured, Duration most) {
		return new Judged(alarm, measured.mapToLong(Duration::toSeconds).max().orElse(0), most.toSeconds());
	}

}
