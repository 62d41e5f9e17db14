package cn.ecopark.process;

import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.form.FormVersion;
import cn.ecopark.process.pack.PackForms;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.rulepack.ReleaseId;

/**
 * The form that a step is done with. A park that is asked to correct corrects the form it
 * filled in as well, in the version it was filled in with.
 */
@Component
class StepForms {

	private final PackForms forms;

	private final Opinions opinions;

	StepForms(PackForms forms, Opinions opinions) {
		this.forms = forms;
		this.opinions = opinions;
	}

	/**
	 * @param given the form that the call of the diagram gives to the step; null for none
	 * @param stage in which the step stands
	 * @return null for a step without fields
	 */
	@Nullable FormVersion of(@Nullable String given, TaskDefinition task, String definitionId, ReleaseId release, Purpose purpose,
			@Nullable String caseId, String stage) {
		FormVersion drawn = this.forms.versionOf(given, task, definitionId, release);
		return drawn != null || purpose != Purpose.CORRECTION || caseId == null ? drawn
				: this.opinions.formOfPark(caseId, stage).map(Opinion::form).orElse(null);
	}

}
