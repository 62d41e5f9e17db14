package cn.ecopark.casefile.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.util.UriComponentsBuilder;

import cn.ecopark.CountedStatements;
import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.officialdocument.DocumentNumber;
import cn.ecopark.officialdocument.DocumentNumbers;
import cn.ecopark.officialdocument.OfficialDocument.IssuedFile;
import cn.ecopark.officialdocument.OfficialDocuments;
import cn.ecopark.officialdocument.RegisterEntry;
import cn.ecopark.officialdocument.VerificationCode;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Audience;
import cn.ecopark.park.NewPark;
import cn.ecopark.park.Park;
import cn.ecopark.park.ParkKind;
import cn.ecopark.park.Parks;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.spreadsheet.ReadSheet;

import static cn.ecopark.casefile.web.CaseTroupe.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** The same words find the same in every list, on its pages and in its sheet. */
@SpringBootTest
@AutoConfigureMockMvc
@Import(CaseTroupe.class)
class FindingTest {

	private static final List<String> LISTS = List.of("/cases", "/parks");

	@Autowired
	private CaseTroupe troupe;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Parks parks;

	@Autowired
	private OfficialDocuments documents;

	@Autowired
	private DocumentNumbers numbers;

	@Autowired
	private TransactionOperations transaction;

	@Autowired
	private CaseTime time;

	@Autowired
	private Audit audit;

	@Autowired
	private JdbcClient jdbc;

	private Actor office;

	/** Stands in the names of this test's parks alone. */
	private String mark;

	@BeforeEach
	void theOfficeLooksForParksOfThisTest() {
		this.office = this.troupe.office();
		this.mark = "t" + UUID.randomUUID().toString().substring(0, 8);
	}

	@Test
	void findsAParkAndItsCaseHoweverTheNameIsTyped() throws Exception {
		Park park = aPark("苏州（" + this.mark + "）Ｈｉ区－一期", "320000");
		this.troupe.aCaseOf(park);

		for (String typed : List.of(this.mark + "）hi区", "苏州(" + this.mark + ")HI区-一期", "苏州【" + this.mark + "】Hi 区——一期",
				" 苏 州 〔" + this.mark.toUpperCase(Locale.ROOT) + "〕ｈｉ区\u2013一期")) {
			for (String list : LISTS) {
				assertThat(names(page(list, typed, this.office))).as(list + " " + typed).containsExactly(park.name());
			}
		}
		for (String typed : List.of(this.mark + "hi区", this.mark + "）hi区 二期")) {
			for (String list : LISTS) {
				assertThat(names(page(list, typed, this.office))).as(list + " " + typed).isEmpty();
			}
		}
	}

	@Test
	void findsACaseByItsNumberAndByThatOfADocument() throws Exception {
		EcoCase ecoCase = this.troupe.aCaseOf(aPark(this.mark, "320000"));
		this.jdbc.sql("UPDATE eco_case SET case_number = :number WHERE id = :id")
			.param("number", "2018-" + this.mark + "-0001")
			.param("id", ecoCase.id())
			.update();
		String number = issue(ecoCase, Audience.PUBLIC);

		assertThat(names(page("/cases", "２０１８—" + this.mark + " – 0001", this.office))).containsExactly(this.mark);
		String typed = number.replace('〔', '[').replace('〕', ']');
		assertThat(typed).isNotEqualTo(number);
		assertThat(names(page("/cases", typed, this.office))).contains(this.mark);
		assertThat(page("/papers", typed, this.office).select("tbody tr td.fixed").eachText()).contains(number);
	}

