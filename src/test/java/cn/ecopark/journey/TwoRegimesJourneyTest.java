package cn.ecopark.journey;

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
import cn.ecopark.journey.AwardSteps.Applicant;
import cn.ecopark.journey.Browser.Answer;
import cn.ecopark.journey.Browser.Field;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two regimes beside each other in one world: what was begun under 2015-167 ends under it
 * while a park goes its whole way under 2026-4, from its self-assessment to the loss of
 * its title.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestPropertySource(properties = "test.database=two-regimes")
class TwoRegimesJourneyTest extends Journey {

	/** Applied for acceptance in the last weeks of the old regime. */
	private static final String OLD = "上海青浦工业园区";

	private static final Applicant OF_OLD = new Applicant("qingpu.staff", "shanghai");

	/** Begins when the new one is in force. */
	private static final String NEW = "泰州医药高新技术产业开发区";

	private static final Applicant OF_NEW = new Applicant("taizhou.staff", "jiangsu");

	/** Bears the title since 2008. */
	private static final String NAMED_LONG_AGO = "苏州工业园区";

	private static final Applicant OF_NAMED = new Applicant("sip.staff", "jiangsu");

	private static final String OLD_STANDARD = "HJ 274-2009 with amendment 2012 No. 48";

	private static final String NEW_STANDARD = "生态工业园区建设标准";

	private final Map<String, byte[]> kept = new LinkedHashMap<>();

	@Autowired
	private AuditCheck check;

	private AwardSteps old() {
		return new AwardSteps(world(), Regime.OF_2015_SINCE_2023, Map.of(OLD, OF_OLD), 2026);
	}

	private AwardSteps award() {
		return new AwardSteps(world(), Regime.OF_2026, Map.of(NEW, OF_NEW), 2028);
	}

	@Test
	@Order(1)
	void oneAppliesUnderTheOldRegime() {
		on("2026-01-20");
		old().apply();

		assertThat(as("qingpu.staff").park(OLD)).contains("建设中").doesNotContain("创建中");
		assertThat(as("taizhou.staff").park(NEW)).contains("批准建设").doesNotContain("省级同意启动");
	}

	/**
	 * The day 2026-4 is in force, others begin by it; the province shows the park to the
	 * public first.
	 */
	@Test
	@Order(2)
	void anotherBeginsUnderTheNewOne() {
		on("2026-02-02");
		Party park = as(OF_NEW.staff());
		assertThat(park.park(NEW)).contains("创建申请", "国家验收").doesNotContain("规划论证");
		park.starts(NEW, "creation");
		park.does(NEW, "提交创建申请", "SUBMIT");
		assertThat(as("jiangsu.science").has(NEW, "科技部门提出初审意见")).isFalse();
		Regime.OF_2026.areHeard(world(), NEW, OF_NEW.province());
		as("jiangsu.ecology").does(NEW, "省级审查、决定", "PUBLISH_FIRST");
		as("jiangsu.ecology").does(NEW, "登记省级公示", "NOTICE_STANDS");
		on("2026-02-09");
		assertThat(as("jiangsu.ecology").has(NEW, "登记公示结果")).isFalse();
		on("2026-02-10");
		as("jiangsu.ecology").does(NEW, "登记公示结果", "NOTICE_CONCLUDED");
		as("jiangsu.ecology").does(NEW, "省级审查、决定", "CONSENT");
		assertThat(park.park(NEW)).contains("意向");
		assertThat(withdrawsWhatIsDecided().page().text()).contains("生态园省审〔2026〕1号");
		as("office.one").does(NEW, "备案", "ON_FILE");
		world().jobsRun();

		assertThat(park.park(NEW)).contains("创建中", NEW_STANDARD);
		keep(park.documents(NEW));
		assertThat(textOf("同意启动创建的函")).contains("江苏省生态环境厅", "环科财〔2026〕4号").doesNotContain("领导小组", "科技");
		assertThat(as("office.one").cases()).contains("2026-创-");
		park.startsAnswered(NEW, "award").expect(409);
	}

