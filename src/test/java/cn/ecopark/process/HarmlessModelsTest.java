package cn.ecopark.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.jobexecutor.TimerTaskListenerJobHandler;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What modelers draw and leave behind, and the engine does not run, passes both walls
 * without a word.
 */
class HarmlessModelsTest {

	private static final SampleDiagram BASE = SampleDiagram.BASE;

	private static final String TASK = "<bpmn:userTask id=\"Task_Act\"";

	private static final String RUN = "<bpmn:serviceTask id=\"Task_Run\"";

	private final ProcessEngine engine = ProcessTestEngine.engine();

	@AfterEach
	void leavesNothingBehind() {
		this.engine.getRepositoryService()
			.createDeploymentQuery()
			.deploymentName("sample")
			.list()
			.forEach(sample -> this.engine.getRepositoryService().deleteDeployment(sample.getId(), true, true, true));
		ProcessTestEngine.NAMES.forget();
		ProcessTestEngine.FLOW.forget();
	}

	static Stream<Named<SampleDiagram>> harmlessModels() {
		Map<String, SampleDiagram> models = new LinkedHashMap<>();
		models.put("as it is", BASE);
		drawing(models);
		pictures(models);
		extensions(models);
		remarks(models);
		blanks(models);
		quotations(models);
		writing(models);
		return models.entrySet().stream().map(model -> Named.of(model.getKey(), model.getValue()));
	}

	private static void drawing(Map<String, SampleDiagram> models) {
		models.put("lanes", BASE.holding(
				"<bpmn:laneSet id=\"Lanes\"><bpmn:lane id=\"Lane\" name=\"办公室\"><bpmn:flowNodeRef>Task_Act</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>"));
		models.put("lanes in lanes", BASE.holding(
				"<bpmn:laneSet id=\"Lanes\"><bpmn:lane id=\"Lane\"><bpmn:childLaneSet id=\"Inner\"><bpmn:lane id=\"Lane_In\"/></bpmn:childLaneSet></bpmn:lane></bpmn:laneSet>"));
		String message = "<bpmn:message id=\"Message_BatchResult\"";
		models.put("pool", BASE.with(message,
				"<bpmn:collaboration id=\"Pools\"><bpmn:participant id=\"Pool\" name=\"办公室\" processRef=\"sample\"/></bpmn:collaboration>"
						+ message));
		models.put("empty pool and message flow", BASE.with(message,
				"<bpmn:collaboration id=\"Pools\"><bpmn:participant id=\"Pool\" processRef=\"sample\"/><bpmn:participant id=\"Park\" name=\"园区\"/>"
						+ "<bpmn:messageFlow id=\"To_Park\" sourceRef=\"Task_Act\" targetRef=\"Park\"/></bpmn:collaboration>"
						+ message));
		models.put("pool of several", BASE.with(message,
				"<bpmn:collaboration id=\"Pools\"><bpmn:participant id=\"Pool\"><bpmn:participantMultiplicity id=\"Many\" maximum=\"3\"/></bpmn:participant></bpmn:collaboration>"
						+ message));
		models.put("group and category", BASE
			.with(message,
					"<bpmn:category id=\"Category\"><bpmn:categoryValue id=\"Value\" value=\"初审\"/></bpmn:category>"
							+ message)
			.holding("<bpmn:group id=\"Group\" categoryValueRef=\"Value\"/>"));
		models.put("data object", BASE.holding(
				"<bpmn:dataObject id=\"Data\"/><bpmn:dataObjectReference id=\"Data_Ref\" name=\"申请书\" dataObjectRef=\"Data\"/>"));
		models.put("data object with state", BASE.holding(
				"<bpmn:dataObject id=\"Data\" isCollection=\"true\"/><bpmn:dataObjectReference id=\"Data_Ref\" dataObjectRef=\"Data\"><bpmn:dataState id=\"State\" name=\"草稿\"/></bpmn:dataObjectReference>"));
		models.put("data store", BASE.holding("<bpmn:dataStoreReference id=\"Store_Ref\" name=\"台账\"/>"));
		models.put("data store by name",
				BASE.with(message, "<bpmn:dataStore id=\"Store\" name=\"台账\" capacity=\"3\"/>" + message));
		models.put("data going in", BASE.with(" camunda:delegateExpression=\"${assignCaseNumber}\" />",
				" camunda:delegateExpression=\"${assignCaseNumber}\"><bpmn:property id=\"Property_1\" name=\"__targetRef_placeholder\"/>"
						+ "<bpmn:dataInputAssociation id=\"In\"><bpmn:sourceRef>Data_Ref</bpmn:sourceRef><bpmn:targetRef>Property_1</bpmn:targetRef></bpmn:dataInputAssociation></bpmn:serviceTask>"));
		models.put("data coming out", BASE.with(" camunda:delegateExpression=\"${assignCaseNumber}\" />",
				" camunda:delegateExpression=\"${assignCaseNumber}\"><bpmn:dataOutputAssociation id=\"Out\"><bpmn:targetRef>Data_Ref</bpmn:targetRef></bpmn:dataOutputAssociation></bpmn:serviceTask>"));
		models.put("annotation", BASE
			.holding("<bpmn:textAnnotation id=\"Note\"><bpmn:text>注意</bpmn:text></bpmn:textAnnotation>"
					+ "<bpmn:association id=\"Line\" sourceRef=\"Task_Act\" targetRef=\"Note\" associationDirection=\"None\"/>"));
		models.put("annotation with documentation", BASE.holding(
				"<bpmn:textAnnotation id=\"Note\"><bpmn:documentation>说明</bpmn:documentation><bpmn:text>注意</bpmn:text></bpmn:textAnnotation>"));
		models.put("end of everything", BASE.with(
				"</camunda:properties></bpmn:extensionElements>\n    </bpmn:endEvent>\n  </bpmn:process>",
				"</camunda:properties></bpmn:extensionElements><bpmn:terminateEventDefinition id=\"Definition_End\"/></bpmn:endEvent></bpmn:process>"));
	}

