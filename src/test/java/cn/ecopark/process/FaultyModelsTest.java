package cn.ecopark.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import cn.ecopark.rulepack.PackFinding;
import cn.ecopark.rulepack.ShippedPacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Faults of a drawing are found before the engine sees it, at their element, once, and
 * told in both languages; the drawing without them passes.
 */
class FaultyModelsTest {

	private static final SampleDiagram BASE = SampleDiagram.BASE;

	static Stream<Arguments> faults() {
		return Stream.of(
				fault("dead-end", "Task_Run",
						BASE.with("<bpmn:sequenceFlow id=\"Flow_Run\" sourceRef=\"Task_Run\"",
								"<bpmn:sequenceFlow id=\"Flow_Run\" sourceRef=\"Task_Ask\"")),
				fault("unreachable", "Task_Alone",
						BASE.holding(service("Task_Alone") + flow("Flow_Alone", "Task_Alone", "Task_Run"))),
				fault("unreachable", "Task_One",
						BASE.holding(service("Task_One") + service("Task_Two")
								+ flow("Flow_One", "Task_One", "Task_Two") + flow("Flow_Two", "Task_Two", "Task_One"))),
				fault("no-end", "sub", BASE.holding(
						"<bpmn:subProcess id=\"sub\" triggeredByEvent=\"true\"><bpmn:startEvent id=\"Start_Sub\"><bpmn:messageEventDefinition messageRef=\"Message_BatchResult\"/></bpmn:startEvent></bpmn:subProcess>")),
				fault("no-start", "sub",
						BASE.holding(
								"<bpmn:subProcess id=\"sub\" triggeredByEvent=\"true\"><bpmn:endEvent id=\"End_Sub\">"
										+ result("CLOSED") + "</bpmn:endEvent></bpmn:subProcess>")),
				fault("several-starts", "sample",
						BASE.holding("<bpmn:startEvent id=\"Start_2\"/>" + flow("Flow_2", "Start_2", "Task_Act"))),
				fault("no-way-out", "Border", BASE.holding(border("Event_Trap")
						+ "<bpmn:intermediateCatchEvent id=\"Event_Trap\"><bpmn:messageEventDefinition messageRef=\"Message_BatchResult\"/></bpmn:intermediateCatchEvent>"
						+ flow("Flow_Trap", "Event_Trap", "Event_Trap"))),
				fault("join-never-meets", "Join",
						BASE.with("targetRef=\"Task_Ask\"", "targetRef=\"Join\"")
							.with("targetRef=\"End_Closed\"", "targetRef=\"Join\"")
							.holding("<bpmn:parallelGateway id=\"Join\"/>" + flow("Flow_Join", "Join", "Task_Ask")
									+ border("End_Closed"))),
				fault("extension-twice", "Task_Act", BASE.extended("<camunda:properties/>")),
				fault("tokens-without-end", "Task_Run", BASE.holding(flow("Flow_Again", "Task_Ask", "Task_Act"))),
				fault("endless-loop", "Gateway_1", BASE.with("targetRef=\"Event_Result\"", "targetRef=\"Gateway_1\"")
					.holding("<bpmn:exclusiveGateway id=\"Gateway_1\" name=\"再来？\" default=\"Flow_On\"/>"
							+ service("Task_Spin")
							+ "<bpmn:sequenceFlow id=\"Flow_On\" name=\"否\" sourceRef=\"Gateway_1\" targetRef=\"Event_Result\"/>"
							+ "<bpmn:sequenceFlow id=\"Flow_Spin\" name=\"是\" sourceRef=\"Gateway_1\" targetRef=\"Task_Spin\"><bpmn:conditionExpression>${noticeResult == 'ISSUED'}</bpmn:conditionExpression></bpmn:sequenceFlow>"
							+ flow("Flow_Back", "Task_Spin", "Gateway_1"))),
				fault("calls-itself", "Call_Delivery",
						BASE.with("calledElement=\"delivery\"", "calledElement=\"sample\"")),
				fault("starts-by-itself", "Start", BASE.with("<bpmn:startEvent id=\"Start\" name=\"开始\" />",
						"<bpmn:startEvent id=\"Start\" name=\"开始\"><bpmn:timerEventDefinition><bpmn:timeDate>2030-01-01T00:00:00</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:startEvent>")),
				due("${due_correction}"), due("${ due_decideLapse }"), due("tomorrow"), due(""),
				fault("due-date-drawn", "Task_Act",
						BASE.with("\"OFFICE\">", "\"OFFICE\" camunda:dueDate=\"${due_correction}\">")
							.with("<camunda:property name=\"limit\" value=\"correction\" />", "")),
				listener("Reminder", "remind", "remind_correction"),
				listener("Overdue", "notifyOverdue", "due_correction"), listener("Mine", "issuePaper", "noticeClosing"),
				fault("listener-drawn", "Task_Run", BASE.with("camunda:delegateExpression=\"${assignCaseNumber}\" />",
						"camunda:delegateExpression=\"${assignCaseNumber}\"><bpmn:extensionElements><camunda:taskListener id=\"A\" event=\"timeout\" delegateExpression=\"${remind}\"/></bpmn:extensionElements></bpmn:serviceTask>")),
				fault("unknown-limit", "Task_Act", BASE.with("value=\"correction\"", "value=\"forever\"")),
				fault("unknown-limit", "Task_Act", BASE.with("value=\"correction\"", "value=\"\"")),
				fault("unknown-limit", "Task_Act", BASE.with("value=\"correction\"", "value=\" correction \"")),
				fault("interrupted-by-another-limit", "Border", BASE.until("Task_Act", "${due_decideLapse}")),
				fault("unknown-name", "Border", BASE.until("${remind_correction}")),
				fault("unknown-limit", "Border", BASE.until("${due_never}")),
				fault("no-date", "Border", BASE.until("Task_Act", "tomorrow")),
				fault("no-date", "Event_Wait", waiting("never")),
				fault("no-date", "Event_Wait", waiting("2030-02-31T00:00:00")),
				fault("no-date", "Event_Wait", waiting("2030-1-1")), fault("no-date", "Event_Wait", waiting("")),
				fault("no-condition", "Flow_Admit", BASE.with("${Task_Act_outcome == 'ADMIT'}", "ADMIT")),
				fault("no-condition", "Flow_Admit", BASE.with("${Task_Act_outcome == 'ADMIT'}", "${Task_Act_outcome}")),
				fault("no-condition", "Flow_Admit", BASE.with("${Task_Act_outcome == 'ADMIT'}", "${1 + 1}")),
				fault("no-condition", "Flow_Admit",
						BASE.with("${Task_Act_outcome == 'ADMIT'}", "${Task_Act_outcome == 'ADMIT' ? 'a' : 'b'}")),
				fault("id-twice", "Task_Run",
						BASE.with("id=\"Task_Ask\"", "id=\"Task_Run\"")
							.with("targetRef=\"Task_Ask\"", "targetRef=\"Task_Run\"")
							.with("sourceRef=\"Task_Ask\"", "sourceRef=\"Task_Run\"")),
				fault("bad-id", "1 x", BASE.with("\"Gateway\"", "\"1 x\"")),
				fault("flow-to-nowhere", "Flow_Run", BASE.with("targetRef=\"Event_Result\"", "targetRef=\"Gone\"")),
				fault("default-nowhere", "Gateway",
						BASE.with("<bpmn:exclusiveGateway id=\"Gateway\"",
								"<bpmn:exclusiveGateway default=\"Gone\" id=\"Gateway\"")),
				fault("attached-to-nothing", "Border", BASE.holding(
						"<bpmn:boundaryEvent id=\"Border\" attachedToRef=\"Gone\"><bpmn:messageEventDefinition messageRef=\"Message_BatchResult\"/></bpmn:boundaryEvent>"
								+ flow("Flow_Border", "Border", "Task_Run"))),
				fault("unknown-message", "Event_Result",
						BASE.with("messageRef=\"Message_BatchResult\"", "messageRef=\"Gone\"")),
				fault("event-of-nothing", "Event_Result", BASE.with(
						"<bpmn:messageEventDefinition id=\"Definition_Result\" messageRef=\"Message_BatchResult\" />",
						"")),
				fault("flow-into-start", "Start", BASE.holding(flow("Flow_Again", "Task_Ask", "Start"))),
				fault("flow-out-of-end", "End_Closed", BASE.holding(flow("Flow_Again", "End_Closed", "Task_Act"))),
				fault("role-of-several", "Task_Act", BASE.with("\"OFFICE\"", "\"MINISTRY\"")),
				fault("each-of-whom", "Task_Ask", BASE.with(" camunda:collection=\"${MINISTRIES}\"", "")),
				property("unknown-paper", "issues", "ADMIT:poem"), property("unknown-paper", "issues", "poem"),
				property("unreadable-issue", "issues", "ADMIT:acceptanceNote:again"),
				property("unknown-outcome", "issues", "MAYBE:acceptanceNote"),
				property("no-batch", "batch", "application"), property("no-batch", "batch", "nowhere"),
				property("unknown-choice", "choices", "AGREE,PERHAPS"), property("unknown-paper", "documents", "poem"),
				property("no-number-of-signatures", "signatures", "4"),
				property("no-number-of-signatures", "signatures", "two"),
				property("no-number-of-signatures", "signatures", ""), property("neither-yes-nor-no", "secret", "yes"),
				property("misspelt-property", "outcome", "ADMIT"),
				property("misspelt-property", "Silence", "NO_ANSWER"), property("unknown-property", "weather", "fine"),
				property("property-twice", "audience", "PARK"), property("value-too-long", "verb", "x".repeat(3_000)),
				fault("unknown-audience", "Task_Act", BASE.with("\"PARK\"", "\"EVERYBODY\"")),
				property("no-purpose", "purpose", "MAGIC"),
				property("purpose-lacks-field", "purpose", "STATEMENT_REVIEW"),
				fault("misspelt-property", "End_Closed",
						BASE.with("name=\"result\" value=\"CLOSED\"", "name=\"results\" value=\"CLOSED\"")),
				fault("unknown-property", "Call_Delivery", BASE.with("<camunda:in businessKey",
						"<camunda:properties><camunda:property name=\"result\" value=\"CLOSED\"/></camunda:properties><camunda:in businessKey")),
				fault("way-without-condition", "Flow_Close", BASE.with(
						"<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${Task_Act_outcome == 'CLOSE'}</bpmn:conditionExpression>",
						"")),
				fault("form-of-another-release", "Task_Act",
						BASE.with("camunda:candidateGroups=\"OFFICE\"",
								"camunda:candidateGroups=\"OFFICE\" camunda:formRef=\"gone\"")
							.with("gone", "strike-out")),
				fault("too-many-steps", "", BASE.holding(service("Task_Many_").repeat(600))));
	}

