package cn.ecopark.organisation.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import jakarta.servlet.http.Cookie;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

import cn.ecopark.ModuleTest;
import cn.ecopark.audit.Audit;
import cn.ecopark.audit.AuditEntry;
import cn.ecopark.audit.Subject;
import cn.ecopark.organisation.InventedPeople;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.NewPerson;
import cn.ecopark.organisation.web.Browser.Page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** What the auditor finds, sees checked and takes out. */
@ModuleTest
class AuditorPagesTest {

	private static final String PASSWORD = "demo-only-2018";

	@Autowired
	MockMvc mvc;

	@Autowired
	InventedPeople invented;

	@Autowired
	Audit audit;

	@Autowired
	JdbcClient jdbc;

	private Cookie auditor = new Cookie("SESSION", "");

	@BeforeEach
	void signsIn() throws Exception {
		Browser.peopleAre(this.invented, PASSWORD);
		this.auditor = browser().signIn("auditor", PASSWORD);
	}

	@Test
	void landsOnThePageOfHisWorkAndOnNoLinkThatIsClosedToHim() throws Exception {
		String landing = this.mvc.perform(get("/").cookie(this.auditor)).andReturn().getResponse().getRedirectedUrl();
		assertThat(landing).isEqualTo("/audit");
		Document page = page(landing);

		List<String> links = page.select("a[href^=/], form[method=get][action^=/]")
			.stream()
			.map(AuditorPagesTest::target)
			.filter((link) -> !link.startsWith("/audit/subject"))
			.distinct()
			.toList();

		assertThat(links).contains("/audit", "/audit/sign-ins").doesNotContain("/cases", "/desk");
		// pages of modules that this test does not start
		for (String link : links.stream().filter((one) -> one.startsWith("/audit")).toList()) {
			page(link);
		}
		assertThat(page("/audit?lang=en").select("h1").text()).isEqualTo("Audit");
	}

	@Test
	void isForNobodyElse() throws Exception {
		Cookie security = browser().signIn("security2", PASSWORD);
		for (String path : List.of("/audit", "/audit/sign-ins", "/audit/subject?id=administration")) {
			assertThat(status(path, security)).isEqualTo(403);
			assertThat(status(path, this.auditor)).isEqualTo(200);
		}
	}

	@Test
	void findsByTimePersonActionAndSubject() throws Exception {
		this.audit.record(new Subject("case:wanted"), "case.opened", Map.of("park", "甲园区"));
		this.audit.record(new Subject("case:other"), "case.closed", Map.of("park", "乙园区"));
		String today = LocalDate.now().toString();

		assertThat(details("/audit?subject=case:wanted")).contains("甲园区").doesNotContain("乙园区");
		assertThat(details("/audit?action=case.closed")).contains("乙园区").doesNotContain("甲园区");
		assertThat(details("/audit?subject=case:wanted&from=" + today + "&to=" + today)).contains("甲园区");
		assertThat(details("/audit?subject=case:wanted&from=" + LocalDate.now().plusDays(1))).isEmpty();
		assertThat(details("/audit?subject=case:wanted&to=" + LocalDate.now().minusDays(1))).isEmpty();
		assertThat(details("/audit?subject=case:wanted&person=孙七")).isEmpty();
		assertThat(details("/audit?subject=ＣＡＳＥ：wanted")).contains("甲园区").doesNotContain("乙园区");
	}

	@Test
	void saysWhatIsNoDayAtItsField() throws Exception {
		for (String wrong : List.of("2026-02-30", "+999999999-01-01", "x")) {
			MvcResult answer = this.mvc
				.perform(get("/audit").param("from", wrong).param("person", "孙").cookie(this.auditor))
				.andReturn();
			Document page = Jsoup.parse(answer.getResponse().getContentAsString());
			assertThat(answer.getResponse().getStatus()).isEqualTo(422);
			assertThat(page.select("#from-error").text()).contains("不是有效日期");
			assertThat(page.select("#person").val()).isEqualTo("孙");
		}
		assertThat(status("/audit?from=2026-02-02&to=2026-02-01", this.auditor)).isEqualTo(422);
	}

	@Test
	void namesRowsThatWereWrittenButNotWhatStandsInThem() throws Exception {
		String hidden = "office.two";

		assertThat(page("/audit?subject=rows:person&rows=true").select(".audit-facts").text())
			.contains("person INSERT", "sign_in_name")
			.doesNotContain(hidden);
		assertThat(page("/audit").select(".audit-facts").text()).doesNotContain("person INSERT");
	}

	@Test
	void checksTheChainOfASubject() throws Exception {
		Subject subject = new Subject("case:checked");
		for (int i = 0; i < 60; i++) {
			this.audit.record(subject, "case.opened", Map.of("number", Integer.toString(i)));
		}

		Document first = page("/audit/subject?id=case:checked");
		assertThat(first.select("[role=status]").text()).contains("共 60 条");
		assertThat(first.select(".audit tbody tr")).hasSize(50);
		assertThat(first.select(".paging a[rel=prev]")).isEmpty();
		Document second = page(first.select(".paging a[rel=next]").attr("href"));
		assertThat(second.select(".audit tbody tr")).hasSize(10);
		assertThat(page(second.select(".paging a[rel=prev]").attr("href")).text()).contains("第 60 条", "第 11 条");
		assertThat(status("/audit/subject?id=case:never", this.auditor)).isEqualTo(404);
	}

