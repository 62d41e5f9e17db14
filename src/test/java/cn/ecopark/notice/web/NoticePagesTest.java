package cn.ecopark.notice.web;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

import jakarta.servlet.http.Cookie;

import org.awaitility.Awaitility;
import org.hamcrest.Matchers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import cn.ecopark.CaseStage;
import cn.ecopark.CaseStage.Scene;
import cn.ecopark.CountedStatements;
import cn.ecopark.ModuleTest;
import cn.ecopark.HeardLog;
import cn.ecopark.batch.Batches;
import cn.ecopark.batch.ComposeBatch;
import cn.ecopark.batch.JointRounds;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.form.FormValues;
import cn.ecopark.notice.NoticeFlow;
import cn.ecopark.notice.Objection;
import cn.ecopark.notice.Objections;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.ActorAuthentication;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.worklist.Decision.NoticeDecision;
import cn.ecopark.worklist.Statement;
import cn.ecopark.worklist.WorkItem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.forwardedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ModuleTest
@Import({ CaseStage.class, JointRounds.class })
@TestPropertySource(properties = { "ecopark.case-time.movable=true", "ecopark.objection.per-hour=1000" })
class NoticePagesTest {

	/** Of a batch only what it was begun with is shown. */
	private static final Set<String> NEVER_CHANGES = Set.of("batch", "case_time");

	@Autowired
	MockMvc web;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Scene scene;

	@Autowired
	ComposeBatch composeBatch;

	@Autowired
	JointRounds rounds;

	@Autowired
	Batches batches;

	@Autowired
	NoticeFlow flow;

	@Autowired
	Objections objections;

	Actor office;

	EcoCase park;

	String notice;

	@BeforeEach
	void aDraftForTheThirdOfJune() {
		this.scene.itIs("2019-05-30T10:00");
		this.office = this.scene.office();
		this.park = this.scene.openCase();
		this.scene.waitsFor("public-notice", this.park);
		this.notice = this.composeBatch.compose("public-notice", List.of(this.park.id()), "公示", this.office).id();
		WorkItem task = this.scene.batchTask(this.notice, "Task_DraftPublicNotice", "OFFICE", Purpose.NOTICE_DRAFT,
				"DRAFTED");
		FormValues form = FormValues.NONE.with("title", "关于拟批复的公示")
			.with("introduction", "第一段\n\n第二段")
			.with("publicationDay", LocalDate.parse("2019-06-03"))
			.with("phone", "010-5555 0118");
		this.scene.does(this.office, task, new NoticeDecision(Statement.of("DRAFTED", "意见").with(form)));
		this.rounds.agreed(this.batches.get(this.notice));
	}

	@Test
	void hasNoPageBehindNonsense() throws Exception {
		this.web.perform(get("/notices").param("before", "\u0000")).andExpect(status().isOk());
		this.web.perform(get("/notices").param("after", "none-of-that-kind")).andExpect(status().isNotFound());
		this.web.perform(get("/notices").param("after", "2019-02-30_some")).andExpect(status().isNotFound());
		this.web.perform(get("/notices").param("after", "2019-02-28_some")).andExpect(status().isOk());
	}

	@Test
	void showsNothingBeforeThePublicationDay() throws Exception {
		page(get("/notices/" + this.notice), null, 404);
		page(get("/notices/" + this.notice + "/objection"), null, 404);
		assertThat(page(get("/notices"), null, 200).select("a[href=/notices/" + this.notice + "]")).isEmpty();
	}

	@Test
	void showsTheNoticeWithItsDaysToEverybody() throws Exception {
		publish();
		this.scene.itIs("2019-06-12T10:00");

		Document page = page(get("/notices/" + this.notice), null, 200);

		assertThat(page.text()).contains("关于拟批复的公示", "第一段", "第二段", "2019年6月3日", "2019年6月18日", "010-5555 0118",
				this.park.park().name(), "第 6 / 10 个工作日");
		assertThat(page.select(".countdown-days strong").text()).isEqualTo("4");
		assertThat(page.select("td.day-today").text()).startsWith("12");
		assertThat(page.select("td.day-last").text()).startsWith("18");
		assertThat(page.select("td.day-plain:contains(端午)")).isNotEmpty();
		assertThat(page.select("a[href$=/objections][href^=/notices/]")).isEmpty();
		page(get("/notices/" + this.notice + "/sheets/" + this.park.id()), null, 404);
	}