	private static void pictures(Map<String, SampleDiagram> models) {
		String shape = "<bpmndi:BPMNShape id=\"Shape_Start\" bpmnElement=\"Start\"";
		models.put("colours of bpmn.io", BASE.with(shape, shape
				+ " xmlns:bioc=\"http://bpmn.io/schema/bpmn/biocolor/1.0\" bioc:stroke=\"#831311\" bioc:fill=\"#ffcdd2\""));
		models.put("colours of OMG", BASE.with(shape, shape
				+ " xmlns:color=\"http://www.omg.org/spec/BPMN/non-normative/color/1.0\" color:background-color=\"#ffcdd2\" color:border-color=\"#831311\""));
		models.put("label", BASE.with("</bpmndi:BPMNShape>",
				"<bpmndi:BPMNLabel><dc:Bounds x=\"1\" y=\"1\" width=\"9\" height=\"9\"/></bpmndi:BPMNLabel></bpmndi:BPMNShape>"));
		models.put("style of labels", BASE.with("</bpmndi:BPMNDiagram>",
				"<bpmndi:BPMNLabelStyle id=\"Style\"><dc:Font name=\"宋体\" size=\"11\"/></bpmndi:BPMNLabelStyle></bpmndi:BPMNDiagram>"));
		models.put("edge", BASE.with("</bpmndi:BPMNPlane>",
				"<bpmndi:BPMNEdge id=\"Edge\" bpmnElement=\"Flow_Act\"><di:waypoint x=\"1\" y=\"1\"/><di:waypoint x=\"9\" y=\"1\"/></bpmndi:BPMNEdge></bpmndi:BPMNPlane>"));
		models.put("shape of nothing", BASE.with("bpmnElement=\"Start\"", "bpmnElement=\"Gone\""));
		models.put("shape without place", BASE.with("<dc:Bounds x=\"10\" y=\"10\" width=\"36\" height=\"36\" />", ""));
		models.put("two pictures", BASE.with("</bpmn:definitions>",
				"<bpmndi:BPMNDiagram id=\"Picture_2\"><bpmndi:BPMNPlane id=\"Plane_2\" bpmnElement=\"sample\"/></bpmndi:BPMNDiagram></bpmn:definitions>"));
		models.put("expression in a picture", BASE.with("<bpmndi:BPMNDiagram id=\"Picture\"",
				"<bpmndi:BPMNDiagram id=\"Picture\" name=\"${a.b()}\""));
		models.put("no picture",
				new SampleDiagram(BASE.content().replaceAll("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", "")));
	}

