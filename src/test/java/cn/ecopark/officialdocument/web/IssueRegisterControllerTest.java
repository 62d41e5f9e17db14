package cn.ecopark.officialdocument.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionOperations;

import cn.ecopark.CountedStatements;
import cn.ecopark.ModuleTest;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.officialdocument.DocumentNumber;
import cn.ecopark.officialdocument.DocumentNumbers;
import cn.ecopark.officialdocument.DocumentStage;
import cn.ecopark.officialdocument.OfficialDocument;
import cn.ecopark.officialdocument.OfficialDocument.IssuedFile;
import cn.ecopark.officialdocument.OfficialDocuments;
import cn.ecopark.officialdocument.RegisterEntry;
import cn.ecopark.officialdocument.VerificationCode;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.ActorAuthentication;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.organisation.UnitKind;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.spreadsheet.ReadSheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ModuleTest
@Import(DocumentStage.class)
@TestPropertySource(properties = "ecopark.case-time.movable=true")
class IssueRegisterControllerTest {

	@Autowired
	MockMvc web;

	@Autowired
	OfficialDocuments documents;

	@Autowired
	DocumentNumbers numbers;

	@Autowired
	TransactionOperations transaction;

	@Autowired
	CaseTime time;

	final Actor office = actor("OFFICE", ShippedKinds.OFFICE, MemberRole.STAFF);

	final Actor administrator = actor("ADMINISTRATION", ShippedKinds.ADMINISTRATION, MemberRole.SYSTEM_ADMIN);

	@Test
	void listsDocumentsPageByPageAndMarksWhatIsVoid() throws Exception {
		for (int count = 0; count < 35; count++) {
			issue("环办", "第" + count + "件通知（演示）");
		}
		Document first = page(get("/papers").param("q", "件通知"), this.office, 200);
		assertThat(first.select("tbody tr")).hasSize(30);
		Document next = page(get(URI.create(first.expectFirst("a[rel=next]").attr("href"))), this.office, 200);
		assertThat(next.select("tbody tr")).hasSize(5);
		Document back = page(get(URI.create(next.expectFirst("a[rel=prev]").attr("href"))), this.office, 200);
		assertThat(back.select("tbody tr .row-name").eachText())
			.isEqualTo(first.select("tbody tr .row-name").eachText());

		OfficialDocument document = issue("环办", "要作废的通知（演示）");
		this.documents.annul(document.code(), "发文程序有误");

		Document voided = page(get("/papers").param("state", "VOIDED"), this.office, 200);
		assertThat(voided.select("tbody tr").text()).contains("要作废的通知（演示）", "作废", "发文程序有误");
		assertThat(page(get("/papers/numbers").param("series", "环办").param("state", "VOIDED"), this.office, 200)
			.select("tbody tr")
			.text()).contains(Objects.requireNonNull(document.number()).text());
		assertThat(page(get("/papers").param("year", "2015"), this.office, 200).select("tbody tr")).isEmpty();
	}

	@Test
	void findsSortsAndTakesOutByNumber() throws Exception {
		List<String> numbers = new ArrayList<>();
		for (int count = 0; count < 11; count++) {
			numbers.add(Objects.requireNonNull(issue("环科财", "排序的通知" + count + "（演示）").number()).text());
		}
		String tenth = numbers.get(9);
		assertThat(numbers("/papers", tenth.replace("〔", " [").replace("〕", "］"), "")).contains(tenth)
			.doesNotContain(numbers.get(0));
		assertThat(numbers("/papers", "（排序）", "")).isEmpty();

		assertThat(numbers("/papers", "排序的通知", "number")).isEqualTo(numbers);
		Collections.reverse(numbers);
		assertThat(numbers("/papers", "排序的通知", "-number")).isEqualTo(numbers);
		assertThat(ReadSheet.column(sheet("排序的通知", "-number"), "发文字号")).isEqualTo(numbers);
	}

	@Test
	void asksTheDatabaseNothingForEachDocument() throws Exception {
		supersede("众多的通知");
		sheet("众多的通知", "");
		int one = CountedStatements.of(() -> sheet("众多的通知", "")).size();
		for (int count = 0; count < 12; count++) {
			supersede("众多的通知");
		}

		assertThat(CountedStatements.of(() -> sheet("众多的通知", "")).size()).as("24 rows more").isLessThan(one + 12);
		assertThat(ReadSheet.column(sheet("众多的通知", ""), "替代公文")).hasSize(26)
			.filteredOn(by -> !by.isEmpty())
			.hasSize(13)
			.doesNotHaveDuplicates();
	}

	private void supersede(String title) {
		OfficialDocument wrong = issue("环科财", title);
		this.transaction.execute(status -> this.documents.supersede(wrong.code(), entry("环科财", title), "日期有误（演示）"));
	}

	private List<String> numbers(String list, String typed, String sort) throws Exception {
		return page(get(list).param("q", typed).param("sort", sort), this.office, 200)
			.select("tbody tr td:nth-child(2)")
			.eachText();
	}

	private byte[] sheet(String typed, String sort) throws Exception {
		return this.web.perform(as(post("/papers/export").param("q", typed).param("sort", sort), this.office))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsByteArray();
	}

