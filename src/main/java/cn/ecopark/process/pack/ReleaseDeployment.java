package cn.ecopark.process.pack;

import java.nio.charset.StandardCharsets;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.stereotype.Component;

import cn.ecopark.release.PackDeployment;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.ReleaseId;

/**
 * Deploys each release whole and under a tenant of its own, so that what a diagram calls
 * stays inside the release.
 */
@Component
public class ReleaseDeployment implements PackDeployment {

	private final RepositoryService repository;

	public ReleaseDeployment(RepositoryService repository) {
		this.repository = repository;
	}

	@Override
	public void deploy(ReleaseId release, PackFiles files) {
		DeploymentBuilder deployment = this.repository.createDeployment()
			.name("release " + release)
			.tenantId(release.toString());
		files.in(PackFiles.DIAGRAMS).forEach((name, content) -> add(deployment, name, content));
		files.in(PackFiles.FORMS).forEach((name, content) -> add(deployment, name, content));
		deployment.deploy();
	}

	private static void add(DeploymentBuilder deployment, String name, byte[] content) {
		deployment.addString(name, new String(content, StandardCharsets.UTF_8));
	}

}
