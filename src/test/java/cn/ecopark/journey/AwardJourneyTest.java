package cn.ecopark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import cn.ecopark.journey.Browser.Answer;

/**
 * The four parks of 2019: technical check 2018-02-06, acceptance 2018-12-28, public notice from 2019-06-03 to 2019-06-18, joint naming on
 * 2019-07-05. In the variant an upheld objection strikes one of them out and the other three are named on time.
 */
class AwardJourneyTest extends Journey {

	static final Map<String, List<String>> PARKS = Map.of("上海市工业综合开发区", List.of("gongzong.staff", "shanghai"), "上海青浦工业园区",
			List.of("qingpu.staff", "shanghai"), "国家东中西区域合作示范区（连云港徐圩新区）", List.of("xuwei.staff", "jiangsu"), "成都经济技术开发区",
			List.of("chengdu.staff", "sichuan"));

	private static final String QINGPU = "上海青浦工业园区";

	private static final String NOTICE = "2019年第一批公示";

	private static final String NAMING = "2019年第一批命名";

	private static final String[] MINISTRIES = { "mee.staff", "mofcom.staff", "most.staff" };

	private static final String[] EXPERTS = { "expert06", "expert07", "expert08", "expert09", "expert10" };

	@Test
	void namesThreeOnTimeWhenAnObjectionStrikesOneOut() {
		PARKS.forEach((park, people) -> applies(park, people.get(0), people.get(1)));
		on("2018-02-06");
		PARKS.keySet().forEach(this::isChecked);
		on("2018-12-28");
		PARKS.keySet().forEach(this::isAccepted);
		on("2019-05-20");
		noticeIsConfirmed();
		on("2019-06-04");
		String receipt = somebodyObjects();
		objectionIsUpheld(receipt);
		on("2019-06-18");
		assertThat(as("office.one").has(NOTICE, "编号、印发")).isFalse();
		on("2019-06-19");
		on("2019-06-20");
		as("office.one").composes("naming", NAMING, PARKS.keySet()
			.stream()
			.filter(park -> !park.equals(QINGPU))
			.toArray(String[]::new)).expect(200);
		threeAreNamed();

		assertThat(as("chengdu.staff").park("成都经济技术开发区")).contains("已命名", "2019-07-05");
		assertThat(as("qingpu.staff").park(QINGPU)).contains("建设中");
		as("office.one").find(QINGPU, "处理移出园区");
	}

	private void applies(String park, String staff, String province) {
		as(staff).starts(park, "AWARD");
		as(staff).does(park, "提交验收申请", "SUBMIT");
		as(province + ".commerce").does(park, "商务部门提出初审意见", "AGREE");
		as(province + ".science").does(park, "科技部门提出初审意见", "AGREE");
		as(province + ".ecology").does(park, "省级初审", "FORWARD");
		as("office.one").does(park, "审查材料完整性", "ADMIT");
	}

	private void isChecked(String park) {
		as("craes.staff").does(park, "制定核查方案", "READY");
		as("craes.staff").does(park, "现场核查", "DONE");
		as("craes.staff").does(park, "提出技术核查意见", "PASS");
	}

	private void isAccepted(String park) {
		as("office.one").namesPanel(park, "组建验收组", EXPERTS);
		as("office.one").does(park, "召集验收会", "CALLED");
		for (String ministry : MINISTRIES) {
			as(ministry).does(park, "三部代表表决", "PASS");
		}
		for (String expert : EXPERTS) {
			as(expert).does(park, "专家表决", "PASS");
		}
		jobsRun();
		as(EXPERTS[0]).does(park, "形成验收意见", "PASS");
	}

	private void noticeIsConfirmed() {
		as("office.one").composes("public-notice", NOTICE, PARKS.keySet().toArray(String[]::new)).expect(200);
		as("office.one").does(NOTICE, "起草公示", "DRAFTED", "f.publicationDay", "2019-06-03");
		for (String ministry : MINISTRIES) {
			as(ministry).votes(NOTICE, "确认公示", "VOTED", "AGREE");
		}
		jobsRun();
	}

	private String somebodyObjects() {
		Browser anybody = new Browser(address());
		Document list = anybody.open("/notices").expect(200).page();
		Document notice = anybody.open(list.expectFirst("a[href^=/notices/]").absUrl("href")).expect(200).page();
		assertThat(notice.text()).contains("2019年6月18日", "上海青浦工业园区");
		Document form = anybody.open(notice.expectFirst("a[href$=/objection]").absUrl("href")).expect(200).page();
		FormFiller filler = new FormFiller(form, "main form");
		String park = form.expectFirst("option:contains(" + QINGPU + "), label:contains(" + QINGPU + ") input").attr("value");
		String parkField = form.expectFirst("select:has(option:contains(" + QINGPU + ")), label:contains(" + QINGPU + ") input")
			.attr("name");
		Answer answer = anybody
			.post(filler.action(),
					filler.fill(Map.of(parkField, List.of(park), "text", List.of("验收工作表第14项取数口径有误（虚构）。")), today()))
			.expect(200);
		return answer.page().text().replaceAll("(?s).*?(YY-\\d{4}-\\d{4}-\\w{4}).*", "$1");
	}

	private void objectionIsUpheld(String receipt) {
		assertThat(receipt).startsWith("YY-2019-");
		as("office.one").does(QINGPU, "分办异议", "ASSIGN_PROVINCE");
		as("shanghai.ecology").does(QINGPU, "省级部门核实", "REPORT");
		as("office.one").does(QINGPU, "答复异议", "UPHOLD");
		jobsRun();
	}

	private void threeAreNamed() {
		as("office.one").does(NAMING, "起草命名通知", "DRAFTED");
		for (String ministry : MINISTRIES) {
			as(ministry).votes(NAMING, "会签", "VOTED", "AGREE");
		}
		jobsRun();
		on("2019-07-05");
		as("office.one").does(NAMING, "编号、印发", "ISSUED", "f.documentNumber", "环科财〔2019〕60号");
		jobsRun();
	}

}
