package cn.ecopark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionOperations;

import cn.ecopark.audit.AuditCheck;
import cn.ecopark.audit.AuditReport;
import cn.ecopark.journey.AwardSteps.Applicant;
import cn.ecopark.journey.BatchCourse.Words;
import cn.ecopark.organisation.InventedPeople;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.NewPerson;
import cn.ecopark.park.KnownDate;
import cn.ecopark.park.LifeStatus;
import cn.ecopark.park.NewPark;
import cn.ecopark.park.Park;
import cn.ecopark.park.ParkKind;
import cn.ecopark.park.Parks;
import cn.ecopark.park.PastDecision;
import cn.ecopark.upgrade.DatabaseDump;
import cn.ecopark.upgrade.SmallDocuments;

/**
 * Brings invented parks to every stage and writes the database down, for tests of what
 * later versions make of it. No test: run by hand, see
 * {@code src/test/resources/upgrade/README.md}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DirtiesContext
class WorldOfBefore extends Journey {

	private static final Path FOLDER = Path.of("target", "upgrade");

	private static final Path FIXTURE = Path.of("src", "test", "resources", "upgrade");

	private static final String KEYS_ARE_WORTHLESS = "# Test keys: made for the database beside them, in which everything is invented.\n";

	private static final String LAST_DAY_OF_WORLD = "2018-02-06";

	private static final String[] SEALED = { "OFFICE", "MEE", "MOFCOM", "MOST", "CRAES", "NIES", "320000-ECOLOGY",
			"330000-ECOLOGY", "370000-ECOLOGY", "440000-ECOLOGY" };

	private static final String CASES = """
			SELECT concat_ws(' | ', c.park_name, c.kind, concat_ws(' ', c.status, c.result, c.stage), c.case_number,
			       (SELECT string_agg(w.said, ', ' ORDER BY w.said) FROM
			         (SELECT process_key || '/' || task_key || ' ' || task_name || ' (' || coalesce(unit_id, role) || ')' ||
			                 CASE WHEN count(*) > 1 THEN ' x' || count(*) ELSE '' END AS said
			            FROM work_item WHERE state = 'OPEN' AND case_id = c.id
			           GROUP BY process_key, task_key, task_name, unit_id, role) w),
			       (SELECT string_agg(b.title || ' ' || b.state || '/' || i.state || coalesce(': ' ||
			         (SELECT string_agg(t.process_key || '/' || t.task_key || ' (' || coalesce(t.unit_id, t.role) || ')', ', ' ORDER BY t.id)
			            FROM work_item t WHERE t.batch_id = b.id AND t.state = 'OPEN'), ''), ', ' ORDER BY b.composed_at)
			         FROM batch_item i JOIN batch b ON b.id = i.batch_id WHERE i.case_id = c.id))
			  FROM eco_case c ORDER BY c.park_name, c.opened_at
			""";

	private static final String UNSEALED = "SELECT count(*) FROM audit_chain WHERE sealed < count";

	@Autowired
	private Parks parks;

	@Autowired
	private InventedPeople people;

	@Autowired
	private TransactionOperations transaction;

	@Autowired
	private DataSource database;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private AuditCheck check;

	private final Map<String, InventedPark> invented = new LinkedHashMap<>();

	private final List<String> failed = new ArrayList<>();

	@DynamicPropertySource
	static void keepsDocumentsSmall(DynamicPropertyRegistry registry) throws IOException {
		Files.deleteIfExists(FOLDER.resolve("audit-keys.properties"));
		SmallDocuments.into(FOLDER);
		registry.add("ecopark.audit.key-file", () -> FOLDER.resolve("audit-keys.properties").toString());
		registry.add("ecopark.audit.seal-every", () -> "20s");
		registry.add("ecopark.typesetting.fonts.folder", FOLDER::toString);
		for (String face : List.of("fang-song", "xiao-biao-song", "hei", "kai", "song")) {
			registry.add("ecopark.typesetting.fonts." + face, () -> SmallDocuments.FONT);
		}
		registry.add("ecopark.signing.seal-folder", FOLDER::toString);
		for (String unit : SEALED) {
			registry.add("ecopark.signing.seals[" + unit + "]", () -> SmallDocuments.SEAL);
		}
	}

	@Test
	@Order(1)
	void registersParks() {
		world().today();
		this.transaction.executeWithoutResult(status -> {
			registers("C", 30, null);
			registers("A", 41, LifeStatus.UNDER_CONSTRUCTION);
			registers("R", 18, LifeStatus.NAMED);
			registers("V", 9, LifeStatus.NAMED);
		});
	}

	private void registers(String kind, int howMany, @Nullable LifeStatus status) {
		for (int number = 1; number <= howMany; number++) {
			InventedPark park = InventedPark.of(kind, number);
			this.invented.put(park.code(), park);
			Park entered = this.parks
				.register(new NewPark(park.name(), ParkKind.COMPREHENSIVE, "国家级经开区", park.provinceCode()));
			if (status != null) {
				this.parks.recordPastDecision(entered.id(), decided(LifeStatus.UNDER_CONSTRUCTION, "2012-01-05"));
			}
			if (status == LifeStatus.NAMED) {
				this.parks.recordPastDecision(entered.id(), decided(LifeStatus.NAMED, "2015-01-05"));
			}
			this.people.add(List.of(new NewPerson(park.staff(), Cast.displayName(park.staff()), entered.unitId(),
					Set.of(MemberRole.STAFF))), "demo-only-2018");
		}
	}

	private static PastDecision decided(LifeStatus status, String day) {
		boolean named = status == LifeStatus.NAMED;
		return new PastDecision(status, new KnownDate(day), "虚构〔" + day.substring(0, 4) + "〕1号",
				named ? null : "HJ 274-2015", named ? "国家生态工业示范园区" : null, named ? LocalDate.of(2018, 1, 5) : null,
				"虚构", "虚构");
	}

	private InventedPark park(String code) {
		return this.invented.get(code);
	}

	private InventedPark[] parks(String kind, int first, int last) {
		return IntStream.rangeClosed(first, last)
			.mapToObj(number -> park("%s%02d".formatted(kind, number)))
			.toArray(InventedPark[]::new);
	}

	private CreationCourse creation(int number) {
		return new CreationCourse(world(), park("C%02d".formatted(number)));
	}

	private AwardCourse award(int number) {
		return new AwardCourse(world(), park("A%02d".formatted(number)));
	}

	private RecheckCourse recheck(int number) {
		return new RecheckCourse(world(), park("R%02d".formatted(number)));
	}

	private RecheckCourse revocation(int number) {
		return new RecheckCourse(world(), park("V%02d".formatted(number)));
	}

	private BatchCourse batch(Words words, String title, InventedPark... parks) {
		return new BatchCourse(world(), words, title, parks);
	}

	/** One that fails does not keep the others from being tried. */
	private void scene(String name, Runnable scene) {
		try {
			scene.run();
			System.out.println("SCENE " + name);
		}
		catch (AssertionError | RuntimeException problem) {
			this.failed.add(name + ": " + problem);
			System.out.println("FAILED " + name + ": " + problem);
		}
	}

	/** What has to lie long ago, or decides about what comes later. */
	@Test
	@Order(2)
	void beginsInJanuary() {
		scene("lapsed correction",
				() -> creation(9).withOpinions().asksForMore("zhejiang.ecology", "省级初审", "SEND_BACK", "请说明用水口径"));
		scene("overdue check", () -> award(41).forwarded());
		scene("step to be handed over", () -> lastDay(award(38).admitted(), "制定核查方案"));
		scene("province that will not answer", () -> lastDay(award(40).withOpinions(), "省级初审"));
		for (int number = 29; number <= 34; number++) {
			int one = number;
			scene("accepted A" + one, () -> award(one).accepted());
		}
		scene("notice that ends",
				() -> batch(Words.NOTICE, "2018年第一批公示", parks("A", 29, 34)).drafted("f.publicationDay", "2018-01-03")
					.agreed());
		scene("approved", () -> creation(26).reviewed());
		scene("issued approval",
				() -> batch(Words.APPROVAL, "2018年第一批批准建设", park("C26"))
					.drafted("f.standard_COMPREHENSIVE", "HJ 274-2015")
					.agreed()
					.issued());
		double[] shares = { 0.95, 0.65, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4 };
		for (int number = 10; number <= 17; number++) {
			int one = number;
			scene("assessed R" + one, () -> recheck(one).assessed(shares[one - 10]));
		}
		scene("issued grades",
				() -> batch(Words.RECHECK, "2018年第一批复查结果", parks("R", 10, 17)).drafted().agreed().issued());
		scene("rectification after recheck", () -> recheck(13).toRectify());
		scene("rectified after recheck", () -> recheck(14).rectified());
		scene("to reassess", () -> recheck(15).reviewed());
		scene("failed again", () -> recheck(16).failedAgain());
		scene("proposed for revocation", () -> recheck(17).proposedForRevocation());
		scene("heard", () -> revocation(8).stateReviewed());
		scene("revoked", () -> batch(Words.REVOCATION, "2018年第一批取消命名", park("V08")).drafted().agreed().issued());
	}

	private void lastDay(AwardCourse course, String step) {
		Party office = as(CaseCourse.OFFICE);
		String park = course.park.name();
		office.urges(park, step, "urge", "text", "请尽快办理（虚构）。").expect(200);
		office
			.urges(park, step, "last-day", "lastDay", office.earliestLastDay(park, step).toString(), "text",
					"逾期未办理（虚构）。")
			.expect(200);
	}

	@Test
	@Order(3)
	void goesOnLaterInJanuary() {
		on("2018-01-25");
		scene("handed over",
				() -> as(CaseCourse.OFFICE).urges(park("A38").name(), "制定核查方案", "hand-over", "text", "逾期未办理（虚构）。")
					.expect(200));
		scene("passed over",
				() -> as(CaseCourse.OFFICE).urges(park("A40").name(), "省级初审", "go-on", "text", "经催办仍未答复（虚构）。")
					.expect(200));
	}

	/** The notice is over, the correction has lapsed. */
	@Test
	@Order(4)
	void namesInFebruary() {
		on("2018-02-05");
		scene("naming drafting", () -> batch(Words.NAMING, "2018年第二批命名", park("A30")).composed());
		scene("naming countersigned by one", () -> batch(Words.NAMING, "2018年第三批命名", park("A31")).drafted().voted(1));
		scene("naming to coordinate",
				() -> batch(Words.NAMING, "2018年第四批命名", park("A32")).drafted().divided(park("A32")));
		scene("naming to issue", () -> batch(Words.NAMING, "2018年第五批命名", park("A33")).drafted().agreed());
		scene("named", () -> batch(Words.NAMING, "2018年第一批命名", park("A34")).drafted().agreed().issued());
		for (int number = 23; number <= 28; number++) {
			int one = number;
			scene("accepted A" + one, () -> award(one).accepted());
		}
		scene("notice that runs",
				() -> batch(Words.NOTICE, "2018年第二批公示", parks("A", 23, 28))
					.drafted("f.publicationDay", LAST_DAY_OF_WORLD)
					.agreed());
	}

	@Test
	@Order(5)
	void objectsToParks() {
		on(LAST_DAY_OF_WORLD);
		Map<String, Applicant> before = new LinkedHashMap<>();
		Stream.of(parks("A", 23, 28))
			.forEach(park -> before.put(park.name(), new Applicant(park.staff(), park.province())));
		AwardSteps notice = new AwardSteps(world(), before, 2018);
		for (int number = 24; number <= 28; number++) {
			int one = number;
			scene("objection to A" + one, () -> notice.somebodyObjects(park("A" + one).name(), ""));
		}
		scene("objection with the province", () -> award(25).does("office.one", "分办异议", "ASSIGN_PROVINCE"));
		scene("objection with the technical unit", () -> award(26).does("office.one", "分办异议", "ASSIGN_TECHNICAL"));
		scene("objection to be answered", () -> {
			award(27).does("office.one", "分办异议", "ASSIGN_PROVINCE");
			award(27).does(park("A27").ecology(), "省级部门核实", "REPORT");
		});
		scene("objection upheld", () -> notice.objectionIsUpheld(park("A28").name()));
	}

	@Test
	@Order(6)
	void appliesOnTheLastDay() {
		scene("C01", () -> creation(1).begun().types(park("C01").staff(), "提交申报", "写到一半的说明（虚构）。"));
		scene("C02", () -> creation(2).submitted());
		scene("C03", () -> creation(3).withOpinionOfCommerce());
		scene("C04", () -> creation(4).withOpinions().claims(park("C04").ecology(), "省级初审"));
		scene("C05",
				() -> creation(5).withOpinions().asksForMore(park("C05").ecology(), "省级初审", "SEND_BACK", "请说明用水口径"));
		scene("C06", () -> creation(6).forwarded().types(CaseCourse.OFFICE, "审查材料完整性", "写到一半的意见（虚构）。"));
		scene("C07", () -> creation(7).forwarded().asksForMore(CaseCourse.OFFICE, "审查材料完整性", "SEND_BACK", "请补充附图"));
		scene("C08",
				() -> creation(8).withOpinions()
					.does(park("C08").ecology(), "省级初审", "REFUSE", "f.opinionsConsistent", "no", "opinion",
							"申报范围与批复的四至范围不一致（虚构）。"));
		scene("C10", () -> creation(10).admitted());
		scene("C11", () -> creation(11).preReviewed());
		scene("C12", () -> creation(12).accepted(2));
		scene("C13", () -> {
			creation(13).accepted(5);
			world().jobsRun();
		});
		scene("C14", () -> creation(14).heard(2, "PASS"));
		scene("C15", () -> creation(15).heard());
		scene("C16", () -> creation(16).signed(2));
		scene("C17", () -> creation(17).withoutConclusion());
		scene("C18", () -> creation(18).toRevise());
		scene("C19", () -> creation(19).toRevise().does(park("C19").staff(), "修改规划", "SUBMIT"));
		for (int number = 20; number <= 27; number++) {
			int one = number;
			if (one != 26) {
				scene("C" + one, () -> creation(one).reviewed());
			}
		}
		String[] standard = { "f.standard_COMPREHENSIVE", "HJ 274-2015" };
		scene("approval drafting", () -> batch(Words.APPROVAL, "2018年第二批批准建设", park("C21")).composed());
		scene("approval countersigned by one",
				() -> batch(Words.APPROVAL, "2018年第三批批准建设", park("C22"), park("C23")).drafted(standard).voted(1));
		scene("approval to coordinate",
				() -> batch(Words.APPROVAL, "2018年第四批批准建设", park("C24")).drafted(standard).divided(park("C24")));
		scene("approval to issue, one struck out",
				() -> batch(Words.APPROVAL, "2018年第五批批准建设", park("C25"), park("C27")).drafted(standard)
					.divided(park("C27"))
					.strikesOut(park("C27")));
		scene("C28", () -> creation(28).withOpinions().ends(park("C28").staff(), "withdraw"));
		scene("C29", () -> creation(29).admitted().ends(CaseCourse.OFFICE, "close"));
		scene("C30", () -> {
			creation(30).begun();
			as(park("C30").staff()).handsIn(park("C30").name(), "提交申报");
		});
	}

	@Test
	@Order(7)
	void isAcceptedOnTheLastDay() {
		scene("A01", () -> award(1).begun().types(park("A01").staff(), "提交验收申请", "写到一半的说明（虚构）。"));
		scene("A02", () -> award(2).submitted());
		scene("A03", () -> award(3).withOpinions());
		scene("A04", () -> award(4).withOpinions().asksForMore(park("A04").ecology(), "省级初审", "SEND_BACK", "请说明用水口径"));
		scene("A05", () -> award(5).forwarded());
		scene("A06", () -> award(6).admitted());
		scene("A07", () -> award(7).planned());
		scene("A08", () -> award(8).inspected());
		scene("A09", () -> award(9).toRectifyForTheCheck());
		scene("A10", () -> award(10).rectifiedForTheCheck());
		scene("A11", () -> award(11).checked());
		scene("A12", () -> award(12).panelNamed());
		scene("A13", () -> award(13).voted(4));
		scene("A14", () -> award(14).voted());
		scene("A15", () -> award(15).signed(3));
		scene("A16", () -> award(16).withoutConclusion());
		scene("A17", () -> award(17).acceptedOnConditions());
		for (int number = 18; number <= 22; number++) {
			int one = number;
			scene("A" + one, () -> award(one).accepted());
		}
		scene("notice drafting", () -> batch(Words.NOTICE, "2018年第三批公示", park("A19")).composed());
		scene("notice confirmed by one",
				() -> batch(Words.NOTICE, "2018年第四批公示", park("A20")).drafted("f.publicationDay", "2018-02-26")
					.voted(1));
		scene("notice to coordinate",
				() -> batch(Words.NOTICE, "2018年第五批公示", park("A21")).drafted("f.publicationDay", "2018-02-26")
					.divided(park("A21")));
		scene("notice before its day",
				() -> batch(Words.NOTICE, "2018年第六批公示", park("A22")).drafted("f.publicationDay", "2018-02-26")
					.agreed());
		scene("A35", () -> award(35).withOpinions().ends(park("A35").staff(), "withdraw"));
		scene("A36", () -> award(36).admitted().ends(CaseCourse.OFFICE, "close"));
		scene("A37", () -> award(37).forwarded()
			.does(CaseCourse.OFFICE, "审查材料完整性", "NOT_ADMIT", "opinion", "申报范围与批复的四至范围不一致（虚构）。"));
		scene("A39", () -> lastDay(award(39).withOpinions(), "省级初审"));
	}

	@Test
	@Order(8)
	void isRecheckedOnTheLastDay() {
		scene("R01", () -> recheck(1).begun());
		scene("R02", () -> recheck(2).reported());
		scene("R03", () -> recheck(3).reported().asksForMore(park("R03").ecology(), "省级审核", "SEND_BACK", "请补充年度数据"));
		scene("R04", () -> recheck(4).forwarded());
		for (int number = 5; number <= 9; number++) {
			int one = number;
			scene("R0" + one, () -> recheck(one).assessed(0.85));
		}
		scene("grades drafting", () -> batch(Words.RECHECK, "2018年第二批复查结果", park("R06")).composed());
		scene("grades confirmed by one", () -> batch(Words.RECHECK, "2018年第三批复查结果", park("R07")).drafted().voted(1));
		scene("grades to coordinate",
				() -> batch(Words.RECHECK, "2018年第四批复查结果", park("R08")).drafted().divided(park("R08")));
		scene("grades to issue", () -> batch(Words.RECHECK, "2018年第五批复查结果", park("R09")).drafted().agreed());
		scene("R18", () -> recheck(18).assessed(0.65));
		scene("improvement plan", () -> batch(Words.RECHECK, "2018年第六批复查结果", park("R18")).drafted().agreed().issued());
		scene("V01", () -> revocation(1).revocationBegun());
		scene("V02", () -> revocation(2).revocationFiled());
		scene("V03", () -> revocation(3).stated());
		for (int number = 4; number <= 7; number++) {
			int one = number;
			scene("V0" + one, () -> revocation(one).stateReviewed());
		}
		scene("revocation drafting", () -> batch(Words.REVOCATION, "2018年第二批取消命名", park("V05")).composed());
		scene("revocation countersigned by one",
				() -> batch(Words.REVOCATION, "2018年第三批取消命名", park("V06")).drafted().voted(1));
		scene("revocation to issue", () -> batch(Words.REVOCATION, "2018年第四批取消命名", park("V07")).drafted().agreed());
		scene("V09", () -> revocation(9).stated().does(CaseCourse.OFFICE, "审查陈述申辩", "DROP", "opinion", "事实不足（虚构）。"));
	}

	@Test
	@Order(9)
	void isWrittenDown() throws IOException {
		world().jobsRun();
		everythingIsSealed();
		AuditReport report = this.check.verify();
		assertThat(report.faults()).isEmpty();
		assertThat(report.differences()).isEmpty();
		Path folder = this.failed.isEmpty() ? FIXTURE : FOLDER;
		Files.createDirectories(folder);
		Files.write(folder.resolve("cases.txt"), this.jdbc.sql(CASES).query(String.class).list());
		DatabaseDump.write(this.database, folder, System.getProperty("commit", "unknown"));
		if (!folder.equals(FOLDER)) {
			Files.writeString(folder.resolve("audit-keys.properties"),
					KEYS_ARE_WORTHLESS + Files.readString(FOLDER.resolve("audit-keys.properties")));
		}
		assertThat(this.failed).isEmpty();
	}

	/** What is not sealed soon is a fault of the audit, whenever the dump is restored. */
	private void everythingIsSealed() {
		long patience = System.nanoTime() + Duration.ofMinutes(2).toNanos();
		while (this.jdbc.sql(UNSEALED).query(Long.class).single() > 0) {
			if (System.nanoTime() > patience) {
				throw new AssertionError("The audit is not sealed");
			}
			LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
		}
	}

}
