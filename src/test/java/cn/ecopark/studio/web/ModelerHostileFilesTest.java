package cn.ecopark.studio.web;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

import cn.ecopark.organisation.AccessTokens;
import cn.ecopark.organisation.Actor;
import cn.ecopark.studio.DraftFiles;
import cn.ecopark.studio.DraftSteps;
import cn.ecopark.studio.Drafts;
import cn.ecopark.studio.EditDraft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/**
 * Code at every place of a diagram where an engine would run it, hidden in every way, and
 * files without end: sent as the desktop Modeler sends them, none gets into the draft.
 */
@SpringBootTest
@AutoConfigureMockMvc
@TestPropertySource(properties = { "camunda.bpm.job-execution.enabled=false", "ecopark.audit.seal-every=1h",
		"spring.application.name=release-controller" })
class ModelerHostileFilesTest {

	private static final String FILE = "public-notice.bpmn";

	private static final Duration SOON = Duration.ofSeconds(10);

	private static final List<String> PAYLOADS = List.of("${runtimeService.deleteDeployment('1')}",
			"${''.getClass().forName('java.lang.Runtime').getRuntime().exec('id')}", "#{issuePaper.execute(execution)}",
			"${now() != null}", "${execution.processEngineServices}");

	/** Attributes that run something, behind the name of an element of the diagram. */
	private static final Map<String, String> ATTRIBUTES = Map.ofEntries(
			Map.entry("expression", "<bpmn:serviceTask id=\"Task_PublishNotice\" camunda:expression=\"%s\""),
			Map.entry("delegate", "<bpmn:serviceTask id=\"Task_CloseNotice\" camunda:delegateExpression=\"%s\""),
			Map.entry("due date", "<bpmn:userTask id=\"Task_DraftPublicNotice\" camunda:dueDate=\"%s\""),
			Map.entry("follow-up", "<bpmn:userTask id=\"Task_DraftPublicNotice\" camunda:followUpDate=\"%s\""),
			Map.entry("assignee", "<bpmn:userTask id=\"Task_DraftPublicNotice\" camunda:assignee=\"%s\""),
			Map.entry("priority", "<bpmn:userTask id=\"Task_DraftPublicNotice\" camunda:priority=\"%s\""),
			Map.entry("form key", "<bpmn:userTask id=\"Task_DraftPublicNotice\" camunda:formKey=\"%s\""),
			Map.entry("mapping",
					"<bpmn:callActivity id=\"Call_JointDecision\" camunda:variableMappingDelegateExpression=\"%s\""),
			Map.entry("starter", "<bpmn:process id=\"public-notice\" camunda:candidateStarterUsers=\"%s\""));

	/** Elements that run something, in the extensions of a step. */
	private static final Map<String, String> EXTENSIONS = Map.of("listener",
			"<camunda:executionListener event=\"start\" expression=\"%s\" />", "task listener",
			"<camunda:taskListener event=\"create\" delegateExpression=\"%s\" />", "script of a listener",
			"<camunda:executionListener event=\"end\"><camunda:script scriptFormat=\"juel\">%s</camunda:script></camunda:executionListener>",
			"input",
			"<camunda:inputOutput><camunda:inputParameter name=\"a\">%s</camunda:inputParameter></camunda:inputOutput>",
			"output",
			"<camunda:inputOutput><camunda:outputParameter name=\"a\">%s</camunda:outputParameter></camunda:inputOutput>",
			"field", "<camunda:field name=\"a\"><camunda:expression>%s</camunda:expression></camunda:field>",
			"connector", "<camunda:connector><camunda:connectorId>%s</camunda:connectorId></camunda:connector>",
			"default of a field",
			"<camunda:formData><camunda:formField id=\"a\" type=\"string\" defaultValue=\"%s\" /></camunda:formData>",
			"retries", "<camunda:failedJobRetryTimeCycle>%s</camunda:failedJobRetryTimeCycle>");

	private static final Map<String, UnaryOperator<String>> HIDDEN = Map.of("plain", UnaryOperator.identity(),
			"references", text -> "&#" + (int) text.charAt(0) + ";&#x7B;" + text.substring(2), "line break",
			text -> "&#10; " + text);

