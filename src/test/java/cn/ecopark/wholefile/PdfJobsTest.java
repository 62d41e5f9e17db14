package cn.ecopark.wholefile;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import cn.ecopark.TestDatabase;
import cn.ecopark.TestRegister;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.UnitKind;
import cn.ecopark.wholefile.PdfJob.Result;
import cn.ecopark.wholefile.PdfJob.State;

import static org.assertj.core.api.Assertions.assertThat;

class PdfJobsTest {

	private static final Duration LONG = Duration.ofMinutes(2);

	/** Over as soon as it begins: its node was not heard of again. */
	private static final Duration OVER = Duration.ofSeconds(-1);

	private static final Actor READER = reader(1, "OFFICE");

	private JdbcClient jdbc;

	private PdfJobs jobs;

	@BeforeEach
	void aCase() {
		DataSource database = TestDatabase.migrated();
		this.jdbc = JdbcClient.create(database);
		this.jobs = new PdfJobs(this.jdbc);
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
		assertThat(this.jobs.order("c", READER)).isTrue();
		assertThat(this.jobs.order("c", READER)).isFalse();
		assertThat(this.jobs.order("c", reader(2, "OFFICE"))).isTrue();
		assertThat(this.jobs.order("c", reader(1, "MEE"))).isTrue();

		PdfJob own = only();
		assertThat(own.state()).isEqualTo(State.WAITING);
		assertThat(this.jobs.find(own.id(), READER)).isPresent();
		assertThat(this.jobs.find(own.id(), reader(2, "OFFICE"))).isEmpty();
		assertThat(this.jobs.find(own.id(), reader(1, "MEE"))).isEmpty();
	}

	@Test
	void givesAJobToOneNodeOnly() {
		this.jobs.order("c", READER);

		assertThat(this.jobs.claim("one", LONG)).isPresent();
		assertThat(this.jobs.claim("other", LONG)).isEmpty();
		assertThat(only().state()).isEqualTo(State.RUNNING);
	}

	@Test
	void givesTheJobOfADeadNodeToAnother() {
		this.jobs.order("c", READER);
		String id = this.jobs.claim("dead", OVER).orElseThrow().id();
		this.jobs.progress(id, "dead", 3, 9);

		assertThat(this.jobs.claim("other", LONG)).map(PdfJob::id).contains(id);
		assertThat(only().done()).isZero();
		assertThat(this.jobs.progress(id, "dead", 4, 9)).isFalse();
		assertThat(this.jobs.renew(id, "dead", LONG)).isFalse();
		assertThat(this.jobs.ready(id, "dead", result())).isFalse();
		assertThat(this.jobs.ready(id, "other", result())).isTrue();
		assertThat(only().result()).isEqualTo(result());
	}

	@Test
	void keepsTheJobOfANodeThatGivesSignsOfLife() {
		this.jobs.order("c", READER);
		String id = this.jobs.claim("slow", OVER).orElseThrow().id();

		assertThat(this.jobs.renew(id, "slow", LONG)).isTrue();
		assertThat(this.jobs.claim("other", LONG)).isEmpty();
	}

	@Test
	void survivesARestart() {
		this.jobs.order("c", READER);
		this.jobs.claim("ending", LONG);

		this.jobs.leave("ending");

		assertThat(only().state()).isEqualTo(State.WAITING);
		assertThat(new PdfJobs(this.jdbc).claim("next", LONG)).isPresent();
	}

	@Test
	void givesUpWhatThreeNodesDiedOf() {
		this.jobs.order("c", READER);
		for (String node : List.of("a", "b", "c")) {
			assertThat(this.jobs.claim(node, OVER)).isPresent();
		}

		assertThat(this.jobs.claim("d", LONG)).isEmpty();
		assertThat(only().state()).isEqualTo(State.FAILED);
		assertThat(this.jobs.order("c", READER)).isTrue();
	}

	@Test
	void forgetsResultsAfterSomeTime() {
		this.jobs.order("c", READER);
		String id = this.jobs.claim("one", LONG).orElseThrow().id();
		this.jobs.ready(id, "one", result());

		assertThat(this.jobs.expire(Duration.ofDays(7))).isEmpty();
		assertThat(this.jobs.expire(Duration.ZERO)).containsExactly(sha256());
		assertThat(only().state()).isEqualTo(State.EXPIRED);
		assertThat(only().result()).isNull();
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
		return new Actor(person, "张三", unit, UnitKind.OFFICE, null, Set.of(MemberRole.STAFF));
	}

}
