package cn.ecopark.process;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
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
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.ShippedPacks;
import cn.ecopark.rulepack.ThirdPack;

/**
 * The engine of the diagrams' tests: hardened as in the application, on PostgreSQL, the
 * whole pack deployed as the application does it, no job runs by itself. There is one for
 * each pack in a JVM; what delegates do and what the flow tells is recorded instead of
 * carried out.
 */
final class ProcessTestEngine extends StandaloneProcessEngineConfiguration {

	/** Tenant of the shipped diagrams. */
	static final String TENANT = ShippedPacks.FIRST.toString();

	static final TestNames NAMES = new TestNames();

	static final FlowRecord FLOW = new FlowRecord();

	private static final Map<ReleaseId, ProcessTestEngine> ENGINES = new ConcurrentHashMap<>();

	private final ReleaseId release;

	private boolean deployed;

	private ProcessTestEngine(ReleaseId release) {
		this.release = release;
		setProcessEngineName("diagrams of " + release);
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

	/**
	 * @return the engine of that pack, started by the first who builds it
	 */
	static ProcessTestEngine of(ReleaseId release) {
		return ENGINES.computeIfAbsent(release, ProcessTestEngine::new);
	}

	/** Tests that are not about a diagram as a whole count for no diagram's coverage. */
	void countNoCoverage() {
		getCustomPostBPMNParseListeners().stream()
			.filter(ElementCoverageParseListener.class::isInstance)
			.map(ElementCoverageParseListener.class::cast)
			.forEach(listener -> listener.setCoverageState(event -> {
			}));
	}

	/**
	 * @return the engine of the first pack
	 */
	static ProcessEngine engine() {
		return of(ShippedPacks.FIRST).buildProcessEngine();
	}

	static ProcessEngineConfigurationImpl configuration() {
		return of(ShippedPacks.FIRST);
	}

	static RulePack pack() {
		return of(ShippedPacks.FIRST).shipped();
	}

	RulePack shipped() {
		return packOf(this.release);
	}

	/**
	 * @return the pack of that release, shipped or not
	 */
	static RulePack packOf(ReleaseId release) {
		return release.equals(ThirdPack.RELEASE) ? ThirdPack.pack() : ShippedPacks.packs().get(release);
	}

	private static PackFiles filesOf(ReleaseId release) {
		return release.equals(ThirdPack.RELEASE) ? ThirdPack.files() : PackFiles.shipped(release.pack());
	}

	/**
	 * @return the shipped diagram
	 */
	BpmnModelInstance model(String process) {
		RepositoryService repository = buildProcessEngine().getRepositoryService();
		return repository.getBpmnModelInstance(repository.createProcessDefinitionQuery()
			.processDefinitionKey(process)
			.tenantIdIn(this.release.toString())
			.singleResult()
			.getId());
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
			new ReleaseDeployment(this.processEngine.getRepositoryService()).deploy(this.release,
					filesOf(this.release));
			this.deployed = true;
		}
		return this.processEngine;
	}

}
