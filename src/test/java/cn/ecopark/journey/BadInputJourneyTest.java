package cn.ecopark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import cn.ecopark.journey.Browser.Answer;
import cn.ecopark.journey.Browser.Field;

/**
 * What people do wrong, all day long: each is refused or handled once with a clear word,
 * and nothing is lost.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BadInputJourneyTest extends Journey {

	private static final String PARK = "青岛经济技术开发区";

	private static final String STAFF = "qingdao.staff";

	private static final String OTHER_PARK = "潍坊经济开发区";

	@Test
	@Order(1)
	void refusesASubmissionWithoutItsDocuments() {
		as(STAFF).starts(PARK, "award");
		Answer answer = as(STAFF).submitsAsItIs(as(STAFF).find(PARK, "提交验收申请"), "SUBMIT");

		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.page().text()).contains("验收报告");
		as(STAFF).find(PARK, "提交验收申请");
	}

	@Test
	@Order(2)
	void refusesAFileThatIsNotWhatItsNameSays() {
		Party park = as(STAFF);
		Document page = park.browser().open(park.find(PARK, "提交验收申请")).page();
		Element form = page.expectFirst("#documents li.missing form.upload");
		List<Field> fields = form.select("input[type=hidden]")
			.stream()
			.map(hidden -> new Field(hidden.attr("name"), hidden.attr("value")))
			.toList();
		Answer answer = park.browser()
			.upload(form.absUrl("action"), fields, "验收申请函.pdf", "MZ an executable".getBytes(StandardCharsets.UTF_8));

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.page().select("#documents").text()).contains("《验收申请函.pdf》未通过检查，未收下")
			.doesNotContain("Exception");
	}

	@Test
	@Order(3)
	void refusesAnUnknownOutcomeAndAWrongValue() {
		Party park = as(STAFF);
		String task = park.find(PARK, "提交验收申请");

		assertThat(park.submit(task, "ADMIT").status()).isEqualTo(422);
		assertThat(park.submit(task, "SUBMIT", "f.contactPhone", "<script>").status()).isEqualTo(422);
		Answer illegible = park.submit(task, "SUBMIT", "opinion", "同\u0000意", "f.keyProjectsPlanned", "1e999999999");
		assertThat(illegible.status()).isEqualTo(422);
		assertThat(illegible.page().expectFirst("input[name='f.keyProjectsPlanned']").attr("value"))
			.isEqualTo("1e999999999");
		assertThat(illegible.page().expectFirst("#opinion").text()).isEqualTo("同意");
		assertThat(illegible.page().select("main").text()).contains("整数部分最多");
		assertThat(park.submit(task, "SUBMIT", "f.keyProjectsPlanned", "12.5").page().select("main").text())
			.contains("须为整数");
		assertThat(park.submit(task, "SUBMIT", "opinion", "一".repeat(1999) + "\r\n" + "二".repeat(2001))
			.page()
			.select("main")
			.text()).contains("意见不能超过 4000 字");
		assertThat(park.submit(task, "SUBMIT", "f.keyProjectsPlanned", "很多").page().select("main").text())
			.contains("须为数字");
		park.find(PARK, "提交验收申请");
	}

	@Test
	@Order(4)
	void takesADoubleClickOnce() {
		Party park = as(STAFF);
		String task = park.find(PARK, "提交验收申请");
		Document page = park.browser().open(task).page();
		List<Field> fields = new FormFiller(page, "form[data-task]").fill(Map.of("outcome", List.of("SUBMIT")),
				"2018-01-02");

		assertThat(park.browser().post(task, fields).status()).isEqualTo(200);
		assertThat(park.browser().post(task, fields).status()).isEqualTo(200);
		List<Field> other = new ArrayList<>(fields);
		other.removeIf(field -> "opinion".equals(field.name()));
		other.add(new Field("opinion", "改了主意（虚构）。"));
		Answer told = park.browser().post(task, other);
		assertThat(told.status()).isEqualTo(409);
		assertThat(told.page().select("[data-problem]").text()).contains("这一页已提交");
		assertThat(told.page().select(".unsent textarea").eachText()).contains("改了主意（虚构）。");
		assertThat(as("shandong.commerce").count(PARK, "商务部门提出初审意见")).isEqualTo(1);
	}

	@Test
	@Order(5)
	void letsOneOfTwoColleaguesDoATask() {
		as("shandong.commerce").does(PARK, "商务部门提出初审意见", "AGREE");
		as("shandong.science").does(PARK, "科技部门提出初审意见", "AGREE");
		String task = as("shandong.ecology").find(PARK, "省级初审");
		Party slower = as("shandong.ecology");
		Document page = slower.browser().open(task).page();
		List<Field> fields = new FormFiller(page, "form[data-task]")
			.fill(Map.of("outcome", List.of("FORWARD"), "opinion", List.of("慢了一步的意见（虚构）。")), "2018-01-02");
		assertThat(as("shandong.ecology.supervisor").browser().open(task).page().select("[data-others]").text())
			.contains(Cast.displayName("shandong.ecology"));
		as("shandong.ecology.supervisor").submit(task, "FORWARD").expect(200);

		Answer late = slower.browser().post(task, fields);
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.page().select(".unsent textarea").eachText()).contains("慢了一步的意见（虚构）。");
		assertThat(slower.browser().open(task).expect(200).page().select(".unsent textarea").eachText())
			.contains("慢了一步的意见（虚构）。");
		assertThat(as("shandong.ecology.supervisor").browser().open(task).page().select(".unsent")).isEmpty();
	}

	@Test
	@Order(6)
	void refusesTheLinkFromAnotherProvince() {
		Party office = as("office.one");
		Document list = office.browser().open("/cases").page();
		String address = list.expectFirst("a[href^=/cases/]:contains(" + PARK + ")").absUrl("href");

		Answer refused = as("jiangsu.ecology").browser().open(address);
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.page().select("main").text()).isNotBlank();
		assertThat(as("jiangsu.ecology").browser().open(office.find(PARK, "审查材料完整性")).status()).isEqualTo(403);
		assertThat(new Browser(world().address()).open(address).address().getPath()).startsWith("/sign-in");
	}

	@Test
	@Order(7)
	void refusesASecondCaseAndOneInTheWrongStatus() {
		assertThat(as(STAFF).startsAnswered(PARK, "award").status()).isEqualTo(409);
		assertThat(as("weifang.staff").startsAnswered(OTHER_PARK, "creation").status()).isEqualTo(409);
	}

	@Test
	@Order(8)
	void countsThreeMinistriesThatDecideInTheSameInstant() throws Exception {
		as("office.one").does(PARK, "审查材料完整性", "ADMIT");
		as("craes.staff").does(PARK, "制定核查方案", "READY");
		as("craes.staff").does(PARK, "现场核查", "DONE");
		as("craes.staff").does(PARK, "提出技术核查意见", "PASS");
		as("office.one").namesPanel(PARK, "组建验收组", "expert11", "expert12", "expert13", "expert14", "expert15");
		as("office.one").does(PARK, "召集验收会", "CALLED");
		List<String> ministries = List.of("mee.staff", "mofcom.staff", "most.staff");
		List<Callable<Answer>> votes = new ArrayList<>();
		for (String ministry : ministries) {
			Party party = as(ministry);
			String task = party.find(PARK, "三部代表表决");
			votes.add(() -> party.submit(task, "PASS"));
		}
		ExecutorService together = Executors.newFixedThreadPool(votes.size());
		try {
			for (Future<Answer> vote : together.invokeAll(votes)) {
				assertThat(vote.get().status()).isEqualTo(200);
			}
		}
		finally {
			together.shutdown();
		}
		world().jobsRun();
		ministries.forEach(ministry -> assertThat(as(ministry).has(PARK, "三部代表表决")).isFalse());
	}

	@Test
	@Order(9)
	void strikesAParkOutThatWithdrawsFromItsBatch() {
		for (String expert : List.of("expert11", "expert12", "expert13", "expert14", "expert15")) {
			as(expert).does(PARK, "专家表决", "PASS");
		}
		world().jobsRun();
		as("expert11").does(PARK, "形成验收意见", "PASS");
		AwardSteps.opinionIsSigned(world(), Regime.OF_2015, PARK, "expert11", "expert12", "expert13", "expert14",
				"expert15");
		as("office.one").composes("public-notice", "撤回试验批次", PARK).expect(200);
		Document cases = as(STAFF).browser().open("/cases").page();
		Document own = as(STAFF).browser()
			.open(cases.expectFirst("a[href^=/cases/]:contains(" + PARK + ")").absUrl("href"))
			.page();
		Element form = own.expectFirst("form[action$=/withdraw]");
		FormFiller filler = new FormFiller(own, "form[action$=/withdraw]");

		assertThat(as(STAFF).browser()
			.post(form.absUrl("action"), filler.fill(Map.of("reason", List.of("")), ""))
			.status()).isEqualTo(422);
		as(STAFF).browser()
			.post(form.absUrl("action"), filler.fill(Map.of("reason", List.of("园区规划调整（虚构）")), ""))
			.expect(200);
		world().jobsRun();
		assertThat(as(STAFF).cases()).contains("撤回");
		assertThat(as("office.one").has("撤回试验批次", "起草公示")).isFalse();
	}

}