	private static Arguments fault(String key, String element, SampleDiagram model) {
		return arguments(key, element, model);
	}

	private static Arguments due(String date) {
		return arguments("due-date-drawn", "Task_Act",
				BASE.with("\"OFFICE\">", "\"OFFICE\" camunda:dueDate=\"" + date + "\">"));
	}

	private static Arguments listener(String id, String called, String date) {
		return arguments("listener-drawn", "Task_Act",
				BASE.extended("<camunda:taskListener id=\"" + id + "\" event=\"timeout\" delegateExpression=\"${"
						+ called + "}\"><bpmn:timerEventDefinition><bpmn:timeDate>${" + date
						+ "}</bpmn:timeDate></bpmn:timerEventDefinition></camunda:taskListener>"));
	}

	private static Arguments property(String key, String name, String value) {
		return arguments(key, "Task_Act", BASE.with("<camunda:property name=\"limit\"",
				"<camunda:property name=\"" + name + "\" value=\"" + value + "\" /><camunda:property name=\"limit\""));
	}

	private static String service(String id) {
		return "<bpmn:serviceTask id=\"" + id + "\" name=\"做\" camunda:delegateExpression=\"${assignCaseNumber}\"/>";
	}

	private static String flow(String id, String from, String to) {
		return "<bpmn:sequenceFlow id=\"" + id + "\" sourceRef=\"" + from + "\" targetRef=\"" + to + "\"/>";
	}

