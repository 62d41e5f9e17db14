package cn.ecopark.operations;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.mock.env.MockEnvironment;

import cn.ecopark.audit.SealState;
import cn.ecopark.background.BackgroundWork;
import cn.ecopark.background.QueueState;
import cn.ecopark.background.WorkKind;
import cn.ecopark.process.EngineJobs;
import cn.ecopark.process.WorkListDrift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Each alarm, up to its threshold and beyond it, with the settings as they come. */
class AlarmRulesTest {

	private static final Instant NOW = Instant.parse("2026-11-30T04:00:00Z");

	private static final WatchSettings SETTINGS = Binder.get(new MockEnvironment())
		.bindOrCreate("ecopark.watch", WatchSettings.class);

	/** All at their thresholds. */
	private static final Figures QUIET = new Figures(0, Duration.ofMinutes(10), 0, 0, Duration.ofMinutes(5),
			new SealState.Place("syslog", 3, Duration.ofMinutes(15), NOW, 4, NOW), 0, Duration.ofMinutes(2), 5);

	/** Some figures of a system. */
	private record Figures(long givenUp, Duration waits, long failed, long late, Duration unsealed,
			SealState.Place place, long drifted, Duration gate, int poolWaiting) implements Measured {

		@Override
		public List<QueueState.OfKind> queue() {
			return List.of(new QueueState.OfKind(new WorkKind("text-reading"), 7, 2, 1, this.waits, this.givenUp),
					new QueueState.OfKind(new WorkKind("whole-file"), 0, 0, 0, Duration.ZERO, 0));
		}

		@Override
		public EngineJobs.Counts steps() {
			return new EngineJobs.Counts(this.failed, this.late, Duration.ofMinutes(6));
		}

		@Override
		public SealState.Ages seals() {
			return new SealState.Ages(Duration.ofHours(3), this.unsealed);
		}

		@Override
		public List<SealState.Place> places() {
			return List.of(this.place);
		}

		@Override
		public WorkListDrift.Drift drift() {
			return new WorkListDrift.Drift(this.drifted, 0);
		}

		Figures red(Alarm alarm) {
			return switch (alarm) {
				case GIVEN_UP -> new Figures(1, this.waits, 0, 0, this.unsealed, this.place, 0, this.gate, 5);
				case QUEUE ->
					new Figures(0, this.waits.plusSeconds(1), 0, 0, this.unsealed, this.place, 0, this.gate, 5);
				case STEPS -> new Figures(0, this.waits, 1, 0, this.unsealed, this.place, 0, this.gate, 5);
				case TIMERS -> new Figures(0, this.waits, 0, 1, this.unsealed, this.place, 0, this.gate, 5);
				case SEALS ->
					new Figures(0, this.waits, 0, 0, this.unsealed.plusSeconds(1), this.place, 0, this.gate, 5);
				case PLACES -> new Figures(0, this.waits, 0, 0, this.unsealed,
						new SealState.Place("syslog", 3, this.place.waiting().plusSeconds(1), NOW, 4, NOW), 0,
						this.gate, 5);
				case WORK_LIST -> new Figures(0, this.waits, 0, 0, this.unsealed, this.place, 1, this.gate, 5);
				case GATE ->
					new Figures(0, this.waits, 0, 0, this.unsealed, this.place, 0, this.gate.plusSeconds(1), 5);
				case POOL -> new Figures(0, this.waits, 0, 0, this.unsealed, this.place, 0, this.gate, 6);
			};
		}

	}

	@ParameterizedTest
	@EnumSource
	void isGreenUpToItsThresholdAndRedBeyond(Alarm alarm) {
		assertThat(health(QUIET, alarm)).isEqualTo(Status.UP);
		assertThat(health(QUIET.red(alarm), alarm)).isEqualTo(Status.DOWN);
		for (Alarm other : Alarm.values()) {
			if (other != alarm) {
				assertThat(health(QUIET.red(alarm), other)).as(other.toString()).isEqualTo(Status.UP);
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void isToldToPrometheus(Alarm alarm) {
		assertThat(meters(QUIET).get("ecopark.alarm").tag("alarm", alarm.code()).gauge().value()).isZero();
		assertThat(meters(QUIET.red(alarm)).get("ecopark.alarm").tag("alarm", alarm.code()).gauge().value())
			.isEqualTo(1);
	}

	@Test
	void aPlaceThatHasHeardOfEverythingMayBeSilent() {
		Figures idle = new Figures(0, Duration.ZERO, 0, 0, Duration.ZERO,
				new SealState.Place("syslog", 0, Duration.ZERO, NOW.minus(Duration.ofDays(9)), 0, NOW), 0,
				Duration.ZERO, 0);

		assertThat(health(idle, Alarm.PLACES)).isEqualTo(Status.UP);
	}

	@Test
	void figuresAreToldToPrometheus() {
		SimpleMeterRegistry meters = meters(QUIET);

		assertThat(meters.get("ecopark.engine.late.longest").timeGauge().value(TimeUnit.SECONDS)).isEqualTo(360);
		assertThat(meters.get("ecopark.audit.seal.age").timeGauge().value(TimeUnit.HOURS)).isEqualTo(3);
		assertThat(meters.get("ecopark.outbox.behind").gauge().value()).isEqualTo(3);
		assertThat(meters.get("ecopark.outbox.failing").gauge().value()).isEqualTo(1);
	}

	@Test
	void whatCannotBeMeasuredIsAnAlarmOfItsOwnAlone() {
		Measured broken = (Measured) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { Measured.class }, (proxy, method, arguments) -> {
					if (method.getName().equals("poolWaiting")) {
						return 0;
					}
					throw new IllegalStateException("no database");
				});

		assertThat(health(broken, Alarm.QUEUE)).isEqualTo(Status.DOWN);
		assertThat(health(broken, Alarm.POOL)).isEqualTo(Status.UP);
	}

	@Test
	void theDatabaseIsAskedOnceInAWhileHoweverManyAskAndHoweverItAnswers() {
		AtomicInteger asked = new AtomicInteger();
		AtomicLong now = new AtomicLong();
		Kept<Integer> kept = new Kept<>(() -> {
			if (asked.incrementAndGet() == 2) {
				throw new IllegalStateException("no database");
			}
			return asked.get();
		}, Duration.ofNanos(5), now::get);

		assertThat(List.of(kept.get(), kept.get())).containsExactly(1, 1);
		now.set(5);
		assertThatThrownBy(kept::get).hasMessage("no database");
		assertThatThrownBy(kept::get).hasMessage("no database");
		assertThat(asked).hasValue(2);
		now.set(10);
		assertThat(kept.get()).isEqualTo(3);
	}

	private static Status health(Measured measured, Alarm alarm) {
		CompositeHealthContributor health = new AlarmHealth().alarms(new Alarms(measured, SETTINGS));
		return ((HealthIndicator) health.getContributor(alarm.code())).health().getStatus();
	}

	private static SimpleMeterRegistry meters(Measured measured) {
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		new OperationsMeters(measured, new Alarms(measured, SETTINGS),
				new StaticListableBeanFactory().getBeanProvider(BackgroundWork.class))
			.bindTo(meters);
		return meters;
	}

}
