package cn.ecopark.operations;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import cn.ecopark.audit.SealState;
import cn.ecopark.background.BackgroundWork;
import cn.ecopark.background.QueueState;

/**
 * What Prometheus is told, besides what the libraries count: the pool of connections
 * ({@code hikaricp_*}), the queue's attempts ({@code dbscheduler_*}), the machine. What
 * is about the database is the same on each node.
 */
@Component
class OperationsMeters implements MeterBinder {

	private final Measured measurements;

	private final Alarms alarms;

	private final ObjectProvider<BackgroundWork> works;

	OperationsMeters(Measured measurements, Alarms alarms, ObjectProvider<BackgroundWork> works) {
		this.measurements = measurements;
		this.alarms = alarms;
		this.works = works;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.works.stream().map(work -> work.kind().name()).sorted().forEach(kind -> queue(registry, kind));
		number(registry, "ecopark.engine.incidents", () -> this.measurements.steps().failed());
		number(registry, "ecopark.engine.late", () -> this.measurements.steps().late());
		time(registry, "ecopark.engine.late.longest", () -> this.measurements.steps().longest());
		time(registry, "ecopark.audit.seal.age", () -> this.measurements.seals().lastSeal());
		time(registry, "ecopark.audit.unsealed.age", () -> this.measurements.seals().unsealed());
		number(registry, "ecopark.outbox.behind",
				() -> this.measurements.places().stream().mapToLong(SealState.Place::behind).max().orElse(0));
		number(registry, "ecopark.outbox.failing",
				() -> this.measurements.places().stream().filter(place -> place.failures() > 0).count());
		number(registry, "ecopark.worklist.drift", () -> this.measurements.drift().rows());
		for (Alarm alarm : Alarm.values()) {
			Gauge.builder("ecopark.alarm", () -> this.alarms.of(alarm).red() ? 1 : 0)
				.tag("alarm", alarm.code())
				.register(registry);
		}
	}

	private void queue(MeterRegistry registry, String kind) {
		Gauge.builder("ecopark.queue.waiting", () -> of(kind, QueueState.OfKind::waiting))
			.tag("kind", kind)
			.register(registry);
		Gauge.builder("ecopark.queue.given.up", () -> of(kind, QueueState.OfKind::givenUp))
			.tag("kind", kind)
			.register(registry);
		TimeGauge
			.builder("ecopark.queue.oldest", () -> of(kind, found -> found.longest().toMillis()), TimeUnit.MILLISECONDS)
			.tag("kind", kind)
			.register(registry);
	}

	private double of(String kind, ToDoubleFunction<QueueState.OfKind> figure) {
		return this.measurements.queue()
			.stream()
			.filter(found -> found.kind().name().equals(kind))
			.mapToDouble(figure)
			.sum();
	}

	private static void number(MeterRegistry registry, String name, Supplier<Number> figure) {
		Gauge.builder(name, figure).register(registry);
	}

	private static void time(MeterRegistry registry, String name, Supplier<Duration> figure) {
		TimeGauge.builder(name, () -> figure.get().toMillis(), TimeUnit.MILLISECONDS).register(registry);
	}

}
