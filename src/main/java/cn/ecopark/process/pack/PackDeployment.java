package cn.ecopark.process.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.PackFinding;
import cn.ecopark.rulepack.PackRefused;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;

/**
 * Deploys the shipped rule packs, each whole and under its own tenant. A tenant that has
 * diagrams keeps them: an administrator's change is never overwritten by a restart.
 */
@Component
public class PackDeployment implements SmartInitializingSingleton {

	private static final Logger LOG = LoggerFactory.getLogger(PackDeployment.class);

	private final RepositoryService repository;

	private final RulePacks packs;

	private final ModelCheck check;

	public PackDeployment(RepositoryService repository, RulePacks packs, ModelCheck check) {
		this.repository = repository;
		this.packs = packs;
		this.check = check;
	}

	@Override
	public void afterSingletonsInstantiated() {
		for (RulePack pack : this.packs.all()) {
			boolean deployed = this.repository.createDeploymentQuery().tenantIdIn(pack.id()).count() > 0;
			if (!deployed) {
				deploy(pack.id(), shipped(pack.id()));
			}
		}
	}

	/**
	 * Deploys a whole pack after checking it.
	 * @param models diagrams and forms by file name
	 * @throws PackRefused naming what was found
	 */
	public void deploy(String pack, Map<String, String> models) {
		List<PackFinding> findings = this.check.check(this.packs.get(pack), models);
		if (findings.stream().anyMatch(finding -> finding.severity() == PackFinding.Severity.ERROR)) {
			throw new PackRefused(findings);
		}
		DeploymentBuilder deployment = this.repository.createDeployment().name("rule pack " + pack).tenantId(pack);
		models.forEach(deployment::addString);
		deployment.deploy();
		LOG.info("Deployed rule pack {} with {} models and forms", pack, models.size());
	}

	/**
	 * @return the models that come with the system, by file name
	 */
	public static Map<String, String> shipped(String pack) {
		PackFiles files = PackFiles.shipped(pack);
		Map<String, String> models = new LinkedHashMap<>();
		files.in(PackFiles.DIAGRAMS).forEach((file, content) -> models.put(file, new String(content, UTF_8)));
		files.in(PackFiles.FORMS).forEach((file, content) -> models.put(file, new String(content, UTF_8)));
		return models;
	}

}