	/** A message that ends the asking. */
	private static String border(String next) {
		return "<bpmn:boundaryEvent id=\"Border\" name=\"中止\" attachedToRef=\"Task_Ask\"><bpmn:messageEventDefinition messageRef=\"Message_BatchResult\"/></bpmn:boundaryEvent>"
				+ flow("Flow_Border", "Border", next);
	}

	private static String result(String code) {
		return "<bpmn:extensionElements><camunda:properties><camunda:property name=\"result\" value=\"" + code
				+ "\"/></camunda:properties></bpmn:extensionElements>";
	}

	private static SampleDiagram waiting(String date) {
		return BASE.with("targetRef=\"Event_Result\"", "targetRef=\"Event_Wait\"")
			.holding(
					"<bpmn:intermediateCatchEvent id=\"Event_Wait\" name=\"等待\"><bpmn:timerEventDefinition><bpmn:timeDate>"
							+ date + "</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>"
							+ flow("Flow_Wait", "Event_Wait", "Event_Result"));
	}

	@ParameterizedTest
	@MethodSource("faults")
	void areFoundOnceAtTheirElement(String key, String element, SampleDiagram model) {
		List<PackFinding> findings = key.startsWith("form-") ? withForm(model) : model.findings();

		assertThat(findings).extracting(PackFinding::key).startsWith("model." + key);
		assertThat(findings.get(0).place()).isEqualTo(element);
		assertThat(findings).filteredOn(finding -> finding.severity() == PackFinding.Severity.ERROR)
			.hasSizeLessThanOrEqualTo("id-twice".equals(key) ? 2 : 1);
		assertThat(FindingWords.chinese(findings.get(0))).doesNotContain("{0}", "{1}", "{2}", "finding.").contains("请");
		assertThat(FindingWords.english(findings.get(0))).doesNotContain("{0}", "{1}", "{2}", "finding.");
	}

