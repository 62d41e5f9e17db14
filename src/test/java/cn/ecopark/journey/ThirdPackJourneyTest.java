package cn.ecopark.journey;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import cn.ecopark.audit.AuditCheck;
import cn.ecopark.release.PackedRelease;
import cn.ecopark.rulepack.ThirdPack;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A regime that nobody programmed: an operator enters who takes part in it, sends it as a
 * release, and a park goes its whole way under it, past a city and by three ministries
 * against one, while a case of the regime before ends under that.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestPropertySource(properties = "test.database=third-pack")
class ThirdPackJourneyTest extends Journey {

	private static final String PARK = "苏州零碳试点园（虚构）";

	/** Begun under 2026-4 in the last days before. */
	private static final String OF_BEFORE = "泰州医药高新技术产业开发区";

	private static final String STAFF = "pilot.staff";

	private static final String CITY = "suzhou.ecology";

	private static final String ASSESSOR = "assessor.staff";

	private static final String OFFICE = "office.one";

	private static final List<String> IN_FAVOUR = List.of("mee.staff", "mofcom.staff", "miit.staff");

	private static final String DISSENTER = "most.staff";

	private static final String[] JURY = { "expert01", "expert02", "expert03" };

	private final Map<String, byte[]> kept = new LinkedHashMap<>();

	@Autowired
	private AuditCheck check;

	/** It is a draft until all it names is there, and takes a second administrator. */
	@Test
	@Order(1)
	void anOperatorBringsThePackIntoForce() {
		on("2039-11-01");
		Administration administration = new Administration(world());
		Document draft = administration.sends(PackedRelease.zip(ThirdPack.files()));
		String release = draft.location().replaceFirst(".*(?=/admin/packs/)", "");
		assertThat(draft.text()).contains("CITY_ECOLOGY");
		administration.acts("system.admin", release, "propose").expect(422);

		administration.entersUnits("kinds", "", "CITY_ECOLOGY", "CITY", "市级生态环境局", "City bureaus of ecology");
		administration.entersUnits("cities", "", "320000", "320500", "苏州市", "苏州");
		administration.entersUnits("units", "2019-01-10", "CITY_ECOLOGY", "320500", "", "苏州市生态环境局", "苏州生态环境局");
		administration.entersUnits("units", "2038-01-01", "TECHNICAL_UNIT", "", "ASSESSOR", "循环园区评估中心（虚构）", "评估中心");
		administration.begins("parties?of=" + ThirdPack.ID, "2040-01-01", "MEE", "MOFCOM", "MIIT", "MOST", "", "");
		administration.begins("title?of=" + ThirdPack.ID, "2040-01-01", "零碳循环示范单位（测试）",
				"Zero-carbon circular park (test)");
		administration.begins("technical-unit?of=" + ThirdPack.ID + ":look-back", "2040-01-01", "ASSESSOR");
		administration.begins("unit-name?of=OFFICE", "2040-01-01", "循环园区试点联席会议秘书处", "秘书处");
		assertThat(as("system.admin").browser().open(release).expect(200).page().text()).doesNotContain("CITY_ECOLOGY");

		administration.acts("system.admin", release, "propose").expect(200);
		administration.acts("system.admin", release, "release").expect(422);
		administration.acts("system.admin2", release, "release").expect(200);

		administration.registers(PARK, "320000", "320500");
		administration.employs(STAFF, "虚构园区经办", PARK);
		administration.employs(CITY, "虚构市局经办", "苏州市生态环境局");
		administration.employs(ASSESSOR, "虚构评估员", "循环园区评估中心");
		assertThat(as(STAFF).park(PARK)).contains("国家验收").doesNotContain("评审团");
		as(STAFF).startsAnswered(PARK, "pilot").expect(404);
	}

	@Test
	@Order(2)
	void oneBeginsUnderTheRegimeBefore() {
		on("2039-12-28");
		as("taizhou.staff").starts(OF_BEFORE, "creation");
		as("taizhou.staff").does(OF_BEFORE, "提交创建申请", "SUBMIT");
	}