	@Test
	void findsNothingThatTheReaderMayNotSee() throws Exception {
		Park park = aPark(this.mark, "320000");
		EcoCase ecoCase = this.troupe.aCaseOf(park);
		String inner = issue(ecoCase, Audience.AUTHORITIES);
		String open = issue(ecoCase, Audience.PARK);
		Actor own = this.troupe.parkStaff(park);

		for (String list : LISTS) {
			assertThat(names(page(list, this.mark, own))).as(list).containsExactly(this.mark);
			assertThat(names(page(list, this.mark, this.troupe.province("320000")))).as(list)
				.containsExactly(this.mark);
			assertThat(names(page(list, this.mark, this.troupe.province("530000")))).as(list).isEmpty();
			assertThat(names(page(list, this.mark, this.troupe.parkStaff(this.troupe.aPark("320000"))))).as(list)
				.isEmpty();
		}
		assertThat(names(page("/cases", inner, this.office))).containsExactly(this.mark);
		assertThat(names(page("/cases", inner, own))).as("a document that the park does not know of").isEmpty();
		assertThat(names(page("/cases", open, own))).containsExactly(this.mark);
		assertThat(names(page("/cases", open, this.troupe.province("530000")))).isEmpty();
		for (Actor stranger : List.of(this.troupe.province("530000"),
				this.troupe.parkStaff(this.troupe.aPark("320000")))) {
			for (String list : LISTS) {
				assertThat(ReadSheet.rows(sheet(list + "/export?q=" + this.mark, stranger))).as(list).hasSize(1);
			}
		}
		this.mvc.perform(post("/papers/export").with(as(own)).with(csrf())).andExpect(status().isForbidden());
		this.mvc.perform(post("/batches/export").with(as(own)).with(csrf())).andExpect(status().isForbidden());
		this.mvc.perform(post("/batches/export").with(as(this.office)).with(csrf())).andExpect(status().isOk());
	}

	@Test
	void tellsWhatTheOtherListsHold() throws Exception {
		Park park = aPark(this.mark, "320000");
		Actor own = this.troupe.parkStaff(park);

		Element line = page("/cases", this.mark, own).expectFirst(".elsewhere");
		assertThat(line.text()).contains("园区 1");
		assertThat(names(page(URI.create(line.expectFirst("a").attr("href")), own))).containsExactly(this.mark);
		assertThat(page("/cases", this.mark, this.troupe.province("530000")).select(".elsewhere")).isEmpty();
		assertThat(page("/cases", "", own).select(".elsewhere")).isEmpty();
		this.troupe.aCaseOf(park);
		assertThat(page("/parks", this.mark, own).expectFirst(".elsewhere").text()).contains("案卷 1");
	}

	@Test
	void sortsParksByProvinceAndPinyinOnAllPages() throws Exception {
		List<String> wanted = new ArrayList<>();
		for (String name : List.of("安阳", "北海", "重庆", "厦门", "郑州")) {
			wanted.add(name + this.mark);
		}
		for (int at : new int[] { 4, 0, 3, 1, 2 }) {
			this.troupe.aCaseOf(aPark(wanted.get(at), "410000"));
		}
		this.troupe.aCaseOf(aPark("足" + this.mark, "110000"));
		wanted.add(0, "足" + this.mark);
		List<String> backwards = new ArrayList<>(wanted);
		Collections.reverse(backwards);

		assertThat(names(page("/parks", this.mark, this.office))).containsExactlyElementsOf(wanted);
		assertThat(names(page(URI.create("/cases?sort=park&q=" + this.mark), this.office)))
			.containsExactlyElementsOf(wanted);
		Document down = page(URI.create("/parks?sort=-place&q=" + this.mark), this.office);
		assertThat(names(down)).containsExactlyElementsOf(backwards);
		assertThat(down.expectFirst("th[aria-sort]").attr("aria-sort")).isEqualTo("descending");
		assertThat(names(page(URI.create(down.expectFirst("th[aria-sort] a").attr("href")), this.office)))
			.containsExactlyElementsOf(wanted);
		assertThat(names(page(URI.create("/parks?sort=nonsense&q=" + this.mark), this.office)))
			.containsExactlyElementsOf(wanted);
	}

	@Test
	void turnsThePagesInEachOrderWithoutLosingOrRepeatingARow() throws Exception {
		for (int number = 0; number < 33; number++) {
			this.troupe.aCaseOf(aPark((number % 2 == 0 ? "甲" : "乙") + this.mark + number, "640000"));
		}
		for (String sort : List.of("opened", "-opened", "number", "-number", "park", "-park", "status", "-status")) {
			turns("/cases?sort=" + sort + "&q=" + this.mark);
		}
		for (String sort : List.of("place", "-place", "name", "-name", "status", "named", "-named", "recheck",
				"-recheck")) {
			turns("/parks?sort=" + sort + "&q=" + this.mark);
		}
	}

