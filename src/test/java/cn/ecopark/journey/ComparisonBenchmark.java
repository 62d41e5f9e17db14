package cn.ecopark.journey;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;

import cn.ecopark.CountedStatements;
import cn.ecopark.EcoparkApplication;
import cn.ecopark.journey.CostMeter.Cost;

/**
 * Compares, in one run on one PostgreSQL and with the load of the machine beside it: a
 * case with three decisions with that of a stock engine and of a bare one; the work list
 * with the engine's own query; the page of a public notice with a web server that has the
 * same bytes in a file. Run with
 * {@code mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=cn.ecopark.journey.ComparisonBenchmark}.
 */
public final class ComparisonBenchmark {

	private static final int ROUNDS = Integer.getInteger("rounds", 30);

	private static final int WARM_UP = Math.min(10, ROUNDS);

	private static final double KIB = 1024;

	private static final double MILLISECOND = 1e6;

	private ComparisonBenchmark() {
	}

	/**
	 * @param arguments numbers of open tasks, ascending; 10,000, 100,000 and 1,000,000
	 * without any. With {@code -Drounds=} other than 30 cases of each are counted.
	 */
	public static void main(String[] arguments) throws Exception {
		Path folder = Files.createTempDirectory("comparison");
		OurCases ours = new OurCases();
		SpringApplication program = new SpringApplication(EcoparkApplication.class);
		program.addInitializers(context -> {
			context.getBeanFactory().addBeanPostProcessor(new CountedStatements());
			FilterRegistrationBean<OurCases> filter = new FilterRegistrationBean<>(ours);
			filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
			((GenericApplicationContext) context).registerBean("measuringFilter", FilterRegistrationBean.class,
					() -> filter);
		});
		try (ConfigurableApplicationContext application = program.run("--server.port=0",
				"--ecopark.demonstration.cases.enabled=false", "--ecopark.documents.wait-for-verdict=60s",
				"--ecopark.embedded.data-directory=" + folder)) {
			String url = application.getEnvironment().getRequiredProperty("spring.datasource.url");
			World world = new World(
					() -> "http://localhost:" + application.getEnvironment().getProperty("local.server.port"));
			try (CostMeter meter = new CostMeter(url)) {
				cases(world, ours, meter, url);
				List<Integer> sizes = arguments.length == 0 ? List.of(10_000, 100_000, 1_000_000)
						: Arrays.stream(arguments).map(Integer::valueOf).toList();
				System.out.printf("%nThe work list; load %s%n", meter.load());
				DeskBenchmark.compare(application, world, sizes);
				System.out.printf("load %s%n", meter.load());
				DeskBenchmark.clear(url);
				new NoticeServers(folder, meter).compare(notice(world));
			}
		}
	}

	/**
	 * @return address of the page of a notice that is open
	 */
	private static String notice(World world) {
		AwardSteps award = new AwardSteps(world,
				Map.of("上海市工业综合开发区", new AwardSteps.Applicant("gongzong.staff", "shanghai")), 2019);
		award.apply();
		world.on("2018-02-06");
		award.areChecked();
		world.on("2018-12-28");
		award.areAccepted();
		world.on("2019-05-20");
		award.noticeIsConfirmed("2019-06-03");
		world.on("2019-06-04");
		return new Browser(world.address()).open("/notices")
			.expect(200)
			.page()
			.expectFirst("a[href^=/notices/]")
			.absUrl("href");
	}

	private static void cases(World world, OurCases ours, CostMeter meter, String url) throws Exception {
		Map<String, List<List<Cost>>> all = new LinkedHashMap<>();
		List.of("stock engine", "bare engine", "ours").forEach(name -> all.put(name, new ArrayList<>()));
		String begun = meter.load();
		try (PlainEngine stock = new PlainEngine(url, true); PlainEngine bare = new PlainEngine(url, false)) {
			for (int round = -WARM_UP; round < ROUNDS; round++) {
				List<Cost> own = ours.run(world, meter, url);
				List<Cost> stocks = stock.run(meter, ours.variables());
				List<Cost> bares = bare.run(meter, ours.variables());
				if (round >= 0) {
					all.get("ours").add(own);
					all.get("stock engine").add(stocks);
					all.get("bare engine").add(bares);
				}
			}
			System.out.printf("%nA case with three decisions, median of %d of each in turn; load %s, in the end %s%n",
					ROUNDS, begun, meter.load());
			System.out.printf("variables set by the opening and each decision: %s%n",
					ours.variables().stream().map(Map::size).toList());
			System.out.printf("written ahead while nobody does anything: %d bytes per second%n", meter.idle());
		}
		System.out.printf("%-14s %26s %10s %10s %9s %9s %9s %9s%n", "", "statements (each act)", "together", "WAL KiB",
				"CPU ms", "of it PG", "ms", "cases/s");
		all.forEach(ComparisonBenchmark::print);
	}

	private static void print(String name, List<List<Cost>> cases) {
		List<Long> each = new ArrayList<>();
		for (int act = 0; act < cases.get(0).size(); act++) {
			int index = act;
			each.add((long) Cost.median(cases.stream().map(parts -> parts.get(index)).toList(), Cost::statements));
		}
		List<Cost> sums = cases.stream().map(Cost::sum).toList();
		ToDoubleFunction<Cost> processor = cost -> (cost.java() + cost.backends()) / MILLISECOND;
		double time = Cost.median(sums, cost -> cost.time() / MILLISECOND);
		System.out.printf("%-14s %26s %10.0f %10.1f %9.1f %9.1f %9.1f %9.1f%n", name, each,
				Cost.median(sums, Cost::statements), Cost.median(sums, cost -> cost.wal() / KIB),
				Cost.median(sums, processor), Cost.median(sums, cost -> cost.backends() / MILLISECOND), time,
				1000 / time);
	}

}
