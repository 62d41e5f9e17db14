package cn.ecopark.process.pack;

import java.util.Optional;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.form.FormSchemas;
import cn.ecopark.form.FormVersion;
import cn.ecopark.rulepack.ReleaseId;

/**
 * Finds the form of a task in the deployment its diagram came with, and keeps the schema
 * under its digest.
 */
@Component
public class PackForms {

	private final FormSchemas schemas;

	PackForms(FormSchemas schemas) {
		this.schemas = schemas;
	}

	/**
	 * @param given the form that the call of the diagram gives to the task; null where it
	 * gives none
	 * @return the version of the task's form, null for a task without fields
	 */
	public @Nullable FormVersion versionOf(@Nullable String given, TaskDefinition task, String definitionId,
			ReleaseId release) {
		String formId = given != null ? given : drawn(task);
		if (formId == null) {
			return null;
		}
		ProcessDefinitionEntity definition = Context.getProcessEngineConfiguration()
			.getDeploymentCache()
			.findDeployedProcessDefinitionById(definitionId);
		String deployment = definition.getDeploymentId();
		ResourceEntity resource = Optional
			.ofNullable(Context.getCommandContext()
				.getResourceManager()
				.findResourceByDeploymentIdAndResourceName(deployment, formId + ".form"))
			.orElseThrow(() -> new IllegalStateException("No form " + formId + " in " + deployment));
		return this.schemas.keep(release.pack(), formId,
				new String(resource.getBytes(), java.nio.charset.StandardCharsets.UTF_8));
	}

	private static @Nullable String drawn(TaskDefinition task) {
		return task.getCamundaFormDefinitionKey() == null ? null
				: task.getCamundaFormDefinitionKey().getExpressionText();
	}

}
