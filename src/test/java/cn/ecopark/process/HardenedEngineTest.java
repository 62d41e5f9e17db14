package cn.ecopark.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import cn.ecopark.HeardLog;
import cn.ecopark.shared.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Holes that have been published or found stay closed. */
class HardenedEngineTest {

	private final ProcessEngine engine = ProcessTestEngine.engine();

	private final List<String> deployments = new ArrayList<>();

	@BeforeEach
	void forgetsEarlierTests() {
		ProcessTestEngine.NAMES.forget();
		ProcessTestEngine.FLOW.forget();
	}

	@AfterEach
	void leavesNothingBehind() {
		this.deployments.forEach(id -> this.engine.getRepositoryService().deleteDeployment(id, true));
	}

	static Stream<Named<UnaryOperator<TaskQuery>>> queriesWithExpressions() {
		return Stream.of(Named.of("assignee", query -> query.taskAssigneeExpression("${caseId}")),
				Named.of("owner", query -> query.taskOwnerExpression("${MINISTRIES}")),
				Named.of("candidate", query -> query.taskCandidateUserExpression("${'a'}")),
				Named.of("group", query -> query.taskCandidateGroupExpression("${issuePaper}")),
				Named.of("business key", query -> query.processInstanceBusinessKeyExpression("${1 + 1}")),
				Named.of("due date", query -> query.dueBeforeExpression("${due_correction}")),
				Named.of("now", query -> query.taskCreatedBeforeExpression("${now()}")),
				Named.of("method", query -> query.taskAssigneeExpression("${''.getClass()}")));
	}

	/**
	 * CVE-2026-109432: expressions inside {@code or()} are evaluated although they are
	 * switched off.
	 */
	@ParameterizedTest
	@MethodSource("queriesWithExpressions")
	void evaluatesNoExpressionOfATaskQuery(UnaryOperator<TaskQuery> expression) {
		TaskQuery alternatives = expression.apply(this.engine.getTaskService().createTaskQuery().or()).endOr();
		TaskQuery plain = expression.apply(this.engine.getTaskService().createTaskQuery());

		assertThatThrownBy(alternatives::list).isInstanceOf(ProcessEngineException.class);
		assertThatThrownBy(alternatives::count).isInstanceOf(ProcessEngineException.class);
		assertThatThrownBy(plain::list).isInstanceOf(ProcessEngineException.class);
		assertThat(ProcessTestEngine.NAMES.asked()).isEmpty();
	}

	@Test
	void evaluatesNoExpressionOfAStoredQuery() {
		TaskQuery query = this.engine.getTaskService()
			.createTaskQuery()
			.or()
			.taskAssigneeExpression("${caseId}")
			.endOr();
		Filter filter = this.engine.getFilterService().newTaskFilter("hostile").setQuery(query);

		assertThatThrownBy(() -> {
			Filter saved = this.engine.getFilterService().saveFilter(filter);
			this.engine.getFilterService().list(saved.getId());
		}).isInstanceOf(ProcessEngineException.class);
		assertThat(ProcessTestEngine.NAMES.asked()).isEmpty();
	}

	/**
	 * CVE-2026-77226: the set-up page of the web applications makes whoever asks an
	 * administrator.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "org/camunda/bpm/webapp", "org/camunda/bpm/admin", "org/camunda/bpm/cockpit",
			"org/camunda/bpm/tasklist", "org/camunda/bpm/welcome", "org/camunda/bpm/engine/rest",
			"org/camunda/bpm/spring/boot/starter/webapp", "org/camunda/bpm/spring/boot/starter/rest",
			"META-INF/resources/webjars/camunda", "META-INF/resources/camunda", "META-INF/resources/plugin",
			"org/camunda/bpm/admin/impl/web/SetupResource.class" })
	void hasNoWebApplicationOfTheEngine(String path) throws Exception {
		assertThat(getClass().getClassLoader().getResources(path).hasMoreElements()).as(path).isFalse();
	}

	/** Refusing is what the system is for; who called is told, and nobody is alarmed. */
	@Test
	void callsARefusalNoFault() {
		CommandExecutor commands = ProcessTestEngine.configuration().getCommandExecutorTxRequired();
		Refusal refusal = new Refusal("test.refused") {
		};
		try (HeardLog log = new HeardLog()) {
			assertThatThrownBy(() -> commands.execute(context -> {
				throw refusal;
			})).isSameAs(refusal);

			assertThat(log.events()).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "juel", "feel", "javascript", "groovy", "python" })
	void hasNoScriptEngine(String language) {
		assertThatThrownBy(() -> ProcessTestEngine.configuration()
			.getCommandExecutorTxRequired()
			.execute(context -> context.getProcessEngineConfiguration()
				.getScriptingEngines()
				.getScriptEngineForLanguage(language)))
			.isInstanceOf(ProcessEngineException.class)
			.hasMessageContaining("Scripts are not allowed in models");
	}

