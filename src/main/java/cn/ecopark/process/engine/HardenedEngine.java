package cn.ecopark.process.engine;

import java.util.ArrayList;
import java.util.List;

import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DefaultCacheFactory;
import org.camunda.bpm.spring.boot.starter.configuration.Ordering;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Puts the second wall into the engine: whatever a model says, only what this system
 * allows is evaluated.
 */
@Component
@Order(Ordering.DEFAULT_ORDER)
public class HardenedEngine extends AbstractProcessEnginePlugin {

	private static final int MOST_RESULTS = 200;

	/** That a node knows at a time. */
	private static final int MOST_DEFINITIONS = 1000;

	/**
	 * A technical fault is tried again after ten seconds, a minute, ten minutes and an
	 * hour; then it is an incident.
	 */
	private static final String RETRIES = "PT10S,PT1M,PT10M,PT1H";

	/**
	 * What the engine asks of each model. Its history is no record, and is cleared by the
	 * setting of the installation, whatever a model says.
	 */
	private static final String HISTORY = "P3650D";

	private final ScopeNames names;

	private final FlowObserver observer;

	public HardenedEngine(ScopeNames names, FlowObserver observer) {
		this.names = names;
		this.observer = observer;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		configuration.setBpmnParseFactory(ModelWall::new);
		configuration.setExpressionManager(new StrictExpressionManager(this.names));
		configuration.setScriptEngineResolver(new NoScripts());
		configuration.setEnableScriptEngineLoadExternalResources(false);
		configuration.setEnableScriptEngineNashornCompatibility(false);
		configuration.setEnableExpressionsInStoredQueries(false);
		configuration.setEnableExpressionsInAdhocQueries(false);
		configuration.setDeserializationTypeValidationEnabled(true);
		configuration.setCmmnEnabled(false);
		configuration.setStandaloneTasksEnabled(false);
		configuration.setTenantCheckEnabled(false);
		configuration.setQueryMaxResultsLimit(MOST_RESULTS);
		configuration.setFailedJobRetryTimeCycle(RETRIES);
		configuration.setHistoryTimeToLive(HISTORY);
		configuration.setHistoryEventHandler(new FlowHistory());
		// Whoever called the engine tells what came of it: a refusal is no fault of the
		// engine.
		configuration.setEnableCmdExceptionLogging(false);
		configuration.setCompositeIncidentHandlersEnabled(true);
		configuration.setCustomIncidentHandlers(List.of(new FailedJobs(this.observer)));
		List<BpmnParseListener> before = configuration.getCustomPreBPMNParseListeners();
		List<BpmnParseListener> listeners = before == null ? new ArrayList<>() : new ArrayList<>(before);
		listeners.add(new BuiltInListeners(this.observer));
		configuration.setCustomPreBPMNParseListeners(listeners);
	}

	@Override
	public void postInit(ProcessEngineConfigurationImpl configuration) {
		LastingDefinitions definitions = new LastingDefinitions(new DefaultCacheFactory(), MOST_DEFINITIONS);
		definitions.setDeployers(configuration.getDeployers());
		configuration.setDeploymentCache(definitions);
		JobsLockFirst.in(configuration.getJobHandlers(), this.observer);
	}

}
