package cn.ecopark.officialdocument;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.ecopark.TestDatabase;
import cn.ecopark.officialdocument.NumberRefusals.NumberNotReserved;
import cn.ecopark.officialdocument.NumberRefusals.SeriesNotGiven;
import cn.ecopark.officialdocument.NumberRefusals.UnknownSeries;
import cn.ecopark.officialdocument.TakenNumber.State;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.rulepack.ShippedPacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DocumentNumbersTest {

	private static final LocalDate DAY = LocalDate.of(2019, 7, 5);

	private static final int THREADS = 8;

	private static final int WANTED = Integer.getInteger("numbers", 2_000);

	private final DataSource fresh = TestDatabase.migrated();

	private final HikariDataSource database = pooled(this.fresh);

	private final HikariDataSource apart = pooled(this.fresh);

	private final JdbcClient jdbc = JdbcClient.create(this.database);

	private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(this.database));

	private final JdbcNumbers store = new JdbcNumbers(this.jdbc, NumberCounter.over(this.apart));

	private final DocumentNumbers numbers = new DocumentNumbers(this.store, packs(), new CurrentActor());

	@AfterEach
	void close() {
		this.database.close();
		this.apart.close();
	}

	@Test
	void countsEachSeriesAndYearFromOne() {
		assertThat(take("环发", DAY)).isEqualTo("环发〔2019〕1号");
		assertThat(take("环发", DAY)).isEqualTo("环发〔2019〕2号");
		assertThat(take("环科财", DAY)).isEqualTo("环科财〔2019〕1号");
		assertThat(take("环发", DAY.plusYears(1))).isEqualTo("环发〔2020〕1号");
	}

	@Test
	void givesANumberBackWhenItsDocumentIsNotIssued() {
		take("环发", DAY);
		this.transaction.executeWithoutResult(status -> {
			assertThat(this.numbers.take("环发", DAY, "未印发", null).number()).isEqualTo(2);
			status.setRollbackOnly();
		});

		assertThat(take("环发", DAY)).isEqualTo("环发〔2019〕2号");
	}

	/** A paper goes on naming the old series, and so do papers of older releases. */
	@Test
	void aSeriesThatEndedIsFollowedByTheNext() {
		assertThat(take("示范园办", LocalDate.of(2021, 12, 31))).isEqualTo("示范园办〔2021〕1号");
		assertThat(take("示范园办", LocalDate.of(2022, 1, 1))).isEqualTo("科财函〔2022〕1号");
		assertThat(take("科财函", LocalDate.of(2022, 1, 1))).isEqualTo("科财函〔2022〕2号");
		assertThatThrownBy(() -> take("科财函", LocalDate.of(2021, 12, 31))).isInstanceOf(SeriesNotGiven.class);
		assertThatThrownBy(() -> take("环科技", LocalDate.of(2019, 1, 1))).isInstanceOf(SeriesNotGiven.class);
	}

	/** What typesets and signs meanwhile holds up nobody. */
	@Test
	void givesTheNextNumberWhileAnotherDocumentIsInTheMaking() {
		this.transaction.executeWithoutResult(slow -> {
			assertThat(this.numbers.take("环发", DAY, "排版中", null).number()).isEqualTo(1);

			assertThat(elsewhere(() -> take("环发", DAY))).isEqualTo("环发〔2019〕2号");
			assertThat(elsewhere(() -> take("环发", DAY))).isEqualTo("环发〔2019〕3号");
			slow.setRollbackOnly();
		});

		assertThat(this.numbers.get(DocumentNumber.of("环发〔2019〕1号")).state()).isEqualTo(State.FREE);
		assertThat(take("环发", DAY)).isEqualTo("环发〔2019〕1号");
		assertThat(take("环发", DAY)).isEqualTo("环发〔2019〕4号");
	}

	/** A node that dies in the middle leaves its number to whoever comes next. */
	@Test
	void givesTheNumberOfADeadConnectionToTheNext() throws Exception {
		take("环发", DAY);
		try (Connection dying = this.fresh.getConnection()) {
			dying.setAutoCommit(false);
			JdbcNumbers own = new JdbcNumbers(JdbcClient.create(new SingleConnectionDataSource(dying, true)),
					NumberCounter.over(this.apart));
			assertThat(own.take(new JdbcNumbers.Taking("环发", DAY, State.TAKEN, "未完", null, "", "")).number().number())
				.isEqualTo(2);
			dying.abort(Runnable::run);
		}

		await(() -> this.numbers.get(DocumentNumber.of("环发〔2019〕2号")).state() == State.FREE);
		assertThat(take("环发", DAY)).isEqualTo("环发〔2019〕2号");
	}

	/** The rows of all numbers stand from the moment they are counted. */
	@Test
	void beginsEachNumberAsTheLastOneCountedAndFree() {
		take("环发", DAY);

		for (String row : List.of("3, 'FREE'", "1, 'FREE'", "2, 'TAKEN'", "2, 'FREE'")) {
			assertThatThrownBy(() -> this.jdbc.sql(
					"INSERT INTO document_number (series, year, number, state, subject, taken_on, taken_by) VALUES ('环发', 2019, "
							+ row + ", '', '2019-07-05', '')")
				.update()).as(row).isInstanceOf(DataAccessException.class);
		}
	}

	@Test
	void goesOnAfterTheNumbersThatWereUsedOnDocument() {
		assertThat(this.store.begin("环发", 2019, 60)).isTrue();
		assertThat(this.store.begin("环发", 2019, 70)).isFalse();

		assertThat(take("环发", DAY)).isEqualTo("环发〔2019〕60号");
		take("环科财", DAY);
		assertThat(this.store.begin("环科财", 2019, 60)).isFalse();
	}

	@Test
	void usesAReservedNumberOnce() {
		DocumentNumber number = this.store.take(new JdbcNumbers.Taking("环发", DAY, State.RESERVED, "", null, "待会签", ""))
			.number();
		assertThat(take("环发", DAY)).isEqualTo("环发〔2019〕2号");
		assertThat(this.numbers.reserved("环发", 2019)).extracting(TakenNumber::number).containsExactly(number);

		this.transaction.executeWithoutResult(status -> this.numbers.takeReserved(number, DAY, "通知", "b-1"));

		assertThat(this.numbers.get(number)).extracting(TakenNumber::state, TakenNumber::subject, TakenNumber::reason)
			.containsExactly(State.TAKEN, "通知", "待会签");
		assertThatThrownBy(() -> this.transaction
			.executeWithoutResult(status -> this.numbers.takeReserved(number, DAY, "另一通知", null)))
			.isInstanceOf(NumberNotReserved.class);
	}

	@Test
	void refusesASeriesThatIsNotGiven() {
		assertThatThrownBy(() -> take("京发", DAY)).isInstanceOf(UnknownSeries.class);
		assertThatThrownBy(() -> take("环办科财函", LocalDate.of(2017, 1, 3))).isInstanceOf(SeriesNotGiven.class);
	}

	@Test
	void keepsEveryNumberForEver() {
		DocumentNumber number = DocumentNumber.of(take("环发", DAY));
		this.store.annul(this.numbers.get(number).id(), "印制有误");

		take("环发", DAY);
		for (String change : List.of("UPDATE document_number SET subject = '别的通知' WHERE state = 'TAKEN'",
				"UPDATE document_number SET state = 'FREE', subject = '' WHERE state = 'TAKEN'",
				"UPDATE document_number SET state = 'VOIDED', void_reason = '作废', dossier_id = 'b-9' WHERE state = 'TAKEN'",
				"DELETE FROM document_number", "UPDATE document_number SET number = 7",
				"TRUNCATE document_number CASCADE",
				"UPDATE document_number SET state = 'RESERVED', void_reason = '', reason = '再用'",
				"UPDATE document_number_year SET last = 0", "UPDATE document_number_year SET last = 9",
				"DELETE FROM document_number_year")) {
			assertThatThrownBy(() -> this.jdbc.sql(change).update()).as(change).isInstanceOf(DataAccessException.class);
		}
	}

	@Test
	void givesManyNumbersToEightThreadsWithoutGapOrDuplicate() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		List<Future<List<Integer>>> taken = IntStream.range(0, THREADS)
			.mapToObj(thread -> threads.submit(() -> takeWithRollbacks(thread)))
			.toList();
		Set<Integer> kept = new java.util.HashSet<>();
		int count = 0;
		for (Future<List<Integer>> future : taken) {
			count += future.get().size();
			kept.addAll(future.get());
		}
		threads.shutdown();

		assertThat(count).isEqualTo(WANTED);
		assertThat(kept).hasSize(WANTED).contains(1);
		// A later document may be out when an earlier one fails: its number is free and
		// the
		// next to be given.
		List<Integer> free = this.jdbc.sql("SELECT number FROM document_number WHERE state = 'FREE' ORDER BY number")
			.query(Integer.class)
			.list();
		assertThat(free).hasSizeLessThanOrEqualTo(THREADS);
		free.forEach(number -> assertThat(take("环发", DAY)).isEqualTo("环发〔2019〕" + number + "号"));
		assertThat(this.jdbc
			.sql("""
					SELECT min(number) AS min, max(number) AS max, count(*) AS count FROM document_number WHERE state = 'TAKEN'
					""")
			.query()
			.singleRow()).containsEntry("min", 1)
			.containsEntry("max", WANTED + free.size())
			.containsEntry("count", (long) WANTED + free.size());
	}

	/** Without a failure there is nothing to fill. */
	@Test
	void leavesNothingFreeWhereNoDocumentFails() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		List<Future<String>> taken = IntStream.range(0, 800)
			.mapToObj(at -> threads.submit(() -> take("环发", DAY)))
			.toList();
		Set<String> numbers = new java.util.HashSet<>();
		for (Future<String> future : taken) {
			numbers.add(future.get());
		}
		threads.shutdown();

		assertThat(numbers).hasSize(800).contains("环发〔2019〕1号", "环发〔2019〕800号");
		assertThat(
				this.jdbc.sql("SELECT count(*) FROM document_number WHERE state <> 'TAKEN'").query(Long.class).single())
			.isZero();
	}

	/** Every fifth transaction fails after it has taken its number. */
	private List<Integer> takeWithRollbacks(int thread) {
		List<Integer> kept = new java.util.ArrayList<>();
		for (int attempt = thread; kept.size() < WANTED / THREADS; attempt++) {
			boolean fails = attempt % 5 == 0;
			Integer number = this.transaction.execute(status -> {
				if (fails) {
					status.setRollbackOnly();
				}
				return this.numbers.take("环发", DAY, "通知", null).number();
			});
			if (!fails && number != null) {
				kept.add(number);
			}
		}
		return kept;
	}

	private String take(String series, LocalDate day) {
		DocumentNumber taken = this.transaction.execute(status -> this.numbers.take(series, day, "通知", null));
		return taken == null ? "" : taken.text();
	}

	private static <T> T elsewhere(Callable<T> work) {
		ExecutorService thread = Executors.newSingleThreadExecutor();
		try {
			return thread.submit(work).get(20, TimeUnit.SECONDS);
		}
		catch (Exception waitsOrFails) {
			throw new AssertionError("Another had to wait for the series", waitsOrFails);
		}
		finally {
			thread.shutdownNow();
		}
	}

	private static void await(Callable<Boolean> condition) throws Exception {
		long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
		while (!condition.call()) {
			assertThat(System.nanoTime()).as("still not so").isLessThan(until);
			Thread.onSpinWait();
		}
	}

	private static RulePacks packs() {
		return ShippedPacks.packs();
	}

	private static HikariDataSource pooled(DataSource database) {
		HikariDataSource pool = new HikariDataSource();
		pool.setDataSource(database);
		pool.setMaximumPoolSize(THREADS + 1);
		return pool;
	}

}
