package cn.ecopark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import cn.ecopark.audit.AuditCheck;
import cn.ecopark.audit.AuditReport;
import cn.ecopark.journey.AwardSteps.Applicant;
import cn.ecopark.journey.Browser.Answer;
import cn.ecopark.journey.Browser.Field;

/**
 * A naming goes out with a wrong date. The ministries put it right together, and wherever
 * the wrong number stands it says so; then they void it together.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestPropertySource(properties = "test.database=correction")
class CorrectionJourneyTest extends Journey {

	private static final String PARK = "上海青浦工业园区";

	private static final String NAMING = "2019年第一批命名";

	private static final String WRONG = "环科财〔2019〕1号";

	private static final String RIGHT = "环科财〔2019〕2号";

	private static final String OFFICE = "office.one";

	@Autowired
	private AuditCheck check;

	@Test
	@Order(1)
	void aNamingGoesOutWithAWrongDate() {
		AwardSteps award = new AwardSteps(world(), Map.of(PARK, new Applicant("qingpu.staff", "shanghai")), 2019);
		award.apply();
		on("2018-02-06");
		award.areChecked();
		on("2018-12-28");
		award.areAccepted();
		on("2019-05-20");
		award.noticeIsConfirmed("2019-06-03");
		on("2019-06-19");
		as(OFFICE).composes("naming", NAMING, PARK).expect(200);
		as(OFFICE).does(NAMING, "起草命名通知", "DRAFTED");
		Regime.OF_2015.agree(world(), NAMING);
		on("2019-07-08");
		as(OFFICE).does(NAMING, "编号、印发", "ISSUED", "f.issuedOn", "2019-06-25");
		world().jobsRun();

		assertThat(as(OFFICE).park(PARK)).contains("已命名", "2019年6月25日", WRONG, "2022年6月25日");
	}

	@Test
	@Order(2)
	void nobodyPutsItRightAlone() {
		String address = paper(WRONG);

		as("qingpu.staff").browser().open(address).expect(403);
		as("mee.staff").browser().open(address).expect(200);
		Document ministrys = as("mee.staff").browser().open(address).page();
		assertThat(ministrys.select("form[action$=/void]")).isEmpty();
		assertThat(ministrys.select("a.back").attr("href")).as("the way back").startsWith("/batches/");
		assertThat(as(OFFICE).browser().open(address).page().select("a.back").attr("href")).isEqualTo("/papers");
		assertThat(refused(correct(as(OFFICE), address, "1999-01-01", "日期有误", "打错了日期"))).contains("不能早于最后一个部门会签的日期");
		assertThat(refused(correct(as(OFFICE), address, "2019-07-09", "日期有误", "打错了日期"))).contains("不能晚于");
		assertThat(refused(correct(as(OFFICE), address, "昨天", "日期有误", "打错了日期"))).contains("请填写日期");
		assertThat(refused(correct(as(OFFICE), address, "2019-07-05", "", "打错了日期"))).contains("请写明更正内容");
		Answer missing = correct(as(OFFICE), address, "2019-07-05", "印发日期应为2019年7月5日（虚构）", "");
		assertThat(refused(missing)).contains("请写明理由");
		assertThat(missing.page().expectFirst("#mistake").text()).isEqualTo("印发日期应为2019年7月5日（虚构）");

		correct(as(OFFICE), address, "2019-07-05", "印发日期应为2019年7月5日（虚构）", "打错了日期（虚构）").expect(200);
		assertThat(as("mofcom.staff").browser().open("/desk").page().select(".desk-notes").text())
			.contains("提请本机关同意更正" + WRONG);
		assertThat(refused(say(as("mofcom.staff"), address, false, ""))).contains("请写明理由");
		say(as("mofcom.staff"), address, false, "日期没有错（虚构）").expect(200);

		assertThat(as(OFFICE).browser().open(address).page().text()).contains("有机关不同意，未办理", "日期没有错（虚构）");
		assertThat(as(OFFICE).park(PARK)).contains("2019年6月25日").doesNotContain("已更正");
	}

	@Test
	@Order(3)
	void theMinistriesPutItRightTogether() throws IOException {
		String address = paper(WRONG);
		correct(as(OFFICE), address, "2019-07-05", "印发日期应为2019年7月5日（虚构）", "打错了日期（虚构）").expect(200);
		assertThat(PdfWords.of(as("most.staff").browser()
			.fetch(as("most.staff").browser().open(address).page().expectFirst("a[href$=/draft]").absUrl("href"))))
			.contains("更正：印发日期应为2019年7月5日（虚构）。原" + WRONG, "作废，以本文为准。", "2019年7月5日");
		say(as("mee.staff"), address, true, "").expect(200);
		say(as("mofcom.staff"), address, true, "").expect(200);
		assertThat(as(OFFICE).park(PARK)).as("one has not spoken").contains("2019年6月25日").doesNotContain(RIGHT);

		say(as("most.staff"), address, true, "").expect(200);

		assertThat(as(OFFICE).park(PARK)).contains("已命名", "2019年7月5日", RIGHT, "2022年7月5日", "已更正", "打错了日期（虚构）");
		assertThat(row("/papers?q=" + Browser.encode(WRONG), WRONG)).contains("已被替代", RIGHT);
		Document batch = batch();
		assertThat(row(batch, WRONG)).contains("已被替代", "由 " + RIGHT + " 替代");
		assertThat(row(batch, RIGHT)).contains("2019-07-05", "已印发");
		assertThat(batch.expectFirst(".page-head .meta strong").text()).isEqualTo(RIGHT);
		for (String reader : List.of(OFFICE, "qingpu.staff", "shanghai.ecology")) {
			Document file = file(reader);
			assertThat(row(file, WRONG)).as(reader).contains("已被替代", "由 " + RIGHT + " 替代");
			assertThat(row(file, RIGHT)).as(reader).contains("已印发");
			assertThat(file.select(".timeline").text()).as(reader).contains(WRONG + "（已由" + RIGHT + "替代）");
		}
		assertThat(verdict(WRONG)).contains("已被替代", RIGHT).doesNotContain("现行有效");
		assertThat(verdict(RIGHT)).contains("真实", "2019年7月5日");
		assertThat(wholeFile()).contains("已被替代（见" + RIGHT + "）");
	}

	@Test
	@Order(4)
	void theNewDocumentsSayWhatTheyPutRight() {
		String naming = PdfWords.of(as(OFFICE).batchDocuments(NAMING).get("命名通知"));
		assertThat(naming).contains(RIGHT, "更正：印发日期应为2019年7月5日（虚构）。原" + WRONG + "《关于批准上海青浦工业园区为国家生态工业示范园区的通知》作废",
				"2019年7月5日");
		byte[] certificate = as("qingpu.staff").documents(PARK).get("命名证书");
		assertThat(PdfWords.of(certificate)).contains(RIGHT, "2019年7月5日").doesNotContain(WRONG);
		assertThat(new DocumentChecks(world().address()).verdict(certificate)).contains("真实");
		assertThat(row("/papers?state=SUPERSEDED", "命名证书")).contains("已被替代");
	}

	@Test
	@Order(5)
	void theMinistriesVoidItTogether() {
		String address = paper(RIGHT);
		assertThat(refused(post(as(OFFICE), address, "form[action$=/void]", Map.of("voidReason", List.of("")))))
			.contains("请写明理由");
		post(as(OFFICE), address, "form[action$=/void]", Map.of("voidReason", List.of("命名程序有误（虚构）"))).expect(200);
		say(as("mee.staff"), address, true, "").expect(200);
		say(as("mofcom.staff"), address, true, "").expect(200);
		assertThat(as(OFFICE).park(PARK)).contains("已命名");
		say(as("most.staff"), address, true, "").expect(200);

		assertThat(as(OFFICE).park(PARK)).contains("建设中", "已撤销", "命名程序有误（虚构）");
		assertThat(row(batch(), RIGHT)).contains("已作废");
		assertThat(file("qingpu.staff").select(".timeline").text()).contains(RIGHT + "（已作废）");
		assertThat(verdict(RIGHT)).contains("已作废");
		assertThat(row("/papers?state=VOIDED", "命名证书")).contains("作废");
		as("qingpu.staff").starts(PARK, "award");
	}

	@Test
	@Order(6)
	void leavesNothingOnRecordThatIsNotRegistered() {
		AuditReport report = this.check.verify();

		assertThat(report.faults()).isEmpty();
		assertThat(report.differences()).isEmpty();
	}

	private Answer correct(Party party, String address, String day, String mistake, String reason) {
		return post(party, address, "form[action$=/corrections]",
				Map.of("f.issuedOn", List.of(day), "mistake", List.of(mistake), "reason", List.of(reason)));
	}

	private Answer say(Party party, String address, boolean agrees, String word) {
		return post(party, address, "form[action$=/word]",
				Map.of("agrees", List.of(Boolean.toString(agrees)), "word", List.of(word)));
	}

	private Answer post(Party party, String address, String form, Map<String, List<String>> typed) {
		Element drawn = party.browser().open(address).expect(200).page().expectFirst(form);
		Map<String, String> fields = new LinkedHashMap<>();
		drawn.select("input[type=hidden]").forEach(hidden -> fields.put(hidden.attr("name"), hidden.attr("value")));
		typed.forEach((name, values) -> fields.put(name, values.get(0)));
		return party.browser()
			.post(drawn.absUrl("action"),
					fields.entrySet().stream().map(field -> new Field(field.getKey(), field.getValue())).toList());
	}

	private static String refused(Answer answer) {
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.page().select(".field.wrong .error").text()).isNotEmpty();
		return answer.page().select(".errors").text();
	}

	/** Where that document is put right, found as the Office finds it. */
	private String paper(String number) {
		return as(OFFICE).browser()
			.open("/papers?q=" + Browser.encode(number))
			.page()
			.expectFirst("tbody tr:contains(" + number + ") a.button")
			.absUrl("href");
	}

	private Document batch() {
		Document list = as(OFFICE).browser().open("/batches").expect(200).page();
		return as(OFFICE).browser().open(list.expectFirst("a:containsOwn(" + NAMING + ")").absUrl("href")).page();
	}

	private Document file(String reader) {
		Document list = as(reader).browser().open("/cases?q=" + Browser.encode(PARK)).expect(200).page();
		return as(reader).browser()
			.open(list.expectFirst("a[href^=/cases/]:contains(" + PARK + ")").absUrl("href"))
			.page();
	}

	private String row(String address, String words) {
		return row(as(OFFICE).browser().open(address).expect(200).page(), words);
	}

	private static String row(Document page, String words) {
		return page.select("tbody tr:contains(" + words + ")")
			.stream()
			.map(Element::text)
			.filter(text -> !text.contains(words + " 替代"))
			.findFirst()
			.orElseThrow(() -> new AssertionError("No row with " + words));
	}

	private String verdict(String number) {
		return new Browser(world().address()).open("/verify?q=" + Browser.encode(number)).expect(200).page().text();
	}

	private String wholeFile() throws IOException {
		byte[] zip = as("qingpu.staff").browser()
			.fetch(file("qingpu.staff").location().replaceAll("[?#].*", "") + "/whole-file.zip");
		StringBuilder all = new StringBuilder();
		try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
			for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				if (entry.getName().endsWith(".json")) {
					all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
				}
			}
		}
		return all.toString();
	}

}