	@Test
	void takesAnObjectionAndTellsItsProgressByNumberOnly() throws Exception {
		publish();
		Document form = page(get("/notices/" + this.notice + "/objection"), null, 200);
		assertThat(form.select("input[name=park]").eachAttr("value")).containsExactly(this.park.id());

		Document again = page(objection("").param("name", "张三"), null, 422);
		assertThat(again.expectFirst("input[name=name]").attr("value")).isEqualTo("张三");
		String address = this.web
			.perform(objection("废水偷排，请核实。").param("name", "张三").param("contact", "zhangsan@example.cn").with(csrf()))
			.andExpect(status().is3xxRedirection())
			.andReturn()
			.getResponse()
			.getRedirectedUrl();

		String receipt = page(get(String.valueOf(address)), null, 200).expectFirst(".receipt-number").text();
		Objection filed = this.objections.byReceipt(receipt.toLowerCase(java.util.Locale.ROOT)).orElseThrow();
		assertThat(filed.objector().name()).isEqualTo("张三");
		String progress = page(get("/objections").param("receipt", receipt), null, 200).text();
		assertThat(progress).contains("办理中", this.park.park().name()).doesNotContain("张三", "废水");
		String guessed = receipt.substring(0, receipt.length() - 1) + (receipt.endsWith("A") ? "B" : "A");
		assertThat(page(get("/objections").param("receipt", guessed), null, 200).text()).contains("没有回执号");
	}

	@Test
	void refusesWhatAMachineFilledInAndWhatComesTooLate() throws Exception {
		publish();
		page(objection("废水偷排，请核实。").param("website", "http://spam"), null, 422);
		this.scene.itIs("2019-06-19T00:00");

		assertThat(page(objection("废水偷排，请核实。"), null, 422).text()).contains("公示期已于 2019-06-18 24 时届满");
		page(get("/notices/" + this.notice + "/objection"), null, 422);
		assertThat(this.objections.ofNotice(this.notice)).isEmpty();
	}

	/** Who objects, and what anybody types, is for the record and not for the log. */
	@Test
	void logsTheActButNeitherTheObjectorNorAWordThatWasTyped() throws Exception {
		publish();
		try (HeardLog log = new HeardLog()) {
			page(objection("废水偷排，请核实。").param("name", "张三").param("contact", "zhangsan@example.cn").with(csrf()), null,
					302);
			page(objection("").param("name", "赵六"), null, 422);
			this.web.perform(post("/sign-in").param("username", "打错的密码").param("password", "秘密的密码").with(csrf()));
			page(get("/notices/" + this.notice + "/objections"), this.office, 200);

			assertThat(log.text()).contains("Done: ", "notice:" + this.notice, "request=")
				.doesNotContain("张三", "zhangsan", "赵六", "废水", "打错的密码", "秘密的密码");
		}
	}

	@Test
	void givesTheFormBackWithEveryWordWhateverItIsRefusedFor() throws Exception {
		publish();
		String text = "废水偷排，请核实。\r\n第二行";

		this.web.perform(objection(text).param("name", "张三").with(csrf().useInvalidToken()))
			.andExpect(forwardedUrl("/notices/" + this.notice + "/objection/again"));
		Document lost = page(post("/notices/" + this.notice + "/objection/again").param("park", this.park.id())
			.param("text", text)
			.param("name", "张三"), null, 422);
		assertThat(lost.expectFirst("textarea[name=text]").wholeText()).isEqualTo("废水偷排，请核实。\n第二行");
		assertThat(lost.expectFirst("input[name=name]").attr("value")).isEqualTo("张三");
		assertThat(lost.select("input[name=park][checked]")).hasSize(1);
		assertThat(lost.text()).contains("请再按一次");
		Document trapped = page(objection(text).param("website", "http://spam"), null, 422);
		assertThat(trapped.expectFirst("textarea[name=text]").wholeText()).contains("第二行");
		assertThat(trapped.expectFirst("input[name=website]").attr("value")).isEmpty();
		Document tooLong = page(objection(text).param("name", "长".repeat(61)), null, 422);
		assertThat(tooLong.expectFirst("#name-error").text()).contains("60");
		assertThat(tooLong.expectFirst("input[name=name]").attr("value")).hasSize(61);
		page(objection("一".repeat(1999) + "\r\n" + "二".repeat(2000)).with(csrf()), null, 302);
		assertThat(this.objections.ofNotice(this.notice)).hasSize(1);
	}

