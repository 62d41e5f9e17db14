package cn.ecopark.process.engine;

import java.util.ArrayList;
import java.util.List;

import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.spring.boot.starter.configuration.Ordering;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts the second wall into the engine: whatever a model says, only what this system allows is evaluated. */
@Component
@Order(Ordering.DEFAULT_ORDER)
public class HardenedEngine extends AbstractProcessEnginePlugin {

	private final ScopeNames names;

	private final FlowObserver observer;

	public HardenedEngine(ScopeNames names, FlowObserver observer) {
		this.names = names;
		this.observer = observer;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		configuration.setExpressionManager(new StrictExpressionManager(this.names));
		configuration.setScriptEngineResolver(new NoScripts());
		configuration.setEnableScriptEngineLoadExternalResources(false);
		configuration.setEnableScriptEngineNashornCompatibility(false);
		configuration.setDisableStrictCallActivityValidation(false);
		List<BpmnParseListener> before = configuration.getCustomPreBPMNParseListeners();
		List<BpmnParseListener> listeners = before == null ? new ArrayList<>() : new ArrayList<>(before);
		listeners.add(new ModelWall());
		listeners.add(new BuiltInListeners(this.observer));
		configuration.setCustomPreBPMNParseListeners(listeners);
	}

}
