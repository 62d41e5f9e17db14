package cn.ecopark.process.engine;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/**
 * Refuses every script language. The class path brings script engines for juel and FEEL,
 * and a condition with {@code language="juel"} would run methods past any expression
 * manager.
 */
public final class NoScripts implements ScriptEngineResolver {

	@Override
	public void addScriptEngineFactory(ScriptEngineFactory factory) {
		// no factory is wanted
	}

	@Override
	public ScriptEngineManager getScriptEngineManager() {
		throw new ProcessEngineException("Scripts are not allowed in models");
	}

	@Override
	public ScriptEngine getScriptEngine(String language, boolean cached) {
		throw new ProcessEngineException("Scripts are not allowed in models: " + language);
	}

}
