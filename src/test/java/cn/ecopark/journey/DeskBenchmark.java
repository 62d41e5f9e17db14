package cn.ecopark.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.camunda.bpm.engine.TaskService;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import cn.ecopark.EcoparkApplication;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.Units;
import cn.ecopark.shared.Cursor;
import cn.ecopark.worklist.Desk;

/**
 * Prints how long the work list of a unit takes with 10,000, 100,000 and 1,000,000 open
 * tasks (first page, deep page, counts; the page of the desk as a whole), and a tenth as
 * many of another unit that are late, every second one urged, beside the engine's own
 * query for as many tasks of a group, in one run on one database. Run with
 * {@code mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=cn.ecopark.journey.DeskBenchmark}.
 */
public final class DeskBenchmark {

	private static final String PARK = "贵阳高新技术产业开发区";

	private static final int WARM_UP = 20;

	private static final int RUNS = 60;

	private static final int PAGE = 20;

	private static final Desk.Filter ALL = new Desk.Filter("all", "", "", "");

	private static final String OURS = """
			INSERT INTO work_item (kind, definition_id, pack, release, process_key, task_key, task_name, stage, dossier_id, case_id, title,
			                       park_id, park_kind, province_code, role, unit_id, created_at, due_on, sort_due, limit_key,
			                       said, said_by, said_at, description, state)
			SELECT 'ENGINE_TASK', definition_id, pack, release, process_key, task_key, task_name, stage, dossier_id, case_id, title, park_id,
			       park_kind, province_code, role, '%1$s', created_at, DATE '2018-01-03' + n %% 90,
			       DATE '2018-01-03' + n %% 90, limit_key, '材料齐全，同意上报（虚构）', '示例单位 示例人员', created_at, description, 'OPEN'
			  FROM work_item, generate_series(%2$d + 1, %3$d) AS n WHERE id = (SELECT min(id) FROM work_item)
			""";

	private static final String LATE = """
			UPDATE work_item SET sort_due = DATE '2017-12-01' + (id %% 20)::int, urged = id %% 2 = 0,
			                     last_day = CASE WHEN id %% 2 = 0 THEN DATE '2018-01-03' + (id %% 90)::int END
			 WHERE unit_id = '%s' AND sort_due >= DATE '2018-01-01' AND engine_task_id IS NULL
			""";

	private static final String OTHER_UNIT = "MEE";

	private static final int OTHERS = 10;

	private static final String ENGINES = """
			INSERT INTO act_ru_task (id_, rev_, name_, priority_, create_time_, due_date_, suspension_state_)
			SELECT 'bench-' || n, 1, '审查', 50, TIMESTAMP '2018-01-02 09:00', DATE '2018-01-03' + n %% 90, 1
			  FROM generate_series(%1$d + 1, %2$d) AS n;
			INSERT INTO act_ru_identitylink (id_, rev_, group_id_, type_, task_id_)
			SELECT 'bench-' || n, 1, '%3$s', 'candidate', 'bench-' || n FROM generate_series(%1$d + 1, %2$d) AS n
			""";

	private DeskBenchmark() {
	}

	/**
	 * @param arguments numbers of tasks, ascending; 10,000, 100,000 and 1,000,000 without
	 * any
	 */
	public static void main(String[] arguments) throws IOException, SQLException {
		Path folder = Files.createTempDirectory("desk-benchmark");
		long before = System.nanoTime();
		try (ConfigurableApplicationContext application = SpringApplication.run(EcoparkApplication.class,
				"--server.port=0", "--ecopark.demonstration.cases.enabled=false",
				"--ecopark.embedded.data-directory=" + folder)) {
			System.out.printf("start on an empty database %.1f s%n", (System.nanoTime() - before) / 1e9);
			World world = new World(
					() -> "http://localhost:" + application.getEnvironment().getProperty("local.server.port"));
			compare(application, world, arguments.length == 0 ? List.of(10_000, 100_000, 1_000_000)
					: Arrays.stream(arguments).map(Integer::valueOf).toList());
		}
	}