	private void turns(String address) throws Exception {
		Document first = page(URI.create(address), this.office);
		Document second = page(URI.create(first.expectFirst("a[rel=next]").attr("href")), this.office);
		Document back = page(URI.create(second.expectFirst("a[rel=prev]").attr("href")), this.office);

		List<String> all = new ArrayList<>(names(first));
		all.addAll(names(second));
		assertThat(names(first)).as(address).hasSize(30);
		assertThat(all).as(address).hasSize(33).doesNotHaveDuplicates();
		assertThat(names(back)).as(address).isEqualTo(names(first));
		assertThat(second.select("a[rel=next]")).as(address).isEmpty();
		assertThat(ReadSheet.column(sheet(first.expectFirst("form.export").attr("action"), this.office), "园区"))
			.as(address)
			.isEqualTo(all);
	}

	@Test
	void takesOutWhatThePageShows() throws Exception {
		String calculated = "=1+" + this.mark;
		EcoCase ecoCase = this.troupe.aCaseOf(aPark(calculated, "320000"));
		aPark("不在其中", "320000");

		Document page = page("/cases", this.mark, this.office);
		byte[] sheet = sheet(page.expectFirst("form.export").attr("action"), this.office);

		List<List<String>> rows = ReadSheet.rows(sheet);
		assertThat(rows).hasSize(2);
		assertThat(rows.get(0)).contains("园区", "省份", "程序", "受理编号", "状态", "当前环节", "起始日期", "建卷日期");
		assertThat(rows.get(1)).startsWith(calculated, "江苏省", "综合类");
		assertThat(this.audit.entries(Subject.ADMINISTRATION, Long.MAX_VALUE, 1)).singleElement().satisfies((entry) -> {
			assertThat(entry.action()).isEqualTo("list.exported");
			assertThat(entry.details()).contains("\"list\":\"cases\"", "\"q\":\"" + this.mark + "\"");
		});
		assertThat(ecoCase.park().name()).isEqualTo(calculated);
	}

	@Test
	void asksTheDatabaseNothingForEachRow() throws Exception {
		this.troupe.aCaseOf(aPark(this.mark + "0", "320000"));
		int one = statements();
		for (int number = 1; number < 12; number++) {
			this.troupe.aCaseOf(aPark(this.mark + number, "320000"));
		}
		assertThat(names(page("/cases", this.mark, this.office))).hasSize(12);
		assertThat(statements()).as("eleven rows more").isLessThan(one + 11);
	}

	private int statements() throws Exception {
		int count = 0;
		for (String list : LISTS) {
			for (int warm = 0; warm < 2; warm++) {
				page(list, this.mark, this.office);
				sheet(list + "/export?q=" + this.mark, this.office);
			}
			count += CountedStatements.of(() -> page(list, this.mark, this.office)).size();
			count += CountedStatements.of(() -> sheet(list + "/export?q=" + this.mark, this.office)).size();
		}
		return count;
	}

	private Park aPark(String name, String province) {
		return this.parks.register(new NewPark(name, ParkKind.COMPREHENSIVE, "国家级经开区", province));
	}

	private String issue(EcoCase ecoCase, Audience audience) {
		LocalDate day = this.time.today();
		String digest = (UUID.randomUUID() + "" + UUID.randomUUID()).replace("-", "");
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			DocumentNumber number = this.numbers.take("环办", day, "通知（测试）", ecoCase.id());
			this.documents.register(new RegisterEntry(VerificationCode.next(), number, "namingNotice", "通知（测试）",
					List.of("MEE"), day, ecoCase.id(),
					new IssuedFile(digest, 1000, 0, ReleaseId.of("2015-167.1"), "test/1", null), audience));
			return number.text();
		}));
	}

	private static List<String> names(Document page) {
		return page.select("tbody .row-name").eachText();
	}

	private Document page(String list, String typed, Actor reader) throws Exception {
		return page(
				UriComponentsBuilder.fromPath(list).queryParam("q", "{typed}").encode().buildAndExpand(typed).toUri(),
				reader);
	}

	private Document page(URI address, Actor reader) throws Exception {
		return Jsoup.parse(this.mvc.perform(get(address).with(as(reader)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString());
	}

	private byte[] sheet(String address, Actor reader) throws Exception {
		MockHttpServletResponse response = this.mvc.perform(post(URI.create(address)).with(as(reader)).with(csrf()))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse();
		assertThat(response.getHeader("Content-Disposition")).startsWith("attachment").contains(".xlsx");
		assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
		return response.getContentAsByteArray();
	}

}