	private static void extensions(Map<String, SampleDiagram> models) {
		String foreign = "<x:meta name=\"a\"><x:script>${a.b()}</x:script></x:meta>";
		models.put("foreign extension of a task", BASE.extended(foreign));
		for (String element : List.of("startEvent id=\"Start\" name=\"开始\"",
				"exclusiveGateway id=\"Gateway\" name=\"是否受理？\"",
				"sequenceFlow id=\"Flow_Act\" sourceRef=\"Task_Act\" targetRef=\"Gateway\"",
				"serviceTask id=\"Task_Run\" name=\"登记\" camunda:delegateExpression=\"${assignCaseNumber}\"",
				"message id=\"Message_BatchResult\" name=\"Message_BatchResult\"")) {
			String kind = element.substring(0, element.indexOf(' '));
			models.put("foreign extension of " + kind, BASE.with("<bpmn:" + element + " />", "<bpmn:" + element
					+ "><bpmn:extensionElements>" + foreign + "</bpmn:extensionElements></bpmn:" + kind + ">"));
			models.put("foreign attribute of " + kind,
					BASE.with("<bpmn:" + element, "<bpmn:" + element + " x:mark=\"${a.b()}\""));
		}
		models.put("foreign attribute of the process", BASE.with("<bpmn:process", "<bpmn:process x:mark=\"a\""));
		models.put("foreign attribute of everything", BASE.with("<bpmn:definitions", "<bpmn:definitions x:mark=\"a\""));
		models.put("extension of another engine", BASE
			.extended("<zeebe:taskDefinition xmlns:zeebe=\"http://camunda.org/schema/zeebe/1.0\" type=\"a\"/>"));
		models.put("extension of another modeler", BASE.extended(
				"<signavio:signavioMetaData xmlns:signavio=\"http://www.signavio.com\" metaKey=\"bgcolor\" metaValue=\"#ffffcc\"/>"));
		models.put("extension with the name of a task", BASE.extended("<x:scriptTask id=\"A\"/>"));
		models.put("no extensions in their place",
				BASE.with("name=\"是否受理？\" />", "name=\"是否受理？\"><bpmn:extensionElements /></bpmn:exclusiveGateway>"));
		models.put("web page as remark", BASE.with("<bpmn:documentation>一般说明</bpmn:documentation>",
				"<bpmn:documentation textFormat=\"text/html\"><h:p xmlns:h=\"http://www.w3.org/1999/xhtml\">说明</h:p></bpmn:documentation>"));
	}

	private static void remarks(Map<String, SampleDiagram> models) {
		for (String remark : List.of("isStartableInTasklist=\"false\"", "isStartableInTasklist=\"true\"",
				"diagramRelationId=\"9b5c3e6e-1\"", "jobPriority=\"50\"", "versionTag=\"1.2\"")) {
			models.put("process with " + remark, BASE.with("<bpmn:process", "<bpmn:process camunda:" + remark));
		}
		for (String remark : List.of("priority=\"50\"", "priority=\" -1 \"", "modelerTemplate=\"cn.ecopark.task-1\"",
				"modelerTemplateVersion=\"3\"", "asyncBefore=\"true\"", "asyncAfter=\"false\"", "exclusive=\"true\"",
				"jobPriority=\"1\"")) {
			models.put("task with " + remark, BASE.with(TASK, TASK + " camunda:" + remark));
		}
		models.put("diagramRelationId of all",
				BASE.with("<bpmn:definitions", "<bpmn:definitions camunda:diagramRelationId=\"a-1\""));
		for (String plain : List.of("startQuantity=\"1\"", "completionQuantity=\"1\"", "isForCompensation=\"false\"",
				"implementation=\"##unspecified\"")) {
			models.put("plain " + plain, BASE.with(TASK, TASK + " " + plain));
		}
		models.put("kind of process",
				BASE.with("<bpmn:process", "<bpmn:process processType=\"None\" isClosed=\"false\""));
		models.put("direction of a gateway",
				BASE.with("<bpmn:exclusiveGateway", "<bpmn:exclusiveGateway gatewayDirection=\"Diverging\""));
		models.put("flow at once", BASE.with("<bpmn:sequenceFlow id=\"Flow_Act\"",
				"<bpmn:sequenceFlow id=\"Flow_Act\" isImmediate=\"true\""));
		models.put("one after the other", BASE.with("<bpmn:multiInstanceLoopCharacteristics",
				"<bpmn:multiInstanceLoopCharacteristics isSequential=\"true\""));
		models.put("exporter", BASE.with("<bpmn:definitions",
				"<bpmn:definitions exporter=\"Camunda Modeler\" exporterVersion=\"5.30.0\""));
		models.put("newer platform", BASE.with("<bpmn:definitions",
				"<bpmn:definitions xmlns:modeler=\"http://camunda.org/schema/modeler/1.0\" modeler:executionPlatform=\"Camunda Platform\" modeler:executionPlatformVersion=\"7.99.0\""));
		models.put("languages", BASE.with("<bpmn:definitions",
				"<bpmn:definitions typeLanguage=\"http://www.w3.org/2001/XMLSchema\" expressionLanguage=\"http://www.w3.org/1999/XPath\""));
		models.put("schema", BASE.with("<bpmn:definitions",
				"<bpmn:definitions xsi:schemaLocation=\"http://www.omg.org/spec/BPMN/20100524/MODEL BPMN20.xsd\""));
		models.put("schema without namespace",
				BASE.with("<bpmn:definitions", "<bpmn:definitions xsi:noNamespaceSchemaLocation=\"a.xsd\""));
		models.put("blanks kept", BASE.with("<bpmn:documentation>一般", "<bpmn:documentation xml:space=\"preserve\">一般"));
		models.put("language of a remark",
				BASE.with("<bpmn:documentation>一般", "<bpmn:documentation xml:lang=\"zh-CN\">一般"));
	}

