package cn.ecopark.process;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import cn.ecopark.rulepack.PackFinding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Code at every place where the engine evaluates something, hidden in every way that XML
 * knows; facts that nobody may draw; files without end. Each is refused by the check and
 * by the engine alone, soon, and nothing of it runs.
 */
class HostileModelsTest {

	private static final Duration SOON = Duration.ofSeconds(10);

	private static final List<String> PAYLOADS = List.of("${runtimeService.deleteDeployment('1')}",
			"${''.getClass().forName('" + HostileDiagram.Probe.class.getName() + "').newInstance()}",
			"#{issuePaper.execute(execution)}", "${probe.touch()}", "${now() != null}");

	/**
	 * What stands in the sample, by the place at which an expression may be evaluated.
	 */
	private static final Map<String, String> TEXTS = Map.of("condition", ">${Task_Act_outcome == 'ADMIT'}<", "timer",
			">${due_decideLapse}<", "timer of a listener", ">${remind_correction}<", "kept result", ">${batchResult}<",
			"remark on a task", ">办理说明<");

	private static final Map<String, String> ATTRIBUTES = Map.of("service task",
			"camunda:delegateExpression=\"${assignCaseNumber}\"", "listener", "delegateExpression=\"${remind}\"",
			"due date", "camunda:dueDate=\"${due_correction}\"", "collection", "camunda:collection=\"${MINISTRIES}\"",
			"name of a task", "name=\"办理\" camunda", "name of a message", "name=\"Message_BatchResult\"",
			"called diagram", "calledElement=\"delivery\"", "role", "candidateGroups=\"OFFICE\"", "business key",
			"businessKey=\"${caseId}\"", "history", "historyTimeToLive=\"P1D\"");

	/** What drawings of earlier releases have, and the check tells of in any case. */
	private static final Set<String> OF_BEFORE = Set.of("model.due-date-drawn", "model.listener-drawn");

	private static final Map<String, UnaryOperator<String>> HIDDEN_IN_TEXT = Map.of("plain", text -> text, "comment",
			text -> text.substring(0, 1) + "<!-- -->" + text.substring(1), "CDATA",
			text -> text.substring(0, 1) + "<![CDATA[" + text.substring(1) + "]]>", "instruction",
			text -> text.substring(0, 1) + "<?a b?>" + text.substring(1), "references",
			text -> "&#" + (int) text.charAt(0) + ";&#x7B;" + text.substring(2));

	private static final Map<String, UnaryOperator<String>> HIDDEN_IN_ATTRIBUTE = Map.of("plain", text -> text,
			"references", text -> "&#" + (int) text.charAt(0) + ";&#x7B;" + text.substring(2), "line break",
			text -> "&#10; " + text);

	/** With each place at which drawings of earlier releases have expressions as well. */
	private static final SampleDiagram DRAWN = SampleDiagram.BASE.withTimersDrawn().until("${due_decideLapse}");

	private final RepositoryService repository = ProcessTestEngine.engine().getRepositoryService();

	@BeforeEach
	void forgetsEarlierTouches() {
		HostileDiagram.Probe.touched = 0;
		ProcessTestEngine.NAMES.forget();
	}

	static Stream<Named<byte[]>> hostileModels() {
		Map<String, byte[]> models = new LinkedHashMap<>();
		hiddenCode(models);
		forgedFacts(models);
		strangeElements(models);
		encodings(models);
		return models.entrySet().stream().map(model -> Named.of(model.getKey(), model.getValue()));
	}

	private static void hiddenCode(Map<String, byte[]> models) {
		for (String payload : PAYLOADS) {
			TEXTS.forEach((place, text) -> HIDDEN_IN_TEXT.forEach((way, hide) -> put(models,
					"%s in %s, %s".formatted(payload, place, way), DRAWN.with(text, ">" + hide.apply(payload) + "<"))));
			ATTRIBUTES.forEach((place, attribute) -> HIDDEN_IN_ATTRIBUTE.forEach((way, hide) -> put(models,
					"%s in %s, %s".formatted(payload, place, way), DRAWN.with(attribute, attribute
						.replaceFirst("=\"[^\"]*\"", Matcher.quoteReplacement("=\"" + hide.apply(payload) + "\""))))));
		}
	}

