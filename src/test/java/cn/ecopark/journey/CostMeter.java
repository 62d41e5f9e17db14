package cn.ecopark.journey;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

import com.sun.management.OperatingSystemMXBean;

import cn.ecopark.CountedStatements;

/**
 * Measures what a piece of work costs on a PostgreSQL of this machine on which nobody
 * else works.
 */
final class CostMeter implements AutoCloseable {

	/** Milliseconds between two looks whether anything is still written. */
	private static final long PAUSE = 20;

	private static final int LOOKS = 15;

	private final Connection database;

	private final OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

	/**
	 * @param url of a database of that PostgreSQL
	 */
	CostMeter(String url) throws SQLException {
		this.database = DriverManager.getConnection(url, "postgres", "");
	}

	/**
	 * What one piece of work took.
	 *
	 * @param statements prepared by its thread, those about rows of sessions apart
	 * @param wal bytes that PostgreSQL wrote ahead meanwhile
	 * @param java nanoseconds of processor that this process took
	 * @param backends the same of all processes of PostgreSQL; 0 where the system does
	 * not tell
	 * @param time nanoseconds from beginning to end
	 */
	record Cost(long statements, long wal, long java, long backends, long time) {

		static Cost sum(List<Cost> parts) {
			return parts.stream()
				.reduce(new Cost(0, 0, 0, 0, 0),
						(one, other) -> new Cost(one.statements + other.statements, one.wal + other.wal,
								one.java + other.java, one.backends + other.backends, one.time + other.time));
		}

		static double median(List<Cost> costs, ToDoubleFunction<Cost> of) {
			double[] sorted = costs.stream().mapToDouble(of).sorted().toArray();
			return sorted[sorted.length / 2];
		}

	}

	/**
	 * Waits until nothing that was begun before is written any more, a third of a second
	 * at most.
	 */
	void rest() throws SQLException {
		long last = -1;
		for (int look = 0; look < LOOKS && last != wal(); look++) {
			last = wal();
			pause(PAUSE);
		}
	}

	/**
	 * @return bytes that PostgreSQL writes ahead in a second in which nobody does
	 * anything
	 */
	long idle() throws SQLException {
		rest();
		long before = wal();
		pause(TimeUnit.SECONDS.toMillis(5));
		return (wal() - before) / 5;
	}

	Cost of(Callable<?> work) throws Exception {
		long written = wal();
		long backends = backends();
		long java = this.machine.getProcessCpuTime();
		long begun = System.nanoTime();
		List<String> statements = CountedStatements.of(work);
		long time = System.nanoTime() - begun;
		java = this.machine.getProcessCpuTime() - java;
		return new Cost(statements.size(), wal() - written, java, backends() - backends, time);
	}

	/** The load of the machine, as the system tells it. */
	String load() {
		return String.format("%.2f on %d processors", this.machine.getSystemLoadAverage(),
				this.machine.getAvailableProcessors());
	}

	private long wal() throws SQLException {
		return number("SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint");
	}

	private long number(String sql) throws SQLException {
		try (Statement statement = this.database.createStatement(); ResultSet found = statement.executeQuery(sql)) {
			found.next();
			return found.getLong(1);
		}
	}

	/** Without the one that measures. */
	private long backends() throws SQLException {
		long sum = 0;
		try (Statement statement = this.database.createStatement();
				ResultSet found = statement
					.executeQuery("SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()")) {
			while (found.next()) {
				sum += processor(found.getLong(1));
			}
		}
		return sum;
	}

	private static long processor(long process) {
		try {
			return Long
				.parseLong(Files.readString(Path.of("/proc", String.valueOf(process), "schedstat")).split(" ")[0]);
		}
		catch (IOException gone) {
			return 0;
		}
	}

	private static void pause(long milliseconds) {
		try {
			TimeUnit.MILLISECONDS.sleep(milliseconds);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

	@Override
	public void close() throws SQLException {
		this.database.close();
	}

}
