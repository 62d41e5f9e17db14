package cn.ecopark.process.pack;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.form.FormSchemas;
import cn.ecopark.form.FormVersion;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.shared.NodeMemory;

/**
 * Finds the form of a task in the deployment its diagram came with, and keeps the schema
 * under its digest.
 */
@Component
public class PackForms {

	private final FormSchemas schemas;

	/** A deployment never changes, so that its forms are read once. */
	@NodeMemory(NodeMemory.Why.NEVER_CHANGES)
	private final Map<FormOfDeployment, FormVersion> known = new ConcurrentHashMap<>();

	PackForms(FormSchemas schemas) {
		this.schemas = schemas;
	}

	private record FormOfDeployment(String deployment, String form) {
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
		FormOfDeployment form = new FormOfDeployment(definition.getDeploymentId(), formId);
		FormVersion known = this.known.get(form);
		if (known != null && this.schemas.isKept(known)) {
			return known;
		}
		FormVersion version = this.schemas.keep(release.pack(), formId, read(form));
		this.known.put(form, version);
		return version;
	}

	private static String read(FormOfDeployment form) {
		ResourceEntity resource = Optional
			.ofNullable(Context.getCommandContext()
				.getResourceManager()
				.findResourceByDeploymentIdAndResourceName(form.deployment(), form.form() + ".form"))
			.orElseThrow(() -> new IllegalStateException("No form " + form.form() + " in " + form.deployment()));
		return new String(resource.getBytes(), StandardCharsets.UTF_8);
	}

	private static @Nullable String drawn(TaskDefinition task) {
		return task.getCamundaFormDefinitionKey() == null ? null
				: task.getCamundaFormDefinitionKey().getExpressionText();
	}

}
