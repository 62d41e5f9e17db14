package cn.ecopark.journey;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import cn.ecopark.TestDatabase;
import cn.ecopark.audit.AuditCheck;
import cn.ecopark.audit.AuditReport;
import cn.ecopark.process.WorklistAgreement;
import cn.ecopark.upgrade.DatabaseOfBefore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The present program starts on the database of an earlier one: nothing of it is lost,
 * and cases at every stage go on by the diagrams they began with. Its name comes after
 * the other journeys, since its context would pause the one that they share.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DirtiesContext
class UpgradeJourneyTest extends Journey {

	private static final String OFFICE = CaseCourse.OFFICE;

	private static final String[] STANDARD = { "f.standard_COMPREHENSIVE", "HJ 274-2015" };

	@Autowired
	private AuditCheck check;

	@Autowired
	private ApplicationContext context;

	@Autowired
	private JdbcClient jdbc;

	@DynamicPropertySource
	static void startsOnTheDatabaseOfBefore(DynamicPropertyRegistry registry) {
		PGSimpleDataSource database = (PGSimpleDataSource) TestDatabase.empty();
		DatabaseOfBefore.restore(database);
		leaveWorkUndone(database);
		Path keys = DatabaseOfBefore.keys(Path.of("target", "database-of-before"));
		registry.add("spring.datasource.url", database::getUrl);
		registry.add("spring.datasource.username", () -> TestDatabase.USER);
		registry.add("spring.datasource.password", () -> "");
		registry.add("spring.datasource.hikari.minimum-idle", () -> "0");
		registry.add("ecopark.audit.key-file", keys::toString);
		registry.add("ecopark.audit.allow-owner", () -> "true");
	}

	/** A node died while it read a text and made a merged PDF. */
	private static void leaveWorkUndone(DataSource database) {
		JdbcClient before = JdbcClient.create(database);
		String text = before
			.sql("""
					UPDATE paper_text SET state = 'WAITING', done = 0, claim = gen_random_uuid(), due_at = now() + INTERVAL '1 hour'
					 WHERE sha256 = (SELECT min(sha256) FROM paper_text WHERE state = 'READ' AND pages > 0)
					RETURNING sha256
					""")
			.query(String.class)
			.single();
		before.sql("DELETE FROM paper_page WHERE sha256 = :text").param("text", text).update();
		before
			.sql("""
					INSERT INTO whole_file_job (id, case_id, person_id, unit_id, state, ordered_at, attempts, worker, leased_until)
					SELECT 'left', (SELECT min(id) FROM eco_case WHERE case_number IS NOT NULL), p.id, m.unit_id, 'RUNNING', now(), 1,
					       'dead', now() + INTERVAL '1 hour'
					  FROM person p JOIN membership m ON m.person_id = p.id
					 WHERE p.sign_in_name = :name
					""")
			.param("name", OFFICE)
			.update();
	}

	/**
	 * The next step of a case.
	 *
	 * @param about park or batch, as the fixture's cases.txt lists them
	 * @param then who has what to do about it afterwards
	 */
	record Step(String about, String who, String task, String outcome, List<String> fields, String then,
			String thenTask) {

		@Override
		public String toString() {
			return this.about + ": " + this.task + " " + this.outcome;
		}

	}