	/**
	 * Meanwhile the old case goes on by its own steps, words and documents, to its end.
	 */
	@Test
	@Order(3)
	void theOldCaseEndsUnderTheOldRegime() {
		AwardSteps old = old();
		old.areChecked();
		old.areAccepted();
		on("2026-03-02");
		old.noticeIsConfirmed("2026-03-03");
		on("2026-03-18");
		old.areNamed("2026-03-20");

		assertThat(as("qingpu.staff").park(OLD)).contains("已命名", "2026-03-20", "生态文明建设示范区（生态工业园区）", OLD_STANDARD);
		Map<String, byte[]> joint = old.jointDocuments();
		joint.forEach(new DocumentChecks(world().address())::keep);
		keep(joint);
		assertThat(textOf("命名通知")).contains("环发〔2015〕167号", "工业和信息化部").doesNotContain("环科财〔2026〕4号", "科学技术部");
		assertThat(as("qingpu.staff").file(OLD)).contains("考核验收").doesNotContain("国家验收");
	}

	/**
	 * A park that bears the old title is evaluated by the new procedure, and by its own
	 * standard until 2029.
	 */
	@Test
	@Order(4)
	void whoBearsTheOldTitleIsEvaluatedUnderTheNewRegime() {
		Evaluation evaluation = new Evaluation(NAMED_LONG_AGO, OF_NAMED);
		as("office.one").startsAnswered(NAMED_LONG_AGO, "recheck").expect(404);
		evaluation.isAssessed(0.9);
		evaluation.resultIsIssued("2026年绩效评价结果");

		assertThat(as(OF_NAMED.staff()).park(NAMED_LONG_AGO)).contains("绩效评价：达标").doesNotContain("复查", NEW_STANDARD);
	}

	/** Two years of creation, then acceptance, notice and naming. */
	@Test
	@Order(5)
	void theNewOneIsNamed() {
		on("2028-02-09");
		as(OF_NEW.staff()).startsAnswered(NEW, "award").expect(409);
		on("2028-02-10");
		AwardSteps award = award();
		award.apply();
		award.areChecked();
		award.areAccepted();
		award.noticeIsConfirmed("2028-03-01");
		on("2028-03-16");
		award.areNamed("2028-03-20");

		assertThat(as(OF_NEW.staff()).park(NEW)).contains("已命名", "2028-03-20", "生态文明建设示范区（生态工业园区）");
		keep(as(OF_NEW.staff()).documents(NEW));
		keep(award.jointDocuments());
		assertThat(textOf("命名通知")).contains("环科财〔2026〕4号", NEW).doesNotContain("环发〔2015〕167号", "领导小组", "科学技术部");
		DocumentChecks checks = new DocumentChecks(world().address());
		assertThat(checks.verdict(this.kept.get("命名证书"))).contains("真实", "命名证书");
	}

	/** From 2029 on those named by another standard are evaluated by the new one. */
	@Test
	@Order(6)
	void theNewStandardBindsWhoWasNamedByTheOldOne() {
		on("2029-01-23");
		Evaluation evaluation = new Evaluation(OLD, OF_OLD);
		evaluation.isAssessed(0.8);
		evaluation.resultIsIssued("2029年绩效评价结果");

		assertThat(as(OF_OLD.staff()).park(OLD)).contains("绩效评价：达标", NEW_STANDARD);
	}

	/** Below the standard: exit warning, a year to mend, evaluated again in vain. */
	@Test
	@Order(7)
	void anEvaluationBelowTheStandardLeadsToAnExitWarning() {
		on("2031-03-20");
		Evaluation evaluation = new Evaluation(NEW, OF_NEW);
		evaluation.isAssessed(0.4);
		evaluation.resultIsIssued("2031年绩效评价结果");
		as("office.one").does(NEW, "发出退出警示", "WARNED", "pointTarget.WARNED", "", "pointRemark.WARNED", "完善环境管理台账（虚构）");

		keep(as(OF_NEW.staff()).documents(NEW));
		assertThat(textOf("退出警示通知")).contains("2032年3月22日");
		on("2031-12-01");
		as(OF_NEW.staff()).does(NEW, "逐项整改", "SUBMIT");
		as("nies.staff").scores(NEW, "复评", 0.5);
		world().jobsRun();
		as("office.one").does(NEW, "提请撤销命名", "PROPOSED");
		world().jobsRun();
		assertThat(as(OF_NEW.staff()).park(NEW)).contains("已命名", "绩效评价：未达标");
	}

