package cn.ecopark.journey;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import cn.ecopark.journey.Browser.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever is decided against is told so on paper, why, and what may be done next; nobody
 * decides against anybody, or against his own findings, without saying why.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EarlyRefusalJourneyTest extends Journey {

	private static final String TAIZHOU = CreationSteps.TAIZHOU;

	private static final String QINGDAO = "青岛经济技术开发区";

	private static final String CHENGDU = "成都经济技术开发区";

	private static final String REASON = "申报范围与批复的四至范围不一致（虚构）。";

	@Test
	@Order(1)
	void refusesToForwardWithTheReasonAndTheWayOn() {
		as("taizhou.staff").starts(TAIZHOU, "creation");
		as("taizhou.staff").does(TAIZHOU, "提交申报", "SUBMIT");
		assertThat(text("taizhou.staff", TAIZHOU, "材料接收回执")).contains("建设规划", "不表示受理");

		refused(as("jiangsu.commerce").attempts(TAIZHOU, "商务部门提出初审意见", "DISAGREE"), "opinion", "不同意");
		as("jiangsu.commerce").does(TAIZHOU, "商务部门提出初审意见", "DISAGREE", "opinion", REASON);
		as("jiangsu.science").does(TAIZHOU, "科技部门提出初审意见", "AGREE");
		Answer page = as("jiangsu.ecology").browser().open(as("jiangsu.ecology").find(TAIZHOU, "省级初审"));
		assertThat(page.page().expectFirst("#outcome-REFUSE + label").text()).contains("须说明理由");
		assertThat(page.page().expectFirst("#outcome-FORWARD + label").text()).doesNotContain("须说明理由");
		refused(as("jiangsu.ecology").attempts(TAIZHOU, "省级初审", "FORWARD"), "f.opinionsConsistent", "商务厅");
		refused(as("jiangsu.ecology").attempts(TAIZHOU, "省级初审", "REFUSE", "f.opinionsConsistent", "no"), "opinion",
				"不予转报");
		as("jiangsu.ecology").does(TAIZHOU, "省级初审", "REFUSE", "f.opinionsConsistent", "no", "opinion", REASON);

		assertThat(text("taizhou.staff", TAIZHOU, "不予转报通知")).contains(REASON, "示范园初审〔2018〕1号", "60日内", "向江苏省人民政府申请行政复议",
				"再次申请");
	}

	@Test
	@Order(2)
	void refusesAdmissionAndASecondNoticeThatRaisesSomethingNew() {
		as("qingdao.staff").starts(QINGDAO, "award");
		as("qingdao.staff").does(QINGDAO, "提交验收申请", "SUBMIT");
		as("shandong.commerce").does(QINGDAO, "商务部门提出初审意见", "AGREE");
		as("shandong.science").does(QINGDAO, "科技部门提出初审意见", "AGREE");
		refused(as("shandong.ecology").attempts(QINGDAO, "省级初审", "FORWARD", "f.environmentalRecord", "no"),
				"f.environmentalRecord", "转报");
		as("shandong.ecology").does(QINGDAO, "省级初审", "FORWARD", "f.environmentalRecord", "no", "opinion",
				"处罚已执行完毕，整改经现场核实（虚构）。");
		as("office.one").does(QINGDAO, "审查材料完整性", "SEND_BACK", "pointTarget.SEND_BACK", "document:workReport",
				"pointRemark.SEND_BACK", "请补充重点项目清单（虚构）");
		as("qingdao.staff").does(QINGDAO, "逐项补正", "SUBMIT");
		String[] late = { "pointTarget.SEND_BACK", "document:acceptanceReport", "pointRemark.SEND_BACK", "指标口径不明（虚构）" };
		refused(as("office.one").attempts(QINGDAO, "审查材料完整性", "SEND_BACK", late), "opinion", "验收报告");
		refused(as("office.one").attempts(QINGDAO, "审查材料完整性", "NOT_ADMIT"), "opinion", "不予受理");
		as("office.one").does(QINGDAO, "审查材料完整性", "NOT_ADMIT", "opinion", REASON);

		assertThat(text("qingdao.staff", QINGDAO, "补正通知")).contains("请补充重点项目清单", "由我办决定延期或者终止");
		assertThat(text("qingdao.staff", QINGDAO, "不予受理通知")).contains(REASON, "向环境保护部申请行政复议");
	}

	@Test
	@Order(3)
	void tellsHowLongReviewTakesAndWhyTheOfficeClosesTheCase() {
		as("chengdu.staff").starts(CHENGDU, "award");
		as("chengdu.staff").does(CHENGDU, "提交验收申请", "SUBMIT");
		as("sichuan.commerce").does(CHENGDU, "商务部门提出初审意见", "AGREE");
		as("sichuan.science").does(CHENGDU, "科技部门提出初审意见", "AGREE");
		as("sichuan.ecology").does(CHENGDU, "省级初审", "FORWARD");
		showsTheDocumentsBeforeTheyGoOut();
		as("office.one").does(CHENGDU, "审查材料完整性", "ADMIT");
		assertThat(text("chengdu.staff", CHENGDU, "评审时间告知书")).contains("进入技术核查", "第四十五条", "个工作日");
		closes(CHENGDU, "园区管理机构撤销，无法继续办理（虚构）。");

		assertThat(text("chengdu.staff", CHENGDU, "终止办理通知")).contains("园区管理机构撤销", "60日内");
		assertThat(as("chengdu.staff").file(CHENGDU)).contains("已终止");
	}

	/** What is wrong is told as it would be; nothing stays, and the numbers go on. */
	private void showsTheDocumentsBeforeTheyGoOut() {
		Party office = as("office.one");
		HttpResponse<byte[]> refused = office.previews(CHENGDU, "审查材料完整性", "NOT_ADMIT");
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(new String(refused.body(), StandardCharsets.UTF_8)).contains("还不能预览", "不予受理");
		for (int time = 0; time < 2; time++) {
			HttpResponse<byte[]> preview = office.previews(CHENGDU, "审查材料完整性", "ADMIT");
			assertThat(preview.statusCode()).isEqualTo(200);
			assertThat(PdfWords.of(preview.body())).contains("予以受理", "进入技术核查", "草稿").doesNotContain("核验");
			new DocumentChecks(world().address()).keep("预览", preview.body());
		}
		assertThat(office.file(CHENGDU)).contains("审查材料完整性，正在进行");
		assertThat(office.documents(CHENGDU)).doesNotContainKey("受理通知");
		String first = text("qingdao.staff", QINGDAO, "不予受理通知");
		assertThat(first.replaceAll("\\s", "")).contains("领导小组办公室（环境保护部科技标准司代章）2018年");
		office.does(CHENGDU, "审查材料完整性", "SEND_BACK", "pointTarget.SEND_BACK", "", "pointRemark.SEND_BACK", "请补充（虚构）");
		assertThat(number(text("chengdu.staff", CHENGDU, "补正通知"))).isEqualTo(number(first) + 1);
		as("chengdu.staff").does(CHENGDU, "逐项补正", "SUBMIT");
	}

	private static int number(String document) {
		Matcher number = Pattern.compile("示范园办〔\\d+〕(\\d+)号").matcher(document);
		assertThat(number.find()).as(document).isTrue();
		return Integer.parseInt(number.group(1));
	}

	private void closes(String park, String reason) {
		Browser office = as("office.one").browser();
		Document cases = office.open("/cases?q=" + Browser.encode(park)).page();
		Document file = office.open(cases.expectFirst("a[href^=/cases/]:contains(" + park + ")").absUrl("href")).page();
		Element form = file.expectFirst("form[action$=/close]");
		office
			.post(form.absUrl("action"),
					new FormFiller(file, "form[action$=/close]").fill(Map.of("reason", List.of(reason)), ""))
			.expect(200);
	}

	private static void refused(Answer answer, String field, String named) {
		assertThat(answer.status()).isEqualTo(422);
		Element error = answer.page().getElementById(field + "-error");
		assertThat(error).as("no error at " + field + " but: " + answer.page().select(".error").eachText()).isNotNull();
		assertThat(error.text()).contains(named);
	}

	private String text(String reader, String park, String document) {
		byte[] pdf = as(reader).documents(park).get(document);
		assertThat(pdf).as(document).isNotNull();
		new DocumentChecks(world().address()).keep(document, pdf);
		return PdfWords.of(pdf);
	}

}
