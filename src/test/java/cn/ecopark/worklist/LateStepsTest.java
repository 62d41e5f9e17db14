package cn.ecopark.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import cn.ecopark.TestDatabase;
import cn.ecopark.TestRegister;
import cn.ecopark.shared.RareMatters;
import cn.ecopark.worklist.WorkItemLimits.LateStep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Which steps of others the Office is told of, and that it does not read all others. */
class LateStepsTest {

	private static final DataSource DATABASE = TestDatabase.withoutKeys();

	private static final JdbcClient JDBC = JdbcClient.create(DATABASE);

	private static final LocalDate TODAY = LocalDate.of(2018, 3, 6);

	private static final LocalDate YESTERDAY = TODAY.minusDays(1);

	private final WorkItemLimits limits = WorkTables.limits(JDBC);

	private final Urgings urgings = new Urgings(JDBC, new RareMatters(JDBC));

	private final WorkItems items = WorkTables.items(JDBC);

	@BeforeEach
	void nobodyHasAnything() {
		JDBC.sql("TRUNCATE work_item, urging, case_suspension CASCADE").update();
	}

	@Test
	void areThoseWhoseLimitIsOverTheLongestOverdueFirst() {
		task(1, "PROVINCE", YESTERDAY);
		task(2, "PROVINCE", TODAY);
		task(3, "MOST", YESTERDAY.minusDays(3));
		task(4, "OFFICE", YESTERDAY);

		assertThat(late()).containsExactly(3L, 1L);
	}

	@Test
	void areToldOfNoMoreOnceTheHolderWasUrged() {
		task(1, "PROVINCE", YESTERDAY);
		urge(1, Urging.Act.URGED, null);

		assertThat(late()).isEmpty();
	}

	@Test
	void areToldOfAgainWhenTheLastDayIsOver() {
		task(1, "PROVINCE", YESTERDAY);
		task(2, "PROVINCE", YESTERDAY);
		task(3, "PROVINCE", TODAY.plusDays(9));
		urge(2, Urging.Act.LAST_DAY, TODAY);
		urge(3, Urging.Act.LAST_DAY, YESTERDAY);
		urge(3, Urging.Act.URGED, null);

		assertThat(this.limits.lateSince(TODAY)).extracting(step -> step.item().id(), LateStep::lastDay)
			.containsExactly(tuple(3L, YESTERDAY), tuple(1L, null));
	}

	@Test
	void goByTheNewestLastDay() {
		task(1, "PROVINCE", YESTERDAY);
		urge(1, Urging.Act.LAST_DAY, YESTERDAY);
		urge(1, Urging.Act.LAST_DAY, TODAY);

		assertThat(late()).isEmpty();
	}

	/** Whoever takes over begins anew. */
	@Test
	void areThoseOfWhoeverTookOverOnceThatLimitIsOver() {
		task(1, "PROVINCE", YESTERDAY);
		urge(1, Urging.Act.LAST_DAY, YESTERDAY);
		urge(1, Urging.Act.HANDED_OVER, null);
		JDBC.sql("UPDATE work_item SET sort_due = :day").param("day", TODAY).update();
		assertThat(late()).isEmpty();

		assertThat(this.limits.lateSince(TODAY.plusDays(1))).containsExactly(new LateStep(item(1), null));
	}

	@Test
	void areNoneWhileTheCaseStandsStill() {
		task(1, "PROVINCE", YESTERDAY);
		task(2, "PROVINCE", YESTERDAY);
		urge(2, Urging.Act.LAST_DAY, YESTERDAY);
		JDBC.sql(
				"""
						INSERT INTO case_suspension (case_id, ground, ground_zh, ground_en, reason, document, suspended_at, suspended_by)
						SELECT dossier_id, 'g', '事由', 'ground', '原因（虚构）', '文（虚构）', now(), 1 FROM work_item
						""")
			.update();

		assertThat(late()).isEmpty();
	}

	@Test
	void areAtMostTwenty() {
		for (int id = 1; id <= 25; id++) {
			task(id, "PROVINCE", YESTERDAY);
		}

		assertThat(late()).hasSize(20).startsWith(1L);
	}

	/** Ten thousand that are late and urged, and as many of the Office. */
	@Test
	void areFoundWithoutReadingAllThatIsOpen() {
		task(1, "PROVINCE", YESTERDAY);
		JDBC.sql(
				"""
						INSERT INTO work_item (kind, definition_id, pack, release, process_key, task_key, task_name, stage, dossier_id, title,
						                       role, unit_id, created_at, sort_due, description, state, urged, last_day)
						SELECT 'ENGINE_TASK', 'p:1', pack, release, 'p', 'Task', '任务', 'p', 'other', '园区', 'OFFICE', unit, created_at,
						       sort_due, description, 'OPEN', TRUE, DATE '2018-04-01' + n % 90
						  FROM work_item, generate_series(1, 10000) AS n, (VALUES ('OFFICE'), ('PROVINCE')) AS units (unit)
						""")
			.update();
		JDBC.sql("ANALYZE work_item").update();

		assertThat(JDBC.sql("EXPLAIN " + WorkItemLimits.LATE).param("today", TODAY).query(String.class).list())
			.noneMatch(line -> line.contains("Seq Scan on work_item"))
			.anyMatch(line -> line.contains("using work_item_late_and_not_urged"))
			.anyMatch(line -> line.contains("using work_item_last_day"));
		assertThat(late()).containsExactly(1L);
	}

	private List<Long> late() {
		return this.limits.lateSince(TODAY).stream().map(step -> step.item().id()).toList();
	}

	private static void task(long id, String unitId, LocalDate due) {
		new TestRegister(JDBC).task(id, "case-" + id, unitId);
		JDBC.sql("UPDATE work_item SET sort_due = :due WHERE id = :id").param("id", id).param("due", due).update();
	}

	private WorkItem item(long id) {
		return this.items.find(id).orElseThrow();
	}

	private void urge(long id, Urging.Act act, @Nullable LocalDate lastDay) {
		this.urgings.add(item(id), new Urging(id, act, "请尽快办理（虚构）", lastDay, 1, Instant.now()));
	}

}