	static Stream<Step> steps() {
		return Stream.of(
				// 申报
				step("虚构园区C01", "added-c01", "提交申报", "SUBMIT", "zhejiang.commerce", "商务部门提出初审意见"),
				step("虚构园区C03", "guangdong.science", "科技部门提出初审意见", "AGREE", "guangdong.ecology", "省级初审"),
				step("虚构园区C04", "jiangsu.ecology", "省级初审", "FORWARD", OFFICE, "审查材料完整性"),
				step("虚构园区C05", "added-c05", "逐项补正", "SUBMIT", "zhejiang.ecology", "省级初审"),
				step("虚构园区C06", OFFICE, "审查材料完整性", "ADMIT", "craes.staff", "技术预审"),
				step("虚构园区C09", OFFICE, "处理逾期未补正", "EXTEND", "added-c09", "逐项补正"),
				// 规划论证
				step("虚构园区C13", OFFICE, "召开论证会", "HELD", "expert06", "提出专家意见"),
				step("虚构园区C15", "expert01", "形成论证意见", "PASS", "expert02", "签署论证意见"),
				step("虚构园区C19", "craes.staff", "复核修改稿", "ACCEPTED", OFFICE, "编入批准建设批次"),
				// 验收申请、技术核查
				step("虚构园区A03", "guangdong.ecology", "省级初审", "FORWARD", OFFICE, "审查材料完整性"),
				step("虚构园区A38", "nies.staff", "制定核查方案", "READY", "nies.staff", "现场核查"),
				step("虚构园区A08", "craes.staff", "提出技术核查意见", "PASS", OFFICE, "组建验收组"),
				step("虚构园区A09", "added-a09", "逐项整改", "SUBMIT", "craes.staff", "复核整改"),
				// 考核验收
				step("虚构园区A12", OFFICE, "召集验收会", "CALLED", "expert01", "专家表决"),
				step("虚构园区A14", "expert11", "形成验收意见", "PASS", "expert12", "签署验收意见"),
				step("虚构园区A16", OFFICE, "处理未形成意见", "ASK_AGAIN", "expert06", "专家表决"),
				// 公示、异议
				step("2018年第三批公示（虚构）", OFFICE, "起草公示", "DRAFTED", "mee.staff", "确认公示"),
				step("虚构园区A24", OFFICE, "分办异议", "ASSIGN_TECHNICAL", "craes.staff", "技术支持单位核实"),
				step("虚构园区A25", "zhejiang.ecology", "省级部门核实", "REPORT", OFFICE, "答复异议"),
				// 复查、取消命名
				step("虚构园区R02", "shandong.ecology", "省级审核", "FORWARD", "nies.staff", "现场评估"),
				step("虚构园区R14", OFFICE, "复核整改", "DONE", "nies.staff", "现场复评"),
				step("虚构园区R12", OFFICE, "下达限期整改", "ORDERED", "added-r12", "逐项整改"),
				step("虚构园区R17", OFFICE, "立案", "FILED", "added-r17", "陈述申辩"),
				step("虚构园区V02", "added-v02", "陈述申辩", "SUBMIT", OFFICE, "审查陈述申辩"));
	}

	private static Step step(String about, String who, String task, String outcome, String then, String thenTask) {
		return new Step(about, who, task, outcome, fieldsOf(task), then, thenTask);
	}

	private static List<String> fieldsOf(String task) {
		return switch (task) {
			case "起草公示" -> List.of("f.publicationDay", "2018-02-26");
			case "下达限期整改" -> List.of("pointTarget.ORDERED", "", "pointRemark.ORDERED", "完善环境管理台账（虚构）");
			case "立案" -> List.of("f.facts", "整改后复评仍不合格（虚构）");
			default -> List.of();
		};
	}

	@Test
	@Order(1)
	void losesNothing() {
		WorklistAgreement.isComplete(this.context);
		recordIsIntact();
	}

	private void recordIsIntact() {
		AuditReport report = this.check.verify();
		assertThat(report.faults()).isEmpty();
		assertThat(report.differences()).isEmpty();
		assertThat(report.rows()).isGreaterThan(1000);
	}

	@Test
	@Order(2)
	void keepsWhatWasTyped() {
		Party park = as("added-a01");
		assertThat(park.browser().open(park.find("虚构园区A01", "提交验收申请")).page().expectFirst("#opinion").text())
			.isEqualTo("写到一半的说明（虚构）。");
	}

