package cn.ecopark.journey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.ecopark.journey.Browser.Answer;
import cn.ecopark.journey.Browser.Field;
import cn.ecopark.rulepack.ShippedPacks;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A double click, two tabs, a page that loads while the date moves: requests of one
 * session that arrive at the same moment never end in a fault. A few pairs, or as many as
 * {@code -Dpairs} says.
 */
class TwoRequestsAtOnceTest extends Journey {

	private static final int PAIRS = Integer.getInteger("pairs", 9);

	private static final int MOVES = 8;

	private static final String PARK = "广州南沙经济技术开发区";

	private static final String STAFF = "nansha.staff";

	private ExecutorService threads;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private RuntimeService runtime;

	@BeforeEach
	void begin() {
		this.threads = Executors.newFixedThreadPool(3);
	}

	@AfterEach
	void end() {
		this.threads.shutdownNow();
	}

	/**
	 * The case is begun twice, its page is kept while it is withdrawn, and it is
	 * withdrawn twice.
	 */
	@Test
	void carryOutACommandOnce() throws Exception {
		Browser browser = as(STAFF).browser();
		String park = park(browser);
		for (int pair = 0; pair < PAIRS; pair++) {
			long before = cases();
			String csrf = Party.csrf(browser.open(park).expect(200).page());

			List<Answer> begun = atOnce(browser, park + "/cases", List.of(new Field("kind", "award")), csrf);

			assertThat(begun).extracting(Answer::status).as("pair %d", pair).isSubsetOf(200, 409).contains(200);
			assertThat(cases()).as("pair %d", pair).isEqualTo(before + 1);
			String id = openCase();

			List<Answer> withdrawn = atOnce(browser, "/cases/" + id + "/withdraw", List.of(new Field("reason", "改日再报")),
					csrf);

			assertThat(withdrawn).extracting(Answer::status).as("pair %d", pair).containsOnly(200);
			assertThat(this.jdbc
				.sql("SELECT count(*) FROM audit_entry WHERE subject = :case AND action = 'case.withdrawn'")
				.param("case", "case:" + id)
				.query(Long.class)
				.single()).as("pair %d", pair).isOne();
		}
	}

	/** Flows begin and end, and the date moves, while pages list what is to come. */
	@Test
	void readPagesWhileTheDateMovesAndFlowsEnd() throws Exception {
		Browser staff = as(STAFF).browser();
		Browser office = as("office.two").browser();
		as("office.one");
		String park = park(staff);
		String csrf = Party.csrf(staff.open(park).expect(200).page());
		staff.post(park + "/cases", List.of(new Field("kind", "award"), new Field("_csrf", csrf))).expect(200);
		String id = openCase();
		AtomicBoolean moving = new AtomicBoolean(true);
		Future<Integer> flows = this.threads.submit(() -> beginsAndEnds(id, moving));
		Future<List<Answer>> clock = this.threads.submit(() -> opens(office, moving, "/demo/clock", "/desk"));
		Future<List<Answer>> pages = this.threads.submit(() -> opens(staff, moving, "/cases/" + id, "/cases"));
		try {
			for (int move = 0; move < MOVES; move++) {
				on(LocalDate.parse(world().today()).plusDays(move % 2 == 0 ? 0 : 1).toString());
			}
		}
		finally {
			moving.set(false);
		}

		assertThat(flows.get(60, TimeUnit.SECONDS)).isPositive();
		assertThat(clock.get(60, TimeUnit.SECONDS)).isNotEmpty().extracting(Answer::status).containsOnly(200);
		assertThat(pages.get(60, TimeUnit.SECONDS)).isNotEmpty().extracting(Answer::status).containsOnly(200);
		staff.post("/cases/" + id + "/withdraw", List.of(new Field("reason", "改日再报"), new Field("_csrf", csrf)))
			.expect(200);
	}

	/** Each has timers that fall due before all others. */
	private int beginsAndEnds(String caseId, AtomicBoolean goesOn) {
		int ended = 0;
		while (goesOn.get()) {
			String instance = this.runtime.createProcessInstanceByKey("provincial-review")
				.processDefinitionTenantId(ShippedPacks.FIRST.toString())
				.businessKey(caseId)
				.setVariable("caseId", caseId)
				.startBeforeActivity("Task_CheckCompleteness")
				.execute()
				.getId();
			this.runtime.deleteProcessInstance(instance, "ended while pages are read");
			ended++;
		}
		return ended;
	}

	private static String park(Browser browser) {
		return browser.open("/parks?q=" + Browser.encode(PARK))
			.expect(200)
			.page()
			.expectFirst("a[href^=/parks/]:containsOwn(" + PARK + ")")
			.attr("href");
	}

	private static List<Answer> opens(Browser browser, AtomicBoolean goesOn, String... paths) {
		List<Answer> answers = new ArrayList<>();
		while (goesOn.get()) {
			for (String path : paths) {
				answers.add(browser.open(path));
			}
		}
		return answers;
	}

	private List<Answer> atOnce(Browser browser, String path, List<Field> fields, String csrf) throws Exception {
		List<Field> all = new ArrayList<>(fields);
		all.add(new Field("_csrf", csrf));
		CyclicBarrier start = new CyclicBarrier(2);
		Callable<Answer> sends = () -> {
			start.await(10, TimeUnit.SECONDS);
			return browser.post(path, all);
		};
		List<Answer> answers = new ArrayList<>();
		for (Future<Answer> answer : this.threads.invokeAll(List.of(sends, sends))) {
			answers.add(answer.get());
		}
		return answers;
	}

	private long cases() {
		return this.jdbc.sql("SELECT count(*) FROM eco_case WHERE park_name = :park")
			.param("park", PARK)
			.query(Long.class)
			.single();
	}

	private String openCase() {
		return this.jdbc.sql("SELECT id FROM eco_case WHERE park_name = :park AND status <> 'CLOSED'")
			.param("park", PARK)
			.query(String.class)
			.single();
	}

}
