package cn.ecopark.process.engine;

import org.camunda.bpm.engine.impl.persistence.deploy.cache.CacheFactory;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/**
 * Definitions of processes, which are never changed or suspended once they are deployed:
 * one that the node knows is not asked of the database again with every command.
 */
final class LastingDefinitions extends DeploymentCache {

	/**
	 * @param capacity so many definitions are known at a time
	 */
	LastingDefinitions(CacheFactory caches, int capacity) {
		super(caches, capacity);
	}

	@Override
	public ProcessDefinitionEntity findDeployedProcessDefinitionById(String id) {
		ProcessDefinitionEntity known = findProcessDefinitionFromCache(id);
		return known == null ? super.findDeployedProcessDefinitionById(id) : known;
	}

}
