package cn.ecopark.journey;

import java.util.List;
import java.util.Map;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.test.context.TestPropertySource;

import cn.ecopark.journey.Browser.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * 规划修订: a park under construction asks for another plan, and is accepted by it once the
 * ministries have agreed; of another park they do not, and its plan stays. What they ask
 * for is invented.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestPropertySource(properties = "test.database=plan-revision")
class PlanRevisionJourneyTest extends Journey {

	private static final String QINGDAO = "青岛经济技术开发区";

	private static final String CHENGDU = "成都经济技术开发区";

	private static final String NOT_YET = CreationSteps.TAIZHOU;

	private static final String WHY = "两个重点项目因企业搬迁无法实施（虚构）";

	private static final String BATCH = "2018年第一批规划修订（虚构）";

	@Test
	@Order(1)
	void isForParksUnderConstructionOnly() {
		assertThat(as("taizhou.staff").park(NOT_YET)).doesNotContain("规划修订");
		Answer refused = as("taizhou.staff").startsAnswered(NOT_YET, "plan-revision");
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.page().text()).contains("规划修订");
		assertThat(as("qingdao.staff").park(QINGDAO)).contains("规划修订");
	}

	@Test
	@Order(2)
	void isHandedInReviewedPutRightAndExamined() {
		isHandedIn(QINGDAO, "qingdao.staff", "shandong");
		as("office.one").does(QINGDAO, "审查材料完整性", "SEND_BACK", "pointTarget.SEND_BACK", "document:planComparison",
				"pointRemark.SEND_BACK", "请补充新增项目的责任单位（虚构）");
		as("qingdao.staff").does(QINGDAO, "逐项补正", "SUBMIT");
		as("office.one").does(QINGDAO, "审查材料完整性", "ADMIT");
		assertThat(as("office.one").file(QINGDAO)).contains("2018-修-", WHY);
		assertThat(as("qingdao.staff").documents(QINGDAO)).containsKey("受理通知").doesNotContainKey("评审时间告知书");
		as("qingdao.staff").startsAnswered(QINGDAO, "award").expect(409);

		Answer contradicts = as("office.one").attempts(QINGDAO, "审查规划修订", "MINOR_CHANGE", "f.affectsConclusion", "yes");
		assertThat(contradicts.status()).isEqualTo(422);
		assertThat(contradicts.page().select("[id=f.affectsConclusion-error]").text()).contains("一般调整");
		as("office.one").does(QINGDAO, "审查规划修订", "MINOR_CHANGE", "f.affectsConclusion", "no");
	}

	@Test
	@Order(3)
	void aMajorChangeGoesToTheExperts() {
		isHandedIn(CHENGDU, "chengdu.staff", "sichuan");
		as("office.one").does(CHENGDU, "审查材料完整性", "ADMIT");
		as("office.one").does(CHENGDU, "审查规划修订", "MAJOR_CHANGE", "f.affectsConclusion", "yes", "opinion",
				"主导产业改变（虚构）。");
		byte[] told = as("chengdu.staff").documents(CHENGDU).get("评审时间告知书");
		assertThat(PdfWords.of(told)).contains("规划论证");
		String park = as("chengdu.staff").park(CHENGDU);
		assertThat(park).contains("建设中", "规划论证中");
		assertThat(presentStep(CHENGDU)).contains("建设").doesNotContain("规划论证");

		String[] experts = { "expert01", "expert02", "expert03", "expert04", "expert05" };
		as("craes.staff").does(CHENGDU, "技术预审", "READY");
		as("office.one").namesPanel(CHENGDU, "组建专家组", experts);
		List.of(experts).forEach(expert -> as(expert).does(CHENGDU, "接受邀请", "ACCEPT"));
		world().jobsRun();
		as("office.one").does(CHENGDU, "召开论证会", "HELD");
		List.of(experts).forEach(expert -> as(expert).does(CHENGDU, "提出专家意见", "PASS"));
		world().jobsRun();
		as(experts[0]).does(CHENGDU, "形成论证意见", "PASS");
		List.of(experts).subList(1, experts.length).forEach(expert -> as(expert).does(CHENGDU, "签署论证意见", "SIGN"));
		world().jobsRun();
		assertThat(as("office.one").has(CHENGDU, "编入规划修订批次")).isTrue();
	}

	@Test
	@Order(4)
	void theMinistriesAgreeToOneAndNotToTheOther() {
		as("office.one").composes("revision-decision", BATCH, QINGDAO, CHENGDU).expect(200);
		as("office.one").does(BATCH, "起草联合通知", "DRAFTED", "f.title", "关于同意修订建设规划的通知（虚构）");
		for (String ministry : Regime.OF_2015.ministries()) {
			as(ministry).votes(BATCH, "会签", "VOTED", "AGREE", CHENGDU,
					ministry.startsWith("most") ? "DISAGREE" : "AGREE");
		}
		world().jobsRun();
		as("office.one").votes(BATCH, "协调", "COORDINATED", "ASK_AGAIN", CHENGDU, "STRIKE_OUT");
		world().jobsRun();
		as("office.one").does(BATCH, "编号、印发", "ISSUED");
		world().jobsRun();

		byte[] consent = as("office.one").batchDocuments(BATCH).get("同意规划修订联合通知");
		assertThat(PdfWords.of(consent))
			.contains("同意" + QINGDAO + "（名单见附件）修订国家生态工业示范园区建设规划", "《关于" + QINGDAO + "修订建设规划的函》")
			.doesNotContain(CHENGDU);
		assertThat(as("qingdao.staff").park(QINGDAO)).contains("以修订后的规划为准", "环发〔2018〕", "建设中");
		assertThat(as("qingdao.staff").file(QINGDAO)).contains("规划已修订");
	}

	@Test
	@Order(5)
	void whoIsRefusedIsToldWhyAndKeepsThePlan() {
		as("office.one").does(CHENGDU, "处理移出园区", "DISAGREE", "opinion", "主导产业改变后达不到适用标准（虚构）。");
		world().jobsRun();

		byte[] refused = as("chengdu.staff").documents(CHENGDU).get("未通过通知");
		assertThat(PdfWords.of(refused)).contains("主导产业改变后达不到适用标准", "原建设规划继续有效", "行政复议");
		assertThat(as("chengdu.staff").park(CHENGDU)).contains("建设中").doesNotContain("以修订后的规划为准");
		assertThat(as("chengdu.staff").file(CHENGDU)).contains("不同意修订");
	}

	@Test
	@Order(6)
	void theParkIsCheckedAndAcceptedByTheRevisedPlan() {
		new AwardSteps(world(), Regime.OF_2015, Map.of(QINGDAO, new AwardSteps.Applicant("qingdao.staff", "shandong")),
				2018)
			.apply();

		for (String reader : List.of("craes.staff", "office.one", "qingdao.staff", "shandong.ecology")) {
			assertThat(as(reader).file(QINGDAO)).as(reader).contains("核查、验收以修订后的规划为准", "修订案卷 2018-修-", "环发〔2018〕");
			assertThat(as(reader).follows(QINGDAO, "修订后的规划").expect(200).page().text()).as(reader)
				.contains("建设规划（修订稿）");
		}
		assertThat(as("craes.staff").browser().open(as("craes.staff").find(QINGDAO, "制定核查方案")).page().text())
			.contains("核查、验收以修订后的规划为准");
		as("chengdu.staff").starts(CHENGDU, "award");
		assertThat(as("chengdu.staff").file(CHENGDU)).doesNotContain("以修订后的规划为准");
	}

	/** Experts who look at the plan once more do not take the park back in its life. */
	private String presentStep(String park) {
		Browser office = as("office.one").browser();
		Document list = office.open("/parks?q=" + Browser.encode(park)).expect(200).page();
		return office.open(list.expectFirst("a[href^=/parks/]:containsOwn(" + park + ")").absUrl("href"))
			.expect(200)
			.page()
			.expectFirst("li[aria-current=step]")
			.text();
	}

	private void isHandedIn(String park, String staff, String province) {
		as(staff).starts(park, "plan-revision");
		as(staff).does(park, "提交规划修订", "SUBMIT", "f.revisionReason", WHY);
		Regime.OF_2015.areHeard(world(), park, province);
		as(province + ".ecology").does(park, "省级初审", "FORWARD");
	}

}