	/** The city speaks first; it may send back once. */
	@Test
	@Order(3)
	void theCitySpeaksBeforeTheProvince() {
		on("2040-01-04");
		Party park = as(STAFF);
		assertThat(park.park(PARK)).contains("评审团评审", "候选").doesNotContain("国家验收", "意向");
		park.startsAnswered(PARK, "creation").expect(404);
		park.starts(PARK, "pilot");
		park.does(PARK, "提交试点申报", "HAND_IN");
		assertThat(as("jiangsu.ecology").has(PARK, "省级审查认可")).isFalse();
		Party city = as(CITY);
		city.does(PARK, "市级审查推荐", "RETURN", "pointTarget.RETURN", "document:pilotPlan", "pointRemark.RETURN",
				"请补充减排测算（虚构）");
		park.does(PARK, "补正申报", "HAND_IN");
		assertThat(city
			.attempts(PARK, "市级审查推荐", "RETURN", "pointTarget.RETURN", "document:pilotPlan", "pointRemark.RETURN",
					"再补充一次（虚构）")
			.status()).isEqualTo(422);
		city.does(PARK, "市级审查推荐", "RECOMMEND");
		as("jiangsu.ecology").does(PARK, "省级审查认可", "ENDORSE");
		as(OFFICE).does(PARK, "决定立项", "TAKE_UP");

		assertThat(as(OFFICE).cases()).contains("2040-试-");
		assertThat(as(STAFF).file(PARK)).contains("市级生态环境局", "苏州市生态环境局").doesNotContain("领导小组", "协调机制");
	}

	/** Three jurors, of whom two are for it and one signs with a view of his own. */
	@Test
	@Order(4)
	void aJuryOfThreeConcludes() {
		Party office = as(OFFICE);
		assertThat(office.attempts(PARK, "组成评审团", "SEATED", office.panel(PARK, "组成评审团", JURY[0], JURY[1])).status())
			.isEqualTo(422);
		office.does(PARK, "组成评审团", "SEATED", office.panel(PARK, "组成评审团", JURY));
		world().jobsRun();
		as(JURY[0]).does(PARK, "评委打出意见", "FIT");
		as(JURY[1]).does(PARK, "评委打出意见", "FIT");
		assertThat(as(JURY[0]).has(PARK, "形成评审意见")).isFalse();
		as(JURY[2]).does(PARK, "评委打出意见", "UNFIT", "opinion", "投入测算依据不足（虚构）。");
		world().jobsRun();
		as(JURY[0]).does(PARK, "形成评审意见", "FIT", "f.feasible", "路线可行（虚构）。", "f.costs", "测算基本合理（虚构）。", "f.spread",
				"可以推广（虚构）。");
		as(JURY[1]).does(PARK, "签名", "PUT_NAME");
		as(JURY[2]).does(PARK, "签名", "OWN_VIEW", "opinion", "测算应当复核（虚构）。");
		world().jobsRun();

		keep(as(STAFF).documents(PARK));
		assertThat(textOf("评审意见")).contains("适合试点", "技术路线是否可行：路线可行（虚构）", "测算应当复核（虚构）", "ZC1-2040");
	}

	/** Three against one: what needs all would have failed. */
	@Test
	@Order(5)
	void threeMinistriesAgainstOneListThePark() {
		String batch = "2040年第一轮试点会商";
		as(OFFICE).composes("pilot-decision", batch, PARK).expect(200);
		as(OFFICE).does(batch, "拟会商稿", "DRAFT_READY", "f.standard_COMPREHENSIVE", "ZC 1-2040");
		threeVoteAgainstOne(batch);
		as(OFFICE).does(batch, "编号印发", "PRINTED");
		world().jobsRun();

		assertThat(as(STAFF).park(PARK)).contains("试点中", "ZC 1-2040").doesNotContain("创建中", "建设中");
		keep(as(OFFICE).batchDocuments(batch));
		assertThat(textOf("试点名单通知")).contains("循试联〔2040〕1号", "零碳循环示范单位（测试）", "科学技术部", "工业和信息化部", "苏州市生态环境局");
		keep(Map.of("会商表", as(OFFICE).signOffSheet(batch), "办理单", as(OFFICE).approvalSheet(PARK)));
		assertThat(textOf("会商表")).contains("科学技术部全部园区反对：", "生态环境部全部园区赞成");
		assertThat(textOf("办理单")).contains("零碳循环试点办理单", "市级审查推荐苏州市生态环境局");
		assertThat(new DocumentChecks(world().address()).verdict(this.kept.get("试点名单通知"))).contains("真实", "循试联〔2040〕1号",
				"科学技术部（演示） 有效");
	}

