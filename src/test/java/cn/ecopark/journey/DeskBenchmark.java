package cn.ecopark.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.ecopark.EcoparkApplication;

/**
 * Prints how much longer the work desk takes with 10,000 open tasks of one unit than with
 * one, in the same run, and how long the start took. Run with
 * {@code mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=cn.ecopark.journey.DeskBenchmark}.
 */
public final class DeskBenchmark {

	private static final String PARK = "贵阳高新技术产业开发区";

	private static final int TASKS = 10_000;

	private static final int RUNS = 60;

	private static final String MANY = """
			INSERT INTO work_item (kind, definition_id, pack, release, process_key, task_key, task_name, stage, dossier_id, case_id, title,
			                       park_id, park_kind, province_code, role, unit_id, created_at, due_on, sort_due, limit_key,
			                       said, said_by, said_at, description, state)
			SELECT 'ENGINE_TASK', definition_id, pack, release, process_key, task_key, task_name, stage, dossier_id, case_id, title, park_id,
			       park_kind, province_code, role, 'OFFICE', created_at, DATE '2018-01-03' + n % 90,
			       DATE '2018-01-03' + n % 90, limit_key, '材料齐全，同意上报（虚构）', '示例单位 示例人员', created_at, description, 'OPEN'
			  FROM work_item, generate_series(1, :many) AS n WHERE id = 1
			""";

	private DeskBenchmark() {
	}

	/**
	 * @param arguments none are read
	 */
	public static void main(String[] arguments) throws IOException {
		Path folder = Files.createTempDirectory("desk-benchmark");
		long before = System.nanoTime();
		try (ConfigurableApplicationContext application = SpringApplication.run(EcoparkApplication.class,
				"--server.port=0", "--ecopark.embedded.data-directory=" + folder)) {
			double start = (System.nanoTime() - before) / 1e9;
			World world = new World(
					() -> "http://localhost:" + application.getEnvironment().getProperty("local.server.port"));
			world.as("guiyang-ht.staff").starts(PARK, "award");
			double few = median(world);
			application.getBean(JdbcClient.class).sql(MANY).param("many", TASKS).update();
			application.getBean(JdbcClient.class).sql("ANALYZE work_item").update();
			double many = median(world);
			System.out.printf("start on an empty database %.1f s%n", start);
			System.out.printf("work desk, median of %d: 0 tasks %.1f ms, %d tasks %.1f ms, ratio %.2f%n", RUNS, few,
					TASKS, many, many / few);
		}
	}

	private static double median(World world) {
		Browser office = world.as("office.one").browser();
		double[] times = new double[RUNS];
		for (int run = -20; run < RUNS; run++) {
			long before = System.nanoTime();
			office.open("/desk").expect(200);
			if (run >= 0) {
				times[run] = (System.nanoTime() - before) / 1e6;
			}
		}
		Arrays.sort(times);
		return times[RUNS / 2];
	}

}
