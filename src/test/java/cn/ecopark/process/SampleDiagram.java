package cn.ecopark.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;

import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.PackFinding;

/**
 * A small diagram that is as the system wants it, with one of each kind of thing that
 * runs, and what somebody makes of it.
 */
record SampleDiagram(String content) {

	static final String FILE = "sample.bpmn";

	private static final Set<String> OF_THE_PICTURE = Set.of("model.no-picture", "model.not-drawn");

	static final SampleDiagram BASE = new SampleDiagram(
			"""
					<?xml version="1.0" encoding="UTF-8"?>
					<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:activiti="http://activiti.org/bpmn" xmlns:x="urn:other" id="Definitions_Sample" targetNamespace="sample">
					  <bpmn:message id="Message_BatchResult" name="Message_BatchResult" />
					  <bpmn:process id="sample" name="样例" isExecutable="true" camunda:historyTimeToLive="P1D">
					    <bpmn:documentation>一般说明</bpmn:documentation><bpmn:laneSet id="Lanes_Base"><bpmn:lane id="Lane_Base" name="各方" /></bpmn:laneSet>
					    <bpmn:startEvent id="Start" name="开始" />
					    <bpmn:sequenceFlow id="Flow_Start" sourceRef="Start" targetRef="Task_Act" />
					    <bpmn:userTask id="Task_Act" name="办理" camunda:candidateGroups="OFFICE">
					      <bpmn:documentation>办理说明</bpmn:documentation>
					      <bpmn:extensionElements>
					        <camunda:properties>
					          <camunda:property name="outcomes" value="ADMIT,CLOSE" />
					          <camunda:property name="verb" value="办理" />
					          <camunda:property name="limit" value="correction" />
					          <camunda:property name="audience" value="PARK" />
					        </camunda:properties>
					      </bpmn:extensionElements>
					    </bpmn:userTask>
					    <bpmn:sequenceFlow id="Flow_Act" sourceRef="Task_Act" targetRef="Gateway" />
					    <bpmn:exclusiveGateway id="Gateway" name="是否受理？" />
					    <bpmn:sequenceFlow id="Flow_Admit" name="受理" sourceRef="Gateway" targetRef="Task_Ask">
					      <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${Task_Act_outcome == 'ADMIT'}</bpmn:conditionExpression>
					    </bpmn:sequenceFlow>
					    <bpmn:sequenceFlow id="Flow_Close" name="终止" sourceRef="Gateway" targetRef="End_Closed">
					      <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${Task_Act_outcome == 'CLOSE'}</bpmn:conditionExpression>
					    </bpmn:sequenceFlow>
					    <bpmn:userTask id="Task_Ask" name="征求意见" camunda:candidateGroups="MINISTRY">
					      <bpmn:extensionElements>
					        <camunda:properties>
					          <camunda:property name="outcomes" value="AGREE" />
					        </camunda:properties>
					      </bpmn:extensionElements>
					      <bpmn:multiInstanceLoopCharacteristics camunda:collection="${MINISTRIES}" camunda:elementVariable="party" />
					    </bpmn:userTask>
					    <bpmn:sequenceFlow id="Flow_Ask" sourceRef="Task_Ask" targetRef="Task_Run" />
					    <bpmn:serviceTask id="Task_Run" name="登记" camunda:delegateExpression="${assignCaseNumber}" />
					    <bpmn:sequenceFlow id="Flow_Run" sourceRef="Task_Run" targetRef="Event_Result" />
					    <bpmn:intermediateCatchEvent id="Event_Result" name="批次结果">
					      <bpmn:extensionElements>
					        <camunda:inputOutput>
					          <camunda:outputParameter name="noticeResult">${batchResult}</camunda:outputParameter>
					        </camunda:inputOutput>
					      </bpmn:extensionElements>
					      <bpmn:messageEventDefinition id="Definition_Result" messageRef="Message_BatchResult" />
					    </bpmn:intermediateCatchEvent>
					    <bpmn:sequenceFlow id="Flow_Result" sourceRef="Event_Result" targetRef="Call_Delivery" />
					    <bpmn:callActivity id="Call_Delivery" name="送达" calledElement="delivery" camunda:calledElementBinding="deployment">
					      <bpmn:extensionElements>
					        <camunda:in businessKey="${caseId}" />
					        <camunda:in source="caseId" target="caseId" />
					        <camunda:out source="stageResult" target="deliveryResult" />
					      </bpmn:extensionElements>
					    </bpmn:callActivity>
					    <bpmn:sequenceFlow id="Flow_Delivery" sourceRef="Call_Delivery" targetRef="End_Admitted" />
					    <bpmn:endEvent id="End_Admitted" name="已受理">
					      <bpmn:extensionElements><camunda:properties><camunda:property name="result" value="ADMITTED" /></camunda:properties></bpmn:extensionElements>
					    </bpmn:endEvent>
					    <bpmn:endEvent id="End_Closed" name="已终止">
					      <bpmn:extensionElements><camunda:properties><camunda:property name="result" value="CLOSED" /></camunda:properties></bpmn:extensionElements>
					    </bpmn:endEvent>
					  </bpmn:process>
					  <bpmndi:BPMNDiagram id="Picture">
					    <bpmndi:BPMNPlane id="Plane" bpmnElement="sample">
					      <bpmndi:BPMNShape id="Shape_Start" bpmnElement="Start"><dc:Bounds x="10" y="10" width="36" height="36" /></bpmndi:BPMNShape>
					    </bpmndi:BPMNPlane>
					  </bpmndi:BPMNDiagram>
					</bpmn:definitions>
					""");