	/** What was begun before goes on by its own steps, words and ministries. */
	@Test
	@Order(6)
	void theCaseOfBeforeGoesOnUnderItsOwnRegime() {
		Regime.OF_2026.areHeard(world(), OF_BEFORE, "jiangsu");
		as("jiangsu.ecology").does(OF_BEFORE, "省级审查、决定", "CONSENT");
		as(OFFICE).does(OF_BEFORE, "备案", "ON_FILE");
		world().jobsRun();

		assertThat(as("taizhou.staff").park(OF_BEFORE)).contains("创建中").doesNotContain("试点中");
		keep(as("taizhou.staff").documents(OF_BEFORE));
		assertThat(textOf("同意启动创建的函")).contains("环科财〔2026〕4号").doesNotContain("零碳", "循试");
		as("taizhou.staff").startsAnswered(OF_BEFORE, "award").expect(404);
	}

	/** Six months of trial, and then the honour. */
	@Test
	@Order(7)
	void theParkIsHonoured() {
		Party park = as(STAFF);
		on("2040-07-03");
		park.startsAnswered(PARK, "honour").expect(409);
		on("2040-07-05");
		park.starts(PARK, "honour");
		park.does(PARK, "申请授牌", "HAND_IN");
		as(CITY).does(PARK, "市级复核推荐", "RECOMMEND");
		isDecided("honour-decision", "2040年授牌会商");

		assertThat(park.park(PARK)).contains("示范单位", "零碳循环示范单位（测试）").doesNotContain("已命名");
		keep(park.documents(PARK));
		assertThat(textOf("授牌决定")).contains("循试联〔2040〕2号", "零碳循环示范单位（测试）");
		assertThat(new DocumentChecks(world().address()).verdict(this.kept.get("牌匾证书"))).contains("真实", "牌匾证书");
	}

	/** The Office decides alone, once against the park and once for it. */
	@Test
	@Order(8)
	void theBoundaryIsKeptAndThenMoved() {
		Party park = as(STAFF);
		on("2041-03-04");
		park.starts(PARK, "boundary-change");
		park.does(PARK, "申请调整边界", "HAND_IN", "f.boundaryNow", "东至太湖大道，西至运河（虚构）");
		assertThat(as(OFFICE).attempts(PARK, "决定边界调整", "KEEP_LINE", "opinion", "").status()).isEqualTo(422);
		as(OFFICE).does(PARK, "决定边界调整", "KEEP_LINE", "opinion", "与国土空间规划不符（虚构）。");
		keep(park.documents(PARK));
		assertThat(textOf("不同意边界调整的函")).contains("与国土空间规划不符（虚构）", "45日", "循环园区试点联席会议秘书处");
		assertThat(park.file(PARK)).contains("维持原边界");

		on("2041-06-04");
		park.starts(PARK, "boundary-change");
		park.does(PARK, "申请调整边界", "HAND_IN", "f.boundaryNow", "东至太湖大道，西至京杭运河（虚构）");
		as(OFFICE).does(PARK, "决定边界调整", "MOVE_LINE", "f.effectiveOn", "2041-07-01");
		keep(park.documents(PARK));
		assertThat(textOf("同意边界调整的函")).contains("自2041年7月1日起", "西至京杭运河（虚构）");
		assertThat(park.park(PARK)).contains("示范单位", "边界调整");
	}

