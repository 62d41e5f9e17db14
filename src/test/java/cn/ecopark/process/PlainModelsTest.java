package cn.ecopark.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.PackFinding;
import cn.ecopark.rulepack.ShippedPacks;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Models that were drawn with other tools for other purposes; all of them are invented.
 * Whoever brings one is told few things, the ones that matter first.
 */
class PlainModelsTest {

	private static final PackFiles SHIPPED = PackFiles.shipped(ShippedPacks.FIRST.pack());

	private static final String FILE = "bpmn/naming.bpmn";

	static Stream<Named<String>> models() {
		return Stream.of(Named.of("plain steps", model("", plainSteps(4))),
				Named.of("many plain steps", model("", plainSteps(80))),
				Named.of("every kind of step", model("", everyKind())),
				Named.of("events",
						model("<signal id=\"S\" name=\"alarm\"/><error id=\"E\"/><escalation id=\"X\"/>", events())),
				Named.of("another engine", model("", anotherEngine())),
				Named.of("two pools", model(
						"<collaboration id=\"C\"><participant id=\"P1\" name=\"Shop\" processRef=\"naming\"/><participant id=\"P2\" name=\"Customer\"/><messageFlow id=\"M\" sourceRef=\"T1\" targetRef=\"P2\"/></collaboration>",
						plainSteps(3))),
				Named.of("no process", "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"/>"),
				Named.of("choreography",
						"<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><choreography id=\"naming\"><choreographyTask id=\"T\" name=\"Ask\"/></choreography></definitions>"),
				Named.of("picture of something else", "<svg xmlns=\"http://www.w3.org/2000/svg\"><rect/></svg>"));
	}

	private static String model(String before, String content) {
		return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\""
				+ " xmlns:zeebe=\"http://camunda.org/schema/zeebe/1.0\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" id=\"D\" targetNamespace=\"urn:x\">"
				+ before + "<process id=\"naming\" isExecutable=\"false\">" + content + "</process></definitions>";
	}

	private static String plainSteps(int steps) {
		return "<startEvent id=\"S\" name=\"Order received\"/>" + flow("F0", "S", "T1")
				+ IntStream.rangeClosed(1, steps)
					.mapToObj(step -> "<task id=\"T" + step + "\" name=\"Do thing " + step + "\"/>"
							+ flow("F" + step, "T" + step, step == steps ? "E" : "T" + (step + 1)))
					.collect(Collectors.joining())
				+ "<endEvent id=\"E\" name=\"Done\"/>";
	}

	private static String everyKind() {
		List<String> kinds = List.of("scriptTask", "sendTask", "receiveTask", "manualTask", "businessRuleTask", "task",
				"userTask", "serviceTask", "inclusiveGateway", "eventBasedGateway", "complexGateway", "transaction",
				"adHocSubProcess", "callActivity", "subProcess");
		StringBuilder content = new StringBuilder("<startEvent id=\"S\"/>" + flow("F", "S", "N0"));
		for (int index = 0; index < kinds.size(); index++) {
			content.append("<%1$s id=\"N%2$d\" name=\"Step %2$d\"/>".formatted(kinds.get(index), index))
				.append(flow("F" + index, "N" + index, index + 1 == kinds.size() ? "E" : "N" + (index + 1)));
		}
		return content + "<endEvent id=\"E\"/>";
	}

	private static String events() {
		return "<startEvent id=\"S\"><timerEventDefinition id=\"Z\"><timeCycle xsi:type=\"tFormalExpression\">R/P1D</timeCycle></timerEventDefinition></startEvent>"
				+ flow("F1", "S", "A")
				+ "<intermediateThrowEvent id=\"A\"><signalEventDefinition signalRef=\"S\"/></intermediateThrowEvent>"
				+ flow("F2", "A", "B")
				+ "<userTask id=\"B\" name=\"Handle\"><standardLoopCharacteristics/></userTask><boundaryEvent id=\"C\" attachedToRef=\"B\"><errorEventDefinition errorRef=\"E\"/></boundaryEvent>"
				+ flow("F3", "C", "D") + flow("F4", "B", "D")
				+ "<endEvent id=\"D\"><escalationEventDefinition escalationRef=\"X\"/></endEvent>";
	}

	private static String anotherEngine() {
		return "<startEvent id=\"S\"/>" + flow("F1", "S", "A")
				+ "<serviceTask id=\"A\" name=\"Charge\"><extensionElements><zeebe:taskDefinition type=\"charge\"/></extensionElements></serviceTask>"
				+ flow("F2", "A", "G") + "<exclusiveGateway id=\"G\" name=\"Paid?\" default=\"F4\"/>"
				+ "<sequenceFlow id=\"F3\" name=\"yes\" sourceRef=\"G\" targetRef=\"E\"><conditionExpression xsi:type=\"tFormalExpression\">= paid</conditionExpression></sequenceFlow>"
				+ "<sequenceFlow id=\"F4\" name=\"no\" sourceRef=\"G\" targetRef=\"A\"/><endEvent id=\"E\"/>";
	}

	private static String flow(String id, String from, String to) {
		return "<sequenceFlow id=\"" + id + "\" sourceRef=\"" + from + "\" targetRef=\"" + to + "\"/>";
	}

	private static List<PackFinding> check(byte[] content) {
		return ProcessTestEngine.modelCheck().check(SHIPPED, FILE, content);
	}

	@ParameterizedTest
	@MethodSource("models")
	void getFewFindingsThatCanBeUnderstood(String model) {
		List<PackFinding> findings = check(model.getBytes(UTF_8));

		assertThat(findings).hasSizeBetween(1, 10);
		assertThat(findings).extracting(PackFinding::file).containsOnly(FILE);
		assertThat(findings).extracting(PackFinding::severity).isSorted().contains(PackFinding.Severity.ERROR);
		assertThat(findings).allSatisfy(finding -> {
			assertThat(FindingWords.chinese(finding).replaceAll("“[^”]*”", "")).contains("请")
				.doesNotContain("finding.")
				.doesNotContainPattern("[A-Za-z]{2}");
			assertThat(FindingWords.english(finding)).doesNotContain("finding.", "{0}", "{1}");
		});
	}

	@Test
	void manyOfAKindAreOneRowThatNamesThemAll() {
		List<PackFinding> findings = check(model("", plainSteps(80)).getBytes(UTF_8));

		assertThat(findings).filteredOn(finding -> "model.strange-element".equals(finding.key())).satisfies(rows -> {
			PackFinding last = rows.get(rows.size() - 1);
			assertThat(rows.size() + last.also().size()).isEqualTo(80);
			assertThat(FindingWords.chinese(last)).endsWith("（另有 %d 处同样的问题）".formatted(last.also().size()));
		});
		assertThat(findings).filteredOn(finding -> "model.strange-element".equals(finding.key()))
			.first()
			.satisfies(first -> assertThat(first.place()).isEqualTo("T1"));
	}

	/** The engine of a test machine that does other work takes several times as long. */
	@Test
	void theLargestDiagramIsCheckedWhileSomebodyDraws() {
		byte[] largest = SHIPPED.all()
			.entrySet()
			.stream()
			.filter(file -> file.getKey().endsWith(".bpmn"))
			.map(Map.Entry::getValue)
			.max((one, other) -> Integer.compare(one.length, other.length))
			.orElseThrow();
		String file = SHIPPED.all()
			.entrySet()
			.stream()
			.filter(each -> each.getValue() == largest)
			.findFirst()
			.orElseThrow()
			.getKey();
		Duration best = Duration.ofDays(1);
		for (int round = 0; round < 30; round++) {
			Instant start = Instant.now();
			assertThat(ProcessTestEngine.modelCheck().check(SHIPPED, file, largest)).isEmpty();
			Duration taken = Duration.between(start, Instant.now());
			best = taken.compareTo(best) < 0 ? taken : best;
		}

		System.out.println(file + " is checked with its pack in " + best.toMillis() + " ms");
		assertThat(best).isLessThan(Duration.ofMillis(800));
	}

	static Stream<Named<byte[]>> hostile() {
		String open = "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"naming\" isExecutable=\"true\">";
		String close = "</process></definitions>";
		StringBuilder entangled = new StringBuilder("<startEvent id=\"S\"/>" + flow("F", "S", "A"));
		entangled.append("<parallelGateway id=\"A\"/><parallelGateway id=\"J\"/>");
		for (int branch = 0; branch < 30; branch++) {
			entangled.append(flow("FA" + branch, "A", "G" + branch))
				.append("<exclusiveGateway id=\"G" + branch + "\"/>");
			for (int way = 0; way < 4; way++) {
				String step = branch + "_" + way;
				entangled.append(flow("FG" + step, "G" + branch, "T" + step))
					.append("<userTask id=\"T" + step + "\" name=\"办\"/>")
					.append(flow("FT" + step, "T" + step, "M" + branch));
			}
			entangled.append("<exclusiveGateway id=\"M" + branch + "\"/>")
				.append(flow("FM" + branch, "M" + branch, "J"));
		}
		entangled.append(flow("FJ", "J", "E")).append("<endEvent id=\"E\"/>");
		return Stream.of(Named.of("nothing", new byte[0]), Named.of("zeros", new byte[3_000_000]),
				Named.of("deep", (open + "<subProcess>".repeat(5_000) + close).getBytes(UTF_8)),
				Named.of("wide", (open + "<task/>".repeat(200_000) + close).getBytes(UTF_8)),
				Named.of("many strangers", (open + "<task id=\"a\" x=\"1\"/>".repeat(9_900) + close).getBytes(UTF_8)),
				Named.of("entangled", (open + entangled + close).getBytes(UTF_8)),
				Named.of("bomb", ("<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\">]>" + open + "&b;" + close).getBytes(UTF_8)));
	}

	@ParameterizedTest
	@MethodSource("hostile")
	void whatIsHostileIsToldSoon(byte[] content) {
		Instant start = Instant.now();

		List<PackFinding> findings = check(content);

		assertThat(findings).hasSizeBetween(1, 10);
		assertThat(findings).extracting(PackFinding::key).doesNotContain("model.not-judged");
		assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
	}

	@Test
	void aFileOfNoKindIsTold() {
		for (String file : List.of("bpmn/naming", "bpmn/", "forms/x", "bpmn/../a.bpmn", "elsewhere.bpmn")) {
			assertThat(ProcessTestEngine.modelCheck().check(SHIPPED, file, "x".getBytes(UTF_8))).isNotEmpty();
		}
	}

	@Test
	void withoutDataNothingCanBeJudged() {
		assertThat(ProcessTestEngine.modelCheck().check(PackFiles.of(Map.of()), FILE, new byte[0])).singleElement()
			.satisfies(finding -> assertThat(finding.key()).isEqualTo("model.data-unreadable"));
	}

}
