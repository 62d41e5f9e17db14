package cn.ecopark.process.engine;

import javax.xml.xpath.XPathFactory;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/**
 * Lets the engine read the descriptions of its statements by {@link PlainPaths}, and
 * nobody else.
 */
@Component
class QuickStatements extends AbstractProcessEnginePlugin {

	private static final String FACTORY = XPathFactory.DEFAULT_PROPERTY_NAME + ":"
			+ XPathFactory.DEFAULT_OBJECT_MODEL_URI;

	@Override
	public void preInit(ProcessEngineConfigurationImpl engine) {
		System.setProperty(FACTORY, PlainPaths.class.getName());
	}

	@Override
	public void postInit(ProcessEngineConfigurationImpl engine) {
		System.clearProperty(FACTORY);
	}

}
