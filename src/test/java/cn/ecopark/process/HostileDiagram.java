package cn.ecopark.process;

import java.util.LinkedHashMap;
import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;

/**
 * Diagrams that want more than they may. All but the hostile place is as the system wants
 * it.
 *
 * @param place id of the element where the hostile thing stands
 * @param what what the first wall says of it
 * @param content the diagram
 */
record HostileDiagram(String place, String what, String content) {

	static final String FILE = "hostile.bpmn";

	private static final String FRAME = """
			<?xml version="1.0" encoding="UTF-8"?>
			<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
			  xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
			  xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:activiti="http://activiti.org/bpmn" targetNamespace="hostile">
			  <bpmn:process id="hostile" isExecutable="true" camunda:historyTimeToLive="P1D">
			    <bpmn:startEvent id="Start"/>
			    <bpmn:sequenceFlow id="Flow_In" sourceRef="Start" targetRef="Place"/>
			    %s
			    <bpmn:sequenceFlow id="Flow_Out" sourceRef="Place" targetRef="End">%s</bpmn:sequenceFlow>
			    <bpmn:endEvent id="End"/>
			  </bpmn:process>
			</bpmn:definitions>
			""";

	/** Notes when anything of a diagram has made it act. */
	public static final class Probe implements JavaDelegate, TaskListener, ExecutionListener {

		static int touched;

		public Probe() {
			touched++;
		}

		@Override
		public void execute(DelegateExecution execution) {
			touched++;
		}

		@Override
		public void notify(DelegateExecution execution) {
			touched++;
		}

		@Override
		public void notify(DelegateTask task) {
			touched++;
		}

	}

	/**
	 * @return hostile diagrams by what they try
	 */
	static Map<String, HostileDiagram> all() {
		Map<String, HostileDiagram> all = new LinkedHashMap<>();
		tasks(all);
		listeners(all);
		expressions(all);
		documents(all);
		return all;
	}

	/**
	 * @return a diagram with that element between start and end
	 */
	static String with(String element) {
		return FRAME.formatted(element, "");
	}

	/**
	 * @return a diagram whose last flow has that condition
	 */
	static String withCondition(String condition) {
		return FRAME.formatted("""
				<bpmn:exclusiveGateway id="Place" default="Flow_Else"/>
				<bpmn:sequenceFlow id="Flow_Else" sourceRef="Place" targetRef="Else"/>
				<bpmn:endEvent id="Else"/>""", condition);
	}

	private static void tasks(Map<String, HostileDiagram> all) {
		String probe = Probe.class.getName();
		add(all, "script task", "strange-element scriptTask",
				"<bpmn:scriptTask id='Place' scriptFormat='juel'><bpmn:script>${1 + 1}</bpmn:script></bpmn:scriptTask>");
		add(all, "class", "strange-attribute class", "<bpmn:serviceTask id='Place' camunda:class='" + probe + "'/>");
		add(all, "class under the engine's older name", "strange-attribute class",
				"<bpmn:serviceTask id='Place' camunda:delegateExpression='${issuePaper}' activiti:class='" + probe
						+ "'/>");
		add(all, "expression", "strange-attribute expression",
				"<bpmn:serviceTask id='Place' camunda:expression='${caseId}'/>");
		add(all, "expression with a result", "strange-attribute resultVariable",
				"<bpmn:serviceTask id='Place' camunda:expression='${caseId}' camunda:resultVariable='caseId'/>");
		add(all, "external task", "strange-attribute topic",
				"<bpmn:serviceTask id='Place' camunda:type='external' camunda:topic='anything'/>");
		add(all, "mail", "strange-attribute type", "<bpmn:serviceTask id='Place' camunda:type='mail'/>");
		add(all, "operation", "strange-attribute operationRef",
				"<bpmn:serviceTask id='Place' operationRef='anything'/>");
		add(all, "decision", "strange-element businessRuleTask",
				"<bpmn:businessRuleTask id='Place' camunda:decisionRef='anything'/>");
		add(all, "send task", "strange-element sendTask", "<bpmn:sendTask id='Place' camunda:class='" + probe + "'/>");
		add(all, "mapping by class", "strange-attribute variableMappingClass",
				"<bpmn:callActivity id='Place' calledElement='application' "
						+ "camunda:calledElementBinding='deployment' camunda:variableMappingClass='" + probe + "'/>");
		add(all, "form handler", "strange-attribute formHandlerClass",
				"<bpmn:userTask id='Place' camunda:formHandlerClass='" + probe + "'/>");
		add(all, "all variables", "strange-attribute variables",
				"<bpmn:callActivity id='Place' calledElement='application'>"
						+ "<bpmn:extensionElements><camunda:in variables='all'/></bpmn:extensionElements></bpmn:callActivity>");
		add(all, "computed variable", "strange-attribute sourceExpression",
				"<bpmn:callActivity id='Place' calledElement='application'>"
						+ "<bpmn:extensionElements><camunda:out sourceExpression='${caseId}' target='caseId'/></bpmn:extensionElements>"
						+ "</bpmn:callActivity>");
	}

