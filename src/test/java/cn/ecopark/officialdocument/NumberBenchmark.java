package cn.ecopark.officialdocument;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.ecopark.TestDatabase;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.rulepack.ShippedPacks;

/**
 * Prints how much longer 10,000 numbers without gap take from 8 threads than 10,000 rows
 * numbered by a sequence, which leaves gaps, in the same run. Run with
 * {@code mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=cn.ecopark.officialdocument.NumberBenchmark}.
 */
public final class NumberBenchmark {

	private static final int THREADS = 8;

	private static final int WANTED = 10_000;

	private static final int ROUNDS = 3;

	private static final LocalDate DAY = LocalDate.of(2019, 7, 5);

	private static final String BY_SEQUENCE = """
			INSERT INTO plain_number (series, year, state, subject, taken_on, taken_by)
			VALUES ('环发', 2019, 'TAKEN', '通知', :day, '') RETURNING number
			""";

	private NumberBenchmark() {
	}

	/**
	 * @param arguments none are read
	 */
	public static void main(String[] arguments) throws Exception {
		try (HikariDataSource database = new HikariDataSource(); HikariDataSource apart = new HikariDataSource()) {
			DataSource fresh = TestDatabase.migrated();
			database.setDataSource(fresh);
			database.setMaximumPoolSize(THREADS);
			apart.setDataSource(fresh);
			apart.setMaximumPoolSize(2);
			JdbcClient jdbc = JdbcClient.create(database);
			TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
			DocumentNumbers numbers = new DocumentNumbers(new JdbcNumbers(jdbc, NumberCounter.over(apart)),
					ShippedPacks.packs(), new CurrentActor());
			jdbc.sql(
					"""
							CREATE TABLE plain_number (number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, series TEXT, year INT,
							                           state TEXT, subject TEXT, taken_on DATE, taken_by TEXT)
							""")
				.update();
			double[] plain = new double[ROUNDS];
			double[] ours = new double[ROUNDS];
			for (int round = -1; round < ROUNDS; round++) {
				double sequence = seconds(transaction,
						() -> jdbc.sql(BY_SEQUENCE).param("day", DAY).query(Long.class).single());
				double counted = seconds(transaction, () -> numbers.take("环发", DAY, "通知", null));
				if (round >= 0) {
					plain[round] = sequence;
					ours[round] = counted;
				}
			}
			Arrays.sort(plain);
			Arrays.sort(ours);
			System.out.printf("%d numbers, %d threads, median of %d: sequence %.2f s, without gap %.2f s, ratio %.2f%n",
					WANTED, THREADS, ROUNDS, plain[ROUNDS / 2], ours[ROUNDS / 2], ours[ROUNDS / 2] / plain[ROUNDS / 2]);
		}
	}

	private static double seconds(TransactionTemplate transaction, Runnable take) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		long before = System.nanoTime();
		List<Future<?>> running = new ArrayList<>();
		for (int thread = 0; thread < THREADS; thread++) {
			running.add(threads.submit(() -> {
				for (int taken = 0; taken < WANTED / THREADS; taken++) {
					transaction.executeWithoutResult(status -> take.run());
				}
			}));
		}
		for (Future<?> one : running) {
			one.get();
		}
		threads.shutdown();
		return (System.nanoTime() - before) / 1e9;
	}

}
