package cn.ecopark.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.transaction.support.TransactionOperations;

import cn.ecopark.calendar.CaseTime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** The world that a visitor finds: made once, and each count of it. */
@SpringBootTest
@AutoConfigureMockMvc
@TestPropertySource(properties = { "test.database=living", "ecopark.demonstration=true",
		"ecopark.demonstration.cases.enabled=true", "ecopark.documents.wait-for-verdict=60s" })
@Tag("journey")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LivingWorldTest {

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private static final Duration LOOK = Duration.ofMillis(100);

	private static final int FEWEST_CASES = 30;

	private static final int FEWEST_TASKS = 3;

	private static final Pattern STEP = Pattern.compile("<bpmn:userTask\\b[^>]*?\\bid=\"([^\"]+)\"");

	@Autowired
	Making making;

	@Autowired
	DemonstrationWorld world;

	@Autowired
	TransactionOperations transaction;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CaseTime time;

	@Autowired
	MockMvc browser;

	/** What a visitor is told and may do as long as it is made. */
	private Document meanwhile = new Document("");

	private String becameMeanwhile = "";

	@BeforeAll
	void isMade() throws Exception {
		MvcResult first = this.browser.perform(get("/demo/people")).andReturn();
		this.meanwhile = Jsoup.parse(first.getResponse().getContentAsString());
		MvcResult became = this.browser
			.perform(
					post("/demo/people")
						.param("person",
								this.jdbc.sql("SELECT id::text FROM person WHERE sign_in_name = 'office.one'")
									.query(String.class)
									.single())
						.with(csrf()))
			.andReturn();
		this.becameMeanwhile = String.valueOf(became.getResponse().getRedirectedUrl());
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (this.making.isUnderWay()) {
			assertThat(System.nanoTime()).as("%s", this.making.state()).isLessThan(end);
			LockSupport.parkNanos(LOOK.toNanos());
		}
	}

	@Test
	void tellsVisitorsHowFarItIsAndLetsNobodyIn() {
		assertThat(this.meanwhile.select(".preparing h2").text()).startsWith("演示案卷准备中（");
		assertThat(this.meanwhile.select("button[name=person]")).isEmpty();
		assertThat(this.becameMeanwhile).isEqualTo("/demo/people");
	}

	@Test
	void isMadeWithoutAnyMoveLeftOut() {
		Making.State state = this.making.state().orElseThrow();

		assertThat(state.failed()).isZero();
		assertThat(state.made()).isEqualTo(state.moves());
		assertThat(this.time.today()).isEqualTo(LocalDate.of(2018, 2, 6));
	}

	@Test
	void isMadeOnce() {
		long cases = count("SELECT count(*) FROM eco_case");

		this.world.run(new DefaultApplicationArguments());

		assertThat(count("SELECT count(*) FROM demonstration_making")).isEqualTo(1);
		assertThat(count("SELECT count(*) FROM background_job WHERE task_name = 'demonstration-cases'")).isZero();
		assertThat(count("SELECT count(*) FROM eco_case")).isEqualTo(cases);
		assertThatIllegalStateException()
			.isThrownBy(() -> this.transaction.executeWithoutResult((status) -> this.making.advance(0, false)));
	}

	@Test
	void hasCasesOfManyRealParks() {
		assertThat(count("SELECT count(*) FROM eco_case WHERE park_name NOT LIKE '%（虚构）'"))
			.isGreaterThanOrEqualTo(FEWEST_CASES);
	}

	@Test
	void hasEveryStepOfThePackOccupied() throws IOException {
		Set<String> steps = new TreeSet<>();
		try (Stream<Path> diagrams = Files.list(Path.of("bpmn", "2015-167"))) {
			for (Path diagram : diagrams.toList()) {
				String process = diagram.getFileName().toString().replace(".bpmn", "");
				Matcher found = STEP.matcher(Files.readString(diagram));
				while (found.find()) {
					steps.add(process + " " + found.group(1));
				}
			}
		}

		assertThat(steps).hasSizeGreaterThan(60);
		assertThat(new TreeSet<>(
				this.jdbc.sql("SELECT DISTINCT process_key || ' ' || task_key FROM work_item WHERE state = 'OPEN'")
					.query(String.class)
					.list()))
			.isEqualTo(steps);
	}

	@Test
	void hasWorkForEachKindOfUnitThatTakesPart() {
		List<String> few = this.jdbc
			.sql("""
					SELECT coalesce(u.kind, 'EXPERTS') FROM work_item w LEFT JOIN unit u ON u.id = w.unit_id WHERE w.state = 'OPEN'
					 GROUP BY coalesce(u.kind, 'EXPERTS') HAVING count(*) < :fewest
					""")
			.param("fewest", FEWEST_TASKS)
			.query(String.class)
			.list();
		List<String> kinds = this.jdbc.sql("""
				SELECT DISTINCT coalesce(u.kind, 'EXPERTS') FROM work_item w LEFT JOIN unit u ON u.id = w.unit_id
				 WHERE w.state = 'OPEN'
				""").query(String.class).list();

		assertThat(few).isEmpty();
		assertThat(kinds).contains("EXPERTS").hasSizeGreaterThanOrEqualTo(8);
	}

	@Test
	void hasTwoPeopleInEveryUnit() {
		assertThat(this.jdbc.sql("""
				SELECT unit_id FROM membership GROUP BY unit_id HAVING count(DISTINCT person_id) < 2
				""").query(String.class).list()).isEmpty();
	}

	@Test
	void hasSomethingOfEachKindUnderWay() {
		assertThat(count("SELECT count(*) FROM work_item WHERE state = 'OPEN' AND overdue")).isPositive();
		assertThat(open("CORRECTION")).isPositive();
		assertThat(open("BALLOT")).isPositive();
		assertThat(count("SELECT count(*) FROM public_notice WHERE state = 'PUBLISHED'")).isPositive();
		assertThat(count("SELECT count(*) FROM objection WHERE state = 'OPEN'")).isPositive();
		assertThat(count("""
				SELECT count(*) FROM eco_case WHERE status = 'CLOSED' AND result IS NOT NULL
				""")).isPositive();
	}

	/**
	 * 拟办 is done, 签发 is left to the visitor, and the first page says to whom it falls.
	 */
	@Test
	void leavesAProposalForAVisitorToSign() throws Exception {
		assertThat(this.jdbc.sql("""
				SELECT p.unit_id FROM decision_proposal p JOIN work_item w ON w.id = p.work_item_id
				 WHERE w.state = 'OPEN' AND NOT EXISTS (SELECT 1 FROM proposal_act a WHERE a.proposal_id = p.id)
				""").query(String.class).list()).hasSize(1);
		Document page = Jsoup
			.parse(this.browser.perform(get("/demo/people")).andReturn().getResponse().getContentAsString());

		assertThat(page.select(".suggested button").eachText()).filteredOn((one) -> one.contains("已拟办一件会签，等负责人签发"))
			.hasSize(1);
	}

	@Test
	void tellsWhoToBeAndPutsTheBusyFirst() throws Exception {
		Document page = Jsoup
			.parse(this.browser.perform(get("/demo/people")).andReturn().getResponse().getContentAsString());

		assertThat(page.select(".begin-here > p")).hasSize(3);
		assertThat(page.select(".suggested button")).hasSize(6);
		assertThat(page.select(".suggested .person-overdue")).isNotEmpty();
		page.select("[data-people] section").forEach((group) -> {
			List<Integer> waiting = group.select("> ul .person-waiting")
				.eachText()
				.stream()
				.map((text) -> text.startsWith("没有") ? 0 : Integer.valueOf(text.replaceAll("\\D.*", "")))
				.toList();
			assertThat(waiting.stream().sorted((one, other) -> other - one).toList()).isEqualTo(waiting);
		});
	}

	@Test
	void handsOutSamplesToAnybody() throws Exception {
		Document page = Jsoup
			.parse(this.browser.perform(get("/demo/people")).andReturn().getResponse().getContentAsString());
		String first = page.select(".samples li a").attr("href");

		assertThat(this.browser.perform(get(first)).andReturn().getResponse().getContentAsByteArray())
			.startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
		assertThat(this.browser.perform(get("/demo/files")).andReturn().getResponse().getContentAsByteArray())
			.startsWith(new byte[] { 'P', 'K' });
		assertThat(this.browser.perform(get("/demo/files/nothing")).andReturn().getResponse().getStatus())
			.isEqualTo(404);
	}

	private long open(String purpose) {
		return this.jdbc
			.sql("SELECT count(*) FROM work_item WHERE state = 'OPEN' AND description ->> 'purpose' = :purpose")
			.param("purpose", purpose)
			.query(Long.class)
			.single();
	}

	private long count(String sql) {
		return this.jdbc.sql(sql).query(Long.class).single();
	}

}
