package cn.ecopark.journey;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

import cn.ecopark.CountedStatements;
import cn.ecopark.journey.CostMeter.Cost;

/**
 * An engine without an application around it, in a database of its own, with a process of
 * three tasks of people. As an installation without any adaptation it keeps all history,
 * asks rights, and each task is claimed and its opinion kept as a comment; bare it does
 * nothing but complete tasks.
 */
final class PlainEngine implements AutoCloseable {

	private static final String PERSON = "person";

	private static final String GROUP = "staff";

	private static final String PROCESS = "plain";

	private final boolean stock;

	private final HikariDataSource pool = new HikariDataSource();

	private final ProcessEngine engine;

	private int started;

	/**
	 * @param url of a database of the PostgreSQL in which it gets its own
	 */
	PlainEngine(String url, boolean stock) throws SQLException {
		this.stock = stock;
		String name = stock ? "stock_engine" : "bare_engine";
		try (Connection connection = DriverManager.getConnection(url, "postgres", "");
				Statement statement = connection.createStatement()) {
			statement.execute("CREATE DATABASE " + name);
		}
		this.pool.setJdbcUrl(url.replaceAll("/[^/?]*($|\\?)", "/" + name + "$1"));
		this.pool.setUsername("postgres");
		this.pool.setMaximumPoolSize(4);
		ProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
		configuration.setProcessEngineName(name);
		configuration
			.setDataSource((DataSource) new CountedStatements().postProcessAfterInitialization(this.pool, name));
		configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
		configuration.setJobExecutorActivate(false);
		configuration
			.setHistory(stock ? ProcessEngineConfiguration.HISTORY_FULL : ProcessEngineConfiguration.HISTORY_NONE);
		configuration.setAuthorizationEnabled(stock);
		this.engine = configuration.buildProcessEngine();
		this.engine.getRepositoryService().createDeployment().addModelInstance("plain.bpmn", model()).deploy();
		if (stock) {
			permit(Resources.PROCESS_DEFINITION, Permissions.READ, Permissions.CREATE_INSTANCE, Permissions.READ_TASK,
					Permissions.UPDATE_TASK);
			permit(Resources.PROCESS_INSTANCE, Permissions.CREATE);
			this.engine.getIdentityService().setAuthentication(PERSON, List.of(GROUP));
		}
	}

	private static BpmnModelInstance model() {
		return Bpmn.createExecutableProcess(PROCESS)
			.camundaHistoryTimeToLive(180)
			.startEvent()
			.userTask("first")
			.camundaCandidateGroups(GROUP)
			.userTask("second")
			.camundaCandidateGroups(GROUP)
			.userTask("third")
			.camundaCandidateGroups(GROUP)
			.endEvent()
			.done();
	}

	private void permit(Resource resource, Permission... permissions) {
		Authorization right = this.engine.getAuthorizationService()
			.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
		right.setGroupId(GROUP);
		right.setResource(resource);
		right.setResourceId(Authorization.ANY);
		right.setPermissions(permissions);
		this.engine.getAuthorizationService().saveAuthorization(right);
	}

	/**
	 * One case from its opening to its third decision.
	 * @param variables what the opening and each decision set
	 * @return what each of them cost
	 */
	List<Cost> run(CostMeter meter, List<Map<String, Object>> variables) throws Exception {
		String key = String.valueOf(++this.started);
		List<Cost> costs = new ArrayList<>();
		meter.rest();
		costs.add(meter
			.of(() -> this.engine.getRuntimeService().startProcessInstanceByKey(PROCESS, key, variables.get(0))));
		for (Map<String, Object> set : variables.subList(1, variables.size())) {
			String task = this.engine.getTaskService()
				.createTaskQuery()
				.processInstanceBusinessKey(key)
				.singleResult()
				.getId();
			meter.rest();
			costs.add(meter.of(() -> {
				decide(key, task, set);
				return null;
			}));
		}
		return costs;
	}

	private void decide(String key, String task, Map<String, Object> variables) {
		if (this.stock) {
			this.engine.getTaskService().claim(task, PERSON);
			this.engine.getTaskService().createComment(task, null, "材料齐全，同意上报（虚构），编号" + key);
		}
		this.engine.getTaskService().complete(task, variables);
	}

	@Override
	public void close() {
		this.engine.close();
		this.pool.close();
	}

}
