package cn.ecopark.process.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

import cn.ecopark.process.engine.SafeXml;
import cn.ecopark.process.engine.UnreadableModel;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Drawings in short: {@code S>A} is a flow; steps that begin with P are parallel
 * gateways, with X exclusive ones, with E ends, with T tasks.
 */
class TokenSearchTest {

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			S>P1 P1>T1 P1>T2 T1>P2 T2>P2 P2>E1             ;            ; both ways meet
			S>X1 X1>T1 X1>T2 T1>X2 T2>X2 X2>E1             ;            ; one way is taken
			S>X1 X1>P1 P1>T1 P1>T2 T1>P2 T2>P2 P2>X2 X2>E1 X2>X1 ;      ; again and again
			S>P1 P1>T1 P1>X1 X1>T2 X1>T3 T2>X2 T3>X2 X2>P2 T1>P2 P2>E1 ; ; a choice inside
			S>X1 X1>T1 X1>T2 T1>P2 T2>P2 P2>E1             ; stuck P2   ; one way is taken and the other awaited
			S>P1 P1>T1 P1>X1 X1>T2 X1>E2 T2>P2 T1>P2 P2>E1 ; stuck P2   ; one way may end before
			S>P1 P1>T1 P1>T2 T1>X2 T2>X2 X2>T3 T3>E1       ; doubled X2 ; both ways come one by one
			S>P1 P1>T1 P1>T2 T1>T3 T2>T3 T3>E1             ; doubled T3 ; without a gateway
			S>T1 T1>T2 T1>T3 T2>T4 T3>T4 T4>E1             ; doubled T4 ; a step with two ways out
			S>P1 P1>T1 P1>T2 T1>E1 T2>E2                   ; ends E2    ; two ends
			S>P1 P1>T1 P1>T2 T1>E1 T2>E1                   ; ends E1    ; one end twice
			S>X1 X1>P1 P1>X1 P1>E1                         ; flooded E1 ; an end again and again
			S>X1 X1>P1 P1>X1 P1>T1 T1>X1 X1>E1             ; flooded E1 ; splits again and again
			""")
	void findsWhereTokensGoAstray(String flows, String astray, String told) throws UnreadableModel {
		TokenSearch search = search(flows);

		assertThat(said(search)).as(told).isEqualTo(astray == null ? "" : astray);
		assertThat(search.gaveUp()).isFalse();
	}

	private static String said(TokenSearch search) {
		Map<String, Set<Element>> found = new LinkedHashMap<>();
		found.put("stuck", search.stuck());
		found.put("doubled", search.doubled());
		found.put("ends", search.endsBeside());
		for (Map.Entry<String, Set<Element>> kind : found.entrySet()) {
			if (!kind.getValue().isEmpty()) {
				return kind.getKey() + " " + kind.getValue().iterator().next().getAttribute("id");
			}
		}
		return search.flooded().isEmpty() ? ""
				: "flooded " + search.flooded().iterator().next().getAttribute("targetRef");
	}

	/** 40 ways with two ends each have more states than anybody would look through. */
	@Test
	void givesUpSoon() throws UnreadableModel {
		StringBuilder flows = new StringBuilder("S>P1 ");
		for (int way = 0; way < 40; way++) {
			flows.append("P1>X%1$d X%1$d>P2 X%1$d>P3 ".formatted(100 + way));
		}

		long start = System.nanoTime();
		TokenSearch search = search(flows + "P2>E1 P3>E2");

		assertThat(search.gaveUp()).isTrue();
		assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
	}

	/**
	 * In whatever order tokens move: as many drawings at random, each moved in all
	 * orders.
	 */
	@Test
	void findsWhatAllOrdersFind() throws UnreadableModel {
		int astray = 0;
		for (int seed = 0; seed < 1500; seed++) {
			String flows = random(new Random(seed));
			AllOrders all = new AllOrders(flows);
			if (!all.isComplete() || all.isFlooded()) {
				continue;
			}
			TokenSearch search = search(flows);
			boolean broken = !search.stuck().isEmpty() || !search.flooded().isEmpty();
			assertThat(broken).as("seed %d: %s", seed, flows).isEqualTo(all.isStuck());
			if (!broken) {
				assertThat(!search.doubled().isEmpty()).as("doubled, seed %d: %s", seed, flows)
					.isEqualTo(all.isDoubled());
				if (!all.isDoubled()) {
					assertThat(!search.endsBeside().isEmpty()).as("ends, seed %d: %s", seed, flows)
						.isEqualTo(all.hasTwoEnds());
				}
				astray += all.isDoubled() || all.hasTwoEnds() ? 1 : 0;
			}
		}
		assertThat(astray).isGreaterThan(50);
	}

	/** From the start to the right, with some ways back. */
	private static String random(Random random) {
		List<String> steps = new ArrayList<>(List.of("S"));
		for (int index = 1; index <= 3 + random.nextInt(5); index++) {
			steps.add("PXT".charAt(random.nextInt(3)) + String.valueOf(index));
		}
		int inner = steps.size();
		steps.add("E1");
		steps.add("E2");
		Set<String> flows = new LinkedHashSet<>();
		for (int index = 0; index < inner; index++) {
			flows.add(steps.get(index) + ">" + steps.get(index + 1));
			if (index > 0 && random.nextInt(2) == 0) {
				int to = random.nextInt(6) == 0 ? 1 + random.nextInt(index)
						: index + 1 + random.nextInt(steps.size() - index - 1);
				flows.add(steps.get(index) + ">" + steps.get(to));
			}
		}
		flows.removeIf(flow -> flow.startsWith("E"));
		return String.join(" ", flows);
	}

	private static TokenSearch search(String flows) throws UnreadableModel {
		Set<String> steps = new LinkedHashSet<>();
		StringBuilder content = new StringBuilder();
		for (String flow : flows.strip().split("\\s+")) {
			String[] ends = flow.split(">");
			steps.addAll(List.of(ends));
			content.append("<sequenceFlow id=\"%s_%s\" sourceRef=\"%s\" targetRef=\"%s\"/>".formatted(ends[0], ends[1],
					ends[0], ends[1]));
		}
		for (String step : steps) {
			content.append("<%s id=\"%s\"/>".formatted(kind(step), step));
		}
		Element process = SafeXml
			.read(("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\">" + content
					+ "</process></definitions>")
				.getBytes(UTF_8))
			.getDocumentElement();
		Scope scope = new Scope((Element) process.getFirstChild());
		TokenSearch search = new TokenSearch(scope);
		search.run(scope.step("S").orElseThrow());
		return search;
	}

	private static String kind(String step) {
		return switch (step.charAt(0)) {
			case 'S' -> "startEvent";
			case 'P' -> "parallelGateway";
			case 'X' -> "exclusiveGateway";
			case 'E' -> "endEvent";
			default -> "userTask";
		};
	}

	/** The plain way: every token may move whenever it can. */
	private static final class AllOrders {

		private static final int MOST = 30_000;

		private final List<String[]> flows = new ArrayList<>();

		private boolean stuck;

		private boolean flooded;

		private boolean doubled;

		private boolean ends;

		private int states;

		AllOrders(String text) {
			for (String flow : text.strip().split("\\s+")) {
				this.flows.add(flow.split(">"));
			}
			Deque<List<Integer>> open = new ArrayDeque<>();
			Set<List<Integer>> seen = new HashSet<>();
			for (List<Integer> first : after(new ArrayList<>(Collections.nCopies(this.flows.size(), 0)), "S")) {
				open.push(first);
			}
			while (!open.isEmpty() && seen.size() < MOST && !this.flooded) {
				List<Integer> state = open.pop();
				if (seen.add(state)) {
					look(state);
					next(state).forEach(open::push);
				}
			}
			this.states = seen.size();
		}

		boolean isComplete() {
			return this.states < MOST;
		}

		/** By orders in which nobody would ever end, too. */
		boolean isFlooded() {
			return this.flooded;
		}

		boolean isStuck() {
			return this.stuck;
		}

		boolean isDoubled() {
			return this.doubled;
		}

		boolean hasTwoEnds() {
			return this.ends;
		}

		private void look(List<Integer> state) {
			Map<String, Integer> waiting = new LinkedHashMap<>();
			int atEnds = 0;
			for (int index = 0; index < state.size(); index++) {
				this.flooded |= state.get(index) >= 4;
				String to = this.flows.get(index)[1];
				waiting.merge(to, state.get(index), Integer::sum);
				atEnds += to.startsWith("E") ? state.get(index) : 0;
			}
			waiting.forEach((step, tokens) -> this.doubled |= tokens > 1 && !step.startsWith("P")
					&& !step.startsWith("E") && into(step).size() > 1);
			this.ends |= atEnds > 1;
		}

		private List<List<Integer>> next(List<Integer> state) {
			List<List<Integer>> all = new ArrayList<>();
			boolean tokens = false;
			for (int index = 0; index < state.size(); index++) {
				if (state.get(index) == 0) {
					continue;
				}
				tokens = true;
				String step = this.flows.get(index)[1];
				List<Integer> taken = step.startsWith("P") ? into(step) : List.of(index);
				if (taken.stream().allMatch(flow -> state.get(flow) > 0)) {
					List<Integer> rest = new ArrayList<>(state);
					taken.forEach(flow -> rest.set(flow, rest.get(flow) - 1));
					all.addAll(after(rest, step));
				}
			}
			this.stuck |= tokens && all.isEmpty();
			return all;
		}

		private List<List<Integer>> after(List<Integer> rest, String step) {
			List<Integer> out = new ArrayList<>();
			for (int index = 0; index < this.flows.size(); index++) {
				if (this.flows.get(index)[0].equals(step)) {
					out.add(index);
				}
			}
			List<List<Integer>> all = new ArrayList<>();
			for (List<Integer> way : step.startsWith("X") ? out.stream().map(List::of).toList() : List.of(out)) {
				List<Integer> state = new ArrayList<>(rest);
				way.forEach(flow -> state.set(flow, state.get(flow) + 1));
				all.add(state);
			}
			return all;
		}

		private List<Integer> into(String step) {
			List<Integer> in = new ArrayList<>();
			for (int index = 0; index < this.flows.size(); index++) {
				if (this.flows.get(index)[1].equals(step)) {
					in.add(index);
				}
			}
			return in;
		}

	}

}