	@Test
	void tellsWhichEntryOfTheChainWasChanged() throws Exception {
		Subject subject = new Subject("case:forged");
		for (int i = 1; i <= 3; i++) {
			this.audit.record(subject, "case.opened", Map.of("number", Integer.toString(i)));
		}
		forge("UPDATE audit_entry SET details = '{\"number\":\"9\"}' WHERE subject = 'case:forged' AND seq = 2");

		Document page = page("/audit/subject?id=case:forged");

		assertThat(page.select("[role=alert].note").text()).contains("第 2 条记录被改动");
		assertThat(page.select("[role=status].note")).isEmpty();
	}

	@Test
	void tellsThatTheEndOfTheChainWasCut() throws Exception {
		Subject subject = new Subject("case:cut");
		for (int i = 1; i <= 3; i++) {
			this.audit.record(subject, "case.opened", Map.of("number", Integer.toString(i)));
		}
		forge("DELETE FROM audit_entry WHERE subject = 'case:cut' AND seq = 3");

		assertThat(page("/audit/subject?id=case:cut").select("[role=alert].note").text()).contains("截断");
	}

	@Test
	void listsSignInsByWhatCameOfThem() throws Exception {
		this.invented.add(List.of(new NewPerson("throttled.one", "蒋一", "OFFICE", Set.of(MemberRole.STAFF))), PASSWORD);
		Page form = browser().open("/sign-in", null);
		for (int attempt = 0; attempt < 8; attempt++) {
			this.mvc.perform(form.post("/sign-in").param("username", "throttled.one").param("password", "wrong"));
		}

		assertThat(page("/audit/sign-ins").select(".audit .tag").eachText()).contains("登录", "登录失败", "登录被限制");
		assertThat(page("/audit/sign-ins?result=succeeded").select(".audit-facts").text()).contains("孙七 (auditor)");
		assertThat(page("/audit/sign-ins?result=refused").select(".audit .tag").eachText()).containsOnly("登录失败");
		assertThat(page("/audit/sign-ins?result=throttled").select(".audit-facts").text()).contains("throttled.one");
	}

	@Test
	void handsOutWhatWasFoundWithItsDigest() throws Exception {
		String formula = "=HYPERLINK(\"http://example.org\")";
		this.audit.record(new Subject(formula), "case.opened", Map.of("park", "丙园区"));
		Page page = browser().open("/audit", this.auditor);

		Map<String, byte[]> csv = unzipped(
				this.mvc.perform(page.post("/audit/export").param("format", "csv").param("subject", formula))
					.andReturn());
		String lines = new String(csv.get("audit.csv"), StandardCharsets.UTF_8);
		assertThat(lines).contains("丙园区", "\"'=HYPERLINK(\"\"http://example.org\"\")\"");
		assertThat(lines.lines()).hasSize(2);
		String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(csv.get("audit.csv")));
		assertThat(new String(csv.get("SHA256SUMS"), StandardCharsets.UTF_8)).isEqualTo(digest + "  audit.csv\n");
		assertThat(this.audit.entries(Subject.ADMINISTRATION, Long.MAX_VALUE, 1)).singleElement().satisfies((entry) -> {
			assertThat(entry.action()).isEqualTo("audit.exported");
			assertThat(entry.who().name()).isEqualTo("孙七");
			assertThat(entry.details()).contains(digest);
		});

		Map<String, byte[]> json = unzipped(
				this.mvc.perform(page.post("/audit/export").param("format", "json").param("subject", formula))
					.andReturn());
		assertThat(new String(json.get("audit.json"), StandardCharsets.UTF_8))
			.contains("\"details\":{\"park\":\"丙园区\"}");
	}

	@Test
	void refusesToHandOutForADayThatIsNone() throws Exception {
		Page page = browser().open("/audit", this.auditor);
		List<AuditEntry> before = this.audit.entries(Subject.ADMINISTRATION, Long.MAX_VALUE, 1);

		assertThat(this.mvc.perform(page.post("/audit/export").param("from", "2026-13-01"))
			.andReturn()
			.getResponse()
			.getStatus()).isEqualTo(422);
		assertThat(this.audit.entries(Subject.ADMINISTRATION, Long.MAX_VALUE, 1)).isEqualTo(before);
	}

	/** As somebody who owns the database could. */
	private void forge(String sql) {
		this.jdbc.sql("ALTER TABLE audit_entry DISABLE TRIGGER USER").update();
		this.jdbc.sql(sql).update();
		this.jdbc.sql("ALTER TABLE audit_entry ENABLE TRIGGER USER").update();
	}

	private String details(String path) throws Exception {
		return page(path).select(".audit-facts").text();
	}

	private static String target(Element element) {
		String target = element.hasAttr("href") ? element.attr("href") : element.attr("action");
		return target.replaceAll("[?#].*", "");
	}

	private Document page(String path) throws Exception {
		return Jsoup.parse(browser().open(path, this.auditor).text());
	}

	private int status(String path, Cookie session) throws Exception {
		return this.mvc.perform(get(path).cookie(session)).andReturn().getResponse().getStatus();
	}

	private static Map<String, byte[]> unzipped(MvcResult answer) throws IOException {
		Map<String, byte[]> files = new HashMap<>();
		try (ZipInputStream zip = new ZipInputStream(
				new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				files.put(entry.getName(), zip.readAllBytes());
			}
		}
		return files;
	}

	private Browser browser() {
		return new Browser(this.mvc);
	}

}