	static void compare(ConfigurableApplicationContext application, World world, List<Integer> sizes)
			throws SQLException {
		world.as("guiyang-ht.staff").starts(PARK, "award");
		Browser office = world.as("office.one").browser();
		Desk desk = application.getBean(Desk.class);
		TaskService engine = application.getBean(TaskService.class);
		Actor actor = new Actor(1, "示例人员", Units.OFFICE, application.getBean(Units.class).get(Units.OFFICE).kind(),
				null, Set.of(MemberRole.STAFF));

		System.out.println("median of " + RUNS + " in ms");
		System.out.printf("%10s %12s %12s %10s %10s %14s %14s %14s %16s %16s%n", "tasks", "first page", "deep page",
				"counts", "whole desk", "engine's page", "engine's deep", "engine's count", "page by engine's",
				"count by engine's");
		int there = 0;
		for (int size : sizes) {
			fill(application.getEnvironment().getRequiredProperty("spring.datasource.url"), there, size);
			there = size;
			int deep = size - PAGE;
			Desk.Key last = new Desk.Key(LocalDate.of(2018, 1, 3).plusDays(89), 0);
			double first = median(() -> desk.page(actor, ALL, Cursor.start()));
			double deeper = median(() -> desk.page(actor, ALL, Cursor.after(last)));
			double counts = median(() -> desk.overview(actor));
			double whole = median(() -> office.open("/desk").expect(200));
			double engines = median(() -> page(engine, 0));
			double enginesDeep = median(() -> page(engine, deep));
			double enginesCount = median(() -> engine.createTaskQuery().taskCandidateGroup(Units.OFFICE).count());
			System.out.printf("%10d %12.2f %12.2f %10.2f %10.2f %14.2f %14.2f %14.2f %16.4f %16.4f%n", size, first,
					deeper, counts, whole, engines, enginesDeep, enginesCount, first / engines, counts / enginesCount);
		}
	}

	private static Object page(TaskService engine, int from) {
		return engine.createTaskQuery()
			.taskCandidateGroup(Units.OFFICE)
			.orderByDueDate()
			.asc()
			.orderByTaskId()
			.asc()
			.listPage(from, PAGE);
	}

	/** The rows are no record, so nobody attests them. */
	private static void fill(String database, int there, int size) throws SQLException {
		try (Connection connection = DriverManager.getConnection(database, "postgres", "");
				Statement statement = connection.createStatement()) {
			statement.execute("SET session_replication_role = replica");
			statement.execute(OURS.formatted(Units.OFFICE, there, size));
			statement.execute(OURS.formatted(OTHER_UNIT, there / OTHERS, size / OTHERS));
			statement.execute(LATE.formatted(OTHER_UNIT));
			statement.execute(ENGINES.formatted(there, size, Units.OFFICE));
			statement.execute("RESET session_replication_role");
			statement.execute("VACUUM ANALYZE work_item");
			statement.execute("VACUUM ANALYZE act_ru_task");
			statement.execute("VACUUM ANALYZE act_ru_identitylink");
		}
	}

	/** Takes away what was filled in, so that other work finds the desks as they were. */
	static void clear(String database) throws SQLException {
		try (Connection connection = DriverManager.getConnection(database, "postgres", "");
				Statement statement = connection.createStatement()) {
			statement.execute("SET session_replication_role = replica");
			statement.execute("DELETE FROM work_item WHERE engine_task_id IS NULL");
			statement.execute("DELETE FROM act_ru_identitylink WHERE id_ LIKE 'bench-%'");
			statement.execute("DELETE FROM act_ru_task WHERE id_ LIKE 'bench-%'");
			statement.execute("RESET session_replication_role");
			statement.execute("VACUUM ANALYZE work_item");
			statement.execute("VACUUM ANALYZE act_ru_task");
			statement.execute("VACUUM ANALYZE act_ru_identitylink");
		}
	}

	private static double median(Runnable work) {
		double[] times = new double[RUNS];
		for (int run = -WARM_UP; run < RUNS; run++) {
			long before = System.nanoTime();
			work.run();
			if (run >= 0) {
				times[run] = (System.nanoTime() - before) / 1e6;
			}
		}
		Arrays.sort(times);
		return times[RUNS / 2];
	}

}
