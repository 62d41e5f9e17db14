package cn.ecopark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;

import cn.ecopark.audit.AuditCheck;
import cn.ecopark.audit.AuditReport;
import cn.ecopark.journey.AwardSteps.Applicant;

/** Lives of parks in one world, in the order of time: it only moves forward. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LifeJourneyTest extends Journey {

	private static final String CHENGDU = "成都经济技术开发区";

	private static final String GONGZONG = "上海市工业综合开发区";

	private static final String QINGPU = "上海青浦工业园区";

	private static final String WUHU = "芜湖经济技术开发区";

	private static final Map<String, Applicant> PARKS_OF_2019 = parks("上海市工业综合开发区", "gongzong.staff", "shanghai",
			QINGPU, "qingpu.staff", "shanghai", "国家东中西区域合作示范区（连云港徐圩新区）", "xuwei.staff", "jiangsu", CHENGDU,
			"chengdu.staff", "sichuan");

	private static final Map<String, Applicant> PARKS_OF_2020 = parks("昆明经济技术开发区", "kunming.staff", "yunnan", WUHU,
			"wuhu.staff", "anhui", "珠海高新技术产业开发区", "zhuhai.staff", "guangdong", "嘉兴港区", "jiaxing.staff", "zhejiang");

	@Autowired
	private AuditCheck check;

	@BeforeAll
	static void countFromHere() {
		RequestCosts.forget();
	}

	/** 泰州医药高新技术产业开发区, plan review on 2018-02-05. */
	@Test
	@Order(1)
	void carriesAParkFromApplicationToApproval() {
		CreationSteps creation = new CreationSteps(world());
		creation.appliesThoughOneDepartmentStaysSilent();
		creation.planIsReviewed();
		creation.threeMinistriesApprove();

		assertThat(as("taizhou.staff").park(CreationSteps.TAIZHOU)).contains("建设中", "环发〔2018〕1号");
	}

	/**
	 * Technical check 2018-02-06, acceptance 2018-12-28, one notice from 2019-06-03 to
	 * 2019-06-18, joint naming on 2019-07-05.
	 */
	@Test
	@Order(2)
	void namesFourParksTogether() {
		AwardSteps award = new AwardSteps(world(), PARKS_OF_2019, 2019);
		award.apply();
		on("2018-02-06");
		award.areChecked();
		on("2018-12-28");
		award.areAccepted();
		on("2019-05-20");
		award.noticeIsConfirmed("2019-06-03");
		on("2019-06-04");
		assertThat(award.noticePage()).contains("2019年6月18日", CHENGDU);
		on("2019-06-18");
		assertThat(as("office.one").has(CHENGDU, "编入命名批次")).isFalse();
		on("2019-06-19");
		award.areNamed("2019-07-05");
		award.jointDocuments().forEach(new DocumentChecks(world().address())::keep);
		assertThat(PdfWords.of(award.jointDocuments().get("公示"))).contains(award.noticeWords());

		PARKS_OF_2019
			.forEach((park, applicant) -> assertThat(as(applicant.staff()).park(park)).contains("已命名", "2019-07-05"));
		documentsAreGenuine(as("gongzong.staff").documents(GONGZONG));
	}

	/** What the park has got is what the public is told it is, to the last byte. */
	private void documentsAreGenuine(Map<String, byte[]> documents) {
		assertThat(documents).containsKeys("受理通知", "技术核查意见", "验收意见", "验收工作表", "命名证书");
		DocumentChecks checks = new DocumentChecks(world().address());
		documents.forEach(checks::keep);
		checks.keep("审批单", as("office.one").approvalSheet(GONGZONG));
		assertThat(checks.verdict(documents.get("命名证书"))).contains("真实", "命名证书");
		byte[] altered = documents.get("命名证书").clone();
		altered[altered.length / 2] ^= 1;
		assertThat(checks.verdict(altered)).doesNotContain("完全一致").contains("内容被改动");
	}

	/** Three years later one park is graded 优秀, another 不合格 and mends it. */
	@Test
	@Order(3)
	void rechecksTwoOfThem() {
		on("2022-07-06");
		RecheckSteps good = new RecheckSteps(world(), GONGZONG, PARKS_OF_2019.get(GONGZONG));
		RecheckSteps bad = new RecheckSteps(world(), CHENGDU, PARKS_OF_2019.get(CHENGDU));
		good.isAssessed(1);
		bad.isAssessed(0.4);
		RecheckSteps.resultIsIssued(world(), "2022年复查结果", GONGZONG, CHENGDU);
		bad.isRectified();

		assertThat(as("gongzong.staff").file(GONGZONG)).contains("评定等级：优秀");
		assertThat(as("chengdu.staff").file(CHENGDU)).contains("评定等级：不合格");
		assertThat(as("chengdu.staff").has(CHENGDU, "逐项整改")).isFalse();
		assertThat(as("gongzong.staff").park(GONGZONG)).contains("复查：优秀", "下次到期 2025年7月5日");
		assertThat(as("chengdu.staff").park(CHENGDU)).contains("复查：中", "整改后合格").doesNotContain("未通过");
		as("office.one").startsAnswered(GONGZONG, "recheck").expect(409);
	}

	/** An upheld objection strikes one park out; the other three are named on time. */
	@Test
	@Order(4)
	void namesThreeWhenAnObjectionStrikesOneOut() {
		AwardSteps award = new AwardSteps(world(), PARKS_OF_2020, 2022);
		award.applyThoughOneProvinceStaysSilent("昆明经济技术开发区");
		award.areChecked();
		award.areAccepted();
		on("2022-09-01");
		award.noticeIsConfirmed("2022-09-05");
		on("2022-09-06");
		assertThat(award.somebodyObjects(WUHU, "2022年9月20日")).startsWith("YY-2022-");
		award.objectionIsUpheld(WUHU);
		on("2022-09-21");
		award.areNamed("2022-09-30", WUHU);

		assertThat(as("zhuhai.staff").park("珠海高新技术产业开发区")).contains("已命名", "2022-09-30");
		assertThat(as("wuhu.staff").park(WUHU)).contains("建设中");
		as("office.one").find(WUHU, "处理移出园区");
	}

	/**
	 * Another fails its recheck and the re-assessment: it is heard, loses its title, and
	 * may apply again a year later.
	 */
	@Test
	@Order(5)
	void revokesTheTitleOfAParkThatFailsAgain() {
		Applicant qingpu = PARKS_OF_2019.get(QINGPU);
		RecheckSteps recheck = new RecheckSteps(world(), QINGPU, qingpu);
		recheck.isAssessed(0.4);
		RecheckSteps.resultIsIssued(world(), "2022年第二批复查结果", QINGPU);
		recheck.failsAgain();
		assertThat(as(qingpu.staff()).park(QINGPU)).contains("已命名", "复查：不合格，未通过", "已提请取消命名", "下次到期 2025年7月5日");

		RevocationSteps revocation = new RevocationSteps(world(), QINGPU, qingpu, "2022年取消命名");
		revocation.isFiled();
		assertThat(PdfWords.of(as(qingpu.staff()).documents(QINGPU).get("取消命名（除名）事先告知书"))).contains("整改后复评仍不合格（虚构）。",
				"有权陈述和申辩");
		revocation.isAnswered();
		revocation.isDecided();

		assertThat(as(qingpu.staff()).park(QINGPU)).contains("已撤销", "取消命名", "2023年9月30日起方可重新申请");
		byte[] notice = revocation.documents().get("取消命名（除名）通知");
		assertThat(new DocumentChecks(world().address()).verdict(notice)).contains("真实");
		assertThat(PdfWords.of(notice)).contains("该园区于2022年9月30日提出陈述申辩", "不影响对事实的认定（虚构）。", "取消其国家生态工业示范园区命名", "60日内",
				"向生态环境部申请行政复议");
		on("2023-09-29");
		as(qingpu.staff()).startsAnswered(QINGPU, "creation").expect(409);
		on("2023-09-30");
		as(qingpu.staff()).starts(QINGPU, "creation");
	}

	/** All that these lives have put on record is registered by whoever did it. */
	@Test
	@Order(6)
	void leavesNothingOnRecordThatIsNotRegistered() {
		AuditReport report = this.check.verify();

		assertThat(report.faults()).isEmpty();
		assertThat(report.differences()).isEmpty();
		assertThat(report.rows()).isGreaterThan(1000);
	}

	private static Map<String, Applicant> parks(String... triples) {
		Map<String, Applicant> parks = new LinkedHashMap<>();
		for (int index = 0; index < triples.length; index += 3) {
			parks.put(triples[index], new Applicant(triples[index + 1], triples[index + 2]));
		}
		return parks;
	}

	/**
	 * What the requests of these lives have asked of the database, however long their
	 * cases had become. What is saved is saved: nobody raises these numbers. Now and then
	 * a request reads the calendar anew, for which the most leaves room.
	 */
	@Test
	@Order(99)
	void asksTheDatabaseNoMoreThanItDid() {
		Map<String, Integer> most = Map.of("GET /desk", 16, "GET /tasks/*", 47, "GET /cases/*", 38, "GET /batches/*",
				30, "GET /parks/*", 26, "POST /documents", 20, "POST /tasks/*/proposal/*/sign", 90, "GET /verify", 12,
				"POST /verify", 20);
		Map<String, Double> usual = Map.of("GET /desk", 6.0, "GET /tasks/*", 24.8, "GET /cases/*", 25.0, "GET /parks/*",
				16.0, "POST /tasks/*", 74.0, "POST /documents", 18.0);

		SoftAssertions all = new SoftAssertions();
		most.forEach((request, statements) -> {
			RequestCosts.Cost dearest = RequestCosts.dearest(request);
			all.assertThat(dearest.count())
				.as(() -> "most of " + request + " at " + dearest.address() + "\n"
						+ String.join("\n", dearest.statements()))
				.isLessThanOrEqualTo(statements);
		});
		usual.forEach((request, statements) -> all.assertThat(RequestCosts.mean(request))
			.as("mean of " + request)
			.isLessThanOrEqualTo(statements));
		all.assertAll();
	}

}