	@Test
	void tellsAPageThatIsSentAgainWithOtherWords() throws Exception {
		publish();
		page(objection("第一次写的异议").param("submission", "one-page"), null, 302);
		page(objection("第一次写的异议").param("submission", "one-page"), null, 302);

		Document other = page(objection("第二次写的异议").param("submission", "one-page"), null, 409);

		assertThat(this.objections.ofNotice(this.notice)).hasSize(1);
		assertThat(other.text()).contains("这一页已提交过", "YY-");
		assertThat(other.expectFirst("textarea[name=text]").text()).isEqualTo("第二次写的异议");
		assertThat(other.expectFirst("input[name=submission]").attr("value")).isNotEqualTo("one-page");
	}

	@Test
	void stopsGuessingOfNumbers() throws Exception {
		for (int guess = 0; guess < 20; guess++) {
			page(get("/objections").param("receipt", "YY-2019-0001-" + guess).with(from("203.0.113.7")), null, 200);
		}
		page(get("/objections").param("receipt", "YY-2019-0001-AAAA").with(from("203.0.113.7")), null, 429);
		page(get("/objections").param("receipt", "YY-2019-0001-AAAA").with(from("203.0.113.8")), null, 200);

		publish();
		page(objection("查询不受他人影响的异议").param("submission", "guessed-beside"), null, 302);
		String receipt = this.objections.ofNotice(this.notice).get(0).receiptNumber();
		Document answer = page(get("/objections").param("receipt", receipt).with(from("203.0.113.7")), null, 200);
		assertThat(answer.text()).as("whoever has a number").contains(receipt);
	}

	@Test
	void letsTheOfficeEnterALetterAndHidesTheObjectorFromOthers() throws Exception {
		publish();
		String address = "/notices/" + this.notice + "/objections";
		page(get(address), null, 404);
		page(get(address + "/new"), this.scene.staffOf(this.park.park().unitId(), ShippedKinds.PARK), 403);
		page(post(address + "/new").param("park", this.park.id()).param("text", "来信内容如下"), this.office, 422);

		this.web
			.perform(post(address + "/new").param("park", this.park.id())
				.param("text", "来信内容如下")
				.param("channel", "LETTER")
				.param("receivedOn", "2019-06-03")
				.param("name", "李四")
				.with(authentication(new ActorAuthentication(this.office)))
				.with(csrf()))
			.andExpect(status().is3xxRedirection());

		assertThat(page(get(address), this.office, 200).text()).contains("李四", "来信", "来信内容如下");
		assertThat(
				page(get("/notices/" + this.notice), this.office, 200).select("a[href$=/objections][href^=/notices/]"))
			.isNotEmpty();
	}

	private void publish() {
		this.scene.itIs("2019-06-03T09:00");
		this.flow.publish(this.notice);
	}

	private MockHttpServletRequestBuilder objection(String text) {
		return post("/notices/" + this.notice + "/objection").param("park", this.park.id()).param("text", text);
	}

	private Document page(MockHttpServletRequestBuilder request, @Nullable Actor actor, int expected) throws Exception {
		MockHttpServletRequestBuilder sent = actor == null ? request
				: request.with(authentication(new ActorAuthentication(actor)));
		return Jsoup.parse(this.web.perform(sent.with(csrf()))
			.andExpect(status().is(expected))
			.andReturn()
			.getResponse()
			.getContentAsString());
	}

	private static org.springframework.test.web.servlet.request.RequestPostProcessor from(String address) {
		return request -> {
			request.setRemoteAddr(address);
			return request;
		};
	}