	/** It is heard, loses its title and is barred for a time. */
	@Test
	@Order(8)
	void theTitleIsRevoked() {
		Party office = as("office.one");
		office.does(NEW, "立案", "FILED", "f.facts", "限期整改后复评仍未达标（虚构）");
		as(OF_NEW.staff()).does(NEW, "陈述申辩", "SUBMIT");
		office.does(NEW, "审查陈述申辩", "SUBMIT_TO_MINISTRIES", "f.findings", "所述困难属实，但不影响对事实的认定（虚构）");
		String batch = "2031年撤销命名";
		office.composes("revocation-decision", batch, NEW).expect(200);
		office.does(batch, "起草撤销（退出）通知", "DRAFTED");
		Regime.OF_2026.agree(world(), batch);
		office.does(batch, "编号、印发", "ISSUED");
		world().jobsRun();

		assertThat(as(OF_NEW.staff()).park(NEW)).contains("已撤销", "2032年12月1日起方可重新申请");
		keep(office.batchDocuments(batch));
		assertThat(textOf("撤销命名（退出创建）通知")).contains("环科财〔2026〕4号").doesNotContain("环发〔2015〕167号", "取消命名", "科学技术部");
		on("2032-11-30");
		as(OF_NEW.staff()).startsAnswered(NEW, "creation").expect(409);
		on("2032-12-01");
		as(OF_NEW.staff()).starts(NEW, "creation");
	}

	@Test
	@Order(9)
	void nothingIsOnRecordThatIsNotRegistered() {
		assertThat(this.check.verify().faults()).isEmpty();
		assertThat(this.check.verify().differences()).isEmpty();
	}

	private Answer withdrawsWhatIsDecided() {
		Browser browser = as(OF_NEW.staff()).browser();
		Document found = browser.open("/cases?q=" + Browser.encode(NEW)).expect(200).page();
		String file = found.expectFirst("a[href^=/cases/]:contains(" + NEW + ")").absUrl("href");
		Document page = browser.open(file).expect(200).page();
		assertThat(page.select("form[action$=/withdraw]")).isEmpty();
		return browser
			.post(file + "/withdraw",
					List.of(new Field("_csrf", Party.csrf(page)), new Field("reason", "另有安排，不再创建（虚构）。")))
			.expect(409);
	}

	private void keep(Map<String, byte[]> documents) {
		this.kept.putAll(documents);
		documents.forEach((name, document) -> new DocumentChecks(world().address()).keep("2026-4 " + name, document));
	}

	private String textOf(String document) {
		assertThat(this.kept).containsKey(document);
		return PdfWords.of(this.kept.get(document));
	}

	/** 绩效评价 of one park. */
	private final class Evaluation {

		private final String park;

		private final Applicant applicant;

		Evaluation(String park, Applicant applicant) {
			this.park = park;
			this.applicant = applicant;
		}

		/**
		 * @param share of the full score, from 0 to 1
		 */
		void isAssessed(double share) {
			as("office.one").starts(this.park, "evaluation");
			as(this.applicant.staff()).does(this.park, "提交自评报告", "SUBMIT");
			as(this.applicant.province() + ".ecology").does(this.park, "省级审核", "FORWARD");
			as("nies.staff").scores(this.park, "评估打分", share);
			world().jobsRun();
		}

		void resultIsIssued(String batch) {
			as("office.one").composes("evaluation-result", batch, this.park).expect(200);
			as("office.one").does(batch, "起草绩效评价结果通报", "DRAFTED");
			Regime.OF_2026.agree(world(), batch);
			as("office.one").does(batch, "编号、印发通报", "ISSUED");
			world().jobsRun();
			keep(as("office.one").batchDocuments(batch));
		}

	}

}