	@ParameterizedTest
	@ValueSource(strings = { "${a.b}", "${a.b()}", "${''.getClass()}", "${now()}", "${dateTime()}", "${currentUser()}",
			"#{a}" })
	void createsNoExpressionOutsideTheGrammar(String expression) {
		ExpressionManager expressions = ProcessTestEngine.configuration().getExpressionManager();

		assertThatThrownBy(() -> expressions.createExpression(expression)).isInstanceOf(ProcessEngineException.class)
			.hasMessageContaining("Expression not allowed");
	}

	@Test
	void readsNoListOrObjectFromVariables() {
		deploy(HostileDiagram.withCondition("<bpmn:conditionExpression>${aResult == 'a'}</bpmn:conditionExpression>"));

		assertThatThrownBy(() -> start(Map.of("aResult", new ArrayList<>(List.of("a")))))
			.hasMessageContaining("Not a scalar variable: aResult");
	}

	@ParameterizedTest
	@ValueSource(strings = { "runtimeService", "execution", "task", "authenticatedUserId", "dataSource" })
	void knowsNoBeanOrContextObject(String name) {
		deploy(HostileDiagram
			.withCondition("<bpmn:conditionExpression>${" + name + " != null}</bpmn:conditionExpression>"));

		assertThatThrownBy(() -> start(Map.of())).hasMessageContaining("Unknown name in expression: " + name);
	}

	@Test
	void letsNoVariableTakeThePlaceOfARegisteredName() {
		deploy(HostileDiagram.with("<bpmn:userTask id='Place' camunda:dueDate='${due_correction}'/>"));

		start(Map.of("due_correction", "2000-01-01T00:00:00"));

		assertThat(
				this.engine.getTaskService().createTaskQuery().taskDefinitionKey("Place").singleResult().getDueDate())
			.isEqualTo(ProcessTestEngine.NAMES.date("due_correction"));
	}

	@Test
	void readsAFactThatIsNotSetAsNull() {
		deploy(HostileDiagram.withCondition("<bpmn:conditionExpression>${aResult == null}</bpmn:conditionExpression>"));

		start(Map.of());

		assertThat(this.engine.getHistoryService().createHistoricActivityInstanceQuery().activityId("End").list())
			.anyMatch(end -> end.getProcessDefinitionKey().equals("hostile"));
	}

	@Test
	void decidesInFeel() {
		deployDecision("feel", "amount &gt; 10");

		assertThat(decide()).isEqualTo(true);
	}

	@ParameterizedTest
	@ValueSource(strings = { "juel", "javascript", "groovy", "http://www.jcp.org/en/jsr/detail?id=245" })
	void decidesInNoOtherLanguage(String language) {
		deployDecision(language, "${amount > 10}".replace(">", "&gt;"));

		assertThatThrownBy(this::decide).isInstanceOf(ProcessEngineException.class);
		assertThat(ProcessTestEngine.NAMES.asked()).isEmpty();
	}

	private void deploy(String diagram) {
		keep(this.engine.getRepositoryService()
			.createDeployment()
			.tenantId(ProcessTestEngine.TENANT)
			.addString(HostileDiagram.FILE, diagram)
			.deployWithResult());
	}

	private void deployDecision(String language, String expression) {
		keep(this.engine.getRepositoryService().createDeployment().addString("hostile.dmn", """
				<?xml version="1.0" encoding="UTF-8"?>
				<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="a" name="a" namespace="hostile"
				  xmlns:camunda="http://camunda.org/schema/1.0/dmn">
				  <decision id="hostile" name="a" camunda:historyTimeToLive="P1D">
				    <variable id="v" name="v" typeRef="boolean"/>
				    <literalExpression id="e" expressionLanguage="%s"><text>%s</text></literalExpression>
				  </decision>
				</definitions>
				""".formatted(language, expression)).deployWithResult());
	}

	private void keep(DeploymentWithDefinitions deployment) {
		this.deployments.add(deployment.getId());
	}

	private void start(Map<String, Object> variables) {
		this.engine.getRuntimeService()
			.createProcessInstanceByKey("hostile")
			.processDefinitionTenantId(ProcessTestEngine.TENANT)
			.setVariables(variables)
			.execute();
	}

	private Object decide() {
		return this.engine.getDecisionService()
			.evaluateDecisionByKey("hostile")
			.variables(Map.of("amount", 11))
			.evaluate()
			.getSingleResult()
			.getSingleEntry();
	}

}