	@Test
	void reservesANumberWithAReasonAndVoidsIt() throws Exception {
		Document refused = page(post("/papers/numbers").param("series", "示范园办").param("reason", ""), this.office, 422);
		assertThat(refused.select(".errors").text()).contains("请写明理由");

		this.web.perform(as(post("/papers/numbers").param("series", "示范园办").param("reason", "待会议决定（演示）"), this.office))
			.andExpect(status().is3xxRedirection());

		Document page = page(get("/papers/numbers").param("series", "示范园办"), this.office, 200);
		assertThat(page.select("tbody tr").text()).contains("预留", "待会议决定（演示）");
		String action = page.expectFirst("tbody tr form").attr("action");
		this.web.perform(as(post(URI.create(action)).param("reason", "会议取消"), this.office))
			.andExpect(status().is3xxRedirection());
		assertThat(page(get("/papers/numbers").param("series", "示范园办"), this.office, 200).select("tbody tr").text())
			.contains("作废", "会议取消");
	}

	@Test
	void reservesOneNumberForOnePageHoweverOftenItIsSent() throws Exception {
		MockHttpServletRequestBuilder refused = post("/papers/numbers").param("series", "环办").param("once", "page-1");
		page(refused, this.office, 422);
		for (int press = 0; press < 2; press++) {
			assertThat(this.web.perform(as(reservation("page-1", "一次（演示）"), this.office))
				.andExpect(status().is3xxRedirection())
				.andReturn()
				.getResponse()
				.getRedirectedUrl()).isEqualTo("/papers/numbers");
		}

		assertThat(page(reservation("page-1", "另一次（演示）"), this.office, 409).text()).contains("这一页已提交过");
		page(reservation("page-2", "一次（演示）"), this.office, 302);
		assertThat(page(get("/papers/numbers").param("series", "环办"), this.office, 200).text().split("一次（演示）", -1))
			.hasSize(3);
	}

	private static MockHttpServletRequestBuilder reservation(String page, String reason) {
		return post("/papers/numbers").param("series", "环办").param("reason", reason).param("once", page);
	}

	@Test
	void letsTheAdministratorSetTheFirstNumberOnce() throws Exception {
		this.web
			.perform(as(post("/admin/numbers").param("series", "环办").param("year", "2033").param("first", "60"),
					this.administrator))
			.andExpect(status().is3xxRedirection());

		assertThat(page(get("/admin/numbers"), this.administrator, 200).text()).contains("环办〔2033〕", "1–59", "系统启用前");
		assertThat(page(post("/admin/numbers").param("series", "环办").param("year", "2033").param("first", "70"),
				this.administrator, 422)
			.select(".errors")
			.text()).contains("不能再定");
		assertThat(page(get("/papers/numbers").param("series", "环办").param("year", "2033"), this.office, 200).text())
			.contains("1–59");
	}

	@Test
	void hasNoPageBehindNonsense() throws Exception {
		for (String nonsense : List.of("x", "-1")) {
			this.web.perform(as(get("/papers").param("after", nonsense), this.office)).andExpect(status().isNotFound());
			this.web.perform(as(get("/papers/numbers").param("before", nonsense), this.office))
				.andExpect(status().isNotFound());
		}
	}

	@Test
	void isTheOfficesAlone() throws Exception {
		Actor ministry = actor("MEE", ShippedKinds.MINISTRY, MemberRole.STAFF);
		OfficialDocument document = issue("环办", "通知（演示）");

		page(get("/papers"), ministry, 403);
		page(get("/papers/numbers"), ministry, 403);
		page(get("/papers/" + document.code() + "/file"), ministry, 403);
		page(post("/papers/numbers").param("series", "环发").param("reason", "试一试"), ministry, 403);
		page(get("/papers"), this.administrator, 403);
		page(post("/papers/export"), ministry, 403);
		page(get("/admin/numbers"), this.office, 403);
		page(get("/papers/ABCD/file"), this.office, 404);
	}

	private OfficialDocument issue(String series, String title) {
		return Objects
			.requireNonNull(this.transaction.execute(status -> this.documents.register(entry(series, title))));
	}

	private RegisterEntry entry(String series, String title) {
		LocalDate day = this.time.today();
		String digest = (UUID.randomUUID() + "" + UUID.randomUUID()).replace("-", "");
		DocumentNumber number = this.numbers.take(series, day, title, "b-1");
		return new RegisterEntry(VerificationCode.next(), number, "namingNotice", title, List.of("MEE"), day, "b-1",
				new IssuedFile(digest, 1000, 0, ReleaseId.of("2015-167.1"), "test/1", null), Audience.PUBLIC);
	}

	private Document page(MockHttpServletRequestBuilder request, Actor actor, int expected) throws Exception {
		return Jsoup.parse(this.web.perform(as(request, actor))
			.andExpect(status().is(expected))
			.andReturn()
			.getResponse()
			.getContentAsString());
	}

	private static MockHttpServletRequestBuilder as(MockHttpServletRequestBuilder request, Actor actor) {
		return request.with(authentication(new ActorAuthentication(actor))).with(csrf());
	}

	private static Actor actor(String unit, UnitKind kind, MemberRole role) {
		return new Actor(7, "演示人员", unit, kind, null, Set.of(role));
	}

}
