package cn.ecopark.journey;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;

import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

import cn.ecopark.journey.CostMeter.Cost;

/**
 * The same case again and again: the Office opens the recheck of a park, the park
 * reports, the province forwards it, it is assessed on site; then the Office closes it.
 * Measured is what the opening and the three decisions cost the server from the form to
 * the answer, without the page that follows and those before it, without the paper, and
 * without the end. What is written ahead and the processor include the row of the
 * session.
 */
final class OurCases implements Filter {

	private static final String PARK = "苏州工业园区";

	private static final String CLOSE = "form[action$=/close]";

	private static final Pattern ACT = Pattern.compile("/parks/[^/]+/cases|/tasks/\\d+");

	private static final String SET = """
			SELECT name_, type_, text_, long_, double_ FROM act_ru_variable
			""";

	private final Queue<Cost> heard = new ConcurrentLinkedQueue<>();

	private volatile @Nullable CostMeter meter;

	/** The variables that the engine had after each act of the last case. */
	private final List<Map<String, Object>> variables = new ArrayList<>();

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws java.io.IOException, ServletException {
		CostMeter measures = this.meter;
		HttpServletRequest asked = (HttpServletRequest) request;
		if (measures == null || !asked.getMethod().equals("POST") || !ACT.matcher(asked.getRequestURI()).matches()) {
			chain.doFilter(request, response);
			return;
		}
		try {
			this.heard.add(measures.of(() -> {
				chain.doFilter(request, response);
				return null;
			}));
		}
		catch (java.io.IOException | ServletException | RuntimeException failed) {
			throw failed;
		}
		catch (Exception impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	/**
	 * One case from its opening to its end.
	 * @return what the opening and each decision cost
	 */
	List<Cost> run(World world, CostMeter measures, String url) throws SQLException {
		Party office = world.as("office.one");
		Party park = world.as("sip.staff");
		Party province = world.as("jiangsu.ecology");
		Party assessor = world.as("nies.staff");
		this.variables.clear();
		this.heard.clear();
		Map<String, Object> before = variables(url);
		List<Callable<?>> acts = List.of(() -> {
			office.starts(PARK, "recheck");
			return null;
		}, () -> {
			park.does(PARK, "提交自查报告", "SUBMIT");
			return null;
		}, () -> {
			province.does(PARK, "省级审核", "FORWARD");
			return null;
		}, () -> {
			assessor.scores(PARK, "现场评估", 0.75);
			return null;
		});
		for (Callable<?> act : acts) {
			measures.rest();
			this.meter = measures;
			call(act);
			this.meter = null;
			Map<String, Object> after = variables(url);
			Map<String, Object> set = new HashMap<>(after);
			set.entrySet().removeAll(before.entrySet());
			this.variables.add(set);
			before = after;
		}
		List<Cost> costs = List.copyOf(this.heard);
		if (costs.size() != acts.size()) {
			throw new AssertionError(costs.size() + " acts instead of " + acts.size());
		}
		close(office, world.today());
		return costs;
	}

	/**
	 * @return what the opening and each decision of the last case set or changed in the
	 * engine
	 */
	List<Map<String, Object>> variables() {
		return List.copyOf(this.variables);
	}

	private static void call(Callable<?> act) {
		try {
			act.call();
		}
		catch (RuntimeException failed) {
			throw failed;
		}
		catch (Exception failed) {
			throw new IllegalStateException(failed);
		}
	}

	private static void close(Party office, String today) {
		Document found = office.browser().open("/cases?q=" + Browser.encode(PARK)).expect(200).page();
		Document page = office.browser()
			.open(found.expectFirst("a[href^=/cases/]:contains(" + PARK + ")").absUrl("href"))
			.expect(200)
			.page();
		FormFiller form = new FormFiller(page, CLOSE);
		office.browser()
			.post(form.action(), form.fill(Map.of("reason", List.of("虚构的案卷，只用来量一量办理一次要多少。")), today))
			.expect(200);
	}

	private static Map<String, Object> variables(String url) throws SQLException {
		Map<String, Object> found = new HashMap<>();
		try (Connection connection = DriverManager.getConnection(url, "postgres", "");
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(SET)) {
			while (row.next()) {
				Object value = switch (row.getString("type_")) {
					case "boolean" -> row.getLong("long_") != 0;
					case "integer", "long", "date" -> row.getLong("long_");
					case "double" -> row.getDouble("double_");
					default -> String.valueOf(row.getString("text_"));
				};
				found.put(row.getString("name_"), value);
			}
		}
		return found;
	}

}