	/** Fair is neither kept nor lost: the park mends within months. */
	@Test
	@Order(9)
	void aLookBackFindsTheParkFair() {
		Party park = as(STAFF);
		on("2042-03-03");
		as(OFFICE).startsAnswered(PARK, "look-back").expect(409);
		on("2042-05-05");
		as(OFFICE).starts(PARK, "look-back");
		assertThat(as(OFFICE).file(PARK)).contains("7月7日 还剩 45 日");
		park.does(PARK, "提交自查报告", "HAND_IN");
		as(ASSESSOR).scores(PARK, "第三方评估打分", "SCORED", 0.7);
		world().jobsRun();
		isDecided("look-back-result", "2042年回头看会商");
		keep(as(OFFICE).batchDocuments("2042年回头看会商"));
		assertThat(textOf("回头看情况通报")).contains("70.0中", "须在六个月内完成改进").doesNotContain("提请摘牌");
		park.does(PARK, "落实改进措施", "HAND_IN");
		world().jobsRun();

		assertThat(park.park(PARK)).contains("示范单位", "回头看：中");
		assertThat(park.file(PARK)).contains("已改进");
	}

	/** The park pleads in vain, and may come again after three months. */
	@Test
	@Order(10)
	void theHonourIsWithdrawn() {
		Party park = as(STAFF);
		on("2043-03-02");
		isAccused();
		as(OFFICE).does(PARK, "立案告知", "FILED", "f.facts", "上报数据与台账不符（虚构）");
		park.does(PARK, "申辩", "HAND_IN");
		as(OFFICE).does(PARK, "审查申辩", "PURSUE", "f.findings", "所述属实部分不影响认定（虚构）");
		String batch = "2043年摘牌会商";
		as(OFFICE).composes("withdrawal-decision", batch, PARK).expect(200);
		as(OFFICE).does(batch, "拟会商稿", "DRAFT_READY");
		threeVoteAgainstOne(batch);
		as(OFFICE).does(batch, "编号印发", "PRINTED");
		world().jobsRun();

		assertThat(park.park(PARK)).contains("已摘牌", "2043年6月2日起方可重新申请").doesNotContain("已撤销");
		keep(as(OFFICE).batchDocuments(batch));
		keep(park.documents(PARK));
		assertThat(textOf("摘牌决定")).contains("摘去其零碳循环示范单位（测试）牌匾", "数据与台账不符（虚构）", "45日");
		on("2043-06-01");
		park.startsAnswered(PARK, "pilot").expect(409);
		on("2043-06-02");
		park.starts(PARK, "pilot");
	}

	@Test
	@Order(11)
	void nothingIsOnRecordThatIsNotRegistered() {
		assertThat(this.check.verify().faults()).isEmpty();
		assertThat(this.check.verify().differences()).isEmpty();
		assertThat(LocalDate.parse(world().today())).isAfter(LocalDate.of(2043, 6, 1));
	}

	private void isAccused() {
		Browser office = as(OFFICE).browser();
		Document parks = office.open("/parks?q=" + Browser.encode(PARK)).expect(200).page();
		Document page = office.open(parks.expectFirst("a[href^=/parks/]:containsOwn(" + PARK + ")").absUrl("href"))
			.expect(200)
			.page();
		FormFiller form = new FormFiller(page, "form:has(input[name=kind][value=withdrawal-of-honour])");
		office.post(form.action(), form.fill(Map.of("reason", List.of("上报数据不实（虚构）。")), world().today())).expect(200);
	}

	private void isDecided(String kind, String batch) {
		as(OFFICE).composes(kind, batch, PARK).expect(200);
		as(OFFICE).does(batch, "拟会商稿", "DRAFT_READY");
		IN_FAVOUR.forEach(ministry -> as(ministry).votes(batch, "部委表决", "CAST", "YES"));
		as(DISSENTER).votes(batch, "部委表决", "CAST", "YES");
		world().jobsRun();
		as(OFFICE).does(batch, "编号印发", "PRINTED");
		world().jobsRun();
		keep(as(OFFICE).batchDocuments(batch));
	}

	private void threeVoteAgainstOne(String batch) {
		IN_FAVOUR.forEach(ministry -> as(ministry).votes(batch, "部委表决", "CAST", "YES"));
		as(DISSENTER).votes(batch, "部委表决", "CAST", "NO");
		world().jobsRun();
	}

	private void keep(Map<String, byte[]> documents) {
		this.kept.putAll(documents);
		documents
			.forEach((name, document) -> new DocumentChecks(world().address()).keep("pilot-test " + name, document));
	}

	private String textOf(String document) {
		assertThat(this.kept).containsKey(document);
		return PdfWords.of(this.kept.get(document));
	}

}
