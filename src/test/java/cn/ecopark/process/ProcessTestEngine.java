package cn.ecopark.process;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.community.process_test_coverage.engine.platform7.ElementCoverageParseListener;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;

import cn.ecopark.TestDatabase;
import cn.ecopark.process.engine.HardenedEngine;
import cn.ecopark.process.pack.ModelCheck;
import cn.ecopark.process.pack.ReleaseDeployment;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.ShippedPacks;

/**
 * The engine of the diagrams' tests: hardened as in the application, on PostgreSQL, the
 * whole pack deployed as the application does it, no job runs by itself. There is one in
 * a JVM; what delegates do and what the flow tells is recorded instead of carried out.
 */
final class ProcessTestEngine extends StandaloneProcessEngineConfiguration {

	/** Tenant of the shipped diagrams. */
	static final String TENANT = ShippedPacks.FIRST.toString();

	static final TestNames NAMES = new TestNames();

	static final FlowRecord FLOW = new FlowRecord();

	private static final ProcessTestEngine CONFIGURATION = new ProcessTestEngine();

	private boolean deployed;

	private ProcessTestEngine() {
		setProcessEngineName("diagrams");
		setDataSource(pooled());
		setDatabaseSchemaUpdate(DB_SCHEMA_UPDATE_TRUE);
		setHistory(HISTORY_ACTIVITY);
		setJobExecutorActivate(false);
		setMetricsEnabled(false);
		getProcessEnginePlugins().add(new HardenedEngine(NAMES, FLOW));
		ProcessCoverageConfigurator.initializeProcessCoverageExtensions(this);
	}

	/** The engine connects once, not for each command. */
	private static DataSource pooled() {
		HikariConfig pool = new HikariConfig();
		pool.setDataSource(TestDatabase.migrated());
		pool.setMaximumPoolSize(2);
		return new HikariDataSource(pool);
	}

	/** Tests that are not about a diagram as a whole count for no diagram's coverage. */
	static void countNoCoverage() {
		CONFIGURATION.getCustomPostBPMNParseListeners()
			.stream()
			.filter(ElementCoverageParseListener.class::isInstance)
			.map(ElementCoverageParseListener.class::cast)
			.forEach(listener -> listener.setCoverageState(event -> {
			}));
	}

	/**
	 * @return the one engine, started by the first who asks
	 */
	static synchronized ProcessEngine engine() {
		return CONFIGURATION.buildProcessEngine();
	}

	static ProcessEngineConfigurationImpl configuration() {
		return CONFIGURATION;
	}

	static RulePack pack() {
		return ShippedPacks.packs().get(ShippedPacks.FIRST);
	}

	/**
	 * @return the shipped diagram
	 */
	static BpmnModelInstance model(String process) {
		String definition = engine().getRepositoryService()
			.createProcessDefinitionQuery()
			.processDefinitionKey(process)
			.tenantIdIn(TENANT)
			.singleResult()
			.getId();
		return engine().getRepositoryService().getBpmnModelInstance(definition);
	}

	/**
	 * @return the first wall
	 */
	static ModelCheck modelCheck() {
		return new ModelCheck(new EngineNames());
	}

	/** A pack that is refused is refused to every test. */
	@Override
	public synchronized ProcessEngine buildProcessEngine() {
		if (this.processEngine == null) {
			super.buildProcessEngine();
			countNoCoverage();
		}
		if (!this.deployed) {
			new ReleaseDeployment(this.processEngine.getRepositoryService()).deploy(ShippedPacks.FIRST,
					PackFiles.shipped(ShippedPacks.FIRST.pack()));
			this.deployed = true;
		}
		return this.processEngine;
	}

}