	private static List<PackFinding> withForm(SampleDiagram model) {
		Map<String, String> models = new LinkedHashMap<>(
				Map.of(SampleDiagram.FILE, model.content(), "delivery.bpmn", SampleDiagram.CALLED, "strike-out.form",
						String.valueOf(ShippedPacks.models("2015-167").get("strike-out.form"))));
		return ProcessTestEngine.modelCheck().check(ProcessTestEngine.pack(), ShippedPacks.files(models));
	}

	/** Told each once, whatever else the drawing says of the limit. */
	@Test
	void tellsOfEverythingThatALimitStandsFor() {
		assertThat(BASE.withTimersDrawn().findings()).extracting(PackFinding::key)
			.containsExactlyInAnyOrder("model.due-date-drawn", "model.listener-drawn");
		assertThat(BASE.until("Task_Act", "${due_correction}").findings()).isEmpty();
		assertThat(BASE.until("Task_Act", "${due_decideLapse}")
			.with("<bpmn:boundaryEvent", "<bpmn:boundaryEvent cancelActivity=\"false\"")
			.findings()).extracting(PackFinding::key).doesNotContain("model.interrupted-by-another-limit");
	}

	@Test
	void waitsForARealDateAndForEachOther() {
		assertThat(waiting("2030-02-28T00:00:00").findings()).isEmpty();
		assertThat(BASE.with("targetRef=\"Task_Ask\"", "targetRef=\"Split\"")
			.with("targetRef=\"Event_Result\"", "targetRef=\"Join\"")
			.holding("<bpmn:parallelGateway id=\"Split\"/><bpmn:parallelGateway id=\"Join\"/>" + service("Task_Beside")
					+ flow("Flow_1", "Split", "Task_Ask") + flow("Flow_2", "Split", "Task_Beside")
					+ flow("Flow_3", "Task_Beside", "Join") + flow("Flow_4", "Join", "Event_Result"))
			.findings()).isEmpty();
	}

	@Test
	void findsDiagramsThatCallEachOther() {
		Map<String, String> models = Map.of(SampleDiagram.FILE, BASE.content(), "delivery.bpmn", SampleDiagram.CALLED
			.replace("<bpmn:endEvent id=\"End\" name=\"已送达\">",
					"<bpmn:callActivity id=\"Call_Back\" calledElement=\"sample\" camunda:calledElementBinding=\"deployment\"/>"
							+ flow("Flow_End", "Call_Back", "End") + "<bpmn:endEvent id=\"End\" name=\"已送达\">")
			.replace("targetRef=\"End\"/><bpmn", "targetRef=\"End\"/><bpmn")
			.replace("sourceRef=\"Start\" targetRef=\"End\"", "sourceRef=\"Start\" targetRef=\"Call_Back\""));

		assertThat(ProcessTestEngine.modelCheck().check(ProcessTestEngine.pack(), ShippedPacks.files(models)))
			.extracting(PackFinding::place)
			.contains("Call_Back", "Call_Delivery");
	}

}