	private static void listeners(Map<String, HostileDiagram> all) {
		String probe = Probe.class.getName();
		extension(all, "execution listener", "strange-element executionListener",
				"<camunda:executionListener event='start' class='" + probe + "'/>");
		extension(all, "execution listener with a delegate", "strange-element executionListener",
				"<camunda:executionListener event='start' delegateExpression='${issuePaper}'/>");
		extension(all, "task listener", "strange-attribute class",
				"<camunda:taskListener event='create' class='" + probe + "'/>");
		extension(all, "task listener on another event", "strange-listener complete",
				"<camunda:taskListener event='complete' delegateExpression='${remind}'/>");
		extension(all, "task listener with an expression", "strange-attribute expression",
				"<camunda:taskListener event='create' expression='${caseId}'/>");
		extension(all, "task listener with a script", "strange-element script",
				"<camunda:taskListener event='create'><camunda:script scriptFormat='juel'>1</camunda:script></camunda:taskListener>");
		extension(all, "connector", "strange-element connector",
				"<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>");
		extension(all, "field injection", "strange-element field",
				"<camunda:field name='text' stringValue='anything'/>");
		extension(all, "form fields of the engine", "strange-element formData",
				"<camunda:formData><camunda:formField id='a' type='string' defaultValue='${caseId}'/></camunda:formData>");
		extension(all, "script as a value", "strange-element script",
				"<camunda:inputOutput><camunda:outputParameter name='aResult'>"
						+ "<camunda:script scriptFormat='juel'>1</camunda:script></camunda:outputParameter></camunda:inputOutput>");
		extension(all, "list as a value", "strange-element list",
				"<camunda:inputOutput><camunda:outputParameter name='aResult'>"
						+ "<camunda:list><camunda:value>1</camunda:value></camunda:list></camunda:outputParameter></camunda:inputOutput>");
		extension(all, "map as a value", "strange-element map",
				"<camunda:inputOutput><camunda:outputParameter name='aResult'>"
						+ "<camunda:map><camunda:entry key='a'>1</camunda:entry></camunda:map></camunda:outputParameter></camunda:inputOutput>");
		extension(all, "input", "strange-element inputParameter",
				"<camunda:inputOutput><camunda:inputParameter name='aResult'>1</camunda:inputParameter></camunda:inputOutput>");
		extension(all, "retries", "strange-element failedJobRetryTimeCycle",
				"<camunda:failedJobRetryTimeCycle>R1000/PT0S</camunda:failedJobRetryTimeCycle>");
	}

	private static void expressions(Map<String, HostileDiagram> all) {
		for (String expression : new String[] { "${caseId.bytes}", "${caseId.length() > 0}", "${''.getClass()}",
				"#{caseId}", "${now() != null}", "${currentUser() == 'a'}", "${caseId[0]}", "x${caseId}",
				"${caseId" }) {
			all.put("condition " + expression, new HostileDiagram("Flow_Out", "strange-expression " + expression,
					withCondition("<bpmn:conditionExpression>" + expression + "</bpmn:conditionExpression>")));
		}
		all.put("condition in juel", new HostileDiagram("Flow_Out", "strange-attribute language", withCondition(
				"<bpmn:conditionExpression xsi:type='bpmn:tFormalExpression' language='juel'>1 == 1</bpmn:conditionExpression>")));
		all.put("condition from a resource",
				new HostileDiagram("Flow_Out", "strange-attribute resource",
						withCondition("<bpmn:conditionExpression xsi:type='bpmn:tFormalExpression' language='juel' "
								+ "camunda:resource='deployment://a.js'/>")));
		add(all, "conditional event in juel", "strange-element conditionalEventDefinition",
				"<bpmn:intermediateCatchEvent id='Place'><bpmn:conditionalEventDefinition>"
						+ "<bpmn:condition xsi:type='bpmn:tFormalExpression' language='juel'>1 == 1</bpmn:condition>"
						+ "</bpmn:conditionalEventDefinition></bpmn:intermediateCatchEvent>");
		add(all, "method in an attribute", "strange-expression ${a.b()}",
				"<bpmn:serviceTask id='Place' camunda:delegateExpression='${a.b()}'/>");
		add(all, "method in a name", "strange-expression ${a.b()}", "<bpmn:userTask id='Place' name='${a.b()}'/>");
	}

	private static void documents(Map<String, HostileDiagram> all) {
		String harmless = with("<bpmn:userTask id='Place'/>");
		String type = "unreadable-document-type";
		all.put("document type",
				new HostileDiagram("", type, harmless.replace("?>", "?><!DOCTYPE a [<!ENTITY b \"b\">]>")));
		all.put("outside entity", new HostileDiagram("", type,
				with("<bpmn:userTask id='Place' name='a'><bpmn:documentation>&b;</bpmn:documentation></bpmn:userTask>")
					.replace("?>", "?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]>")));
		all.put("something hidden in the picture", new HostileDiagram("Place", "strange-element BPMNDiagram", with(
				"<bpmn:userTask id='Place'><bpmn:extensionElements><bpmndi:BPMNDiagram/></bpmn:extensionElements></bpmn:userTask>")));
		all.put("no XML", new HostileDiagram("", "unreadable-no-xml", "PARK"));
	}

	private static void add(Map<String, HostileDiagram> all, String name, String what, String element) {
		all.put(name, new HostileDiagram("Place", what, with(element)));
	}

	private static void extension(Map<String, HostileDiagram> all, String name, String what, String extension) {
		add(all, name, what, "<bpmn:userTask id='Place'><bpmn:extensionElements>" + extension
				+ "</bpmn:extensionElements></bpmn:userTask>");
	}

}