	private static void forgedFacts(Map<String, byte[]> models) {
		for (String fact : List.of("caseId", "batchId", "objectionId", "batchResult", "ballotsResult",
				"coordinationResult", "panelResult", "conclusionResult", "stageResult", "recheckGrade",
				"Task_Act_outcome", "due_correction", "MINISTRIES", "issuePaper", "party", "noticeClosing",
				"anything")) {
			put(models, "output " + fact, SampleDiagram.BASE.with("name=\"noticeResult\"", "name=\"" + fact + "\""));
			put(models, "result of a call as " + fact,
					SampleDiagram.BASE.with("target=\"deliveryResult\"", "target=\"" + fact + "\""));
			put(models, "into a call as " + fact, SampleDiagram.BASE.with("source=\"caseId\" target=\"caseId\"",
					"source=\"batchResult\" target=\"" + fact + "\""));
			put(models, "party called " + fact + "s",
					SampleDiagram.BASE.with("elementVariable=\"party\"", "elementVariable=\"" + fact + "s\""));
		}
		put(models, "output of a word", SampleDiagram.BASE.with("${batchResult}", "ISSUED"));
		put(models, "output of a computed word",
				SampleDiagram.BASE.with("${batchResult}", "${batchResult == 'a' ? 'ISSUED' : 'ISSUED'}"));
		put(models, "anything out of a call", SampleDiagram.BASE.with("source=\"stageResult\"", "source=\"anything\""));
	}

	private static void strangeElements(Map<String, byte[]> models) {
		String probe = HostileDiagram.Probe.class.getName();
		put(models, "start by a date",
				SampleDiagram.BASE.with("<bpmn:startEvent id=\"Start\" name=\"开始\" />",
						"<bpmn:startEvent id=\"Start\"><bpmn:timerEventDefinition><bpmn:timeDate>2020-01-01T00:00:00"
								+ "</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:startEvent>"));
		put(models, "start by a message", SampleDiagram.BASE.with("<bpmn:startEvent id=\"Start\" name=\"开始\" />",
				"<bpmn:startEvent id=\"Start\"><bpmn:messageEventDefinition messageRef=\"Message_BatchResult\"/></bpmn:startEvent>"));
		put(models, "task of a foreign name", SampleDiagram.BASE.holding("<x:scriptTask id=\"A\"/>"));
		put(models, "task in a lane", SampleDiagram.BASE.holding(
				"<bpmn:laneSet id=\"A\"><bpmn:serviceTask id=\"B\" camunda:class=\"" + probe + "\"/></bpmn:laneSet>"));
		put(models, "task in an annotation", SampleDiagram.BASE.holding(
				"<bpmn:textAnnotation id=\"A\"><bpmn:scriptTask id=\"B\" scriptFormat=\"juel\"/></bpmn:textAnnotation>"));
		put(models, "listener in a data object", SampleDiagram.BASE.holding(
				"<bpmn:dataObject id=\"A\"><bpmn:extensionElements><camunda:executionListener event=\"start\" class=\""
						+ probe + "\"/></bpmn:extensionElements></bpmn:dataObject>"));
		put(models, "listener of the older engine",
				SampleDiagram.BASE.extended("<activiti:taskListener event=\"create\" class=\"" + probe + "\"/>"));
		put(models, "properties of the older engine", SampleDiagram.BASE.extended(
				"<activiti:properties><activiti:property name=\"purpose\" value=\"PANEL_VOTE\"/></activiti:properties>"));
		put(models, "class of the older engine", SampleDiagram.BASE.with("<bpmn:serviceTask id=\"Task_Run\"",
				"<bpmn:serviceTask id=\"Task_Run\" activiti:class=\"" + probe + "\""));
		put(models, "element between the letters of a condition",
				SampleDiagram.BASE.with(">${Task_Act_outcome == 'ADMIT'}<", ">$<x:a/>{probe.touch()}<"));
		put(models, "priority by an expression", SampleDiagram.BASE.with("camunda:candidateGroups=\"OFFICE\"",
				"camunda:candidateGroups=\"OFFICE\" camunda:priority=\"${probe.touch()}\""));
		put(models, "compensation", SampleDiagram.BASE.with("<bpmn:serviceTask id=\"Task_Run\"",
				"<bpmn:serviceTask id=\"Task_Run\" isForCompensation=\"true\""));
		put(models, "signal",
				SampleDiagram.BASE.with(
						"<bpmn:messageEventDefinition id=\"Definition_Result\" messageRef=\"Message_BatchResult\" />",
						"<bpmn:signalEventDefinition id=\"Definition_Result\"/>"));
		put(models, "time cycle",
				DRAWN.with("<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${remind_correction}</bpmn:timeDate>",
						"<bpmn:timeCycle>R/PT0S</bpmn:timeCycle>"));
		put(models, "XInclude", SampleDiagram.BASE.holding(
				"<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/hostname\" parse=\"text\"/>"));
		put(models, "document type",
				SampleDiagram.BASE.with("?>\n<bpmn", "?>\n<!DOCTYPE a [<!ENTITY b \"c\">]>\n<bpmn"));
		put(models, "entities without end", SampleDiagram.BASE.with("?>\n<bpmn",
				"?>\n<!DOCTYPE a [<!ENTITY b \"cccccccccc\"><!ENTITY d \"&b;&b;&b;&b;&b;&b;\">]>\n<bpmn"));
		put(models, "another root", new SampleDiagram("<x:definitions xmlns:x='urn:other'/>"));
	}