	private static void blanks(Map<String, SampleDiagram> models) {
		for (String expression : List.of("${assignCaseNumber}", "${MINISTRIES}", "${caseId}", "${batchResult}",
				"${Task_Act_outcome == 'ADMIT'}")) {
			models.put("blanks round " + expression, BASE.with(expression, "\n  " + expression + " "));
		}
		models.put("blanks round a date", BASE.until("\n  ${due_correction} "));
		models.put("blanks round a role", BASE.with("\"OFFICE\"", "\" OFFICE \""));
		models.put("blanks between outcomes", BASE.with("\"ADMIT,CLOSE\"", "\"ADMIT, CLOSE\""));
		models.put("blanks in an expression", BASE.until("${ due_correction }"));
	}

	private static void quotations(Map<String, SampleDiagram> models) {
		String quoted = "填写 ${a.b()} 的说明";
		for (String name : List.of("name=\"样例\"", "name=\"开始\"", "name=\"是否受理？\"", "name=\"受理\"", "name=\"登记\"",
				"name=\"批次结果\"", "name=\"送达\"", "name=\"已受理\"")) {
			models.put("quoted in " + name, BASE.with(name, "name=\"" + quoted + "\""));
		}
		models.put("quoted in a remark", BASE.with("一般说明", quoted));
		models.put("quoted in an annotation", BASE
			.holding("<bpmn:textAnnotation id=\"Note\"><bpmn:text>" + quoted + "</bpmn:text></bpmn:textAnnotation>"));
		models.put("quoted in a lane", BASE
			.holding("<bpmn:laneSet id=\"Lanes\"><bpmn:lane id=\"Lane\" name=\"" + quoted + "\"/></bpmn:laneSet>"));
		models.put("quoted in words of a task",
				BASE.with("name=\"verb\" value=\"办理\"", "name=\"verb\" value=\"" + quoted + "\""));
	}

