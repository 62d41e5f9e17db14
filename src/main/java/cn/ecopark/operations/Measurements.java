package cn.ecopark.operations;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.stereotype.Component;

import cn.ecopark.audit.SealState;
import cn.ecopark.background.QueueState;
import cn.ecopark.gate.Gate;
import cn.ecopark.process.EngineJobs;
import cn.ecopark.process.WorkListDrift;

/**
 * Measures the running system. Each figure is one statement, asked again after some
 * seconds at the soonest, however many ask.
 */
@Component
class Measurements implements Measured {

	private final Kept<List<QueueState.OfKind>> queue;

	private final Kept<EngineJobs.Counts> steps;

	private final Kept<SealState.Ages> seals;

	private final Kept<List<SealState.Place>> places;

	private final Kept<WorkListDrift.Drift> drift;

	private final ObjectProvider<MeterRegistry> meters;

	private final DataSource database;

	Measurements(QueueState queue, EngineJobs steps, SealState seals, WorkListDrift drift, WatchSettings settings,
			ObjectProvider<MeterRegistry> meters, DataSource database) {
		this.queue = new Kept<>(queue::byKind, settings.keep());
		this.steps = new Kept<>(() -> steps.counts(settings.timersLate()), settings.keep());
		this.seals = new Kept<>(seals::ages, settings.keep());
		this.places = new Kept<>(seals::places, settings.keep());
		this.drift = new Kept<>(drift::count, settings.workListEvery());
		this.meters = meters;
		this.database = database;
	}

	@Override
	public List<QueueState.OfKind> queue() {
		return this.queue.get();
	}

	@Override
	public EngineJobs.Counts steps() {
		return this.steps.get();
	}

	@Override
	public SealState.Ages seals() {
		return this.seals.get();
	}

	@Override
	public List<SealState.Place> places() {
		return this.places.get();
	}

	@Override
	public WorkListDrift.Drift drift() {
		return this.drift.get();
	}

	@Override
	public Duration gate() {
		MeterRegistry registry = this.meters.getIfAvailable();
		double seconds = registry == null ? 0
				: registry.find(Gate.JUDGING)
					.timers()
					.stream()
					.mapToDouble(one -> one.max(TimeUnit.SECONDS))
					.max()
					.orElse(0);
		return Duration.ofMillis(Math.round(seconds * 1000));
	}

	@Override
	public int poolWaiting() {
		HikariDataSource pool = DataSourceUnwrapper.unwrap(this.database, HikariDataSource.class);
		HikariPoolMXBean state = pool == null ? null : pool.getHikariPoolMXBean();
		return state == null ? 0 : state.getThreadsAwaitingConnection();
	}

}