	/** The diagram that it calls. */
	static final String CALLED = """
			<?xml version="1.0" encoding="UTF-8"?>
			<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="sample">
			  <bpmn:process id="delivery" name="送达" isExecutable="true" camunda:historyTimeToLive="P1D">
			    <bpmn:startEvent id="Start" name="开始" />
			    <bpmn:sequenceFlow id="Flow" sourceRef="Start" targetRef="End" />
			    <bpmn:endEvent id="End" name="已送达">
			      <bpmn:extensionElements><camunda:properties><camunda:property name="result" value="ANSWERED" /></camunda:properties></bpmn:extensionElements>
			    </bpmn:endEvent>
			  </bpmn:process>
			</bpmn:definitions>
			""";

	/** Something reads otherwise, wherever it stands. */
	SampleDiagram with(String shipped, String instead) {
		if (!this.content.contains(shipped)) {
			throw new IllegalStateException("Nothing reads " + shipped);
		}
		return new SampleDiagram(this.content.replace(shipped, instead));
	}

	/** The process holds something more, before all else in it. */
	SampleDiagram holding(String more) {
		return with("    <bpmn:startEvent id=\"Start\" name=\"开始\" />",
				more + "<bpmn:startEvent id=\"Start\" name=\"开始\" />");
	}

	/** The user task has one more extension. */
	SampleDiagram extended(String extension) {
		String last = "value=\"PARK\" />\n        </camunda:properties>\n";
		return with(last, last + extension);
	}

	/** As it was drawn when drawings said everything about a limit themselves. */
	SampleDiagram withTimersDrawn() {
		return with("\"OFFICE\">", "\"OFFICE\" camunda:dueDate=\"${due_correction}\">").extended("""
				<camunda:taskListener id="Reminder" event="timeout" delegateExpression="${remind}">
				  <bpmn:timerEventDefinition>
				    <bpmn:timeDate xsi:type="bpmn:tFormalExpression">${remind_correction}</bpmn:timeDate>
				  </bpmn:timerEventDefinition>
				</camunda:taskListener>
				""");
	}

	/** Whoever is asked has until that date. */
	SampleDiagram until(String date) {
		return until("Task_Ask", date);
	}

	/** The task is taken away at that date. */
	SampleDiagram until(String task, String date) {
		return holding("<bpmn:boundaryEvent id=\"Border\" name=\"期满\" attachedToRef=\"" + task
				+ "\"><bpmn:timerEventDefinition><bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">" + date
				+ "</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:boundaryEvent>"
				+ "<bpmn:sequenceFlow id=\"Flow_Border\" sourceRef=\"Border\" targetRef=\"End_Closed\"/>");
	}

	List<PackFinding> findings() {
		return findings(this.content.getBytes(UTF_8));
	}

	/**
	 * What is wrong with the drawing; of its picture, which it hardly has, nothing.
	 */
	static List<PackFinding> findings(byte[] content) {
		return ProcessTestEngine.modelCheck()
			.check(ProcessTestEngine.pack(),
					PackFiles.of(Map.of(PackFiles.DIAGRAMS + FILE, content, PackFiles.DIAGRAMS + "delivery.bpmn",
							CALLED.getBytes(UTF_8))))
			.stream()
			.filter(finding -> !OF_THE_PICTURE.contains(finding.key()))
			.toList();
	}

	/**
	 * @return id of the deployment, past the first wall
	 */
	static String deploy(byte[] content) {
		return ProcessTestEngine.engine()
			.getRepositoryService()
			.createDeployment()
			.name("sample")
			.tenantId(ProcessTestEngine.TENANT)
			.addInputStream(FILE, new ByteArrayInputStream(content))
			.addString("delivery.bpmn", CALLED)
			.deploy()
			.getId();
	}

}
