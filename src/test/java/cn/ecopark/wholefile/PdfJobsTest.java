package cn.ecopark.wholefile;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.ecopark.TestDatabase;
import cn.ecopark.TestRegister;
import cn.ecopark.background.WorkByHand;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.wholefile.PdfJob.Result;
import cn.ecopark.wholefile.PdfJob.State;

import static org.assertj.core.api.Assertions.assertThat;

class PdfJobsTest {

	private static final Actor READER = reader(1, "OFFICE");

	private JdbcClient jdbc;

	private PdfJobs jobs;

	private TransactionTemplate transaction;

	@BeforeEach
	void aCase() {
		DataSource database = TestDatabase.migrated();
		this.jdbc = JdbcClient.create(database);
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.registerBean(JdbcClient.class, () -> this.jdbc);
		context.register(PdfJobs.class);
		WorkByHand.registerQueue(context);
		context.refresh();
		this.jobs = context.getBean(PdfJobs.class);
		this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
		new TestRegister(this.jdbc).firstRelease().park(1, "PARK-1", "320000");
		this.jdbc
			.sql("""
					INSERT INTO eco_case (id, kind, pack, release, park_id, park_name, park_kind, park_unit_id, province_code, status, opened_at)
					VALUES ('c', 'creation', '2015-167', '2015-167.1', 1, '园区', 'COMPREHENSIVE', 'PARK-1', '320000', 'OPEN', now())
					""")
			.update();
		this.jdbc.sql("INSERT INTO content (sha256, size) VALUES (:sha256, 5)").param("sha256", sha256()).update();
	}

	@Test
	void ordersOneAtATimeForEachReader() {
		assertThat(order(READER)).isTrue();
		assertThat(order(READER)).isFalse();
		assertThat(order(reader(2, "OFFICE"))).isTrue();
		assertThat(order(reader(1, "MEE"))).isTrue();

		PdfJob own = only();
		assertThat(own.state()).isEqualTo(State.WAITING);
		assertThat(this.jobs.find(own.id(), READER)).isPresent();
		assertThat(this.jobs.find(own.id(), reader(2, "OFFICE"))).isEmpty();
		assertThat(this.jobs.find(own.id(), reader(1, "MEE"))).isEmpty();
	}

	@Test
	void asksForEachOrderInTheBackground() {
		order(READER);
		order(READER);
		order(reader(2, "OFFICE"));

		assertThat(this.jdbc.sql("SELECT task_instance FROM background_job WHERE task_name = 'whole-file'")
			.query(String.class)
			.list()).hasSize(2).contains(only().id());
	}

	/** One of them was believed dead. */
	@Test
	void countsTheFirstResultOfTwoNodes() {
		order(READER);
		String id = only().id();
		assertThat(this.jobs.begin(id)).isPresent();
		this.jobs.progress(id, 3, 9);

		assertThat(this.jobs.begin(id)).map(PdfJob::id).contains(id);
		assertThat(only().done()).isZero();
		assertThat(this.jobs.progress(id, 4, 9)).isTrue();
		assertThat(this.jobs.ready(id, result())).isTrue();
		assertThat(this.jobs.ready(id, new Result("别的.pdf", sha256(), 6, 3, 0))).isFalse();
		assertThat(this.jobs.progress(id, 5, 9)).isFalse();
		assertThat(this.jobs.failed(id)).isFalse();
		this.jobs.putBack(id);
		assertThat(this.jobs.begin(id)).isEmpty();
		assertThat(only().result()).isEqualTo(result());
	}

	@Test
	void waitsAgainWhenANodeEnds() {
		order(READER);
		this.jobs.begin(only().id());
		assertThat(only().state()).isEqualTo(State.RUNNING);

		this.jobs.putBack(only().id());

		assertThat(only().state()).isEqualTo(State.WAITING);
		assertThat(order(READER)).isFalse();
	}

	@Test
	void mayBeOrderedAgainAfterItFailed() {
		order(READER);

		assertThat(this.jobs.failed(only().id())).isTrue();

		assertThat(only().state()).isEqualTo(State.FAILED);
		assertThat(this.jobs.begin(only().id())).isEmpty();
		assertThat(order(READER)).isTrue();
	}

	@Test
	void forgetsResultsAfterSomeTime() {
		order(READER);
		String id = only().id();
		this.jobs.ready(id, result());

		assertThat(this.jobs.expire(Duration.ofDays(7))).isEmpty();
		assertThat(this.jobs.expire(Duration.ZERO)).containsExactly(sha256());
		assertThat(only().state()).isEqualTo(State.EXPIRED);
		assertThat(only().result()).isNull();
	}

	@Test
	void forgetsOrdersWithoutAResultAfterTheTimeSet() {
		Duration ninety = Duration.ofDays(90);
		order(READER);
		this.jobs.failed(only().id());

		ended("89 days 23 hours 59 minutes");
		assertThat(this.jobs.forget(ninety)).isZero();

		ended("90 days 1 minute");
		assertThat(this.jobs.forget(ninety)).isOne();
		assertThat(this.jobs.of("c", READER)).isEmpty();
	}

	@Test
	void forgetsNoOrderThatWaitsOrCanBeFetched() {
		order(READER);
		ended("900 days");
		assertThat(this.jobs.forget(Duration.ofDays(90))).isZero();

		this.jobs.begin(only().id());
		this.jobs.ready(only().id(), result());
		ended("900 days");
		assertThat(this.jobs.forget(Duration.ofDays(90))).isZero();
	}

	private void ended(String ago) {
		this.jdbc.sql("UPDATE whole_file_job SET ended_at = now() - CAST(:ago AS interval)").param("ago", ago).update();
	}

	private boolean order(Actor reader) {
		return Boolean.TRUE.equals(this.transaction.execute(status -> this.jobs.order("c", reader)));
	}

	private PdfJob only() {
		List<PdfJob> found = this.jobs.of("c", READER);
		assertThat(found).hasSize(1);
		return found.get(0);
	}

	private static Result result() {
		return new Result("整卷.pdf", sha256(), 5, 2, 1);
	}

	private static String sha256() {
		return "ab".repeat(32);
	}

	private static Actor reader(long person, String unit) {
		return new Actor(person, "张三", unit, ShippedKinds.OFFICE, null, Set.of(MemberRole.STAFF));
	}

}