	/**
	 * Kinds of case had words of the program before, and numbers were counted by them.
	 */
	@Test
	@Order(2)
	void knowsCasesByTheProceduresOfTheirRelease() {
		assertThat(this.jdbc.sql("SELECT DISTINCT kind FROM eco_case").query(String.class).list())
			.containsExactlyInAnyOrder("creation", "award", "recheck", "revocation");
		assertThat(this.jdbc
			.sql("""
					SELECT count(*) FROM eco_case c WHERE c.case_number IS NOT NULL AND NOT EXISTS (
					       SELECT FROM case_number_counter n WHERE n.year = split_part(c.case_number, '-', 1)::int
					          AND n.mark = split_part(c.case_number, '-', 2) AND n.last >= split_part(c.case_number, '-', 3)::int)
					""")
			.query(Long.class)
			.single()).isZero();
		String followed = this.jdbc
			.sql("SELECT case_id FROM timeline_entry WHERE message = 'casefile.timeline.follows' ORDER BY id LIMIT 1")
			.query(String.class)
			.single();
		assertThat(as(OFFICE).browser().open("/cases/" + followed).page().text()).contains("发起取消命名（除名）：由复查")
			.doesNotContain("RECHECK");
	}

	@Test
	@Order(2)
	void doesWhatWasLeftUndone() {
		await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
			assertThat(this.jdbc.sql("SELECT count(*) FROM document_text WHERE state <> 'READ' OR done < pages")
				.query(Long.class)
				.single()).isZero();
			assertThat(this.jdbc.sql("SELECT state FROM whole_file_job WHERE id = 'left'").query(String.class).single())
				.isEqualTo("READY");
		});
	}

	@ParameterizedTest
	@MethodSource("steps")
	@Order(3)
	void takesTheNextStep(Step step) {
		as(step.who()).does(step.about(), step.task(), step.outcome(), step.fields().toArray(String[]::new));
		if (!as(step.then()).has(step.about(), step.thenTask())) {
			world().jobsRun();
		}
		as(step.then()).find(step.about(), step.thenTask());
	}

	/** One vote was given before; the two others decide. */
	@Test
	@Order(4)
	void goesOnVotingWhereItStood() {
		for (String ministry : List.of("mofcom.staff", "most.staff")) {
			as(ministry).votes("2018年第三批批准建设（虚构）", "会签", "VOTED", "AGREE");
		}
		world().jobsRun();
		as(OFFICE).does("2018年第三批批准建设（虚构）", "编号、印发", "ISSUED");
		world().jobsRun();

		assertThat(as("added-c22").park("虚构园区C22")).contains("建设中");
		assertThat(as("added-c23").park("虚构园区C23")).contains("建设中");
	}

	@Test
	@Order(5)
	void issuesWhatWasAgreed() {
		as(OFFICE).does("2018年第五批批准建设（虚构）", "编号、印发", "ISSUED");
		as(OFFICE).does("2018年第五批命名（虚构）", "编号、印发", "ISSUED");
		as(OFFICE).does("2018年第五批复查结果（虚构）", "编号、印发通报", "ISSUED");
		as(OFFICE).does("2018年第四批取消命名（虚构）", "编号、印发", "ISSUED");
		world().jobsRun();

		assertThat(as("added-c25").park("虚构园区C25")).contains("建设中");
		assertThat(as("added-c27").park("虚构园区C27")).contains("意向");
		assertThat(as("added-a33").park("虚构园区A33")).contains("已命名");
		assertThat(as("added-r09").park("虚构园区R09")).contains("复查：良好");
		assertThat(as("added-v07").park("虚构园区V07")).contains("已撤销");
	}

	/** What waited for a batch before is composed, drafted and countersigned now. */
	@Test
	@Order(6)
	void decidesOnWhatWaited() {
		new BatchCourse(world(), BatchCourse.Words.APPROVAL, "2018年第九批批准建设", InventedPark.of("C", 20)).drafted(STANDARD)
			.agreed()
			.issued();
		assertThat(as("added-c20").park("虚构园区C20")).contains("建设中");
	}

	/** Timers that were set before fire: the notice is over. */
	@Test
	@Order(7)
	void endsTheNoticeOnItsDay() {
		world().on("2018-03-01");
		as(OFFICE).find("虚构园区A23", "编入命名批次");
		assertThat(as(OFFICE).has("虚构园区A28", "处理移出园区")).isTrue();
	}

	@Test
	@Order(8)
	void leavesTheRecordIntact() {
		world().jobsRun();
		WorklistAgreement.isComplete(this.context);
		recordIsIntact();
	}

}