	private static void encodings(Map<String, byte[]> models) {
		String content = SampleDiagram.BASE.content();
		models.put("UTF-16", content.replace("UTF-8", "UTF-16").getBytes(UTF_16));
		models.put("UTF-16 that says UTF-8", content.getBytes(UTF_16));
		models.put("GBK", content.replace("UTF-8", "GBK").getBytes(Charset.forName("GBK")));
		models.put("UTF-8 that says GBK", content.replace("UTF-8", "GBK").getBytes(UTF_8));
		models.put("GBK that says UTF-8", content.getBytes(Charset.forName("GBK")));
		models.put("EBCDIC", content.replace("UTF-8", "IBM037").getBytes(Charset.forName("IBM037")));
		models.put("cut off", content.substring(0, content.length() / 2).getBytes(UTF_8));
		models.put("empty", new byte[0]);
		models.put("50 MB of comments",
				content.replace("<bpmn:message ", "<!--" + "x".repeat(50_000_000) + "-->\n<bpmn:message ")
					.getBytes(UTF_8));
		models.put("20,000 tasks",
				SampleDiagram.BASE.holding("<bpmn:userTask/>".repeat(20_000)).content().getBytes(UTF_8));
		models.put("20,000 elements within each other",
				SampleDiagram.BASE.extended("<x:a>".repeat(20_000) + "</x:a>".repeat(20_000))
					.content()
					.getBytes(UTF_8));
		models.put("an expression of a million letters", SampleDiagram.BASE
			.with("${Task_Act_outcome == 'ADMIT'}", "${" + "(".repeat(500_000) + "a" + ")".repeat(500_000) + "}")
			.content()
			.getBytes(UTF_8));
	}

	private static void put(Map<String, byte[]> models, String name, SampleDiagram model) {
		models.put(name, model.content().getBytes(UTF_8));
	}

	@Test
	void areMany() {
		assertThat(hostileModels().count()).isGreaterThan(300);
		assertThat(SampleDiagram.BASE.findings()).isEmpty();
		assertThat(DRAWN.findings()).extracting(PackFinding::key).containsExactlyInAnyOrderElementsOf(OF_BEFORE);
	}

	@ParameterizedTest
	@MethodSource("hostileModels")
	void areRefusedByTheCheck(byte[] model) {
		Instant start = Instant.now();

		List<PackFinding> findings = SampleDiagram.findings(model);

		assertThat(findings).filteredOn(finding -> !OF_BEFORE.contains(finding.key()))
			.extracting(PackFinding::severity)
			.contains(PackFinding.Severity.ERROR);
		assertThat(findings).extracting(PackFinding::key).doesNotContain("model.not-judged", "model.out-of-time");
		assertThat(findings).hasSizeLessThanOrEqualTo(11);
		assertThat(Duration.between(start, Instant.now())).isLessThan(SOON);
		assertThat(ProcessTestEngine.NAMES.asked()).isEmpty();
		assertThat(HostileDiagram.Probe.touched).isZero();
	}

	@ParameterizedTest
	@MethodSource("hostileModels")
	void areRefusedByTheEngineAlone(byte[] model) {
		Instant start = Instant.now();

		assertThatThrownBy(() -> SampleDiagram.deploy(model)).isInstanceOf(ProcessEngineException.class)
			.hasMessageContaining("Not allowed in models");

		assertThat(Duration.between(start, Instant.now())).isLessThan(SOON);
		assertThat(this.repository.createProcessDefinitionQuery().processDefinitionKey("sample").count()).isZero();
		assertThat(ProcessTestEngine.NAMES.asked()).isEmpty();
		assertThat(HostileDiagram.Probe.touched).isZero();
	}

}