	/** Elements that run something by themselves. */
	private static final List<String> ELEMENTS = List.of(
			"<bpmn:scriptTask id=\"Evil\" scriptFormat=\"groovy\"><bpmn:script>System.exit(1)</bpmn:script></bpmn:scriptTask>",
			"<bpmn:scriptTask id=\"Evil\" scriptFormat=\"juel\" camunda:resource=\"deployment://a.groovy\" />",
			"<bpmn:serviceTask id=\"Evil\" camunda:class=\"java.lang.Runtime\" />",
			"<bpmn:serviceTask id=\"Evil\" camunda:type=\"external\" camunda:topic=\"a\" />",
			"<bpmn:serviceTask id=\"Evil\" camunda:type=\"mail\" />",
			"<bpmn:businessRuleTask id=\"Evil\" camunda:decisionRef=\"a\" />",
			"<bpmn:businessRuleTask id=\"Evil\" camunda:class=\"java.lang.Runtime\" />",
			"<bpmn:sendTask id=\"Evil\" camunda:class=\"java.lang.Runtime\" />",
			"<bpmn:receiveTask id=\"Evil\" messageRef=\"a\" />", "<bpmn:task id=\"Evil\" camunda:class=\"a\" />",
			"<bpmn:transaction id=\"Evil\" />", "<bpmn:adHocSubProcess id=\"Evil\" />",
			"<bpmn:startEvent id=\"Evil\"><bpmn:signalEventDefinition /></bpmn:startEvent>",
			"<bpmn:startEvent id=\"Evil\"><bpmn:timerEventDefinition><bpmn:timeCycle>R/PT1S</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:startEvent>",
			"<bpmn:startEvent id=\"Evil\"><bpmn:conditionalEventDefinition><bpmn:condition>${a}</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:startEvent>",
			"<bpmn:intermediateThrowEvent id=\"Evil\"><bpmn:messageEventDefinition camunda:class=\"java.lang.Runtime\" /></bpmn:intermediateThrowEvent>",
			"<bpmn:intermediateThrowEvent id=\"Evil\"><bpmn:compensateEventDefinition /></bpmn:intermediateThrowEvent>",
			"<activiti:script xmlns:activiti=\"http://activiti.org/bpmn\" />",
			"<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/hostname\" parse=\"text\" />",
			"<x:scriptTask xmlns:x=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" id=\"Evil\" />",
			"<bpmn:laneSet id=\"L\"><bpmn:serviceTask id=\"Evil\" camunda:class=\"a\" /></bpmn:laneSet>",
			"<bpmn:dataObject id=\"D\"><bpmn:extensionElements><camunda:executionListener event=\"start\" class=\"a\" /></bpmn:extensionElements></bpmn:dataObject>");

	@Autowired
	private ApplicationContext context;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private AccessTokens tokens;

	@Autowired
	private EditDraft edit;

	@Autowired
	private Drafts drafts;

	@Autowired
	private DraftFiles files;

	@Autowired
	private DraftSteps steps;

	private UUID draft;

	private ModelerCalls calls;

	private String xml;

	@BeforeEach
	void aDraft() {
		Actor administrator = new DesktopPeople(this.context).administrator("甲");
		this.draft = this.edit.begin("2015-167", "敌意", administrator).id();
		this.calls = ModelerCalls.of(this.mvc, this.draft, this.tokens.make(administrator, "电脑", 7));
		this.xml = this.files.of(this.drafts.get(this.draft)).text("bpmn/" + FILE).orElseThrow();
	}

	@Test
	void noneGetsIn() {
		Map<String, byte[]> hostile = hostile();
		assertThat(hostile).hasSizeGreaterThan(200);
		String before = this.files.of(this.drafts.get(this.draft)).digest();

		hostile.forEach((name, content) -> assertTimeoutPreemptively(SOON, () -> {
			ModelerCalls.Answer answer = this.calls.deploy(Map.of(FILE, content));
			assertThat(answer.status()).as(name).isIn(413, 422);
			assertThat(answer.message()).as(name)
				.isNotBlank()
				.doesNotContain("finding.", "problem.", "Exception", "org.");
			assertThat(answer.message().lines().count()).as(name).isLessThan(13);
		}, name));

		assertThat(this.steps.of(this.draft)).isEmpty();
		assertThat(this.files.of(this.drafts.get(this.draft)).digest()).isEqualTo(before);
	}

	@Test
	void theSameDiagramWithoutIsTaken() throws Exception {
		assertThat(this.calls.deploy(FILE, this.xml.replace("起草公示", "拟写公示")).status()).isEqualTo(200);
	}