	private static void writing(Map<String, SampleDiagram> models) {
		String content = BASE.content();
		models.put("byte order mark", new SampleDiagram("\uFEFF" + content));
		models.put("CRLF", new SampleDiagram(content.replace("\n", "\r\n")));
		models.put("no declaration", new SampleDiagram(content.substring(content.indexOf('\n') + 1)));
		models.put("small letters", BASE.with("UTF-8", "utf-8"));
		models.put("standalone", BASE.with("encoding=\"UTF-8\"", "encoding=\"UTF-8\" standalone=\"yes\""));
		models.put("other prefixes",
				new SampleDiagram(content.replace("bpmn:", "bpmn2:")
					.replace("xmlns:bpmn=", "xmlns:bpmn2=")
					.replace("camunda:", "c:")
					.replace("xmlns:camunda=", "xmlns:c=")));
		models.put("no prefix",
				new SampleDiagram(content.replace("<bpmn:", "<")
					.replace("</bpmn:", "</")
					.replace("xmlns:bpmn=", "xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:bpmn=")));
		models.put("comments", new SampleDiagram(content.replace("    <bpmn:", "    <!-- ${a.b()} --><bpmn:")));
		models.put("instructions", BASE.with("<bpmn:process", "<?a b?><bpmn:process"));
		models.put("comment in a condition",
				BASE.with("${Task_Act_outcome == 'ADMIT'}", "${Task_Act_outcome<!-- a --> == 'ADMIT'}"));
		models.put("CDATA", BASE.with("${Task_Act_outcome == 'ADMIT'}", "<![CDATA[${Task_Act_outcome == 'ADMIT'}]]>"));
		models.put("references",
				BASE.with("${Task_Act_outcome == 'ADMIT'}", "&#36;{Task_Act_outcome == &apos;ADMIT&apos;}"));
		models.put("ways in and out", BASE.with("<bpmn:startEvent id=\"Start\" name=\"开始\" />",
				"<bpmn:startEvent id=\"Start\" name=\"开始\"><bpmn:outgoing>Flow_Start</bpmn:outgoing></bpmn:startEvent>"));
		models.put("Chinese id", BASE.with("\"Gateway\"", "\"网关_1\""));
		models.put("a date", BASE.until("2030-02-28T00:00:00"));
	}

	@Test
	void areMany() {
		assertThat(harmlessModels().count()).isGreaterThan(90);
	}

	@ParameterizedTest
	@MethodSource("harmlessModels")
	void passBothWalls(SampleDiagram model) {
		assertThat(model.findings()).isEmpty();
		assertThat(SampleDiagram.deploy(model.content().getBytes(UTF_8))).isNotEmpty();
		assertThat(this.engine.getManagementService()
			.createJobDefinitionQuery()
			.processDefinitionKey("sample")
			.jobType(TimerTaskListenerJobHandler.TYPE)
			.list()).extracting(JobDefinition::getJobConfiguration)
			.containsExactlyInAnyOrder("DATE: ${remind_correction}", "DATE: ${due_correction}");
	}

	@Test
	void runWithBlanksRoundEveryExpression() {
		SampleDiagram blanks = new SampleDiagram(
				BASE.content().replace("${", " ${").replace("}<", "} <").replace("}\"", "} \""));
		SampleDiagram.deploy(blanks.content().getBytes(UTF_8));

		this.engine.getRuntimeService()
			.createProcessInstanceByKey("sample")
			.processDefinitionTenantId(ProcessTestEngine.TENANT)
			.setVariables(Map.of("caseId", "case"))
			.execute();
		Task act = this.engine.getTaskService().createTaskQuery().taskDefinitionKey("Task_Act").singleResult();
		this.engine.getTaskService().complete(act.getId(), Map.of("Task_Act_outcome", "ADMIT"));
		List<Task> asked = this.engine.getTaskService().createTaskQuery().taskDefinitionKey("Task_Ask").list();
		asked.forEach(task -> this.engine.getTaskService().complete(task.getId()));

		assertThat(act.getDueDate()).isEqualTo(ProcessTestEngine.NAMES.date("due_correction"));
		assertThat(asked).hasSameSizeAs(TestNames.MINISTRIES);
		assertThat(ProcessTestEngine.NAMES.calls()).containsExactly("assignCaseNumber");
	}

	@Test
	void areNotLookedUpElsewhere() throws IOException {
		try (ServerSocket elsewhere = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			elsewhere.setSoTimeout(200);
			String schema = "http://localhost:" + elsewhere.getLocalPort() + "/a.xsd";
			SampleDiagram model = BASE
				.with("<bpmn:definitions", "<bpmn:definitions xsi:schemaLocation=\"urn:other " + schema + "\"")
				.extended("<x:a/>");

			assertThat(model.findings()).isEmpty();
			SampleDiagram.deploy(model.content().getBytes(UTF_8));

			assertThatThrownBy(elsewhere::accept).isInstanceOf(SocketTimeoutException.class);
		}
	}

}