	@Test
	void isReadFromMemoryUntilSomethingOnItChanges() throws Exception {
		publish();
		this.scene.itIs("2019-06-12T10:00");
		MockHttpServletResponse first = read("/notices/" + this.notice, null);
		assertThat(first.getHeader("Cache-Control")).isEqualTo("max-age=10, public");
		assertThat(first.getHeaders("Vary")).containsExactly("Cookie, Accept-Encoding");
		assertThat(first.getHeader("Content-Security-Policy")).startsWith("default-src 'none'");
		assertThat(first.getHeader("Set-Cookie")).isNull();

		for (String address : List.of("/notices", "/notices/" + this.notice)) {
			read(address, null);
			assertThat(CountedStatements.of(() -> read(address, null))).filteredOn(notOfCaseTime()).isEmpty();
		}

		String tag = first.getHeader("ETag");
		MockHttpServletResponse again = read("/notices/" + this.notice, tag);
		assertThat(again.getStatus()).isEqualTo(304);
		assertThat(again.getContentLength()).isZero();

		this.jdbc.sql("UPDATE batch_item SET state = 'STRUCK_OUT', left_at = now() WHERE batch_id = :notice")
			.param("notice", this.notice)
			.update();
		Awaitility.await().untilAsserted(() -> {
			MockHttpServletResponse changed = read("/notices/" + this.notice, tag);
			assertThat(changed.getStatus()).isEqualTo(200);
			assertThat(Jsoup.parse(changed.getContentAsString()).select("table.cards .tag.tone-warn")).hasSize(1);
		});
	}

	@Test
	void comesZippedToWhoeverAsks() throws Exception {
		publish();
		byte[] plain = this.web.perform(get("/notices")).andReturn().getResponse().getContentAsByteArray();
		MockHttpServletResponse zipped = this.web.perform(get("/notices").header("Accept-Encoding", "br, gzip"))
			.andExpect(header().string("Content-Encoding", "gzip"))
			.andReturn()
			.getResponse();

		assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.getContentAsByteArray())).readAllBytes())
			.isEqualTo(plain);
		assertThat(zipped.getHeader("ETag")).endsWith("-gzip\"");
	}

	@Test
	void isMadeForWhoeverHasASession() throws Exception {
		publish();
		read("/notices/" + this.notice, null);

		this.web.perform(get("/notices/" + this.notice).with(authentication(new ActorAuthentication(this.office))))
			.andExpect(header().string("Cache-Control", Matchers.containsString("no-store")))
			.andExpect(content().string(Matchers.containsString("/notices/" + this.notice + "/objections")));
		this.web.perform(get("/notices/" + this.notice).cookie(new Cookie("SESSION", "none")))
			.andExpect(header().string("Cache-Control", Matchers.containsString("no-store")));
	}

	/** Otherwise a page would go on showing what it was before. */
	@Test
	void isToldOfChangesOfEveryTableThatItReads() throws Exception {
		publish();
		List<String> statements = new ArrayList<>();
		for (String address : List.of("/notices", "/notices/" + this.notice)) {
			statements.addAll(CountedStatements
				.of(() -> this.web.perform(get(address).with(authentication(new ActorAuthentication(this.office))))
					.andExpect(status().isOk())));
		}

		Set<String> read = statements.stream()
			.flatMap(statement -> Pattern.compile("(?:FROM|JOIN) ([a-z_]+)").matcher(statement).results())
			.map(found -> found.group(1))
			.collect(Collectors.toSet());
		Set<String> told = Set.copyOf(this.jdbc
			.sql("""
					SELECT DISTINCT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE t.tgname = 'tell_change'
					""")
			.query(String.class)
			.list());
		assertThat(read).contains("public_notice", "batch_item", "meeting");
		assertThat(read).filteredOn(table -> !told.contains(table) && !NEVER_CHANGES.contains(table)).isEmpty();
	}

	private MockHttpServletResponse read(String address, @Nullable String known) throws Exception {
		MockHttpServletRequestBuilder request = get(address);
		if (known != null) {
			request.header("If-None-Match", known);
		}
		return this.web.perform(request).andReturn().getResponse();
	}

	/** Only a movable one is read, and never in production. */
	private static Predicate<String> notOfCaseTime() {
		return statement -> !statement.contains("case_time");
	}

}