	private Map<String, byte[]> hostile() {
		Map<String, byte[]> hostile = new LinkedHashMap<>();
		for (String payload : PAYLOADS) {
			HIDDEN.forEach((way, hide) -> {
				String hidden = hide.apply(payload);
				ATTRIBUTES.forEach((place, element) -> put(hostile, "%s in %s, %s".formatted(payload, place, way),
						attribute(element, hidden)));
				EXTENSIONS.forEach((place, element) -> put(hostile, "%s in %s, %s".formatted(payload, place, way),
						this.xml.replaceFirst("(<bpmn:userTask [^>]*>\\s*<bpmn:extensionElements>)",
								"$1" + Matcher.quoteReplacement(element.formatted(hidden)))));
				put(hostile, "%s as condition, %s".formatted(payload, way), this.xml
					.replaceFirst("(<bpmn:conditionExpression[^>]*>)[^<]*", "$1" + Matcher.quoteReplacement(hidden)));
				put(hostile, "%s as date, %s".formatted(payload, way),
						this.xml.replaceFirst("(<bpmn:timeDate[^>]*>)[^<]*", "$1" + Matcher.quoteReplacement(hidden)));
			});
			for (String split : List.of("<!-- -->", "<?a b?>", "<![CDATA[]]>")) {
				put(hostile, payload + " as condition with " + split,
						this.xml.replaceFirst("(<bpmn:conditionExpression[^>]*>)[^<]*",
								"$1" + Matcher.quoteReplacement(payload.charAt(0) + split + payload.substring(1))));
			}
		}
		ELEMENTS.forEach(element -> put(hostile, element,
				this.xml.replaceFirst("<bpmn:endEvent", Matcher.quoteReplacement(element) + "<bpmn:endEvent")));
		files(hostile);
		return hostile;
	}

	private void files(Map<String, byte[]> hostile) {
		String type = "<!DOCTYPE x [%s]>\n<bpmn:definitions";
		for (String declared : List.of("<!ENTITY e SYSTEM \"file:///etc/passwd\">",
				"<!ENTITY % e SYSTEM \"http://127.0.0.1:1/e.dtd\"> %e;", "<!ENTITY a \"aaaaaaaaaa\">", "",
				"<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">",
				"<!ATTLIST bpmn:process camunda:class CDATA \"java.lang.Runtime\">")) {
			put(hostile, "document type " + declared,
					this.xml.replaceFirst("<bpmn:definitions", Matcher.quoteReplacement(type.formatted(declared))));
		}
		for (String charset : List.of("UTF-16", "GBK", "IBM037")) {
			hostile.put(charset, this.xml.replace("UTF-8", charset).getBytes(Charset.forName(charset)));
		}
		hostile.put("GBK that says UTF-8", this.xml.getBytes(Charset.forName("GBK")));
		put(hostile, "UTF-8 that says UTF-7", this.xml.replace("UTF-8", "UTF-7"));
		put(hostile, "empty", "");
		put(hostile, "no XML", "PK\u0003\u0004");
		put(hostile, "cut off", this.xml.substring(0, this.xml.length() / 2));
		put(hostile, "another root", "<html><script>alert(1)</script></html>");
		put(hostile, "nested", "<a>".repeat(20_000) + "</a>".repeat(20_000));
		put(hostile, "nested extensions", this.xml.replaceFirst("<bpmn:extensionElements>",
				"<bpmn:extensionElements>" + "<x:a>".repeat(5_000) + "</x:a>".repeat(5_000)));
		put(hostile, "many elements",
				this.xml.replaceFirst("<bpmn:endEvent", "<bpmn:userTask/>".repeat(20_000) + "<bpmn:endEvent"));
		put(hostile, "many attributes", "<a " + "b".repeat(900_000) + "=\"\"/>");
		put(hostile, "an expression without end", this.xml.replaceFirst("(<bpmn:conditionExpression[^>]*>)[^<]*",
				"$1" + Matcher.quoteReplacement("${" + "(".repeat(300_000) + "a" + ")".repeat(300_000) + "}")));
		put(hostile, "too large", this.xml + "<!--" + "x".repeat(2_000_000) + "-->");
	}

	/** In place of what the element says of that attribute, if anything. */
	private String attribute(String element, String value) {
		String name = element.substring(element.lastIndexOf(' ') + 1, element.indexOf("=\"%s\""));
		String begin = element.substring(0, element.lastIndexOf(' '));
		int at = this.xml.indexOf(begin);
		int end = this.xml.indexOf('>', at);
		assertThat(at).as(begin).isPositive();
		String rest = this.xml.substring(at + begin.length(), end).replaceAll("\\s" + name + "=\"[^\"]*\"", "");
		return this.xml.substring(0, at) + element.formatted(value) + rest + this.xml.substring(end);
	}

	private static void put(Map<String, byte[]> hostile, String name, String content) {
		hostile.put(name, content.getBytes(StandardCharsets.UTF_8));
	}

}
